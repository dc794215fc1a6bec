"""What the briefs of a list lack, in a few words: counted for all of them at once, and without reading any text."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q

from briefs.models import SECTIONS, Annotation, Brief, Finding, Holding
from briefs.models.vocabulary import AnchorState
from briefs.workflow.readiness import NEEDED_SECTIONS, details_missing

_TITLES = dict(SECTIONS)
_LOST = Q(pins__annotation__retired_at__isnull=False) | Q(
    pins__annotation__anchor_state__in=(AnchorState.SUSPECT, AnchorState.ORPHAN)
)


def with_lacks(briefs: Iterable[Any]) -> None:
    """Give each brief what it lacks before it can be published, as `lacks`: a few words for each kind of gap.

    It is the short form of `readiness.missing`, which also reads the quotations and the numbers in the prose; so a
    brief that lacks nothing here may still be refused. The queries do not grow with the list.
    """
    rows = list(briefs)
    keys = [brief.pk for brief in rows]
    below = Q(issues__level__gt=1) | Q(holdings__issues__level__gt=1)
    tagged = set(Brief.objects.filter(below, pk__in=keys).values_list("pk", flat=True))
    held = _of_holdings(keys)
    problems = _counted(Annotation.objects.open_problems(), "opinion", [brief.opinion_id for brief in rows])
    unsigned = _counted(Finding.objects.unsigned(), "opinion__case", [brief.opinion.case_id for brief in rows])
    for brief in rows:
        stated = "proposition" if brief.opinion.is_separate else "holding"
        blank = [_TITLES[name].lower() for name in NEEDED_SECTIONS if not getattr(brief, name).strip()]
        counts = held.get(brief.pk)
        brief.lacks = [
            *_some(len(details_missing(brief.opinion.case)), "{} detail of the case", "{} details of the case"),
            *_some(unsigned[brief.opinion.case_id], "a signature for {} identifier", "signatures for {} identifiers"),
            *_some(problems[brief.opinion_id], "the end of {} open problem", "the end of {} open problems"),
            *([] if counts else [f"a {stated}"]),
            *_of_counts(counts or Counter(), stated),
            *blank,
            *([] if brief.pk in tagged else ["an issue tag"]),
        ]


def _of_holdings(briefs: list[int]) -> dict[int, Counter[str]]:
    """Count the holdings of each brief, and those that lack their answer or a pin that stands."""
    rows = (
        Holding.objects.filter(brief__in=briefs)
        .order_by()
        .annotate(pinned=Count("pins"), lost=Count("pins", filter=_LOST))
        .values_list("brief", "answer", "pinned", "lost")
    )
    counted: dict[int, Counter[str]] = defaultdict(Counter)
    for brief, answer, pinned, lost in rows:
        counted[brief].update({"all": 1, "unsaid": int(not answer.strip()), "unpinned": int(not pinned), "lost": lost})
    return counted


def _of_counts(counts: Counter[str], stated: str) -> list[str]:
    return [
        *_some(counts["unsaid"], f"the answer of {{}} {stated}", f"the answers of {{}} {stated}s"),
        *_some(counts["unpinned"], f"a pin for {{}} {stated}", f"pins for {{}} {stated}s"),
        *_some(counts["lost"], "the place of {} pin", "the places of {} pins"),
    ]


def _counted(rows: Any, name: str, keys: list[int]) -> Counter[int]:
    asked = rows.filter(**{f"{name}__in": keys}).order_by().values_list(name).annotate(count=Count("pk"))
    return Counter(dict(asked))


def _some(count: int, one: str, many: str) -> list[str]:
    return [(one if count == 1 else many).format(count)] if count else []
