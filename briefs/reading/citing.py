"""Who cites an authority: its parts, and every published brief and released opinion that cites it, case by case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from briefs.models import Authority, Citation, EditionCitation, Opinion, texts_of

CASES_ON_A_PAGE = 25
_CASE = ("pk", "short_name", "decided_on", "court__name", "court__rank", "court__circuit")


class Place(NamedTuple):
    """How often one opinion, or the brief of one edition, cites one authority, and the case it belongs to."""

    authority: int
    work: int  # the opinion, or the edition
    is_brief: bool
    case: int
    name: str
    decided_on: date | None
    court: str | None
    rank: int | None
    circuit: str | None
    times: int


@dataclass(slots=True)
class Part:
    """An authority with what is below it; `places` counts the citations of it and of everything below."""

    authority: Authority
    children: list["Part"] = field(default_factory=list)
    places: int = 0


@dataclass(slots=True)
class CitingCase:
    """A case that cites the authority: in its released opinions, in a published brief on it, or in both.

    Where it does is filled in for the cases of a page; there may be thousands.
    """

    pk: int
    name: str
    decided_on: date | None
    court: str  # its name, "" where it is not given
    rank: tuple[int, str, str]  # of the court: the Supreme Court first, a court that is not given last
    in_opinions: Sequence[Citation] = ()
    in_briefs: Sequence[EditionCitation] = ()


class CitedBy:
    """Everything public that cites an authority or anything under it (8 U.S.C. § 1158(b) under § 1158)."""

    def __init__(self, authority: Authority) -> None:
        """Ask for the parts and, counted, for every place; the words are fetched with a page of cases."""
        self.authority = authority
        key = authority.key
        below = Q(key__startswith=f"{key}:") | Q(key__startswith=f"{key}.") | Q(merged_into=authority)
        merged = Q(merged_into__key__startswith=f"{key}:") | Q(merged_into__key__startswith=f"{key}.")
        self.parts = [authority, *Authority.objects.filter(below | merged).exclude(pk=authority.pk).order_by("key")]
        self.ids = [part.pk for part in self.parts]
        places = _places(Citation.objects.public().of(self.ids), "opinion", is_brief=False)
        places = places.union(_places(_in_briefs(self.ids), "edition", is_brief=True), all=True)
        self._places = [Place(*row) for row in places]

    def __bool__(self) -> bool:
        """Say whether anything public cites it."""
        return bool(self._places)

    @cached_property
    def cases(self) -> list[CitingCase]:
        """Give the citing cases by court, the highest first, and in each by date, the newest first and undated last."""
        first = {one.case: one for one in self._places}
        return sorted(
            map(_case, first.values()),
            key=lambda case: (case.rank, -(case.decided_on or date.min).toordinal(), case.name, case.pk),
        )

    @cached_property
    def opinions(self) -> int:
        """Give how many released opinions cite it or a part of it."""
        return len({one.work for one in self._places if not one.is_brief})

    @cached_property
    def briefs(self) -> int:
        """Give how many published briefs cite it or a part of it in their own words."""
        return len({one.work for one in self._places if one.is_brief})

    def page(self, number: str | None) -> "Page[Any]":
        """Give one page of the citing cases, with the words of their opinions and of their briefs in reading order."""
        page = Paginator(self.cases, CASES_ON_A_PAGE).get_page(number)
        opinions, briefs = _listed_by_case(page.object_list), _listed_by_case(page.object_list)
        for row in self._opinions_words(opinions):
            opinions[row.opinion.case_id].append(row)
        for row in self._briefs_words(briefs):
            briefs[row.case].append(row)
        for case in page.object_list:
            case.in_opinions, case.in_briefs = opinions[case.pk], briefs[case.pk]
        return page

    def _opinions_words(self, case_ids: Iterable[int]) -> Iterable[Citation]:
        rows = Citation.objects.public().of(self.ids).filter(opinion__case__in=list(case_ids))
        rows = rows.select_related("authority", "passage", "opinion__case__court")
        return rows.defer("passage__search", *texts_of("opinion")).order_by("opinion__position", "opinion_id", "start")

    def _briefs_words(self, case_ids: Iterable[int]) -> Iterable[Any]:
        rows = _in_briefs(self.ids).filter(edition__opinion__case__in=list(case_ids))
        rows = rows.annotate(case=F("edition__opinion__case_id")).select_related("authority", "edition")
        return rows.defer("edition__page").order_by("edition__name", "pk")

    @cached_property
    def tree(self) -> Part:
        """Hang the parts under the authority; a part that nothing cites, nor anything below it, is left out."""
        heirs = {part.pk: part.merged_into_id or part.pk for part in self.parts}
        by_id = {part.pk: Part(part) for part in self.parts if part.merged_into_id is None}
        top = by_id[self.authority.pk]
        for part in by_id.values():
            if part is not top:
                by_id.get(part.authority.parent_id or 0, top).children.append(part)
        for one in self._places:
            by_id.get(heirs[one.authority], top).places += one.times
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


def _in_briefs(authority_ids: list[int]) -> QuerySet[EditionCitation]:
    return EditionCitation.objects.current().filter(authority_id__in=authority_ids)


def _places(rows: QuerySet[Any], work: str, *, is_brief: bool) -> QuerySet[Any, tuple[Any, ...]]:
    """Count citations by authority and by what cites, in the columns of Place."""
    case = f"{work}__case" if work == "opinion" else f"{work}__opinion__case"
    columns = ("authority_id", f"{work}_id", "is_brief", *(f"{case}__{column}" for column in _CASE))
    return rows.order_by().annotate(is_brief=Value(is_brief)).values_list(*columns).annotate(times=Count("pk"))


def _case(one: Place) -> CitingCase:
    # Circuits are numbered, and the two that have a name follow them.
    circuit = f"{one.circuit:0>2}" if one.circuit and one.circuit.isdigit() else one.circuit or ""
    return CitingCase(one.case, one.name, one.decided_on, one.court or "", (one.rank or 99, circuit, one.court or ""))


def _listed_by_case(cases: Iterable[CitingCase]) -> dict[int, list[Any]]:
    return {case.pk: [] for case in cases}


def _add_up(part: Part) -> int:
    part.places += sum(_add_up(child) for child in part.children)
    part.children = [child for child in part.children if child.places]
    return part.places
