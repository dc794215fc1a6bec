"""Briefs: the form a brief is written in."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe
from simple_history.admin import SimpleHistoryAdmin

from briefs.access import ATTORNEY, may_edit_brief, reaches
from briefs.admin import brief_way
from briefs.admin.boxes import IssuesField
from briefs.admin.brief_parts import LAW, parts_of
from briefs.admin.brief_parts import SECTIONS as SECTIONS_PART
from briefs.admin.holding import HoldingInline, LawFlagInline
from briefs.admin.plain_words import worded
from briefs.admin.queue import queue
from briefs.admin.refusals import Careful, CarefulForm, listed
from briefs.models import SECTIONS, Annotation, Brief, Holding
from briefs.models.vocabulary import SEPARATE_WEIGHTS, ProtectedGround
from briefs.workflow.pin import pin
from briefs.workflow.publish import publish
from briefs.workflow.readiness import missing
from briefs.workflow.refusal import Refused
from briefs.workflow.standing import counted, standing
from briefs.workflow.start_brief import start_brief

_LONG = {"facts": 8, "reasoning": 12, "procedural_history": 5, "summary": 2, "clinic_notes": 3}


class BriefForm(CarefulForm):
    """The sections of a brief, in plain Markdown."""

    protected_grounds = forms.MultipleChoiceField(
        choices=ProtectedGround.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    issues = IssuesField()
    seen_at = forms.CharField(required=False, widget=forms.HiddenInput)  # when what is written over was saved

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen_at"] = self.instance.changed_at.isoformat()

    def clean(self) -> dict[str, Any] | None:
        """Stop a save that would wipe what somebody else saved meanwhile; saving once more keeps one's own words."""
        cleaned = super().clean()
        seen, now = self.data.get("seen_at"), self.initial.get("seen_at")
        if seen and now and seen != now:
            self.data = self.data.copy()
            self.data["seen_at"] = now
            self.add_error(
                None,
                "Somebody saved this brief while you were writing. Your words are below and nothing is lost: "
                "open the brief in another window, take over what was added there, and save again.",
            )
        return cleaned

    class Meta:
        model = Brief
        fields = "__all__"
        widgets = {
            name: forms.Textarea(attrs={"rows": _LONG.get(name, 3), "class": "prose"})
            for name in [*_LONG, *(section for section, _ in SECTIONS)]
        }


@admin.register(Brief)
class BriefAdmin(Careful, SimpleHistoryAdmin):
    """What is written, what it still lacks, and the buttons that send it on its way."""

    form = BriefForm
    change_form_template = "admin/briefs/brief/change_form.html"
    list_display = [
        "title",
        "state",
        "kind_of_opinion",
        "author",
        "stated",
        worded("submitted_at"),
        worded("changed_at"),
    ]
    list_filter = ["state", ("author", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["title", "opinion__case__short_name", "opinion__case__caption", "author__username"]
    autocomplete_fields = ["opinion"]
    ordering = ["-changed_at"]
    actions = ["publish_selected"]
    inlines = [HoldingInline, LawFlagInline]
    fieldsets = [
        (LAW, {"fields": [("law_checked_on", "law_checked_by")]}),
        (
            SECTIONS_PART,
            {
                "description": "Paragraphs, *emphasis* for case names, > for block quotations. "
                "What stands in quotation marks must stand in the opinion word for word.",
                "fields": ["summary", *(name for name, _ in SECTIONS)],
            },
        ),
        ("Title and tags", {"fields": ["title", "opinion", "author", "issues", "seen_at"]}),
        ("For the search and the head of the page", {"fields": ["country", "protected_grounds", "content_note"]}),
        ("For the clinic only", {"fields": ["clinic_notes"]}),
    ]

    def get_urls(self) -> list[URLPattern]:
        """Add the queue and the buttons."""
        view = self.admin_site.admin_view
        buttons = [
            path(f"<int:pk>/{name}/", view(require_POST(button)), name=f"briefs_brief_{name}")
            for name, button in brief_way.BUTTONS
        ]
        return [
            path("queue/", view(require_safe(queue)), name="briefs_brief_queue"),
            path("<int:pk>/preview/", view(require_safe(brief_way.preview_page)), name="briefs_brief_preview"),
            *buttons,
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Brief]:
        """Count the holdings, and leave the opinion's text where it is."""
        texts = [f"opinion__{name}" for name in ("raw", "text", "marks", "pieces")]
        rows = super().get_queryset(request).select_related("opinion__case", "author").defer(*texts)
        apart = Q(holdings__weight__in=SEPARATE_WEIGHTS)
        return rows.annotate(
            holding_count=Count("holdings", filter=~apart), proposition_count=Count("holdings", filter=apart)
        )

    def get_fieldsets(self, request: HttpRequest, obj: Brief | None = None) -> Any:
        """Ask only for the opinion and a title to begin with."""
        return super().get_fieldsets(request, obj) if obj else [(None, {"fields": ["opinion", "title"]})]

    def get_readonly_fields(self, request: HttpRequest, obj: Brief | None = None) -> list[str]:
        """A brief keeps its opinion and its author."""
        return ["opinion", "author"] if obj else []

    def get_inline_instances(self, request: HttpRequest, obj: Brief | None = None) -> list[Any]:
        """Holdings come once there is an opinion to pin them to."""
        if obj is None:
            return []
        inlines = [HoldingInline.speaking_of(obj.opinion), LawFlagInline]
        return [inline(self.model, self.admin_site) for inline in inlines]

    def has_change_permission(self, request: HttpRequest, obj: Brief | None = None) -> bool:
        """A student writes their own; staff all."""
        return super().has_change_permission(request, obj) and (obj is None or may_edit_brief(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A brief is withdrawn, not deleted."""
        return False

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Say who is offered the action."""
        return reaches(request.user, ATTORNEY)

    def save_model(self, request: HttpRequest, obj: Brief, form: Any, change: bool) -> None:
        """Begin a brief through its verb; write an existing one."""
        if change:
            now = Brief.objects.select_for_update().get(pk=obj.pk)
            if not may_edit_brief(request.user, now):
                raise PermissionDenied("The brief went to review meanwhile.")
            # What a verb did to the brief while it was being written stays done.
            obj.state, obj.submitted_at, obj.returned_because = now.state, now.submitted_at, now.returned_because
            super().save_model(request, obj, form, change)
            return
        begun = start_brief(obj.opinion, by=request.user, title=obj.title)
        obj.pk, obj.author, obj.slug, obj._state.adding = begun.pk, begun.author, begun.slug, False

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Keep the holdings, then pin them."""
        super().save_formset(request, form, formset, change)
        if formset.model is not Holding:
            return
        for one in formset.forms:
            if one not in formset.deleted_forms and one.instance.pk and "passages" in one.changed_data:
                chosen = Annotation.objects.filter(pk__in=one.cleaned_data["passages"]).select_related("opinion")
                pin(one.instance, list(chosen), by=request.user)

    def response_add(self, request: HttpRequest, obj: Brief, post_url_continue: str | None = None) -> Any:
        """Go on to the sections."""
        request.POST = request.POST.copy()
        request.POST["_continue"] = "1"
        return super().response_add(request, obj, post_url_continue)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """Show where the brief stands, what it lacks, and what this person can do with it."""
        brief = context.get("original")
        if brief is not None:
            context |= {
                "missing": missing(Brief.objects.for_freezing().get(pk=brief.pk)),
                "standing": standing(brief, request.user),
            }
        context["parts"] = parts_of(context["adminform"], context["inline_admin_formsets"])
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.action(description="Publish selected briefs", permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[Brief]) -> None:
        """Publish each that is ready; say for the others what is missing."""
        for brief in queryset:
            try:
                edition = publish(brief, by=request.user)
            except Refused as problem:
                messages.error(request, listed(f"{brief} was not published:", problem.reasons))
            except PermissionDenied as problem:
                messages.error(request, f"{brief} was not published: {problem}")
            else:
                messages.success(request, f"Published: {edition}.")

    @admin.display(description="Opinion", ordering="opinion__kind")
    def kind_of_opinion(self, brief: Brief) -> str:
        """Say whose writing is briefed."""
        return brief.opinion.get_kind_display()

    @admin.display(description="Holdings and propositions")
    def stated(self, brief: Any) -> str:
        """Count what the court held apart from what a separate writer proposed (INV-2)."""
        return counted(brief.holding_count, brief.proposition_count)
