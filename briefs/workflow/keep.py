"""Keep what was read from files as the opinions of cases, with passages, citations and findings: many files at once.

Every table is written once for all of them, so that a hundred opinions cost few more queries than one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils.text import slugify

from briefs import citations
from briefs.importers import Imported
from briefs.models import NOT_GIVEN, Authority, Case, CaseJudge, Citation, Court, Opinion, Passage, Source
from briefs.models.vocabulary import SEPARATE_KINDS
from briefs.text.identifiers import mask
from briefs.text.marks import as_rows
from briefs.text.pieces import packed
from briefs.workflow.cite import ENGINE, authorities_for, authorities_known, citations_of, known_authority
from briefs.workflow.copy_in import copy_in, copy_values, number, numbers, record
from briefs.workflow.diagnose import cited_as, cover, covered_by, findings_of
from briefs.workflow.passages import passage_values

# The details a case keeps; each is proposed by the importer and settled by the person who saves.
CASE_FIELDS = ("caption", "short_name", "argued_on", "decided_on", "decided_precision", "publication_status")
CASE_TEXTS = ("disposition", "counsel", "precedential_note")
ASKED_FOR = ("court", "docket_numbers", "argued_on", "decided_on", "disposition", "counsel", "citation", "panel")
# Two who give the same address at once do it one after the other; in one order, so that none wait in a ring.
_IN_TURN = """
SELECT pg_advisory_xact_lock(place)
  FROM (SELECT DISTINCT hashtext(base) AS place FROM unnest(%s::text[]) AS base ORDER BY 1) AS places
"""


@dataclass(frozen=True)
class Text:
    """One writing of a file: what was read, what is settled about it, and the citations in it."""

    imported: Imported
    said: Mapping[str, Any]
    found: Sequence[citations.Found]


@dataclass(frozen=True)
class Ready:
    """A file with all that can be told before the database is asked; with a `case`, its opinions join that."""

    source: Source
    texts: Sequence[Text]
    details: Mapping[str, Any]
    sources: Mapping[str, str]
    case: Case | None = None


def ready(
    source: Source,
    apart: Sequence[Imported],
    said: Sequence[Mapping[str, Any]],
    *,
    details: Mapping[str, Any],
    sources: Mapping[str, str] | None = None,
    case: Case | None = None,
) -> Ready:
    """Find the citations of each writing; `said` is what is settled of each, `details` what is of the case."""
    decided = case.decided_on if case else _day(details.get("decided_on"))
    year = decided.year if decided else None
    texts = [
        Text(one, settled, citations.find(mask(one.clean.text), one.clean.marks, year=year))
        for one, settled in zip(apart, said, strict=True)
    ]
    return Ready(source, texts, details, dict(sources or {}), case)


def claimed(files: Sequence[Ready]) -> dict[str, Case]:
    """Give the cases here that have a citation some of these files give for themselves, by the citation."""
    cites = {file.details["citation"] for file in files if file.case is None and file.details.get("citation")}
    keys = {cite: key for cite in cites if (key := citations.parse_one(cite))}
    known = authorities_known(keys.values())
    cases = {case.authority_id: case for case in Case.objects.filter(authority__in=set(known.values()))}
    found = {cite: cases.get(known[key].pk) for cite, key in keys.items() if key in known}
    return {cite: case for cite, case in found.items() if case}


@transaction.atomic
def keep(files: Sequence[Ready], *, by: Any) -> list[Opinion]:
    """Keep files whose sources are kept; gives the first opinion of each.

    Raises IntegrityError or DataError for all of them where one cannot be kept.
    """
    new, cases = _cases(files)
    opinions = _opinions(files, cases, by)
    rows = [opinion for opinion, _ in opinions]
    number(rows)
    passages = _numbered([passage_values(opinion) for opinion in rows])
    # What takes longest is written first: from where authorities are made, others who import make theirs wait.
    copy_in(rows)
    copy_values(Passage, chain.from_iterable(passages), numbered=True)
    authorities = _authorities(files, new)
    copy_in(list(new.values()))
    record(list(new.values()))
    record(rows)
    _keep_panels(files, new)
    cited = (
        citations_of(opinion, text.found, [(pk, end) for pk, *_, end, _ in parts], authorities)
        for (opinion, text), parts in zip(opinions, passages, strict=True)
    )
    copy_values(Citation, chain.from_iterable(cited), numbered=False)
    found = [
        findings_of(opinion, [cited_as(one, authorities.get(one.key)) for one in text.found])
        for opinion, text in opinions
    ]
    copy_in(list(chain.from_iterable(found)))
    for opinion, some in zip(rows, found, strict=True):
        if covered_by(some):
            cover(opinion)
    first = {opinion.source_id: opinion for opinion in reversed(rows)}
    return [first[file.source.pk] for file in files]


def _numbered(passages: list[list[tuple[Any, ...]]]) -> list[list[tuple[Any, ...]]]:
    """Put before the values of each passage the number it will be kept under."""
    own = iter(numbers(Passage, sum(map(len, passages))))
    return [[(next(own), *values) for values in some] for some in passages]


def _opinions(files: Sequence[Ready], cases: Sequence[Case], by: Any) -> list[tuple[Opinion, Text]]:
    """Give the opinions of files, none saved, each with its text."""
    made: list[tuple[Opinion, Text]] = []
    names = []
    for file, case in zip(files, cases, strict=True):
        before = case.opinions.count() if file.case else 0
        for position, text in enumerate(file.texts, start=before):
            opinion = _opinion(case, position, file.source, text, by)
            names.append(case.slug if not position else f"{case.slug}-{opinion.kind.replace('_', '-')}")
            made.append((opinion, text))
    for (opinion, _), slug in zip(made, _free_slugs(names, Opinion), strict=True):
        opinion.slug = slug
    return made


def _opinion(case: Case, position: int, source: Source, text: Text, by: Any) -> Opinion:
    said, clean = text.said, text.imported.clean
    kind = said.get("opinion_kind", "lead")
    alone = "separate_only" if kind in SEPARATE_KINDS and not position else "complete"
    opinion = Opinion(
        case=case,
        kind=kind,
        author=said.get("author", "")[:120],
        completeness=said.get("completeness", alone),
        position=position,
        source=source,
        raw=text.imported.raw,
        text=clean.text,
        marks=as_rows(clean.marks),
        pieces=packed(clean.cells),
        engine=ENGINE,
        imported_by=by,
    )
    opinion.text_marks = list(clean.marks)
    return opinion


def _authorities(files: Sequence[Ready], new: Mapping[int, Case]) -> dict[str | None, Authority]:
    """Give the authority of every key in the files, and each new case its own."""
    cites = {at: cite for at in new if (cite := files[at].details.get("citation"))}
    keys = {cite: citations.parse_one(cite) for cite in cites.values()}
    named = {key: _name(files[at]) for at, cite in cites.items() if (key := keys[cite])}
    authorities = authorities_for(*(text.found for file in files for text in file.texts), named=named)
    for at, cite in cites.items():
        new[at].authority = authorities[keys[cite]] if keys[cite] else known_authority(cite)
    return authorities


def _keep_panels(files: Sequence[Ready], new: Mapping[int, Case]) -> None:
    copy_in(
        [
            CaseJudge(case=case, name=judge[:120], position=position)
            for at, case in new.items()
            for position, judge in enumerate(dict.fromkeys(files[at].details.get("panel", [])))
        ]
    )


def _cases(files: Sequence[Ready]) -> tuple[dict[int, Case], list[Case]]:
    """Give the new cases, numbered but not saved, by the place of their file; and the case of each file."""
    courts = Court.objects.in_bulk({file.details["court"] for file in files if file.details.get("court")})
    places = [at for at, file in enumerate(files) if file.case is None]
    slugs = _free_slugs([_name(files[at]) for at in places], Case)
    new = {at: _case(files[at], slug, courts) for at, slug in zip(places, slugs, strict=True)}
    number(list(new.values()))
    return new, [file.case or new[at] for at, file in enumerate(files)]


def _case(file: Ready, slug: str, courts: Mapping[str, Court]) -> Case:
    details = file.details
    values = {field: details[field] for field in CASE_FIELDS + CASE_TEXTS if field in details}
    values["short_name"] = _name(file)
    values.setdefault("caption", values["short_name"])
    values |= {field: _day(values[field]) for field in ("argued_on", "decided_on") if field in values}
    precision = values.get("decided_precision", "unknown")
    if values.get("decided_on"):
        values["decided_precision"] = "day" if precision == "unknown" else precision
    else:
        values["decided_precision"] = "unknown"
    # What nobody gave is recorded as not given, so that an empty field is never mistaken for an oversight.
    sources = {field: NOT_GIVEN for field in ASKED_FOR if field not in details} | dict(file.sources)
    return Case(
        slug=slug,
        court=courts.get(details.get("court", "")),
        docket_numbers=[number[:60] for number in details.get("docket_numbers", [])],
        sources=sources,
        **values,
    )


def _name(file: Ready) -> str:
    details = file.details
    return str(details.get("short_name") or details.get("caption") or Path(file.source.name).stem)[:200]


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _free_slugs(names: Iterable[str], noun: type[Case] | type[Opinion]) -> list[str]:
    """Give each name an address that no other has: balachova-v-mukasey, balachova-v-mukasey-2 ..."""
    bases = [slugify(name)[:100] or "case" for name in names]
    with connection.cursor() as cursor:
        cursor.execute(_IN_TURN, [bases])
    taken = set(noun.objects.filter(slug__in=bases).values_list("slug", flat=True))
    again = {base for base in bases if base in taken or bases.count(base) > 1}
    for base in again:
        taken |= set(noun.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slugs = []
    for base in bases:
        number = 1
        while (slug := base if number == 1 else f"{base}-{number}") in taken:
            number += 1
        taken.add(slug)
        slugs.append(slug)
    return slugs
