"""Briefs: the form a brief is written in."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from simple_history.admin import SimpleHistoryAdmin

from briefs.access import ATTORNEY, may, reaches
from briefs.admin import brief_way, quotations, writing_desk
from briefs.admin.brief_form import BriefForm
from briefs.admin.brief_parts import LAW, parts_of
from briefs.admin.brief_parts import SECTIONS as SECTIONS_PART
from briefs.admin.holding import HoldingInline
from briefs.admin.law_flags import LawFlagInline
from briefs.admin.plain_words import worded
from briefs.admin.refusals import Careful, listed
from briefs.admin.saving import NothingLost
from briefs.models import SECTIONS, Annotation, Brief, Holding, texts_of
from briefs.models.vocabulary import SEPARATE_WEIGHTS
from briefs.workflow.lacking import with_lacks
from briefs.workflow.pin import pin
from briefs.workflow.publish import publish
from briefs.workflow.refusal import Refused
from briefs.workflow.save_brief import save_words
from briefs.workflow.standing import counted, standing
from briefs.workflow.start_brief import start_brief
from briefs.workflow.waiting import with_standing


@admin.register(Brief)
class BriefAdmin(NothingLost, Careful, SimpleHistoryAdmin):
    """What is written, what it still lacks, and the buttons that send it on its way."""

    form = BriefForm
    change_form_template = "admin/briefs/brief/change_form.html"
    list_display = [
        "title",
        "where_it_stands",
        "missing",
        "author",
        "stated",
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
        ("Title and tags", {"fields": ["title", "opinion", "author", "issues", "base", "kept"]}),
        ("For the search and the head of the page", {"fields": ["country", "protected_grounds", "content_note"]}),
        ("For the clinic only", {"fields": ["clinic_notes"]}),
    ]

    def get_urls(self) -> list[URLPattern]:
        """Add the queue and the buttons."""
        view = self.admin_site.admin_view
        return [
            *brief_way.urls(view),
            *quotations.urls(view),
            *writing_desk.urls(view),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Brief]:
        """Count the holdings, and leave the opinion's text where it is."""
        rows = super().get_queryset(request).select_related("opinion__case", "author").defer(*texts_of("opinion"))
        apart = Q(holdings__weight__in=SEPARATE_WEIGHTS)
        return rows.annotate(
            holding_count=Count("holdings", filter=~apart), proposition_count=Count("holdings", filter=apart)
        )

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Tell of the briefs of one page whether they were changed since they were published, and what they lack."""
        changelist = super().get_changelist_instance(request)
        with_standing(changelist.result_list)
        with_lacks(changelist.result_list)
        return changelist

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
        return super().has_change_permission(request, obj) and (obj is None or may(request.user, "edit brief", obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A brief is withdrawn, not deleted."""
        return False

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Say who is offered the action."""
        return reaches(request.user, ATTORNEY)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Let the form know what it was opened on, and what others did since."""
        form = super().get_form(request, obj, change, **kwargs)
        told = {name: getattr(request, name) for name in ("laid", "opened_on", "held_back") if hasattr(request, name)}
        return type(form.__name__, (form,), told)

    def save_model(self, request: HttpRequest, obj: Brief, form: Any, change: bool) -> None:
        """Begin a brief through its verb; write what was changed of an existing one."""
        if change:
            if form.has_changed():
                save_words(obj, form.changed_data)
            return
        begun = start_brief(obj.opinion, by=request.user, title=obj.title)
        obj.pk, obj.author, obj.slug, obj._state.adding = begun.pk, begun.author, begun.slug, False

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Keep the holdings, then pin them."""
        super().save_formset(request, form, formset, change)
        if formset.model is not Holding:
            return
        for one in formset.forms:
            pins_changed = {"passages", "also"} & set(one.changed_data)
            if one not in formset.deleted_forms and one.instance.pk and pins_changed:
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
            context |= {"standing": standing(brief, request.user)}
            context |= writing_desk.shown_beside(request, brief, context)
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

    @admin.display(description="Where it stands", ordering="state")
    def where_it_stands(self, brief: Any) -> str:
        """Give the state, and that a brief was changed since it was published or approved."""
        return brief.standing

    @admin.display(description="Still missing")
    def missing(self, brief: Any) -> str:
        """Say what keeps the brief from being published, but for its quotations, and whether the law was checked."""
        return ", ".join([*brief.lacks, *([] if brief.law_checked_on else ["a check of the law"])])

    @admin.display(description="Holdings and propositions")
    def stated(self, brief: Any) -> str:
        """Count what the court held apart from what a separate writer proposed (INV-2)."""
        return counted(brief.holding_count, brief.proposition_count)
