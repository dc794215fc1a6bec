"""The issue taxonomy, read once: who stands above whom."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from briefs.models import Issue
from briefs.search.stop_words import IDLE, STOPPED

_WORD = re.compile(r"[^\W_]+")


def _split(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


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

    @classmethod
    def kept(cls, mark: Any) -> "Taxonomy":
        """Give the taxonomy of this mark (`matches.state`): one query if it is not the one that was read last."""
        global _kept
        if _kept is None or mark is None or _kept[0] != mark:
            _kept = mark, cls.load()
        return _kept[1]

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
        wanted = {word for term in terms for word in term.replace('"', "").casefold().split()} - IDLE - STOPPED
        return [issue for issue in self.among(pks) if wanted & self._words[issue.pk]]

    def asked_for(self, terms: Iterable[str]) -> list[Issue]:
        """Give the issues that the terms name: all of them stand in its name, or in one of its synonyms."""
        wanted = {word for term in terms for word in _split(term)}
        if not wanted:
            return []
        return [issue for issue in self.issues.values() if any(wanted <= words for words in self._names[issue.pk])]

    def beginning_with(self, pieces: Sequence[str]) -> list[Issue]:
        """Give the issues with these words in their name or a synonym, the last of them perhaps unfinished.

        Those whose name begins so come first.
        """
        *whole, last = [piece.casefold() for piece in pieces]
        first: list[Issue] = []
        others: list[Issue] = []
        for issue in self.issues.values():
            names = [_split(name) for name in (issue.name, *issue.synonyms)]
            if any(set(whole) <= set(name) and any(word.startswith(last) for word in name) for name in names):
                begins = names[0][: len(whole)] == whole and names[0][len(whole) :][:1] and names[0][len(whole)]
                (first if begins and begins.startswith(last) else others).append(issue)
        return [*first, *others]

    def among(self, pks: Iterable[int]) -> list[Issue]:
        """Give these issues in the order of the taxonomy."""
        heirs = {self.heir(pk) for pk in pks}
        if not heirs:
            return []
        return [issue for issue in self.issues.values() if issue.pk in heirs]

    @cached_property
    def _names(self) -> dict[int, list[set[str]]]:
        """Give the words of each name and synonym of every issue."""
        return {pk: [set(_split(name)) for name in (one.name, *one.synonyms)] for pk, one in self.issues.items()}

    @cached_property
    def spelt(self) -> dict[str, str]:
        """Give the words of every name and synonym, as they are compared and as they are spelt."""
        lines = [line for issue in self.issues.values() for line in (issue.name, *issue.synonyms)]
        words = [word for line in lines for word in line.split() if word.isalpha()]
        return {word.casefold(): word for word in reversed(words)}

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


_kept: tuple[Any, Taxonomy] | None = None
