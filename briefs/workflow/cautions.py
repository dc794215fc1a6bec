"""What forbids nothing but is to be thought of before a brief is published, each with its place."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Count

from briefs.models import NOT_GIVEN, Brief
from briefs.models.vocabulary import SEPARATE_WEIGHTS, Outcome, Weight
from briefs.workflow.gap import Gap

_DECIDES = (Weight.HOLDING, Weight.ALTERNATIVE)
_ONE_QUOTATION = re.compile(r"\s*[“\"][^“”\"]+[”\"]\s*")

Told = tuple[Callable[[Any], bool], str, str, str]

# Of which holdings it is told, the field that mends it, what is said of one, and of several.
_OF_HOLDINGS: tuple[Told, ...] = (
    (lambda one: not one.question.strip(), "question", "asks no question", "ask no question"),
    (
        lambda one: _ONE_QUOTATION.fullmatch(one.answer) is not None,
        "answer",
        "says only the opinion’s words; state it in your own",
        "say only the opinion’s words; state them in your own",
    ),
    (
        lambda one: one.weight in _DECIDES and one.outcome == Outcome.NONE,
        "outcome",
        "does not say for whom it came out",
        "do not say for whom they came out",
    ),
    (
        lambda one: not one.tags,
        "issues",
        "is under no issue, so no digest shows it",
        "are under no issue, so no digest shows them",
    ),
)


def cautions(brief: Brief) -> list[Gap]:
    """Tell of law not checked and later law (INV-7), and of what holdings may want though they could be published."""
    told = []
    if brief.law_checked_on is None:
        told.append(Gap("The law has not been checked.", "law_checked_on"))
    open_flags = brief.law_flags.filter(cleared_on__isnull=True).count()
    if open_flags:
        noted = (
            "1 change of law is noted and prints"
            if open_flags == 1
            else f"{open_flags} changes of law are noted and print"
        )
        told.append(Gap(f"{noted} with the brief until cleared.", "law_flags"))
    case = brief.opinion.case
    is_ordered = bool(case.disposition.strip()) or case.dispositions.exists()
    if brief.disposition.strip() and not is_ordered and not brief.opinion.is_separate:
        told.append(Gap(f"The case gives no disposition, so the page prints “{NOT_GIVEN}” beside the section.", "case"))
    holdings = list(brief.holdings.order_by("number").annotate(tags=Count("issues")))
    for is_told, field, of_one, of_several in _OF_HOLDINGS:
        meant = [one for one in holdings if is_told(one)]
        if meant:
            said = of_one if len(meant) == 1 else of_several
            told.append(Gap(f"{_named(meant)} {said}.", field, meant[0].number))
    return told


def _named(holdings: Iterable[Any]) -> str:
    """Name several: “Holding 2”, “Holdings 1, 2 and 4”; a separate writer's are propositions (INV-2)."""
    rows = list(holdings)
    name = "Proposition" if all(one.weight in SEPARATE_WEIGHTS for one in rows) else "Holding"
    numbers = [str(one.number) for one in rows]
    if len(numbers) == 1:
        return f"{name} {numbers[0]}"
    return f"{name}s {', '.join(numbers[:-1])} and {numbers[-1]}"
