"""Many published briefs at once: copies of one edition, each on an opinion and a case of its own, made in bulk."""

from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone

from briefs.models import (
    Brief,
    Case,
    Citation,
    Edition,
    EditionCitation,
    EditionHolding,
    Opinion,
    Passage,
)
from briefs.workflow.index import changed

COURTS = ("scotus", "bia", "ca1", "ca2", "ca3", "ca9", "cadc")
CHUNK = 500


def many(edition: Edition, number: int, *, first: int = 0) -> None:
    """Add so many copies, numbered from `first`; nothing of search is made for them."""
    for start in range(first, first + number, CHUNK):
        _chunk(edition, range(start, min(start + CHUNK, first + number)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # PostgreSQL plans for the few rows it knew of, and would take minutes
    changed()


def _chunk(edition: Edition, numbers: range) -> None:
    opinion, brief = edition.opinion, edition.brief
    days = {n: date(1980 + n % 40, 1, 1) for n in numbers}
    cases = Case.objects.bulk_create(
        Case(
            caption="Copy v. Respondent",
            short_name=f"Copy {n} v. Respondent",
            slug=f"copy-{n}",
            court_id=COURTS[n % len(COURTS)],
            decided_on=days[n],
            decided_precision="day",
        )
        for n in numbers
    )
    opinions = Opinion.objects.bulk_create(
        Opinion(
            case=case,
            slug=case.slug,
            source=opinion.source,
            raw=opinion.raw,
            text=opinion.text,
            marks=opinion.marks,
            released_at=timezone.now(),
        )
        for case in cases
    )
    _citations(opinion, opinions)
    briefs = Brief.objects.bulk_create(
        Brief(opinion=one, title=one.case.short_name, slug=one.slug, author=brief.author, state="published")
        for one in opinions
    )
    editions = Edition.objects.bulk_create(
        Edition(
            brief=one,
            number=1,
            slug=one.slug,
            page=edition.page | {"slug": one.slug, "title": one.title},
            name=one.title,
            opinion=one.opinion,
            court_id=one.opinion.case.court_id,
            decided_on=one.opinion.case.decided_on,
            year=one.opinion.case.decided_on.year,
            opinion_kind=edition.opinion_kind,
            issue_ids=edition.issue_ids,
            authority_ids=edition.authority_ids,
            published_by=edition.published_by,
        )
        for one in briefs
    )
    for model in (EditionHolding, EditionCitation):
        rows = list(model.objects.filter(edition=edition).values())
        model.objects.bulk_create(model(**_again(row, edition_id=one.pk)) for one in editions for row in rows)


def _citations(opinion: Opinion, opinions: list[Opinion]) -> None:
    rows = list(Citation.objects.filter(opinion=opinion).values())
    places = {row.pk: row for row in opinion.passages.all()}
    for pk in {row["passage_id"] for row in rows}:
        place = {name: getattr(places[pk], name) for name in ("ordinal", "kind", "label", "start", "end", "text")}
        passages = Passage.objects.bulk_create(Passage(opinion=one, **place) for one in opinions)
        within = [row for row in rows if row["passage_id"] == pk]
        Citation.objects.bulk_create(
            Citation(**_again(row, opinion_id=passage.opinion_id, passage_id=passage.pk))
            for passage in passages
            for row in within
        )


def _again(row: dict[str, Any], **other: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "id"} | other
