"""New texts for an opinion that is here: its own file read anew, or another; changes made by hand are made again."""

import json
from typing import Any

from django.db import transaction
from rapidfuzz import fuzz

from briefs import importers
from briefs.access import must
from briefs.models import Opinion, Source
from briefs.text.changing import described, made, placed
from briefs.text.identifiers import mask
from briefs.text.marks import as_rows
from briefs.text.normalise import normalise
from briefs.text.pieces import Clean
from briefs.workflow.read import read_source
from briefs.workflow.reanchor import foreseen, reanchor
from briefs.workflow.refusal import Refused


@transaction.atomic
def renew(opinion: Opinion, *, by: Any = None, dry_run: bool = False) -> dict[str, int] | None:
    """Read the stored text as it would be read today; gives what became of the marks, None if nothing changed.

    Changes made by hand are made again in the new text; one that has no place there becomes a finding.
    """
    clean = with_changes(opinion, read_today(opinion), dry_run=dry_run)
    if clean.text == opinion.text and _as_kept(clean) == (opinion.marks, opinion.text_pieces):
        return None
    if dry_run:
        return foreseen(opinion, clean)
    return reanchor(opinion, clean, by=by, because="Read anew with a better normaliser")


def with_changes(opinion: Opinion, clean: Clean, *, dry_run: bool = False) -> Clean:
    """Make the changes made by hand again, in their order, in another reading; those without a place stand aside."""
    for row in opinion.text_changes.standing():
        place = placed(clean, row.change)
        new = made(clean, row.change) if place else None
        if new is not None and place is not None:
            now = described(clean, row.act, *place, row.words)
            row.raw_start, row.raw_end, row.start = now.raw_start, now.raw_end, now.start
            row.prefix, row.suffix = now.prefix, now.suffix
            clean = new
        row.is_placed = new is not None
        if not dry_run:
            row.save()
    return clean


def read_for(opinion: Opinion, source: Source) -> importers.Imported:
    """Read a file as the new text of an opinion; raises Refused when it is no new text of it, importers.Unreadable."""
    other = source.opinions.exclude(pk=opinion.pk).first()
    if other is not None:
        raise Refused(f"This file is the text of another opinion: {other}.")
    if source.pk == opinion.source_id:
        raise Refused("This is the file the opinion has already, byte for byte.")
    imported = read_source(source)
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
    clean = with_changes(opinion, imported.clean)
    return reanchor(opinion, clean, by=by, because=reason_of(because), source=source, raw=imported.raw)


def clean_of(opinion: Opinion) -> Clean:
    """Give the stored text of an opinion with its marks and its map to the raw text."""
    return Clean(opinion.text, tuple(opinion.text_marks), opinion.text_pieces)


def read_today(opinion: Opinion) -> Clean:
    """Read the kept file as its importer does now if that gives the stored raw text; else that text by itself."""
    source = opinion.source
    try:
        whole = read_source(source)
    except importers.Unreadable:  # what could be read once is still here as its raw text
        return normalise(opinion.raw)
    # Of a file with several writings the opinion may be one, or all of them.
    readings = [one.clean for one in (whole, *whole.apart()) if one.raw == opinion.raw]
    if len(readings) > 2:
        return max(readings, key=lambda clean: fuzz.ratio(clean.text, opinion.text))
    return readings[0] if readings else normalise(opinion.raw)


def _check(by: Any) -> None:
    must(by, "correct text")


def reason_of(because: str) -> str:
    """Give the reason a person gave, masked; raises Refused where there is none."""
    if not because.strip():
        raise Refused("Say why the text is replaced.")
    return mask(because.strip())


def _as_kept(clean: Clean) -> tuple[Any, Any]:
    """Give marks and map as the database holds them."""
    return json.loads(json.dumps(as_rows(clean.marks))), clean.pieces
