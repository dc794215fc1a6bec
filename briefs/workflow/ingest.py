"""Make a received file into an opinion: its case, its text and its passages, with its citations found."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.text import slugify

from briefs import importers
from briefs.access import may_import
from briefs.models import NOT_GIVEN, Case, CaseJudge, Court, Opinion, Passage, Source
from briefs.models.vocabulary import SEPARATE_KINDS
from briefs.text.identifiers import mask
from briefs.text.marks import BLOCKS, as_rows
from briefs.text.pieces import Clean
from briefs.workflow.cite import authority_for, cite

# The details a case or opinion keeps; each is proposed by the importer and settled by the person who saves.
CASE_FIELDS = ("caption", "short_name", "argued_on", "decided_on", "decided_precision", "publication_status")
CASE_TEXTS = ("disposition", "counsel", "precedential_note")
ASKED_FOR = ("court", "docket_numbers", "argued_on", "decided_on", "disposition", "counsel", "citation", "panel")


def proposed(source: Source) -> dict[str, Any]:
    """Give what the file itself says of the case, by field; what it does not say is left out."""
    imported = importers.read(source.name, bytes(source.content))
    details = {detail.field: detail.value for detail in imported.details if detail.value}
    if "citations" in details:
        details["citation"] = details.pop("citations")[0]
    return {key: mask(value) if isinstance(value, str) else value for key, value in details.items()}


@transaction.atomic
def ingest(
    source: Source, *, by: Any, details: Mapping[str, Any] | None = None, sources: Mapping[str, str] | None = None
) -> Opinion:
    """Keep a Source as an Opinion of a new Case, and find its citations; a source already kept gives its opinion.

    `details` are the fields of CASE_FIELDS, CASE_TEXTS, `court` (id), `docket_numbers`, `citation`, `author`,
    `opinion_kind`, `completeness`, `panel` as a person settled them; without any, what the file says is taken.
    `sources` says, field by field, where a detail that the file does not give was found.
    Raises importers.Unreadable, PermissionDenied.
    """
    if not may_import(by):
        raise PermissionDenied("Only members of the clinic import opinions.")
    Source.objects.select_for_update().get(pk=source.pk)  # two people keeping one file at once make one opinion
    held = Opinion.objects.filter(source=source).first()
    if held:
        return held
    imported = importers.read(source.name, bytes(source.content))
    given = proposed(source) if details is None else details
    settled = {key: mask(value) if isinstance(value, str) else value for key, value in given.items() if value}
    case = _case(settled, dict(sources or {}), fallback=Path(source.name).stem)
    separate = settled.get("opinion_kind") in SEPARATE_KINDS
    opinion = Opinion.objects.create(
        case=case,
        slug=case.slug,
        kind=settled.get("opinion_kind", "lead"),
        author=settled.get("author", "")[:120],
        completeness=settled.get("completeness", "separate_only" if separate else "complete"),
        source=source,
        raw=imported.raw,
        text=imported.clean.text,
        marks=as_rows(imported.clean.marks),
        pieces=[[p.raw_start, p.raw_end, p.clean_start, p.clean_end, p.name] for p in imported.clean.pieces],
        imported_by=by,
    )
    Passage.objects.bulk_create(passages_of(opinion, imported.clean))
    cite(opinion)
    return opinion


def passages_of(opinion: Opinion, clean: Clean) -> list[Passage]:
    """Cut a clean text into its passages, in order, masked (INV-12); none is saved."""
    masked = mask(clean.text)
    blocks = sorted((mark for mark in clean.marks if mark.kind in BLOCKS), key=lambda mark: mark.start)
    return [
        Passage(
            opinion=opinion,
            ordinal=ordinal,
            kind=block.kind,
            label=str(block.data.get("number", ""))[:20],
            start=block.start,
            end=block.end,
            text=masked[block.start : block.end],
        )
        for ordinal, block in enumerate(blocks)
        if block.end > block.start
    ]


def _case(details: Mapping[str, Any], sources: dict[str, str], *, fallback: str) -> Case:
    name = str(details.get("short_name") or details.get("caption") or fallback)[:200]
    values = {field: details[field] for field in CASE_FIELDS + CASE_TEXTS if field in details}
    values.setdefault("caption", name)
    values["short_name"] = name
    for field in ("argued_on", "decided_on"):
        if isinstance(values.get(field), str):
            values[field] = date.fromisoformat(values[field])
    precision = values.get("decided_precision", "unknown")
    if values.get("decided_on"):
        values["decided_precision"] = "day" if precision == "unknown" else precision
    else:
        values["decided_precision"] = "unknown"
    # What nobody gave is recorded as not given, so that an empty field is never mistaken for an oversight.
    sources |= {field: NOT_GIVEN for field in ASKED_FOR if field not in details and field not in sources}
    case = Case.objects.create(
        slug=_free_slug(name),
        court=Court.objects.filter(pk=details.get("court")).first(),
        docket_numbers=[number[:60] for number in details.get("docket_numbers", [])],
        authority=authority_for(details["citation"], name=name) if details.get("citation") else None,
        sources=sources,
        **values,
    )
    CaseJudge.objects.bulk_create(
        CaseJudge(case=case, name=judge[:120], position=position)
        for position, judge in enumerate(dict.fromkeys(details.get("panel", [])))
    )
    return case


def _free_slug(name: str) -> str:
    base = slugify(name)[:100] or "case"
    taken = set(Case.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken)
