"""Keep what the search reads in step with what is public: called by every verb that changes that."""

import uuid
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models import Q

from briefs.models import Edition, Opinion, SearchName, SearchRow, SearchState, Shelf
from briefs.models.vocabulary import ProtectedGround, PublicationStatus
from briefs.text.identifiers import mask
from briefs.workflow.index_names import index_case_name, index_names
from briefs.workflow.index_words import write_words

GROUNDS = {ground.label: ground.value for ground in ProtectedGround}


@transaction.atomic
def index(opinion: Opinion) -> None:
    """Make the search rows of an opinion, its live briefs and their holdings anew; none stay if it is not public."""
    # Two people may publish at once; the rows are made by one after the other.
    opinion = Opinion.objects.select_for_update(of=("self",)).select_related("case__authority").get(pk=opinion.pk)
    SearchRow.objects.filter(opinion=opinion).delete()
    editions = list(Edition.objects.current().filter(opinion=opinion).order_by("pk"))
    if opinion.released_at is not None:
        write_words(SearchRow.objects.bulk_create(_rows(opinion, editions)))
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


def _common(opinion: Opinion) -> dict[str, Any]:
    case = opinion.case
    return {
        "opinion": opinion,
        "name": mask(case.short_name),
        "court_id": case.court_id,
        "decided_on": case.decided_on,
        "kind": opinion.kind,
        "is_precedent": case.publication_status == PublicationStatus.PUBLISHED,
        "words": "",
    }


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


def _rows(opinion: Opinion, editions: list[Edition]) -> Iterator[SearchRow]:
    """Make the rows of a public opinion, without their words."""
    common = _common(opinion)
    cited = opinion.citations.filter(authority__isnull=False).values_list("authority_id", flat=True).distinct()
    yield SearchRow(shelf=Shelf.OPINION, authority_ids=sorted(cited), **common, **_gathered(editions))
    for edition in editions:
        yield SearchRow(
            shelf=Shelf.BRIEF,
            edition=edition,
            authority_ids=edition.authority_ids,
            **common,
            **_gathered([edition]),
        )
        for row in edition.holdings.order_by("number"):
            yield SearchRow(
                shelf=Shelf.APART if row.is_separate else Shelf.HOLDING,
                edition=edition,
                holding=row,
                issue_ids=row.issue_ids,
                authority_ids=_authorities_of(edition, f"{row.frozen['weight_label']} {row.number}"),
                weights=[row.weight],
                outcomes=[row.outcome],
                grounds=_grounds(edition),
                country=edition.page["country"],
                **common,
            )


def _authorities_of(edition: Edition, place: str) -> list[int]:
    return sorted(set(edition.citations.filter(place=place).values_list("authority_id", flat=True)))
