"""Courts: loaded from courts-db; staff mend names and abbreviations."""

from django.contrib import admin

from briefs.admin.refusals import Careful
from briefs.models import Court


@admin.register(Court)
class CourtAdmin(Careful, admin.ModelAdmin):
    """A long list, so it is found by typing."""

    list_display = ["name", "abbreviation", "rank", "circuit"]
    list_filter = ["rank", "circuit"]
    search_fields = ["name", "abbreviation", "id"]
    ordering = ["rank", "circuit", "name"]
    readonly_fields = ["id"]
    fields = ["id", "name", "abbreviation", "rank", "circuit"]
