"""Who cites an authority: its parts, and every published brief and released opinion that cites it, case by case."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from briefs.models import Authority, Citation, EditionCitation, Opinion

CASES_ON_A_PAGE = 25
_CASE = ("pk", "short_name", "decided_on", "court__name", "court__rank", "court__circuit")


@dataclass(slots=True)
class Part:
    """An authority with what is below it; `places` counts the citations of it and of everything below."""

    authority: Authority
    children: list["Part"] = field(default_factory=list)
    places: int = 0


@dataclass(slots=True)
class CitingCase:
    """A case that cites the authority: in its released opinions, in a published brief on it, or in both."""

    pk: int
    name: str
    decided_on: date | None
    court: str  # its name, "" where it is not given
    rank: tuple[int, str, str]  # of the court: the Supreme Court first, a court that is not given last
    in_opinions: list[Citation] = field(default_factory=list)
    in_briefs: list[EditionCitation] = field(default_factory=list)


class CitedBy:
    """Everything public that cites an authority or anything under it (8 U.S.C. § 1158(b) under § 1158)."""

    def __init__(self, authority: Authority) -> None:
        """Ask for the parts and, narrowly, for every place; the words are fetched with a page of cases."""
        self.authority = authority
        key = authority.key
        below = Q(key__startswith=f"{key}:") | Q(key__startswith=f"{key}.") | Q(merged_into=authority)
        merged = Q(merged_into__key__startswith=f"{key}:") | Q(merged_into__key__startswith=f"{key}.")
        self.parts = [authority, *Authority.objects.filter(below | merged).exclude(pk=authority.pk).order_by("key")]
        self.ids = [part.pk for part in self.parts]
        self._places = list(
            Citation.objects.public()
            .of(self.ids)
            .values_list("authority_id", "opinion_id", *(f"opinion__case__{column}" for column in _CASE))
        )
        self._in_briefs = list(
            EditionCitation.objects.filter(
                authority_id__in=self.ids, edition__is_current=True, edition__withdrawn_at__isnull=True
            )
            .select_related("authority", "edition__opinion__case__court")
            .defer("edition__page", *_heavy("edition__opinion"))
            .order_by("edition__name", "pk")
        )

    def __bool__(self) -> bool:
        """Say whether anything public cites it."""
        return bool(self._places or self._in_briefs)

    @cached_property
    def cases(self) -> list[CitingCase]:
        """Give the citing cases by court, the highest first, and in each by date, the newest first and undated last."""
        cases = {told[0]: _case(*told) for _, _, *told in self._places}
        for row in self._in_briefs:
            case = row.edition.opinion.case
            if case.pk not in cases:
                court = case.court
                told = (court.name, court.rank, court.circuit) if court else (None, None, None)
                cases[case.pk] = _case(case.pk, case.short_name, case.decided_on, *told)
            cases[case.pk].in_briefs.append(row)
        return sorted(
            cases.values(),
            key=lambda case: (case.rank, -(case.decided_on or date.min).toordinal(), case.name, case.pk),
        )

    @cached_property
    def opinions(self) -> int:
        """Give how many released opinions cite it or a part of it."""
        return len({opinion for _, opinion, *_ in self._places})

    @cached_property
    def briefs(self) -> int:
        """Give how many published briefs cite it or a part of it in their own words."""
        return len({row.edition_id for row in self._in_briefs})

    def page(self, number: str | None) -> Page:
        """Give one page of the citing cases, each opinion's citations in reading order."""
        page = Paginator(self.cases, CASES_ON_A_PAGE).get_page(number)
        by_id = {case.pk: case for case in page.object_list}
        for row in self._words(by_id):
            by_id[row.opinion.case_id].in_opinions.append(row)
        return page

    def _words(self, case_ids: Iterable[int]) -> Iterable[Citation]:
        rows = Citation.objects.public().of(self.ids).filter(opinion__case__in=list(case_ids))
        rows = rows.select_related("authority", "passage", "opinion__case__court")
        return rows.defer("passage__search", *_heavy("opinion")).order_by("opinion__position", "opinion_id", "start")

    @cached_property
    def tree(self) -> Part:
        """Hang the parts under the authority; a part that nothing cites, nor anything below it, is left out."""
        heirs = {part.pk: part.merged_into_id or part.pk for part in self.parts}
        by_id = {part.pk: Part(part) for part in self.parts if part.merged_into_id is None}
        top = by_id[self.authority.pk]
        for part in by_id.values():
            if part is not top:
                by_id.get(part.authority.parent_id or 0, top).children.append(part)
        direct = Counter(heirs[row[0]] for row in self._places) + Counter(
            heirs[row.authority_id] for row in self._in_briefs
        )
        for pk, places in direct.items():
            by_id.get(pk, top).places += places
        _add_up(top)
        return top


class Here(NamedTuple):
    """What the library has of an authority: how many released opinions cite it, and the slug of its own, or ""."""

    opinions_citing: int
    held: str


def here(authority_ids: Iterable[int]) -> dict[int, Here]:
    """Say of each authority, not of its parts, what the library has: one query.

    What was merged into another is told as that other, so that frozen tables count as live ones do.
    """
    citing = Citation.objects.public().filter(authority=OuterRef("now")).order_by().values("authority")
    number = Subquery(citing.annotate(number=Count("opinion", distinct=True)).values("number"))
    own = Opinion.objects.released().filter(case__authority=OuterRef("now")).order_by("position").values("slug")[:1]
    rows = Authority.objects.filter(pk__in=list(authority_ids)).annotate(now=Coalesce("merged_into_id", "pk"))
    told = rows.values_list("pk", Coalesce(number, 0), Coalesce(Subquery(own), Value("")))
    return {pk: Here(opinions, held) for pk, opinions, held in told}


def _case(
    pk: int, name: str, decided_on: date | None, court: str | None, rank: int | None, circuit: str | None
) -> CitingCase:
    # Circuits are numbered, and the two that have a name follow them.
    place = (rank or 99, f"{circuit:0>2}" if circuit and circuit.isdigit() else circuit or "", court or "")
    return CitingCase(pk, name, decided_on, court or "", place)


def _add_up(part: Part) -> int:
    part.places += sum(_add_up(child) for child in part.children)
    part.children = [child for child in part.children if child.places]
    return part.places


def _heavy(opinion: str) -> tuple[str, ...]:
    return tuple(f"{opinion}__{column}" for column in ("raw", "text", "marks", "pieces"))
