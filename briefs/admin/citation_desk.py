"""The citation desk: what the engine could not decide, one after another, for a person to decide."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from briefs.access import must
from briefs.admin.pages import page, press, says_no_in_sentences
from briefs.models import Authority, Citation
from briefs.reading.doubts import Doubts
from briefs.workflow.correct import accept, correct, correct_to, dismiss


@says_no_in_sentences
def citation_desk(request: HttpRequest) -> HttpResponse:
    """Show the citations that wait, twenty at a time."""
    _only_staff(request)
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {"doubts": Doubts(request.GET), "asked": request.GET.urlencode(), "filters": asked.urlencode()}
    return page(request, "admin/briefs/citation/desk.html", "Citation desk", context)


@says_no_in_sentences
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one decision, and go on to the citation that follows in the queue the address asks for."""
    _only_staff(request)
    citation = Citation.objects.select_related("authority", "passage").filter(pk=pk).first()
    if citation is None or citation.decision:
        messages.warning(request, "That citation was decided or found anew meanwhile; this is what waits now.")
        return HttpResponseRedirect(_address(request))
    following = Doubts(request.GET).after(citation)
    verb, done = _decision(request, citation)
    here = _address(request, f"#citation-{pk}")
    there = _address(request, f"#citation-{following}" if following else "#doubts")
    return press(request, verb, done=done, refused="Not decided:", back=there, stay=here)


def _only_staff(request: HttpRequest) -> None:
    must(request.user, "correct citation")


def _decision(request: HttpRequest, citation: Citation) -> tuple[Callable[[], Any], str]:
    """Give the verb that a button stands for, and the sentence that says it was done."""
    at = citation.passage.start
    words = f"“{citation.passage.text[citation.start - at : citation.end - at]}”, {citation.passage.place},"
    by, told = request.user, request.POST
    if told.get("decision") == "accept":
        return lambda: accept(citation, by=by), f"Accepted: {words} cites {citation.authority}."
    if told.get("decision") == "dismiss":
        return lambda: dismiss(citation, by=by), f"Dismissed: {words} is no citation."
    chosen = told.get("authority", "")
    if chosen.isascii() and chosen.isdigit():
        authority = get_object_or_404(Authority, pk=chosen)
        return lambda: correct(citation, authority, by=by), f"Chosen: {words} cites {authority}."
    typed = told.get("cite", "").replace("\x00", "").strip()
    return lambda: correct_to(citation, typed, by=by), f"Chosen: {words} cites {typed}."


def _address(request: HttpRequest, place: str = "") -> str:
    query = request.GET.urlencode()
    return reverse("admin:briefs_citation_desk") + (f"?{query}" if query else "") + place
