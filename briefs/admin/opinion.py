"""Opinions: what is known of a writing, its text to read, and the buttons that release it or begin a brief."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST
from simple_history.admin import SimpleHistoryAdmin

from briefs.access import may
from briefs.admin.anchor_desk import anchor_addresses
from briefs.admin.annotation_desk import annotation_desk
from briefs.admin.column import of_opinion
from briefs.admin.mark_buttons import undo
from briefs.admin.marks_since import marks_since
from briefs.admin.opinion_way import way_of, with_way
from briefs.admin.pages import press, says_no_in_sentences
from briefs.admin.plain_words import ReleasedFilter, named
from briefs.admin.refusals import Careful
from briefs.admin.searched import Searched
from briefs.admin.text_desk import text_desk_addresses
from briefs.models import Opinion
from briefs.workflow.index_edits import index_opinion
from briefs.workflow.release import release, unrelease
from briefs.workflow.start_brief import start_brief


@admin.register(Opinion)
class OpinionAdmin(Searched, Careful, SimpleHistoryAdmin):
    """The text itself is never typed over: a corrected text is given to it, and marks follow."""

    follow = staticmethod(index_opinion)
    change_form_template = "admin/briefs/opinion/change_form.html"
    list_display = ["name", "kind", "author", "court", "completeness", "marked", "released", "desk"]
    list_filter = [
        ("kind", named("kind of opinion", admin.ChoicesFieldListFilter)),
        ("completeness", named("how much of it is here", admin.ChoicesFieldListFilter)),
        ReleasedFilter,
    ]
    search_fields = ["case__short_name", "case__caption", "author"]
    autocomplete_fields = ["case"]
    ordering = ["case__short_name", "position"]
    fieldsets = [
        (None, {"fields": ["case", "kind", "author", "joined_by", "completeness", "position", "slug"]}),
        ("How it came", {"fields": ["source", "text_version", "imported_at", "imported_by"]}),
        ("Released to the public", {"fields": ["released_at", "released_by"]}),
    ]
    readonly_fields = ["source", "text_version", "imported_at", "imported_by", "released_at", "released_by", "slug"]

    def view_on_site(self, opinion: Opinion) -> str | None:
        """Lead to the public page where there is one."""
        return opinion.get_absolute_url() if opinion.released_at else None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Opinion]:
        """Leave the texts where they are, but count the marks."""
        rows = super().get_queryset(request).select_related("case__court", "source", "imported_by", "released_by")
        return rows.without_texts().defer("source__content").with_marks()

    def get_urls(self) -> list[URLPattern]:
        """Add the desk and the buttons."""
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/annotate/", view(annotation_desk), name="briefs_opinion_annotate"),
            path("<int:pk>/annotate/marks/", view(marks_since), name="briefs_opinion_marks"),
            path("<int:pk>/annotate/undo/<int:history_id>/", view(undo), name="briefs_opinion_undo_removal"),
            path("<int:pk>/release/", view(require_POST(self.release_view)), name="briefs_opinion_release"),
            path("<int:pk>/take-back/", view(require_POST(self.take_back_view)), name="briefs_opinion_take_back"),
            path("<int:pk>/start-brief/", view(require_POST(self.start_view)), name="briefs_opinion_start_brief"),
            *anchor_addresses(view),
            *text_desk_addresses(view),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Opinions come in through the import desk."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An opinion stays: briefs, marks and citations stand on it."""
        return False

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Show the text under the form."""
        opinion = context.get("original")
        if opinion is not None:
            context["rows"] = of_opinion(opinion)
            context["way"] = way_of(with_way(Opinion.objects.only("released_at")).get(pk=opinion.pk), request.user)
            context["may_release"] = may(request.user, "release")
            context["may_correct_text"] = may(request.user, "correct text")
            context["may_annotate"] = may(request.user, "annotate")
        return super().render_change_form(request, context, *args, **kwargs)

    @says_no_in_sentences
    def release_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Open the opinion to the public."""
        opinion = get_object_or_404(Opinion, pk=pk)
        done = "Released: anyone can read the opinion now, with registration numbers masked."
        return self._press(request, opinion, lambda: release(opinion, by=request.user), done)

    @says_no_in_sentences
    def take_back_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Close the opinion to the public."""
        opinion = get_object_or_404(Opinion, pk=pk)
        done = "Taken back: the opinion is no longer on the public pages."
        return self._press(request, opinion, lambda: unrelease(opinion, by=request.user), done)

    @says_no_in_sentences
    def start_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Begin a brief on the opinion and open it."""
        brief = start_brief(get_object_or_404(Opinion.objects.select_related("case"), pk=pk), by=request.user)
        messages.success(request, f"A brief on {brief} is begun; write its parts here.")
        return HttpResponseRedirect(reverse("admin:briefs_brief_change", args=[brief.pk]))

    def _press(self, request: HttpRequest, opinion: Opinion, verb: Any, done: str) -> HttpResponse:
        back = reverse("admin:briefs_opinion_change", args=[opinion.pk])
        return press(request, verb, done=done, refused="The opinion stays as it is:", back=back)

    @admin.display(description="Case", ordering="case__short_name")
    def name(self, opinion: Opinion) -> str:
        """Give the case's short name."""
        return opinion.case.short_name

    @admin.display(description="Court", ordering="case__court__name")
    def court(self, opinion: Opinion) -> str:
        """Give the court as a citation abbreviates it."""
        return opinion.case.court.abbreviation if opinion.case.court else ""

    @admin.display(description="Marks", ordering="marks_made")
    def marked(self, opinion: Any) -> int:
        """Give how many passages are marked."""
        return opinion.marks_made

    @admin.display(description="Released", ordering="released_at")
    def released(self, opinion: Opinion) -> str:
        """Say whether the public may read it."""
        return "Released" if opinion.released_at else "Clinic only"

    @admin.display(description="Desk")
    def desk(self, opinion: Opinion) -> str:
        """Link the annotation desk."""
        address = reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
        return format_html('<a href="{}">Annotate<span class="visually-hidden"> {}</span></a>', address, opinion)
