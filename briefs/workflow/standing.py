"""Where a brief stands, in words, and which steps make sense from there for a person."""

from dataclasses import dataclass
from typing import Any

from briefs.access import ATTORNEY, may, reaches
from briefs.models import Brief, Edition, Holding
from briefs.models.vocabulary import SEPARATE_WEIGHTS, BriefState
from briefs.workflow.approve import approval_stands
from briefs.workflow.cautions import cautions
from briefs.workflow.gap import Gap
from briefs.workflow.revised import revised_since
from briefs.workflow.submit import unready

_UNSENT = (BriefState.DRAFT, BriefState.RETURNED, BriefState.WITHDRAWN)


@dataclass(frozen=True)
class Standing:
    """The live edition (if any), the state in words, what to think of before publishing, and the steps there are."""

    live: Edition | None
    words: str
    is_revised: bool
    approval_lapsed: bool  # approved, but changed since
    cautions: list[Gap]
    unready: str  # why it cannot be submitted yet, “” where it can
    may_submit: bool
    may_take_back: bool
    may_approve: bool
    may_publish: bool
    may_return: bool
    may_withdraw: bool
    waits_for_another: bool
    is_ownerless: bool
    next_step: str  # who acts next, for a person who has no step to take
    next_edition: int


def standing(brief: Brief, user: Any) -> Standing:
    """Say where a brief stands for this person."""
    live = brief.editions.filter(is_current=True).first()
    withdrawn = live is None or live.withdrawn_at is not None
    revised = brief.state == BriefState.PUBLISHED and live is not None and revised_since(brief, live.published_at)
    in_review, approved = brief.state == BriefState.IN_REVIEW, approval_stands(brief)
    lapsed = brief.state == BriefState.APPROVED and not approved
    with_attorneys = in_review or brief.state == BriefState.APPROVED
    approves, submits = with_attorneys and may(user, "approve", brief), may(user, "submit", brief)
    return Standing(
        live=live,
        words=state_words(brief, live.number if live and revised else None, lapsed=lapsed),
        is_revised=revised,
        approval_lapsed=lapsed,
        cautions=cautions(brief),
        unready=unready(brief),
        # A published brief that nobody changed has no next step but to be taken down.
        may_submit=(brief.state in _UNSENT or revised) and submits,
        may_take_back=in_review and may(user, "take back", brief),
        may_approve=(in_review or lapsed) and approves,
        may_publish=(in_review or approved) and may(user, "publish", brief),
        may_return=with_attorneys and may(user, "return"),
        may_withdraw=not withdrawn and may(user, "withdraw"),
        waits_for_another=with_attorneys and reaches(user, ATTORNEY) and not approves,
        is_ownerless=is_ownerless(brief),
        next_step="" if approves else _next_step(brief.state, revised=revised, lapsed=lapsed, submits=submits),
        next_edition=live.number + 1 if live else 1,
    )


def _next_step(state: str, *, revised: bool, lapsed: bool, submits: bool) -> str:
    """Say who acts next; of a brief with its attorneys it is told to everybody but them."""
    if state == BriefState.IN_REVIEW or lapsed:
        return "A supervising attorney reads it now, and approves it or returns it."
    if state == BriefState.APPROVED:
        return "A supervising attorney publishes it now."
    if state == BriefState.PUBLISHED and not revised:
        return "Nothing waits. Change the brief, and it can be submitted for its next edition."
    if submits:
        return "A supervising attorney then reads it, and approves it or returns it with what is to be mended."
    return "It waits for whoever writes it to submit it."


def state_words(brief: Brief, changed_since: int | None = None, *, lapsed: bool = False) -> str:
    """Give the state; `changed_since` is the number of the live edition a published brief no longer is.

    `lapsed`: the brief was changed after it was approved.
    """
    if changed_since is not None:
        return f"Published; changed since edition {changed_since}"
    if lapsed:
        return "Approved; changed since"
    return brief.get_state_display()


def is_ownerless(brief: Brief) -> bool:
    """Say whether nobody writes the brief now: it was handed to no one, or its owner has left."""
    return brief.owner is None or not brief.owner.is_active


def is_proposition(holding: Holding) -> bool:
    """Say whether it is a separate writer's proposition, which is never called a holding (INV-2)."""
    return holding.weight in SEPARATE_WEIGHTS


def called(holding: Holding) -> str:
    """Name a holding as the desk speaks of it: “holding 3”, or “proposition 3 (dissent)” (INV-2)."""
    if is_proposition(holding):
        return f"proposition {holding.number} ({holding.get_weight_display().lower()})"
    return f"holding {holding.number}"


def counted(holdings: int, propositions: int) -> str:
    """Count what a brief states: “13 holdings”, “6 propositions”, “2 holdings, 1 proposition” (INV-2)."""
    parts = [(holdings, "holding"), (propositions, "proposition")]
    said = [f"{count} {name}{'' if count == 1 else 's'}" for count, name in parts if count]
    return ", ".join(said) or "nothing held yet"
