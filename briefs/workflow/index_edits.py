"""Keep what the search reads in step with what staff edit: one verb for each noun, called once its form is saved.

`before` is what the form began with. What the search reads fresh each time (a court's name and rank, an issue's parent
and place) needs no more than the sign that something changed.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from briefs.models import Authority, Case, Court, Issue, Opinion, SearchRow
from briefs.workflow.index import changed, index
from briefs.workflow.index_names import index_names
from briefs.workflow.index_words import write_words


@transaction.atomic
def index_case(case: Case, before: Mapping[str, Any]) -> None:
    """Follow a case: name, citation, dates, court, docket numbers and standing, on every row of its opinions."""
    for opinion in Opinion.objects.released().filter(case=case).only("pk"):
        index(opinion)
    index_names(pk for pk in {before.get("authority"), case.authority_id} if pk)
    changed()


@transaction.atomic
def index_opinion(opinion: Opinion, before: Mapping[str, Any]) -> None:
    """Follow an opinion: its case, its kind, who wrote it."""
    if opinion.released_at is not None:
        index(opinion)
        left = Case.objects.filter(pk__in={before.get("case")}).exclude(authority=None)
        index_names(left.values_list("authority_id", flat=True))
    changed()


@transaction.atomic
def index_authority(authority: Authority, before: Mapping[str, Any]) -> None:
    """Follow an authority: the name it is offered under, and the citation of the case it is."""
    for opinion in Opinion.objects.released().filter(case__authority=authority).only("pk"):
        index(opinion)
    index_names(pk for pk in {authority.pk, authority.parent_id, before.get("parent")} if pk)
    changed()


@transaction.atomic
def index_issue(issue: Issue, before: Mapping[str, Any]) -> None:
    """Follow an issue: its name and synonyms in the rows that carry it, or what it was or is merged into."""
    named = {issue.pk, issue.merged_into_id, before.get("merged_into")} - {None}
    rows = SearchRow.objects.filter(issue_ids__overlap=list(named)).defer("words", "pairs", "key")
    write_words(rows.select_related("opinion__case__authority", "edition", "holding"))
    changed()


def index_court(court: Court, before: Mapping[str, Any]) -> None:
    """Follow a court, which is read fresh: only copies that are kept must learn of it."""
    changed()
