"""Which state of everything public the database is in: one mark, new after every change."""

from uuid import UUID

from django.db.models import Subquery

from briefs.models import SearchState

# A row's own question asks for the mark with it: a page that is kept costs one question.
MARK = Subquery(SearchState.objects.values("mark")[:1])


def mark_now() -> UUID | None:
    """Give the mark, or None where nothing was ever public."""
    return SearchState.objects.values_list("mark", flat=True).first()
