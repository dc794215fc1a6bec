"""Where a brief stands, in words, and which steps make sense from there for a person."""

from dataclasses import dataclass
from typing import Any

from briefs.access import ATTORNEY, may_publish, may_return, may_submit, may_withdraw, reaches
from briefs.models import Brief, Edition, Holding
from briefs.models.vocabulary import SEPARATE_WEIGHTS, BriefState
from briefs.workflow.revised import revised_since

_UNSENT = (BriefState.DRAFT, BriefState.RETURNED, BriefState.WITHDRAWN)


@dataclass(frozen=True)
class Standing:
    """The live edition (if any), the state in words, what to think of before publishing, and the steps there are."""

    live: Edition | None
    words: str
    is_revised: bool
    cautions: list[str]
    may_submit: bool
    may_publish: bool
    may_return: bool
    may_withdraw: bool
    waits_for_another: bool
    next_edition: int


def standing(brief: Brief, user: Any) -> Standing:
    """Say where a brief stands for this person."""
    live = brief.editions.filter(is_current=True).first()
    withdrawn = live is None or live.withdrawn_at is not None
    revised = brief.state == BriefState.PUBLISHED and live is not None and revised_since(brief, live.published_at)
    in_review = brief.state == BriefState.IN_REVIEW
    return Standing(
        live=live,
        words=state_words(brief, live.number if live and revised else None),
        is_revised=revised,
        cautions=cautions(brief),
        # A published brief that nobody changed has no next step but to be taken down.
        may_submit=(brief.state in _UNSENT or revised) and may_submit(user, brief),
        may_publish=in_review and may_publish(user, brief),
        may_return=in_review and may_return(user),
        may_withdraw=not withdrawn and may_withdraw(user),
        waits_for_another=in_review and reaches(user, ATTORNEY) and brief.author_id == user.pk,
        next_edition=live.number + 1 if live else 1,
    )


def state_words(brief: Brief, changed_since: int | None = None) -> str:
    """Give the state; `changed_since` is the number of the live edition a published brief no longer is."""
    if changed_since is not None:
        return f"Published; changed since edition {changed_since}"
    return brief.get_state_display()


def cautions(brief: Brief) -> list[str]:
    """Give what forbids nothing but is to be thought of before publishing: law not checked, later law (INV-7)."""
    told = []
    if brief.law_checked_on is None:
        told.append("The law has not been checked.")
    open_flags = brief.law_flags.filter(cleared_on__isnull=True).count()
    if open_flags:
        noted = (
            "1 change of law is noted and prints"
            if open_flags == 1
            else f"{open_flags} changes of law are noted and print"
        )
        told.append(f"{noted} with the brief until cleared.")
    return told


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
