"""The issue taxonomy, read once: who stands above whom."""

from collections.abc import Iterable
from functools import cached_property

from briefs.models import Issue


class Taxonomy:
    """Every issue in the order of the taxonomy; what was merged into another goes by that other's number."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        everything = {issue.pk: issue for issue in issues}
        self.issues = {pk: issue for pk, issue in everything.items() if issue.merged_into_id is None}
        self._heirs = {pk: issue.merged_into_id for pk, issue in everything.items() if issue.merged_into_id}
        self.by_slug = {issue.slug: self.heir(pk) for pk, issue in everything.items()}

    @classmethod
    def load(cls) -> "Taxonomy":
        """Read the taxonomy: one query."""
        return cls(Issue.objects.in_order())

    def heir(self, pk: int) -> int:
        """Give the number an issue goes by now."""
        return self._heirs.get(pk, pk)

    @cached_property
    def children(self) -> dict[int | None, list[Issue]]:
        """Give the issues under each issue, the areas under None."""
        below: dict[int | None, list[Issue]] = {}
        for issue in self.issues.values():
            below.setdefault(issue.parent_id, []).append(issue)
        return below

    def lineage(self, pk: int) -> tuple[int, ...]:
        """Give an issue and everything above it, the issue first."""
        line = []
        at: int | None = self.heir(pk)
        while at is not None and at in self.issues and at not in line:
            line.append(at)
            at = self.issues[at].parent_id
        return tuple(line)

    def spread(self, pks: Iterable[int]) -> set[int]:
        """Give these issues and everything above them."""
        return {above for pk in pks for above in self._lines(pk)}

    def named(self, pks: Iterable[int], terms: Iterable[str]) -> list[Issue]:
        """Give those of these issues, in order, that have one of the terms in their name or a synonym."""
        wanted = {word for term in terms for word in term.replace('"', "").casefold().split()}
        return [issue for issue in self.among(pks) if wanted & self._words[issue.pk]]

    def among(self, pks: Iterable[int]) -> list[Issue]:
        """Give these issues in the order of the taxonomy."""
        heirs = {self.heir(pk) for pk in pks}
        return [issue for issue in self.issues.values() if issue.pk in heirs]

    @cached_property
    def _words(self) -> dict[int, set[str]]:
        return {
            issue.pk: set(" ".join((issue.name, *issue.synonyms)).casefold().split()) for issue in self.issues.values()
        }

    def _lines(self, pk: int) -> tuple[int, ...]:
        if pk not in self._known:
            self._known[pk] = self.lineage(pk)
        return self._known[pk]

    @cached_property
    def _known(self) -> dict[int, tuple[int, ...]]:
        return {}
