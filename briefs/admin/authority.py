"""Authorities: what can be cited, with the other ways of citing it."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminURLFieldWidget
from django.core.validators import URLValidator
from django.db.models import Count, OuterRef, QuerySet, Subquery, URLField
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import URLPattern, path
from simple_history.admin import SimpleHistoryAdmin

from briefs.access import may
from briefs.admin.meanwhile import RowsMeanwhile
from briefs.admin.merging import merging
from briefs.admin.refusals import Careful, CoveredForm
from briefs.admin.searched import Searched
from briefs.models import Authority, AuthorityAlias, Citation
from briefs.workflow.index_edits import index_authority


class AliasInline(admin.StackedInline):
    """Parallel citations and twin regulations."""

    model = AuthorityAlias
    form = CoveredForm
    formset = RowsMeanwhile
    fields = [("cite", "key")]
    extra = 0
    verbose_name = "other citation"
    verbose_name_plural = "other citations of the same authority"


class AuthorityForm(CoveredForm):
    """A link leads to the web and nowhere else."""

    def clean_external_url(self) -> str:
        """Refuse other schemes (javascript:, data:, ftp:)."""
        link = self.cleaned_data["external_url"]
        if link:
            URLValidator(schemes=["http", "https"])(link)
        return link


@admin.register(Authority)
class AuthorityAdmin(Searched, Careful, SimpleHistoryAdmin):
    """Name, link outside and note can be mended; the key is what citations are matched by."""

    follow = staticmethod(index_authority)
    form = AuthorityForm
    change_form_template = "admin/briefs/authority/change_form.html"
    list_display = ["cite", "name", "kind", "court", "year", "times_cited"]
    list_filter = ["kind"]
    search_fields = ["cite", "name", "key", "aliases__cite"]
    autocomplete_fields = ["parent"]
    ordering = ["kind", "name", "cite"]
    inlines = [AliasInline]
    formfield_overrides = {URLField: {"assume_scheme": "https", "widget": AdminURLFieldWidget}}
    fieldsets = [
        (None, {"fields": ["kind", "cite", "name", "court", "year"]}),
        ("Shown with it", {"fields": ["external_url", "note"]}),
        ("Where it stands", {"fields": ["key", "slug", "parent", "merged_into"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Authority]:
        """Count the citations."""
        cited = Citation.objects.filter(authority=OuterRef("pk")).order_by().values("authority")
        number = Subquery(cited.annotate(number=Count("pk")).values("number"))
        return super().get_queryset(request).annotate(cited=Coalesce(number, 0))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Keep the key of an authority, which citations find it by; it is merged by the verb, not by the form."""
        return ["key", "slug", "merged_into"] if obj else ["merged_into"]

    def get_urls(self) -> list[URLPattern]:
        """Add the merging of two authorities."""
        view = self.admin_site.admin_view(merging)
        return [path("<int:pk>/merge/", view, name="briefs_authority_merge"), *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Offer to merge, to those who may."""
        original = context.get("original")
        context["may_merge"] = original and not original.merged_into_id and may(request.user, "correct citation")
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description="Cited", ordering="cited")
    def times_cited(self, authority: Any) -> int:
        """Give how often opinions cite it."""
        return authority.cited
