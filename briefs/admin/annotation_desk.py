"""The annotation desk: an opinion to read, and its passages to mark.

A browser without scripts gets whole pages; the desk's script asks for JSON and gets the parts that changed.
"""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse

from briefs.access import STAFF, must, reaches
from briefs.admin.desk_marks import Desk, read_desk, row_html
from briefs.admin.marking import MarkForm
from briefs.admin.narrowing import LETTERS, narrow
from briefs.admin.opinion_way import way_of, with_way
from briefs.admin.pages import page, says_no_in_sentences
from briefs.admin.refusals import reasons_of
from briefs.models import Annotation, Opinion
from briefs.models.vocabulary import AnnotationKind
from briefs.text.identifiers import mask
from briefs.workflow.annotate import (
    annotate,
    block_of,
    change_annotation,
    default_voice,
    kinds_for,
    why_it_stays,
)
from briefs.workflow.refusal import Refused
from briefs.workflow.standing import called
from briefs.workflow.undo_removal import removal_of

PANEL = "admin/briefs/opinion/_panel.html"


@says_no_in_sentences
def annotation_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the opinion and its marks; take a new mark, or the change of one that `?mark=` names."""
    must(request.user, "annotate")
    opinion = get_object_or_404(with_way(Opinion.objects.for_reading().defer("raw", "pieces")), pk=pk)
    desk = read_desk(opinion, request.user)
    changed = _named(request, desk)
    form = MarkForm(request.POST if request.method == "POST" else None, desk=desk, mark=changed)
    if request.method == "POST" and form.is_valid():
        before = [] if changed is None else [(changed.start, changed.end)]
        try:
            saved = _save(opinion, changed, _told(form), request.user)
        except (Refused, IntegrityError) as problem:
            for reason in reasons_of(problem):
                form.add_error(None, reason)
            _show_anew(form, changed)
        else:
            return _saved(request, saved, before, form.cleaned_data.get("used_in"))
    if by_script(request):
        return JsonResponse({"panel": panel_html(request, desk, form)}, status=400 if form.errors else 200)
    return _show(request, desk, form)


def by_script(request: HttpRequest) -> bool:
    """Say whether the desk's script asks, which wants parts and not pages."""
    return request.headers.get("Accept", "").startswith("application/json")


def parts(request: HttpRequest, opinion: Opinion, spans: list[tuple[int, int]], **more: Any) -> JsonResponse:
    """Give the rows that touch the spans as they are now, and an empty form; `more` is told beside them."""
    desk = read_desk(opinion, request.user)
    told = {"rows": row_html(request, desk.rows(spans)), "panel": panel_html(request, desk, MarkForm(desk=desk))}
    return JsonResponse(told | more)


def panel_html(request: HttpRequest, desk: Desk, form: MarkForm) -> str:
    """Give the form that marks, or changes a mark, with the buttons that mark has."""
    return render_to_string(PANEL, _panel(request, desk, form), request=request)


def address(opinion: Opinion, mark: Annotation | None = None) -> str:
    """Give the desk's address, at a mark."""
    desk = reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
    return desk if mark is None else f"{desk}#annotation-{mark.pk}"


def _named(request: HttpRequest, desk: Desk) -> Annotation | None:
    """Give the mark to be changed, if the address names one of this opinion that the person may change."""
    named = request.GET.get("mark")
    if not named:
        return None
    mark = desk.mark(named)
    if mark is None:
        raise Http404("This opinion has no such mark.")
    must(request.user, "change annotation", mark)
    return mark


def _save(opinion: Opinion, changed: Annotation | None, told: dict[str, Any], by: Any) -> Annotation:
    if changed is None:
        return annotate(opinion, by=by, **{name: value for name, value in told.items() if name != "seen_at"})
    changed.opinion = opinion
    change_annotation(changed, by=by, **told)
    return changed


def _told(form: MarkForm) -> dict[str, Any]:
    """Give what the verbs take: not the version of the text, which the form has looked at."""
    return {name: value for name, value in form.cleaned_data.items() if name != "version"}


def _show_anew(form: MarkForm, changed: Annotation | None) -> None:
    """After a refusal the form counts as shown with the mark as it is now, so that saving again is meant."""
    present = Annotation.objects.filter(pk=changed.pk).first() if changed is not None else None
    if present is not None:
        form.data = form.data.copy()
        form.data["seen_at"] = present.changed_at.isoformat()


def _saved(request: HttpRequest, saved: Annotation, before: list[tuple[int, int]], used: Any) -> HttpResponse:
    said = f"Saved: {block_of(saved.opinion, saved.start)} is marked as {saved.get_kind_display().lower()}."
    if used:
        said += f" It supports {called(saved.pins.select_related('holding').latest('pk').holding)} now."
    if by_script(request):
        return parts(request, saved.opinion, [*before, (saved.start, saved.end)], said=said, mark=saved.pk)
    messages.success(request, said)
    return HttpResponseRedirect(address(saved.opinion, saved))


def _panel(request: HttpRequest, desk: Desk, form: MarkForm) -> dict[str, Any]:
    changed = form.mark
    rivals = []
    if changed is not None and reaches(request.user, STAFF):
        others = [mark for mark in desk.marks if mark.author_id != changed.author_id and mark not in desk.lost]
        rivals = [mark for mark in others if mark.start < changed.end and changed.start < mark.end]
    return {
        "opinion": desk.opinion,
        "form": form,
        "changed": changed,
        "stays": why_it_stays(changed) if changed is not None else "",
        "rivals": rivals,
        "is_open": bool(form.errors or changed),
    }


def _show(request: HttpRequest, desk: Desk, form: MarkForm) -> HttpResponse:
    opinion = desk.opinion
    narrowed = narrow(desk.marks, request.GET, {pk: issue.name for pk, issue in desk.issues.items()})
    for mark in desk.marks:
        mark.is_off = mark.pk not in narrowed.shown  # type: ignore[attr-defined]
    asked = request.GET.get("removed", "")
    removed = removal_of(opinion, int(asked)) if asked.isdecimal() and len(asked) < 18 else None
    letters = [(LETTERS[AnnotationKind(kind)], kind, label) for kind, label in kinds_for(opinion)]
    context = _panel(request, desk, form) | {
        "case": opinion.case,
        "rows": desk.rows(),
        "count": len(desk.marks),
        "narrowed": narrowed,
        "lost": desk.lost,
        "briefs": desk.briefs,
        "letters": letters,
        "way": way_of(opinion, request.user),
        "own_voice": default_voice(opinion),
        "removed": removed,
        "removed_words": mask(removed.quote)[:120] if removed else "",
    }
    status = 400 if form.errors else 200
    return page(request, "admin/briefs/opinion/annotate.html", f"Annotate {opinion.case}", context, status=status)
