"""The annotation desk: an opinion to read, and its passages to mark."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from briefs.access import may_annotate, may_change_annotation, may_release
from briefs.admin.column import LOST, column, numbered
from briefs.admin.marking import MarkForm
from briefs.admin.pages import page, says_no_in_sentences
from briefs.models import Annotation, Opinion, Pin
from briefs.text.identifiers import mask
from briefs.workflow.annotate import annotate, block_of, change_annotation
from briefs.workflow.refusal import Refused


@says_no_in_sentences
def annotation_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the opinion and its marks; take a new mark, or the change of one that `?mark=` names."""
    if not may_annotate(request.user):
        raise PermissionDenied("Only members of the clinic annotate opinions.")
    opinion = get_object_or_404(Opinion.objects.for_reading(), pk=pk)
    marks = list(
        opinion.annotations.select_related("author")
        .prefetch_related("issues", Prefetch("pins", Pin.objects.select_related("holding__brief")))
        .in_reading_order()
    )
    changed = _named(request, marks)
    form = MarkForm(request.POST if request.method == "POST" else None, opinion=opinion, mark=changed)
    if request.method == "POST" and form.is_valid():
        try:
            saved = _save(opinion, changed, form.cleaned_data, request.user)
        except Refused as problem:
            for reason in problem.reasons:
                form.add_error(None, reason)
        else:
            kind, place = saved.get_kind_display().lower(), block_of(opinion, saved.start)
            messages.success(request, f"Saved: {place} is marked as {kind}.")
            return HttpResponseRedirect(f"{_address(opinion)}#annotation-{saved.pk}")
    return _show(request, opinion, marks, form, changed)


def _named(request: HttpRequest, marks: list[Annotation]) -> Annotation | None:
    """Give the mark to be changed, if the address names one of this opinion that the person may change."""
    named = request.GET.get("mark")
    if not named:
        return None
    mark = next((mark for mark in marks if str(mark.pk) == named), None)
    if mark is None:
        raise Http404("This opinion has no such mark.")
    if not may_change_annotation(request.user, mark):
        raise PermissionDenied("A student changes only the marks they made.")
    return mark


def _save(opinion: Opinion, changed: Annotation | None, told: dict[str, Any], by: Any) -> Annotation:
    if changed is None:
        return annotate(opinion, by=by, **told)
    change_annotation(changed, by=by, **told)
    return changed


def _show(
    request: HttpRequest, opinion: Opinion, marks: list[Annotation], form: MarkForm, changed: Annotation | None
) -> HttpResponse:
    text = mask(opinion.text)
    numbered(marks, text)
    for mark in marks:
        mark.is_changeable = may_change_annotation(request.user, mark)  # type: ignore[attr-defined]
        mark.place = block_of(opinion, mark.start)  # type: ignore[attr-defined]
    context = {
        "opinion": opinion,
        "case": opinion.case,
        "rows": column(text, opinion.text_marks, marks),
        "marks": marks,
        "lost": [mark for mark in marks if mark.anchor_state in LOST],
        "form": form,
        "changed": changed,
        "may_release": may_release(request.user),
        "briefs": list(opinion.briefs.select_related("author").order_by("created_at")),
    }
    status = 400 if form.errors else 200
    return page(request, "admin/briefs/opinion/annotate.html", f"Annotate {opinion.case}", context, status=status)


def _address(opinion: Opinion) -> str:
    return reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
