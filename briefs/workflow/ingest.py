"""Make a received file into an opinion: its case, its text and its passages, with its citations found."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from briefs.access import may_import
from briefs.importers import Imported
from briefs.models import NOT_GIVEN, Case, CaseJudge, Court, Opinion, Passage, Source
from briefs.models.vocabulary import SEPARATE_KINDS
from briefs.text.identifiers import mask
from briefs.text.marks import as_rows
from briefs.workflow.cite import authority_for, cite
from briefs.workflow.diagnose import diagnose
from briefs.workflow.passages import passages_of
from briefs.workflow.read import read_source

# The details a case or opinion keeps; each is proposed by the importer and settled by the person who saves.
CASE_FIELDS = ("caption", "short_name", "argued_on", "decided_on", "decided_precision", "publication_status")
CASE_TEXTS = ("disposition", "counsel", "precedential_note")
ASKED_FOR = ("court", "docket_numbers", "argued_on", "decided_on", "disposition", "counsel", "citation", "panel")


def proposed(source: Source) -> dict[str, Any]:
    """Give what the file itself says of the case and of its first opinion, by field; what it does not say is left out.

    Raises importers.Unreadable.
    """
    return _said(read_source(source).apart()[0])


def _said(imported: Imported) -> dict[str, Any]:
    details = {detail.field: detail.value for detail in imported.details if detail.value}
    if "citations" in details:
        details["citation"] = details.pop("citations")[0]
    return _masked(details)


def _masked(given: Mapping[str, Any]) -> dict[str, Any]:
    return {key: mask(value) if isinstance(value, str) else value for key, value in given.items() if value}


@transaction.atomic
def ingest(
    source: Source,
    *,
    by: Any,
    details: Mapping[str, Any] | None = None,
    sources: Mapping[str, str] | None = None,
    writings: Sequence[Mapping[str, Any]] = (),
    case: Case | None = None,
) -> Opinion:
    """Keep a Source as the opinions of a new Case, and find their citations; a source already kept gives its opinion.

    A file with several writings gives one Opinion for each; the first is given back. `details` are the fields of
    CASE_FIELDS, CASE_TEXTS, `court` (id), `docket_numbers`, `citation`, `author`, `opinion_kind`, `completeness`,
    `panel` as a person settled them; without any, what the file says is taken. `sources` says, field by field, where
    a detail that the file does not give was found. `writings` are the `opinion_kind` and `author` of each writing,
    the first included, where there are several. With `case` the opinions join a case that is here.
    Raises importers.Unreadable, PermissionDenied.
    """
    if not may_import(by):
        raise PermissionDenied("Only members of the clinic import opinions.")
    Source.objects.select_for_update().get(pk=source.pk)  # two people keeping one file at once make one opinion
    kept = Opinion.objects.filter(Q(source=source) | Q(text_versions__source=source))
    held = kept.order_by("case", "position").first()
    if held:
        return held
    apart = read_source(source).apart()
    given = _said(apart[0]) if details is None else _masked(details)
    if case is None:
        case = _case(given, dict(sources or {}), fallback=Path(source.name).stem)
    first = case.opinions.count()
    opinions = []
    for number, imported in enumerate(apart):
        own = _said(imported) if number else given
        if number < len(writings):
            own = own | _masked(writings[number])
        opinions.append(_opinion(case, first + number, source, imported, own, by))
    return opinions[0]


def _opinion(
    case: Case, position: int, source: Source, imported: Imported, said: Mapping[str, Any], by: Any
) -> Opinion:
    kind = said.get("opinion_kind", "lead")
    alone = "separate_only" if kind in SEPARATE_KINDS and not position else "complete"
    opinion = Opinion.objects.create(
        case=case,
        slug=_free_slug(case.slug if not position else f"{case.slug}-{kind.replace('_', '-')}", Opinion),
        kind=kind,
        author=said.get("author", "")[:120],
        completeness=said.get("completeness", alone),
        position=position,
        source=source,
        raw=imported.raw,
        text=imported.clean.text,
        marks=as_rows(imported.clean.marks),
        pieces=[[p.raw_start, p.raw_end, p.clean_start, p.clean_end, p.name] for p in imported.clean.pieces],
        imported_by=by,
    )
    Passage.objects.bulk_create(passages_of(opinion))
    cite(opinion)
    diagnose(opinion)
    return opinion


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
        slug=_free_slug(name, Case),
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


def _free_slug(name: str, noun: type[Case] | type[Opinion]) -> str:
    base = slugify(name)[:100] or "case"
    taken = set(noun.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken)
