"""The texts of an opinion: the earlier ones to read, what changed between them, and a new one or a correction."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from briefs import importers
from briefs.access import may, must
from briefs.admin.column import column
from briefs.admin.import_forms import FilesField
from briefs.admin.pages import page, says_no_in_sentences
from briefs.models import Opinion, Passage, Source
from briefs.reading.two_texts import pages_printed, side_by_side, told_besides
from briefs.reading.unplaced import changed_around
from briefs.text.identifiers import mask
from briefs.text.marks import from_rows
from briefs.workflow.correct_paragraph import correct_paragraph
from briefs.workflow.reanchor import foreseen
from briefs.workflow.receive import receive
from briefs.workflow.refusal import Refused
from briefs.workflow.renew import read_for, replace_text


class BecauseForm(forms.Form):
    """Why a text is replaced."""

    because = forms.CharField(
        max_length=200, label="Why", help_text="Kept with the earlier text: a better scan, a corrected slip opinion ..."
    )


class NewTextForm(forms.Form):
    """One file with the new text."""

    files = FilesField(label="File", help_text="Plain text, or any other format the import desk reads.")


class CorrectForm(BecauseForm):
    """The words of one paragraph as they should read."""

    words = forms.CharField(label="Words", widget=forms.Textarea(attrs={"rows": 12}))
    field_order = ("words", "because")


@says_no_in_sentences
def text_versions(request: HttpRequest, pk: int) -> HttpResponse:
    """List the texts an opinion has had."""
    opinion = _opinion(request, pk)
    rows = opinion.text_versions.defer("text", "marks").select_related("source", "replaced_by").order_by("-number")
    context = {
        "opinion": opinion,
        "versions": rows.defer("source__content"),
        "may_correct_text": may(request.user, "correct text"),
    }
    return page(request, "admin/briefs/opinion/texts.html", f"Texts of {opinion}", context)


@says_no_in_sentences
def text_version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show an earlier text as it was read, and by words what the next one changed."""
    opinion = _opinion(request, pk)
    version = get_object_or_404(opinion.text_versions.select_related("source", "replaced_by"), number=number)
    following = opinion.text_versions.filter(number=number + 1).values_list("text", flat=True).first()
    text = mask(version.text, opinion.hidden)
    context = {
        "opinion": opinion,
        "version": version,
        "next": number + 1,
        "changes": changed_around(text, mask(opinion.text if following is None else following, opinion.hidden)),
        "rows": column(text, from_rows(version.marks)),
    }
    return page(request, "admin/briefs/opinion/text.html", f"Text {number} of {opinion}", context)


@says_no_in_sentences
def new_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the file that gives an opinion its new text."""
    _only_staff(request)
    opinion = _opinion(request, pk)
    form = NewTextForm(request.POST, request.FILES) if request.method == "POST" else NewTextForm()
    if request.method == "POST" and form.is_valid():
        if len(form.cleaned_data["files"]) != 1:
            form.add_error("files", "Choose the one file with the new text.")
        else:
            file = form.cleaned_data["files"][0]
            try:
                source = receive(file.name, file.read(), by=request.user)
                read_for(opinion, source)
            except (importers.Unreadable, Refused) as problem:
                form.add_error("files", str(problem))
            else:
                return HttpResponseRedirect(
                    reverse("admin:briefs_opinion_new_text_preview", args=[opinion.pk, source.pk])
                )
    passages = opinion.passages.order_by("ordinal")
    context = {"opinion": opinion, "form": form, "passages": passages}
    return page(
        request,
        "admin/briefs/opinion/new_text.html",
        f"New text of {opinion}",
        context,
        status=400 if form.errors else 200,
    )


@says_no_in_sentences
def new_text_preview(request: HttpRequest, pk: int, source: int) -> HttpResponse:
    """Show what a file would change and what would become of the marks, and do it when that is confirmed."""
    _only_staff(request)
    opinion = _opinion(request, pk)
    file = get_object_or_404(Source, pk=source)
    back = reverse("admin:briefs_opinion_new_text", args=[opinion.pk])
    form = BecauseForm(request.POST if request.method == "POST" else None)
    try:
        if request.method == "POST" and form.is_valid():
            tally = replace_text(opinion, file, by=request.user, because=form.cleaned_data["because"])
            return _done(request, opinion, tally)
        imported = read_for(opinion, file)
    except (importers.Unreadable, Refused) as problem:
        messages.error(request, str(problem))
        return HttpResponseRedirect(back)
    context = {
        "opinion": opinion,
        "source": file,
        "form": form,
        "tally": foreseen(opinion, imported.clean),
        "changes": side_by_side(changed_around(mask(opinion.text), mask(imported.clean.text))),
        "pages": pages_printed(imported),
        "told": told_besides(imported, opinion.case),
    }
    return page(
        request,
        "admin/briefs/opinion/new_text_preview.html",
        f"New text of {opinion}",
        context,
        status=400 if form.errors else 200,
    )


@says_no_in_sentences
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the words of the one paragraph that `?passage=` names; `back=desk` leads back to the text desk."""
    _only_staff(request)
    opinion = _opinion(request, pk)
    ordinal = request.GET.get("passage", "")
    number = int(ordinal) if ordinal.isascii() and ordinal.isdigit() and len(ordinal) < 7 else -1
    passage = get_object_or_404(Passage.objects.filter(opinion=opinion), ordinal=number)
    text_desk = reverse("admin:briefs_opinion_text_desk", args=[opinion.pk])
    desk = f"{text_desk}#at-{passage.ordinal}" if request.GET.get("back") == "desk" else ""
    form = CorrectForm(request.POST if request.method == "POST" else None, initial={"words": passage.text})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            tally = correct_paragraph(
                opinion, passage, told["words"], by=request.user, because=told["because"], seen=_seen(request)
            )
        except Refused as problem:
            for reason in problem.reasons:
                form.add_error(None, reason)
        else:
            return _done(request, opinion, tally, desk=desk)
    context = {"opinion": opinion, "passage": passage, "form": form, "desk": desk}
    return page(
        request,
        "admin/briefs/opinion/correct.html",
        f"Correct {passage.place} of {opinion}",
        context,
        status=400 if form.errors else 200,
    )


def _done(request: HttpRequest, opinion: Opinion, tally: dict[str, int], *, desk: str = "") -> HttpResponse:
    """Say what became of the marks, and go to those that wait, or back to the `desk`, or to the texts."""
    said = ", ".join(f"{number} {state}" for state, number in tally.items() if number) or "there were none"
    messages.success(request, f"The opinion has its new text. Its marks: {said}.")
    waits = tally["suspect"] + tally["orphan"]
    if desk and not waits:
        return HttpResponseRedirect(desk)
    return HttpResponseRedirect(reverse(f"admin:briefs_opinion_{'anchors' if waits else 'texts'}", args=[opinion.pk]))


def _opinion(request: HttpRequest, pk: int) -> Opinion:
    must(request.user, "annotate")
    return get_object_or_404(Opinion.objects.for_reading(), pk=pk)


def _seen(request: HttpRequest) -> int | None:
    """Give the number of the text that the person had before them."""
    typed = request.POST.get("seen", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None


def _only_staff(request: HttpRequest) -> None:
    must(request.user, "correct text")
