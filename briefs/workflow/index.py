"""Keep what the search reads in step with what is public: called by every verb that changes that."""

import uuid
from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import transaction
from django.db.models import IntegerField, Q
from django.db.models.expressions import RawSQL

from briefs.models import Edition, Issue, Opinion, SearchName, SearchRow, SearchState, Shelf
from briefs.models.vocabulary import ProtectedGround, PublicationStatus
from briefs.text.identifiers import mask
from briefs.workflow.index_names import index_case_name, index_names

GROUNDS = {ground.label: ground.value for ground in ProtectedGround}


@transaction.atomic
def index(opinion: Opinion) -> None:
    """Make the search rows of an opinion, its live briefs and their holdings anew; none stay if it is not public."""
    # Two people may publish at once; the rows are made by one after the other.
    opinion = Opinion.objects.select_for_update(of=("self",)).select_related("case__authority").get(pk=opinion.pk)
    SearchRow.objects.filter(opinion=opinion).delete()
    editions = list(Edition.objects.current().filter(opinion=opinion).order_by("pk"))
    if opinion.released_at is not None:
        text = "\n".join(opinion.passages.order_by("ordinal").values_list("text", flat=True))
        _opinion_row(opinion, editions, text)
        for edition in editions:
            _brief_row(opinion, edition, text)
            _holding_rows(opinion, edition)
    index_case_name(opinion)
    index_names(_cited(opinion, editions))
    changed()


def changed() -> None:
    """Say that what is searched is no longer what it was."""
    if not SearchState.objects.update(mark=uuid.uuid4()):
        SearchState.objects.create(mark=uuid.uuid4())


def reindex(*, missing: bool = False) -> Iterator[int]:
    """Make every row anew, opinion by opinion, each committed by itself; gives the number of each when it is done.

    What is found is found all the while, by the old row or the new one. `missing` makes only rows that are not there.
    """
    for opinion in Opinion.objects.filter(pk__in=to_index(missing=missing)).only("pk").iterator(chunk_size=500):
        index(opinion)
        yield opinion.pk
    if missing:
        return
    with transaction.atomic():  # names of what has meanwhile ceased to be cited
        stale = SearchName.objects.filter(authority__isnull=False).values_list("authority_id", flat=True)
        index_names(set(stale))
        changed()


def to_index(*, missing: bool = False) -> list[int]:
    """Give the numbers of the opinions that are public or have rows; or of those that are public and have none."""
    public = Q(released_at__isnull=False) | Q(search_rows__isnull=False) | Q(search_name__isnull=False)
    if missing:
        public = Q(released_at__isnull=False, search_rows__isnull=True)
    return list(Opinion.objects.filter(public).order_by("pk").distinct().values_list("pk", flat=True))


def _cited(opinion: Opinion, editions: list[Edition]) -> set[int]:
    """Give the authorities whose public standing an opinion and its live editions bear on."""
    cited = set(opinion.citations.filter(authority__isnull=False).values_list("authority_id", flat=True))
    cited |= {pk for edition in Edition.objects.filter(opinion=opinion) for pk in edition.authority_ids}
    if opinion.case.authority_id:
        cited.add(opinion.case.authority_id)
    return cited


def _vector(named: str, held: str, told: str, content: str) -> Any:
    """Give the vector of four texts under the labels A to D, nothing unmasked in it (INV-12)."""
    texts = [mask(text).replace("\x00", " ") for text in (named, held, told)]
    return RawSQL("search_words(%s, %s, %s, %s)", [*texts, content], output_field=SearchVectorField())


def _pairs(heads: list[str], source: str, *numbers: Any) -> Any:
    """Give the pairs of some lines of their own and of the rows that `source` selects, arrays of them."""
    sql = f"""(SELECT coalesce(array_agg(DISTINCT pair), '{{}}') FROM (
        SELECT unnest(search_pairs(to_tsvector('english_folded', head))) AS pair FROM unnest(%s::text[]) AS head
        UNION ALL SELECT unnest(pairs) FROM ({source}) AS sources(pairs)) AS both_of_them)"""  # noqa: S608
    params = [[mask(head) for head in heads], *numbers]
    return RawSQL(sql, params, output_field=ArrayField(IntegerField()))  # noqa: S611 - values are parameters


def _common(opinion: Opinion) -> dict[str, Any]:
    case = opinion.case
    return {
        "opinion": opinion,
        "name": mask(case.short_name),
        "court_id": case.court_id,
        "decided_on": case.decided_on,
        "kind": opinion.kind,
        "is_precedent": case.publication_status == PublicationStatus.PUBLISHED,
    }


def _names(opinion: Opinion) -> list[str]:
    case = opinion.case
    cite = case.authority.cite if case.authority else ""
    return [case.short_name, case.caption, cite, " ".join(case.docket_numbers)]


def _tags(issue_ids: list[int]) -> list[str]:
    """Give the names and synonyms of issues, and of what was merged into them."""
    rows = Issue.objects.filter(Q(pk__in=issue_ids) | Q(merged_into__in=issue_ids)).order_by("position", "pk")
    return [line for name, synonyms in rows.values_list("name", "synonyms") for line in (name, *synonyms)]


def _gathered(editions: list[Edition]) -> dict[str, Any]:
    """Give the columns that gather what editions and their holdings are filed under."""
    holdings = [holding for edition in editions for holding in edition.page["holdings"]]
    return {
        "issue_ids": sorted({pk for edition in editions for pk in edition.issue_ids}),
        "weights": sorted({holding["weight"] for holding in holdings}),
        "outcomes": sorted({holding["outcome"] for holding in holdings}),
        "grounds": sorted({ground for edition in editions for ground in _grounds(edition)}),
        "country": next((edition.page["country"] for edition in editions if edition.page["country"]), ""),
    }


def _grounds(edition: Edition) -> list[str]:
    """Give the grounds of an edition, whose page has their labels as they were when it was frozen."""
    return sorted(GROUNDS[label] for label in edition.page["grounds"] if label in GROUNDS)


def _opinion_row(opinion: Opinion, editions: list[Edition], text: str) -> None:
    gathered = _gathered(editions)
    names, tags = _names(opinion), _tags(gathered["issue_ids"])
    cited = opinion.citations.filter(authority__isnull=False).values_list("authority_id", flat=True).distinct()
    SearchRow.objects.create(
        shelf=Shelf.OPINION,
        authority_ids=sorted(cited),
        words=_vector(" ".join(names), "\n".join(tags), "", text),
        pairs=_pairs(
            [*names, *tags], "SELECT search_pairs(search) FROM briefs_passage WHERE opinion_id = %s", opinion.pk
        ),
        **_common(opinion),
        **gathered,
    )


def _brief_row(opinion: Opinion, edition: Edition, text: str) -> None:
    page, gathered = edition.page, _gathered([edition])
    names, tags = [page["title"], *_names(opinion)], _tags(gathered["issue_ids"])
    held = [_words_of(holding, "question", "answer", "rule", "application") for holding in page["holdings"]]
    told = [section["prose"]["text"] for section in page["sections"]]
    told += [page["summary"]["text"] if page["summary"] else "", page["country"], *page["grounds"]]
    SearchRow.objects.create(
        shelf=Shelf.BRIEF,
        edition=edition,
        authority_ids=edition.authority_ids,
        words=_vector(" ".join(names), "\n".join([*tags, *held]), "\n".join(told), text),
        pairs=_pairs(
            [*names, *tags],
            "SELECT search_pairs(search) FROM briefs_editionpassage WHERE edition_id = %s"
            " UNION ALL SELECT pairs FROM briefs_searchrow WHERE opinion_id = %s AND shelf = 4",
            edition.pk,
            opinion.pk,
        ),
        **_common(opinion),
        **gathered,
    )


def _holding_rows(opinion: Opinion, edition: Edition) -> None:
    for row in edition.holdings.order_by("number"):
        holding, tags = row.frozen, _tags(row.issue_ids)
        quoted = [pin["quote"] for pin in holding["pins"]]
        names = [opinion.case.short_name]
        SearchRow.objects.create(
            shelf=Shelf.APART if row.is_separate else Shelf.HOLDING,
            edition=edition,
            holding=row,
            issue_ids=row.issue_ids,
            authority_ids=_authorities_of(edition, f"{holding['weight_label']} {row.number}"),
            weights=[row.weight],
            outcomes=[row.outcome],
            grounds=_grounds(edition),
            country=edition.page["country"],
            words=_vector(
                " ".join(names),
                "\n".join([*tags, _words_of(holding, "question", "answer")]),
                _words_of(holding, "rule", "application"),
                mask("\n".join(quoted)),
            ),
            pairs=_pairs(
                [*names, *tags, *quoted],
                "SELECT search_pairs(search) FROM briefs_editionpassage WHERE edition_id = %s AND anchor = %s",
                edition.pk,
                f"holding-{row.number}",
            ),
            **_common(opinion),
        )


def _authorities_of(edition: Edition, place: str) -> list[int]:
    return sorted(set(edition.citations.filter(place=place).values_list("authority_id", flat=True)))


def _words_of(holding: dict[str, Any], *parts: str) -> str:
    return "\n".join(holding[part]["text"] for part in parts if holding[part])
