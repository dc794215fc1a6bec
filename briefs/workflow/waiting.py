"""What waits for whom, and since when: the review queue and the first page of the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from briefs.access import ATTORNEY, STAFF, may, reaches
from briefs.models import Brief, Citation, Comment, Edition, LawFlag, Opinion, Source, texts_of
from briefs.models.brief import BriefQuerySet
from briefs.models.vocabulary import SEPARATE_WEIGHTS, BriefState
from briefs.workflow.lacking import with_lacks
from briefs.workflow.revised import perhaps_revised, revised_among
from briefs.workflow.standing import counted, is_ownerless, state_words

_WITH_ATTORNEY = (BriefState.IN_REVIEW, BriefState.APPROVED)


@dataclass(frozen=True)
class Waiting:
    """The briefs of the queue, longest waiting first in each part."""

    to_approve: list[Brief]
    to_publish: list[Brief]
    with_others: list[Brief]
    later_law: list[Brief]
    returned: list[Brief]
    being_written: list[Brief]
    ownerless: list[Brief]


def waiting_for(user: Any) -> Waiting:
    """Sort the briefs that are on their way by who has to act next, as this person sees it.

    Students see their own; staff and attorneys see all. A brief an attorney wrote waits for another attorney. What
    nobody writes any more is with those who can hand it over, and with the attorneys too if it was submitted.
    """
    briefs = _shown(Brief.objects.exclude(state=BriefState.WITHDRAWN))
    if not reaches(user, STAFF):
        briefs = briefs.filter(owner=user)
    rows: list[Any] = list(briefs.filter(~Q(state=BriefState.PUBLISHED) | perhaps_revised() | Q(flags_open__gt=0)))
    moments = {brief: moment for brief in rows if (moment := _settled_at(brief)) is not None}
    changed = revised_among(moments)
    for brief in rows:
        brief.is_changed = brief.pk in changed
    with_lacks(rows)
    with_attorneys = sorted((one for one in rows if one.state in _WITH_ATTORNEY), key=lambda one: one.submitted_at)
    mine = [brief for brief in with_attorneys if may(user, "publish", brief)]
    by_change = sorted(rows, key=lambda one: (one.changed_at, one.pk))
    left = [brief for brief in by_change if is_ownerless(brief)] if may(user, "hand over") else []
    flagged = sorted((one for one in rows if _has_later_law(one)), key=lambda one: (one.flagged_at, one.pk))
    written = [brief for brief in by_change if brief not in left and brief not in flagged]
    return Waiting(
        to_approve=[brief for brief in mine if not _is_approved(brief)],
        to_publish=[brief for brief in mine if _is_approved(brief)],
        with_others=[brief for brief in with_attorneys if brief not in mine],
        later_law=flagged,
        returned=[brief for brief in written if brief.state == BriefState.RETURNED],
        being_written=[brief for brief in written if brief.state == BriefState.DRAFT or _is_rewritten(brief)],
        ownerless=left,
    )


def _settled_at(brief: Any) -> Any:
    """Give the moment since when a brief should not have changed: its approval, or its live edition."""
    return brief.approved_at if brief.state == BriefState.APPROVED else brief.published_at


def _is_approved(brief: Any) -> bool:
    return brief.state == BriefState.APPROVED and not brief.is_changed


def _is_rewritten(brief: Any) -> bool:
    return brief.state == BriefState.PUBLISHED and brief.is_changed


def _has_later_law(brief: Any) -> bool:
    """Tell whether the live page was published before a change of law that nobody cleared was noted."""
    return (
        brief.state == BriefState.PUBLISHED
        and brief.flagged_at is not None
        and brief.published_at is not None
        and brief.flagged_at > brief.published_at
    )


def unowned() -> Q:
    """Narrow briefs to those nobody writes: handed to no one, or their owner has left the clinic."""
    return Q(owner__isnull=True) | Q(owner__is_active=False)


def on_their_way() -> BriefQuerySet:
    """Give the briefs that are neither published nor withdrawn."""
    return Brief.objects.exclude(state__in=(BriefState.PUBLISHED, BriefState.WITHDRAWN))


def _shown(briefs: BriefQuerySet) -> BriefQuerySet:
    live = Edition.objects.filter(brief=OuterRef("pk"), is_current=True)
    apart = Q(holdings__weight__in=SEPARATE_WEIGHTS)
    said = Comment.objects.open().filter(brief=OuterRef("pk")).order_by().values("brief")
    flags = LawFlag.objects.filter(brief=OuterRef("pk"), cleared_on__isnull=True).order_by().values("brief")
    # A flag has no moment of its own; its first record does.
    noted = LawFlag.history.filter(
        brief_id=OuterRef("pk"), history_type="+", id__in=LawFlag.objects.filter(cleared_on__isnull=True).values("pk")
    )
    return (
        briefs.select_related("author", "owner", "approved_by", "opinion__case__court")
        .defer(*texts_of("opinion"))
        .annotate(
            holdings_written=Count("holdings", filter=~apart, distinct=True),
            propositions_written=Count("holdings", filter=apart, distinct=True),
            published_at=Subquery(live.values("published_at")[:1]),
            edition_number=Subquery(live.values("number")[:1]),
            comments_open=Coalesce(Subquery(said.annotate(n=Count("pk")).values("n")), 0),
            flags_open=Coalesce(Subquery(flags.annotate(n=Count("pk")).values("n")), 0),
            flagged_at=Subquery(noted.order_by("-history_date").values("history_date")[:1]),
        )
    )


def what_it_states(brief: Any) -> str:
    """Count the holdings and propositions of a brief of these lists, in words."""
    return counted(brief.holdings_written, brief.propositions_written)


def how_it_stands(brief: Any) -> str:
    """Give the state of a brief of these lists in words; one that is being written though published was changed."""
    return state_words(
        brief,
        brief.edition_number if _is_rewritten(brief) else None,
        lapsed=brief.state == BriefState.APPROVED and brief.is_changed,
    )


def with_standing(briefs: Iterable[Any]) -> None:
    """Give each brief of any list where it stands in words, as `standing`; the queries do not grow with the list."""
    briefs = list(briefs)
    live = Edition.objects.filter(brief__in=briefs, is_current=True).values_list("brief", "number", "published_at")
    editions = {key: (number, at) for key, number, at in live}
    for brief in briefs:
        brief.edition_number, brief.published_at = editions.get(brief.pk, (None, None))
    settled = (BriefState.PUBLISHED, BriefState.APPROVED)
    moments = {brief: at for brief in briefs if brief.state in settled and (at := _settled_at(brief)) is not None}
    changed = revised_among(moments)
    for brief in briefs:
        brief.is_changed = brief.pk in changed
        brief.standing = how_it_stands(brief)


@dataclass(frozen=True)
class FirstThings:
    """What the desk's first page shows a person before anything else."""

    files: list[Source]
    opinions: list[Opinion]
    briefs: list[Brief]
    supervises: bool
    citations: int | None  # how many wait for a decision; None for those who do not decide
    ownerless: int  # briefs nobody writes any more; 0 for those who do not hand over


def first_things(user: Any, most: int = 5) -> FirstThings:
    """Give the files that wait, the newest opinions, and the reviews or the own briefs that wait for this person."""
    supervises = reaches(user, ATTORNEY)
    briefs = _shown(Brief.objects.all())
    if supervises:
        briefs = briefs.filter(state__in=_WITH_ATTORNEY).exclude(author=user).exclude(owner=user)
        briefs = briefs.order_by("submitted_at")
    else:
        briefs = briefs.filter(owner=user).order_by("-changed_at")
    shown = list(briefs[:most])
    with_standing(shown)
    with_lacks(shown)
    opinions = Opinion.objects.select_related("case__court").without_texts()
    return FirstThings(
        files=list(
            Source.objects.waiting().defer("content").select_related("received_by").order_by("-received_at")[:most]
        ),
        opinions=list(opinions.with_marks().order_by("-imported_at", "-pk")[:most]),
        briefs=shown,
        supervises=supervises,
        citations=Citation.objects.undecided().count() if may(user, "correct citation") else None,
        ownerless=on_their_way().filter(unowned()).count() if may(user, "hand over") else 0,
    )
