"""Mark a passage of an opinion, by its place or by its words."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from briefs.access import must
from briefs.models import Annotation, Brief, Holding, Issue, Opinion
from briefs.models.vocabulary import AnchorState, AnnotationKind, OpinionKind, Voice
from briefs.text.anchor import describe
from briefs.text.marks import BLOCKS
from briefs.text.quotes import find_quotation
from briefs.workflow.constraints import sentence
from briefs.workflow.hold import use
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
    used_in: Brief | Holding | None = None,
) -> Annotation:
    """Mark [start, end) of the opinion's text, or the one place where `quote` stands.

    `used_in` puts the passage to use in the same step: a new holding of a brief, or a pin of a holding there is.
    The very mark that the same person made before is given again: a form sent twice makes one.
    Raises Refused with sentences when the passage cannot be told, PermissionDenied for who may not annotate.
    """
    must(by, "annotate")
    hold_text(opinion)
    start, end = (start, end) if start is not None and end is not None else only_place(opinion, quote)
    start, end = _trimmed(opinion.text, start, end)
    check_kind_and_voice(opinion, kind, voice or default_voice(opinion))
    anchor = describe(opinion.text, start, end)
    told = {"start": start, "end": end, "kind": kind, "voice": voice or default_voice(opinion), "note": note}
    told |= {"opinion": opinion, "text_version": opinion.text_version, "author": by}
    annotation = Annotation.objects.standing().filter(**told).first()
    if annotation is None:
        held_by = {"quote": anchor.quote, "prefix": anchor.prefix, "suffix": anchor.suffix}
        annotation = Annotation.objects.create(**told, **held_by)
    annotation.issues.set(issues)
    if used_in is not None:
        use(annotation, used_in, by=by)
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
    start: int | None = None,
    end: int | None = None,
    quote: str = "",
    used_in: Brief | Holding | None = None,
    seen_at: datetime | None = None,
) -> None:
    """Change what a mark says; with [start, end) or a quotation also the words it stands on.

    `is_resolved` None leaves that. `seen_at` is when the mark as the person saw it was last changed: a later change
    by somebody else is told and not written over. Raises Refused, PermissionDenied.
    """
    must(by, "change annotation", annotation)
    hold_text(annotation.opinion)
    _not_changed_since(annotation, seen_at)
    check_kind_and_voice(annotation.opinion, kind, voice)
    if start is not None or quote.strip():
        _stand_on(annotation, start, end, quote)
    annotation.kind, annotation.voice, annotation.note = kind, voice, note
    if is_resolved is not None:
        annotation.is_resolved = is_resolved
    try:
        with transaction.atomic():
            annotation.save()
    except IntegrityError as error:  # a holding is pinned to it, which this voice could not support
        raise Refused(sentence(error)) from error
    annotation.issues.set(issues)
    if used_in is not None:
        use(annotation, used_in, by=by)


def hold_text(opinion: Opinion) -> None:
    """Keep the text as it is until this is done; raises Refused when it is not the one that was read any more."""
    present = Opinion.objects.select_for_update(of=("self",), no_key=True).only("text_version").get(pk=opinion.pk)
    if present.text_version != opinion.text_version:
        raise Refused("The text of this opinion was replaced meanwhile; look at your words and save again.")


def _not_changed_since(annotation: Annotation, seen_at: datetime | None) -> None:
    # Without its key: a brief that is being saved may pin to it meanwhile.
    present = Annotation.objects.select_for_update(of=("self",), no_key=True).filter(pk=annotation.pk).first()
    if present is None:
        raise Refused("Somebody took this mark away meanwhile; mark the passage anew.")
    if (present.text_version, present.start) != (annotation.text_version, annotation.start):
        raise Refused("This mark was put on other words meanwhile; look where it stands now and save again.")
    if seen_at is not None and present.changed_at != seen_at:
        last = present.history.select_related("history_user").latest()
        who = last.history_user.username if last.history_user else "Somebody"
        note = f" with the note “{present.note}”" if present.note else ""
        raise Refused(
            f"{who} changed this mark meanwhile: it now says {present.get_kind_display().lower()}{note}. "
            "What you typed is still here; save again to put it in its place."
        )


def _stand_on(annotation: Annotation, start: int | None, end: int | None, quote: str) -> None:
    opinion = annotation.opinion
    start, end = (start, end) if start is not None and end is not None else only_place(opinion, quote)
    start, end = _trimmed(opinion.text, start, end)
    anchor = describe(opinion.text, start, end)
    annotation.start, annotation.end, annotation.quote = start, end, anchor.quote
    annotation.prefix, annotation.suffix = anchor.prefix, anchor.suffix
    annotation.text_version, annotation.anchor_state = opinion.text_version, AnchorState.PLACED
    annotation.proposed_start = annotation.proposed_end = annotation.score = annotation.margin = None


@transaction.atomic
def remove_annotation(annotation: Annotation, *, by: Any) -> None:
    """Take a mark away; one that a holding is pinned to stays. Raises Refused, PermissionDenied."""
    must(by, "change annotation", annotation)
    why = why_it_stays(annotation)
    if why:
        raise Refused(why)
    annotation.delete()


def why_it_stays(annotation: Annotation) -> str:
    """Say why a mark cannot be taken away: which holdings of which briefs rest on it; empty when it can."""
    rests = [f"{pin.holding.number} of {pin.holding.brief}" for pin in annotation.pins.select_related("holding__brief")]
    if not rests:
        return ""
    verb = "is" if len(rests) == 1 else "are"
    return f"Holding {', '.join(rests)} {verb} pinned to this passage; unpin it there first."


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


def only_place(
    opinion: Opinion, quote: str, *, without: str = "Select a passage, or paste the words to be marked."
) -> tuple[int, int]:
    """Give the one place [start, end) where a pasted quotation stands; raises Refused, `without` any words too."""
    if not quote.strip():
        raise Refused(without)
    places = places_of(opinion, quote)
    if not places:
        raise Refused("These words do not stand in the opinion. Check the quotation word by word.")
    if len(places) > 1:
        raise Refused(f"These words stand in {len(places)} places; paste a longer passage so that one is meant.")
    return places[0]


def places_of(opinion: Opinion, quote: str) -> list[tuple[int, int]]:
    """Give every place [start, end) where a pasted quotation stands, its closing punctuation with it."""
    return [_with_closing(opinion.text, quote.rstrip(), place) for place in find_quotation(quote, opinion.text)]


def _with_closing(text: str, quote: str, place: tuple[int, int]) -> tuple[int, int]:
    start, end = place
    # A closing full stop, bracket or quotation mark that the person pasted belongs to the passage.
    closing = quote[len(quote.rstrip(".,;:!?)]”’\"'")) :]
    while closing and text[end : end + 1] == closing[0]:
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
