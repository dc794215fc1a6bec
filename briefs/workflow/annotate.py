"""Mark a passage of an opinion, by its place or by its words."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from briefs.access import may_annotate, may_change_annotation
from briefs.models import Annotation, Issue, Opinion
from briefs.models.vocabulary import AnnotationKind, OpinionKind, Voice
from briefs.text.anchor import describe
from briefs.text.marks import BLOCKS
from briefs.text.quotes import find_quotation
from briefs.workflow.refusal import Refused


def default_voice(opinion: Opinion) -> str:
    """Give the voice that speaks in an opinion where nobody is quoted."""
    if opinion.kind == OpinionKind.DISSENT:
        return Voice.DISSENT
    return Voice.CONCURRENCE if opinion.is_separate else Voice.COURT


def kinds_for(opinion: Opinion) -> list[tuple[str, str]]:
    """Give the kinds of mark an opinion can carry: a dissent or concurrence holds nothing (INV-2)."""
    return [choice for choice in AnnotationKind.choices if not (opinion.is_separate and choice[0] == "holding")]


@transaction.atomic
def annotate(
    opinion: Opinion,
    *,
    by: Any,
    kind: str,
    voice: str = "",
    start: int | None = None,
    end: int | None = None,
    quote: str = "",
    note: str = "",
    issues: Iterable[Issue] = (),
) -> Annotation:
    """Mark [start, end) of the opinion's text, or the one place where `quote` stands.

    Raises Refused with sentences when the passage cannot be told, PermissionDenied for who may not annotate.
    """
    if not may_annotate(by):
        raise PermissionDenied("Only members of the clinic annotate opinions.")
    start, end = (start, end) if start is not None and end is not None else _only_place(opinion, quote)
    start, end = _trimmed(opinion.text, start, end)
    check_kind_and_voice(opinion, kind, voice or default_voice(opinion))
    anchor = describe(opinion.text, start, end)
    annotation = Annotation.objects.create(
        opinion=opinion,
        start=start,
        end=end,
        quote=anchor.quote,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        text_version=opinion.text_version,
        kind=kind,
        voice=voice or default_voice(opinion),
        note=note,
        author=by,
    )
    annotation.issues.set(issues)
    return annotation


@transaction.atomic
def change_annotation(
    annotation: Annotation,
    *,
    by: Any,
    kind: str,
    voice: str,
    note: str,
    issues: Iterable[Issue],
    is_resolved: bool | None = None,
) -> None:
    """Change what a mark says; its words stay. `is_resolved` None leaves that. Raises Refused, PermissionDenied."""
    if not may_change_annotation(by, annotation):
        raise PermissionDenied("A student changes only the marks they made.")
    check_kind_and_voice(annotation.opinion, kind, voice)
    annotation.kind, annotation.voice, annotation.note = kind, voice, note
    if is_resolved is not None:
        annotation.is_resolved = is_resolved
    annotation.save()
    annotation.issues.set(issues)


@transaction.atomic
def remove_annotation(annotation: Annotation, *, by: Any) -> None:
    """Take a mark away; one that a holding is pinned to stays. Raises Refused, PermissionDenied."""
    if not may_change_annotation(by, annotation):
        raise PermissionDenied("A student removes only the marks they made.")
    holdings = [str(pin.holding.number) for pin in annotation.pins.select_related("holding")]
    if holdings:
        raise Refused(f"Holding {', '.join(holdings)} is pinned to this passage; unpin it first.")
    annotation.delete()


def check_kind_and_voice(opinion: Opinion, kind: str, voice: str) -> None:
    """Refuse a kind or voice that the opinion cannot carry (INV-2, INV-6)."""
    if kind not in dict(kinds_for(opinion)):
        raise Refused(f"“{kind}” is not a kind of mark that {opinion.get_kind_display().lower()} can carry.")
    if voice not in Voice.values:
        raise Refused("Say whose words these are.")
    if kind == AnnotationKind.HOLDING and voice != Voice.COURT:
        raise Refused("Only the court's own words can be a holding.")
    if opinion.is_separate and voice == Voice.COURT:
        raise Refused("In a separate opinion the court does not speak; choose the writer's voice.")


def _only_place(opinion: Opinion, quote: str) -> tuple[int, int]:
    if not quote.strip():
        raise Refused("Select a passage, or paste the words to be marked.")
    places = find_quotation(quote, opinion.text)
    if not places:
        raise Refused("These words do not stand in the opinion. Check the quotation word by word.")
    if len(places) > 1:
        raise Refused(f"These words stand in {len(places)} places; paste a longer passage so that one is meant.")
    start, end = places[0]
    # A closing full stop, bracket or quotation mark that the person pasted belongs to the passage.
    closing = quote.rstrip()[len(quote.rstrip().rstrip(".,;:!?)]”’\"'")) :]
    while closing and opinion.text[end : end + 1] == closing[0]:
        end, closing = end + 1, closing[1:]
    return start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if not 0 <= start < end <= len(text):
        raise Refused("The passage lies outside the opinion's text; select it again.")
    passage = text[start:end]
    start, end = start + len(passage) - len(passage.lstrip()), end - len(passage) + len(passage.rstrip())
    if start >= end:
        raise Refused("Select some words.")
    return start, end


def block_of(opinion: Opinion, start: int) -> str:
    """Name the paragraph or footnote a position stands in: “para. 3”, “fn. 14”, or “front matter”."""
    for mark in opinion.text_marks:
        if mark.kind in BLOCKS and mark.start <= start < mark.end:
            names = {"paragraph": "para.", "footnote": "fn."}
            if mark.kind in names:
                return f"{names[mark.kind]} {mark.data.get('number', '')}"
    return "front matter"
