"""New texts for an opinion that is here: its own raw text read anew, another file, or one paragraph corrected."""

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from rapidfuzz import fuzz

from briefs import importers
from briefs.access import may_correct_text
from briefs.models import Opinion, Passage, Source
from briefs.text.correcting import changes, corrected, corrected_again, corrections
from briefs.text.identifiers import find_identifiers, mask
from briefs.text.marks import as_rows
from briefs.text.normalise import normalise
from briefs.text.pieces import Clean, Piece
from briefs.workflow.reanchor import foreseen, reanchor
from briefs.workflow.refusal import Refused


@transaction.atomic
def renew(opinion: Opinion, *, by: Any = None, dry_run: bool = False) -> dict[str, int] | None:
    """Read the stored text as it would be read today; gives what became of the marks, None if nothing changed.

    Corrections made by hand are made again in the new text. Raises Refused when one has no place in it any more.
    """
    clean = corrected_again(_read_today(opinion), corrections(clean_of(opinion)))
    if clean is None:
        raise Refused(f"{opinion}: a correction made by hand has no place in the text as it would be read now.")
    if clean.text == opinion.text and _as_kept(clean) == (opinion.marks, opinion.pieces):
        return None
    if dry_run:
        return foreseen(opinion, clean)
    return reanchor(opinion, clean, by=by, because="Read anew with a better normaliser")


def read_for(opinion: Opinion, source: Source) -> importers.Imported:
    """Read a file as the new text of an opinion; raises Refused when it is no new text of it, importers.Unreadable."""
    other = source.opinions.exclude(pk=opinion.pk).first()
    if other is not None:
        raise Refused(f"This file is the text of another opinion: {other}.")
    if source.pk == opinion.source_id:
        raise Refused("This is the file the opinion has already, byte for byte.")
    imported = importers.read(source.name, bytes(source.content), limit=settings.MAX_UPLOAD_BYTES)
    apart = imported.apart()
    if len(apart) > 1:
        alike = [one for one in apart if (kind := one.detail("opinion_kind")) and kind.value == opinion.kind]
        if len(alike) != 1:
            raise Refused(f"The file holds {len(apart)} writings; bring the one that is this opinion by itself.")
        imported = alike[0]
    if imported.clean.text == opinion.text:
        raise Refused("The file reads as the opinion does, word for word; nothing would change.")
    return imported


@transaction.atomic
def replace_text(opinion: Opinion, source: Source, *, by: Any, because: str) -> dict[str, int]:
    """Give an opinion the text of another file; gives what became of the marks.

    Raises PermissionDenied, Refused when the file is no new text of this opinion, importers.Unreadable.
    """
    _check(by)
    Source.objects.select_for_update().get(pk=source.pk)  # nobody makes another opinion of it meanwhile
    imported = read_for(opinion, source)
    return reanchor(opinion, imported.clean, by=by, because=_reason(because), source=source, raw=imported.raw)


@transaction.atomic
def correct_paragraph(
    opinion: Opinion, passage: Passage, words: str, *, by: Any, because: str, seen: int | None = None
) -> dict[str, int]:
    """Let one paragraph, footnote or heading read as a person typed it; gives what became of the marks.

    The raw text stays; the correction is kept in the map to it, so a later reading of the same file makes it again.
    `words` are compared with the masked paragraph, as the person saw it in text number `seen`.
    Raises PermissionDenied, Refused.
    """
    _check(by)
    present = opinion.passages.filter(pk=passage.pk).first()
    if present is None or seen not in (None, opinion.text_version):
        raise Refused("The text was replaced meanwhile; compare your words with the present ones and save again.")
    shown = mask(opinion.text)[present.start : present.end]
    words = _tidy(words)
    if not words:
        raise Refused("A paragraph needs words; it cannot be emptied.")
    made = changes(shown, words)
    if not made:
        raise Refused("The paragraph reads so already; nothing was changed.")
    hidden = [
        (max(start, present.start) - present.start, min(end, present.end) - present.start)
        for start, end, _ in find_identifiers(opinion.text)
    ]
    clean = clean_of(opinion)
    for start, end, instead in reversed(made):
        if any(start < last and first < end for first, last in hidden):
            raise Refused("A registration number stands there, which is masked and cannot be typed over.")
        clean = corrected(clean, present.start + start, present.start + end, instead)
    return reanchor(opinion, clean, by=by, because=_reason(because))


def clean_of(opinion: Opinion) -> Clean:
    """Give the stored text of an opinion with its marks and its map to the raw text."""
    return Clean(opinion.text, tuple(opinion.text_marks), tuple(Piece(*row) for row in opinion.pieces))


def _read_today(opinion: Opinion) -> Clean:
    """Read the kept file as its importer does now if that gives the stored raw text; else that text by itself."""
    source = opinion.source
    try:
        whole = importers.read(source.name, bytes(source.content), limit=settings.MAX_UPLOAD_BYTES)
    except importers.Unreadable:  # what could be read once is still here as its raw text
        return normalise(opinion.raw)
    # Of a file with several writings the opinion may be one, or all of them.
    readings = [one.clean for one in (whole, *whole.apart()) if one.raw == opinion.raw]
    if len(readings) > 2:
        return max(readings, key=lambda clean: fuzz.ratio(clean.text, opinion.text))
    return readings[0] if readings else normalise(opinion.raw)


def _check(by: Any) -> None:
    if not may_correct_text(by):
        raise PermissionDenied("Only staff and attorneys change the text of an opinion.")


def _reason(because: str) -> str:
    if not because.strip():
        raise Refused("Say why the text is replaced.")
    return mask(because.strip())


def _tidy(words: str) -> str:
    """Keep the line breaks a block has inside, but no empty lines: those would be new paragraphs."""
    lines = (" ".join(line.split()) for line in words.splitlines())
    return "\n".join(line for line in lines if line)


def _as_kept(clean: Clean) -> tuple[Any, Any]:
    """Give marks and map as the database holds them."""
    pieces = [[p.raw_start, p.raw_end, p.clean_start, p.clean_end, p.name] for p in clean.pieces]
    return json.loads(json.dumps(as_rows(clean.marks))), pieces
