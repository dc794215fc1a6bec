"""The way of an opinion, shown on each of its pages: what is done with it, what waits, and where the next step is."""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse

from briefs.access import may
from briefs.models import Annotation, Brief, Finding, Opinion
from briefs.models.vocabulary import BriefState

TEXT, MARKS, RELEASE, BRIEF = "text", "marks", "release", "brief"


@dataclass(frozen=True)
class Step:
    """One step: what it is called, how far it is, where it is done, and whether nothing waits there."""

    name: str
    title: str
    said: str
    href: str
    is_done: bool


def with_way(opinions: QuerySet[Opinion]) -> QuerySet[Opinion]:
    """Fetch with each opinion what `way_of` tells of it, so that a page asks nothing more for it."""
    here = {"opinion": OuterRef("pk")}
    briefs = Brief.objects.filter(**here).order_by("pk").values(told=JSONObject(pk=F("pk"), state=F("state")))
    return opinions.annotate(
        way_doubts=_count(Finding.objects.standing().filter(**here)),
        way_unsigned=_count(Finding.objects.unsigned().filter(**here)),
        way_marks=_count(Annotation.objects.standing().filter(**here)),
        way_briefs=ArraySubquery(briefs),
    )


def _count(rows: QuerySet[Any]) -> Coalesce:
    # Counted apart: a join would group by the opinion's whole text.
    return Coalesce(Subquery(rows.order_by().values("opinion").annotate(number=Count("pk")).values("number")), 0)


def way_of(opinion: Any, user: Any) -> list[Step]:
    """Tell the four steps of an opinion that was fetched `with_way`, and which of them are not this person's."""
    return [
        Step(TEXT, "Check the text", _of_text(opinion, user), _at("text_desk", opinion), not opinion.way_doubts),
        Step(
            RELEASE,
            "Release it",
            _of_release(opinion, user),
            f"{_at('change', opinion)}#release",
            opinion.released_at is not None,
        ),
        Step(
            MARKS,
            "Mark passages",
            f"{opinion.way_marks or 'no'} mark{'' if opinion.way_marks == 1 else 's'}",
            _at("annotate", opinion),
            bool(opinion.way_marks),
        ),
        _brief_step(opinion),
    ]


def _of_text(opinion: Any, user: Any) -> str:
    theirs = "" if may(user, "sign findings") else " for staff"
    if opinion.way_unsigned:
        return f"{opinion.way_unsigned} identifier{'' if opinion.way_unsigned == 1 else 's'}{theirs} to sign"
    if opinion.way_doubts:
        return f"{opinion.way_doubts} finding{'' if opinion.way_doubts == 1 else 's'}{theirs} to decide"
    return "nothing waits"


def _of_release(opinion: Any, user: Any) -> str:
    if opinion.released_at:
        return "released"
    return "not released" if may(user, "release") else "not released; staff do it"


def _brief_step(opinion: Any) -> Step:
    """Lead to the one brief, or to the list of several; where there is none, to the button that begins it."""
    briefs = opinion.way_briefs
    is_done = any(one["state"] == BriefState.PUBLISHED for one in briefs)
    if len(briefs) == 1:
        said = str(BriefState(briefs[0]["state"]).label).lower()
        href = reverse("admin:briefs_brief_change", args=[briefs[0]["pk"]])
    else:
        said = f"{len(briefs)} briefs" if briefs else "none yet"
        href = f"{_at('change', opinion)}#briefs" if briefs else f"{_at('annotate', opinion)}#start-brief"
    return Step(BRIEF, "Write the brief", said, href, is_done)


def _at(name: str, opinion: Opinion) -> str:
    return reverse(f"admin:briefs_opinion_{name}", args=[opinion.pk])
