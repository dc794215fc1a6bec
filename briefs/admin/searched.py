"""What the search reads follows a form as soon as it is saved."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.http import HttpRequest


class Searched:
    """For a ModelAdmin: calls `follow`, a verb of workflow/index_edits.py, in the transaction that saves."""

    follow: ClassVar[Callable[[Any, Mapping[str, Any]], None]]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save what stands with the row, then let the search follow."""
        super().save_related(request, form, formsets, change)  # type: ignore[misc]
        type(self).follow(form.instance, form.initial)
