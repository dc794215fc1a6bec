"""Note one change of the law on every brief and holding it bears on, so that they are looked at again (INV-7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Prefetch, Q

from briefs.access import must
from briefs.models import Authority, Brief, EditionCitation, Holding, Issue, LawFlag, texts_of
from briefs.models.vocabulary import BriefState
from briefs.workflow.refusal import Refused


@dataclass(frozen=True)
class Affected:
    """A brief that may be affected, and those of its holdings that carry the issue."""

    brief: Brief
    holdings: list[Holding]
    why: str


def perhaps_affected(subject: Authority | Issue) -> list[Affected]:
    """Give the briefs that cite an authority (or whose opinion does), or that carry an issue or one below it."""
    briefs = Brief.objects.exclude(state=BriefState.WITHDRAWN).select_related("opinion__case", "author")
    briefs = briefs.defer(*texts_of("opinion"))
    if isinstance(subject, Authority):
        in_words = EditionCitation.objects.filter(authority=subject, edition__is_current=True).values("edition__brief")
        cited = briefs.filter(Q(opinion__citations__authority=subject) | Q(pk__in=in_words)).distinct()
        told = set(in_words.values_list("edition__brief", flat=True))
        return [
            Affected(brief, [], "The brief cites it" if brief.pk in told else "The opinion cites it")
            for brief in cited.order_by("title", "pk")
        ]
    below = Issue.objects.filter(Q(pk=subject.pk) | Q(parent=subject) | Q(parent__parent=subject))
    tagged = Holding.objects.filter(issues__in=below).distinct().order_by("number")
    found = briefs.filter(Q(issues__in=below) | Q(holdings__issues__in=below)).distinct().order_by("title", "pk")
    rows: Any = found.prefetch_related(Prefetch("holdings", tagged, to_attr="tagged"))
    return [Affected(brief, brief.tagged, f"Carries {subject.name}, or an issue under it") for brief in rows]


@transaction.atomic
def note_later_law(
    places: Sequence[str], *, by: Any, kind: str, note: str, effective_on: date | None = None, applies_when: str = ""
) -> int:
    """Put one flag on each place: “12” is a whole brief, “12:3” its holding number 3. Gives how many were noted.

    The same note is not put on a place twice. Raises Refused (nothing is noted then), PermissionDenied.
    """
    must(by, "note later law")
    if kind not in LawFlag.Kind.values:
        raise Refused("Choose what happened to the law.")
    if not note.strip():
        raise Refused("Say what changed, with the citation of what changed it.")
    if not places:
        raise Refused("Tick the briefs and holdings the change bears on.")
    if len(applies_when) > 200:
        raise Refused("Say in at most 200 characters when the change applies.")
    noted = 0
    for brief, number in sorted({_read(place) for place in places}):
        row = Brief.objects.filter(pk=brief).first()
        holding = row.holdings.filter(number=number).first() if row is not None else None
        if row is None or (number and holding is None):
            raise Refused("One of the briefs or holdings is not there; open the page again.")
        told = {"kind": kind, "note": note.strip(), "bears_on": holding, "cleared_on": None}
        _, is_new = LawFlag.objects.get_or_create(
            brief=row, **told, defaults={"effective_on": effective_on, "applies_when": applies_when.strip()}
        )
        noted += is_new
    return noted


def _read(place: str) -> tuple[int, int]:
    brief, _, number = place.partition(":")
    parts = (brief, number or "0")
    if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        raise Refused("One of the briefs or holdings is not there; open the page again.")
    return int(parts[0]), int(parts[1])
