"""Courts: loaded from courts-db; staff mend names and abbreviations."""

from django.contrib import admin
from django.db.models import F, Value
from django.db.models.functions import LPad

from briefs.admin.refusals import Careful
from briefs.models import Court


@admin.register(Court)
class CourtAdmin(Careful, admin.ModelAdmin):
    """A long list, so it is found by typing."""

    list_display = ["name", "abbreviation", "rank", "circuit"]
    list_filter = ["rank", "circuit"]
    search_fields = ["name", "abbreviation", "id"]
    ordering = ["rank", LPad(F("circuit"), 2, Value("0")).asc(), "name"]  # the 2nd Circuit before the 10th
    readonly_fields = ["id"]
    fields = ["id", "name", "abbreviation", "rank", "circuit"]
