"""The register of authorities: everything that something public cites, by kind and first letter, a page at a time."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Value, When
from django.db.models.functions import Coalesce, Left, NullIf, Upper

from briefs.models import Authority
from briefs.models.vocabulary import AuthorityKind

LINES_ON_A_PAGE = 100
KIND_ORDER = Case(*(When(kind=kind, then=Value(at)) for at, kind in enumerate(AuthorityKind.values)))


class Register:
    """What an address asks of the register (`kind`, `letter`, `page`); anything it does not know is ignored."""

    def __init__(self, asked: Mapping[str, str]) -> None:
        """Read the choices; nothing is fetched yet."""
        kind, letter = asked.get("kind", ""), asked.get("letter", "")[:1].upper()
        self.kind = kind if kind in AuthorityKind.values else ""
        self.letter = letter if letter.isalnum() else ""
        self._page = asked.get("page", "")[:6]

    @property
    def query(self) -> str:
        """Give the choices that were understood as an address has them, without the page."""
        return urlencode({name: value for name, value in (("kind", self.kind), ("letter", self.letter)) if value})

    @property
    def asked(self) -> str:
        """Give all that was understood: two addresses with the same have the same page."""
        return f"{self.query}&page={self._page}"

    @cached_property
    def kinds(self) -> list[tuple[str, str, int]]:
        """Give each kind that occurs: (code, name, how many)."""
        rows = Authority.objects.standing().publicly_cited().order_by().values_list("kind")
        counts = dict(rows.annotate(many=Count("pk", distinct=True)))
        return [(kind.value, kind.label, counts[kind]) for kind in AuthorityKind if kind in counts]

    @cached_property
    def total(self) -> int:
        """Give how many authorities are publicly cited, whatever was chosen."""
        return sum(many for _, _, many in self.kinds)

    @cached_property
    def letters(self) -> list[str]:
        """Give the first letters that occur under the chosen kind."""
        return sorted(set(self._of_kind().order_by().values_list("initial", flat=True)))

    @cached_property
    def page(self) -> "Page[Authority]":
        """Give the lines of the page asked for; out of range is the last."""
        rows = self._of_kind()
        rows = rows.filter(initial=self.letter) if self.letter else rows
        return Paginator(rows.order_by(KIND_ORDER, "filed", "pk"), LINES_ON_A_PAGE).get_page(self._page)

    def _of_kind(self) -> Any:
        rows = Authority.objects.filter(pk__in=Authority.objects.standing().publicly_cited().values("pk"))
        rows = rows.with_counts().annotate(filed=Coalesce(NullIf("name", Value("")), "cite"))
        rows = rows.annotate(initial=Upper(Left("filed", 1)))
        return rows.filter(kind=self.kind) if self.kind else rows
