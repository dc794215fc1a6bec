"""Courts: loaded from courts-db; staff mend names and abbreviations."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import F, Value
from django.db.models.functions import LPad
from django.http import HttpRequest

from briefs.admin.refusals import Careful
from briefs.admin.searched import Searched
from briefs.models import Court
from briefs.workflow.index_edits import index_court


class CircuitFilter(admin.AllValuesFieldListFilter):
    """The circuits as they are counted: the 2nd before the 10th, then D.C. and Federal."""

    def __init__(self, field: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(field, request, *args, **kwargs)
        self.lookup_choices = sorted(self.lookup_choices, key=lambda circuit: (str(circuit).zfill(2), circuit))

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Say of the courts of no circuit that they are in none: a link needs words."""
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or "None"}


@admin.register(Court)
class CourtAdmin(Searched, Careful, admin.ModelAdmin):
    """A long list, so it is found by typing."""

    follow = staticmethod(index_court)
    list_display = ["name", "abbreviation", "rank", "circuit"]
    list_filter = ["rank", ("circuit", CircuitFilter)]
    search_fields = ["name", "abbreviation", "id"]
    ordering = ["rank", LPad(F("circuit"), 2, Value("0")).asc(), "name"]  # the 2nd Circuit before the 10th
    readonly_fields = ["id"]
    fields = ["id", "name", "abbreviation", "rank", "circuit"]
