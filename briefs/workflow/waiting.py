"""What waits for whom, and since when: the review queue and the first page of the desk."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery

from briefs.access import ATTORNEY, STAFF, may_correct_citation, may_publish, reaches
from briefs.models import Brief, Citation, Edition, Opinion, Source
from briefs.models.brief import BriefQuerySet
from briefs.models.vocabulary import SEPARATE_WEIGHTS, BriefState
from briefs.workflow.revised import perhaps_revised, revised_since
from briefs.workflow.standing import counted, state_words


@dataclass(frozen=True)
class Waiting:
    """The briefs of the queue, longest waiting first in each part."""

    to_approve: list[Brief]
    with_others: list[Brief]
    returned: list[Brief]
    being_written: list[Brief]


def waiting_for(user: Any) -> Waiting:
    """Sort the briefs that are on their way by who has to act next, as this person sees it.

    Students see their own; staff and attorneys see all. A brief an attorney wrote waits for another attorney.
    """
    briefs = _shown(Brief.objects.exclude(state=BriefState.WITHDRAWN))
    if not reaches(user, STAFF):
        briefs = briefs.filter(author=user)
    in_review = list(briefs.filter(state=BriefState.IN_REVIEW).order_by("submitted_at"))
    mine = [brief for brief in in_review if may_publish(user, brief)]
    drafted = briefs.filter(Q(state=BriefState.DRAFT) | perhaps_revised()).order_by("changed_at")
    return Waiting(
        to_approve=mine,
        with_others=[brief for brief in in_review if brief not in mine],
        returned=list(briefs.filter(state=BriefState.RETURNED).order_by("changed_at")),
        being_written=[brief for brief in drafted if _is_being_written(brief)],
    )


def _is_being_written(brief: Any) -> bool:
    return brief.state == BriefState.DRAFT or revised_since(brief, brief.published_at)


def _shown(briefs: BriefQuerySet) -> BriefQuerySet:
    live = Edition.objects.filter(brief=OuterRef("pk"), is_current=True)
    apart = Q(holdings__weight__in=SEPARATE_WEIGHTS)
    return briefs.select_related("author", "opinion__case__court").annotate(
        holdings_written=Count("holdings", filter=~apart, distinct=True),
        propositions_written=Count("holdings", filter=apart, distinct=True),
        published_at=Subquery(live.values("published_at")[:1]),
        edition_number=Subquery(live.values("number")[:1]),
    )


def what_it_states(brief: Any) -> str:
    """Count the holdings and propositions of a brief of these lists, in words."""
    return counted(brief.holdings_written, brief.propositions_written)


def how_it_stands(brief: Any) -> str:
    """Give the state of a brief of these lists in words; one that is being written though published was changed."""
    return state_words(brief, brief.edition_number if brief.state == BriefState.PUBLISHED else None)


@dataclass(frozen=True)
class FirstThings:
    """What the desk's first page shows a person before anything else."""

    files: list[Source]
    opinions: list[Opinion]
    briefs: list[Brief]
    supervises: bool
    citations: int | None  # how many wait for a decision; None for those who do not decide


def first_things(user: Any, most: int = 5) -> FirstThings:
    """Give the files that wait, the newest opinions, and the reviews or the own briefs that wait for this person."""
    supervises = reaches(user, ATTORNEY)
    briefs = _shown(Brief.objects.all())
    if supervises:
        briefs = briefs.filter(state=BriefState.IN_REVIEW).exclude(author=user).order_by("submitted_at")
    else:
        briefs = briefs.filter(author=user).order_by("-changed_at")
    opinions = Opinion.objects.select_related("case__court").defer("raw", "text", "marks", "pieces")
    return FirstThings(
        files=list(
            Source.objects.waiting().defer("content").select_related("received_by").order_by("-received_at")[:most]
        ),
        opinions=list(opinions.annotate(marked=Count("annotations")).order_by("-imported_at", "-pk")[:most]),
        briefs=list(briefs[:most]),
        supervises=supervises,
        citations=Citation.objects.undecided().count() if may_correct_citation(user) else None,
    )
