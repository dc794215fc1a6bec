"""What the library's parameters find, as rows: for lists that are taken away, and for the API."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core.paginator import Page
from django.http import QueryDict

from briefs.models import SearchRow
from briefs.search import Found


class Rows(NamedTuple):
    """The answer to one address: its page, the sentences about what meant nothing, and all that was found."""

    page: Page[Any]
    notices: list[str]
    found: Found

    def on_page(self, column: str) -> list[int]:
        """Give one number of each row of the page, in order: `edition_id`, `holding_id`, `opinion_id`."""
        return _numbers(self.found, self.page.object_list, column)

    def on_all(self, column: str) -> list[int]:
        """Give one number of every row of every page, in order."""
        return _numbers(self.found, self.page.paginator.object_list, column)


def rows_found(parameters: QueryDict, tab: str) -> Rows:
    """Ask the library's question of one of its tabs, whichever the address itself names."""
    asked = parameters.copy()
    asked["tab"] = tab
    found = Found(asked)
    return Rows(found.page, list(found.notices), found)


def _numbers(found: Found, places: Iterable[int], column: str) -> list[int]:
    keys = [int(found.columns.ids[place]) for place in places]
    numbers = dict(SearchRow.objects.filter(pk__in=keys).values_list("pk", column))
    return [numbers[key] for key in keys if numbers.get(key)]
