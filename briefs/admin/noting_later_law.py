"""One change of the law, noted at once on every brief it bears on."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from briefs.access import must
from briefs.admin.pages import page, says_no_in_sentences
from briefs.models import Authority, Issue, LawFlag
from briefs.workflow.note_later_law import note_later_law, perhaps_affected
from briefs.workflow.refusal import Refused


class LaterLawForm(forms.Form):
    """What changed, since when, and for whom."""

    kind = forms.ChoiceField(choices=LawFlag.Kind.choices, label="What happened to the law")
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        label="What changed",
        help_text="With the citation of what changed it. It prints above the holdings until it is cleared.",
        max_length=5_000,
    )
    effective_on = forms.DateField(required=False, label="In force from", help_text="Year-month-day: 2026-03-04.")
    applies_when = forms.CharField(
        required=False, max_length=200, label="Applies to", help_text="Such as: applications filed on or after ..."
    )


@says_no_in_sentences
def later_law(request: HttpRequest) -> HttpResponse:
    """List the briefs that cite an authority or carry an issue; a POST notes the change on the ticked ones."""
    must(request.user, "note later law")
    subject = _subject(request)
    form, ticked = LaterLawForm(request.POST or None), request.POST.getlist("place")
    if request.method == "POST" and form.is_valid():
        try:
            count = note_later_law(ticked, by=request.user, **form.cleaned_data)
        except Refused as problem:
            for reason in problem.reasons:
                form.add_error(None, reason)
        else:
            places = "place" if count == 1 else "places"
            messages.success(request, f"Noted at {count} {places}. Published briefs wait in the queue.")
            return HttpResponseRedirect(reverse("admin:briefs_brief_queue"))
    context = {"subject": subject, "form": form, "ticked": ticked, "rows": perhaps_affected(subject)}
    return page(request, "admin/briefs/later_law.html", f"Later law: {subject}", context)


def _subject(request: HttpRequest) -> Authority | Issue:
    for name, model in (("authority", Authority), ("issue", Issue)):
        key = request.GET.get(name, "")
        if key.isascii() and key.isdigit() and len(key) < 19:
            return get_object_or_404(model, pk=key)
    raise Http404("Open this page from an authority or an issue.")
