"""Merging one authority into another: what would move is shown before it is done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from briefs.access import must
from briefs.admin.pages import page, press, says_no_in_sentences
from briefs.models import Authority
from briefs.workflow.cite import known_authority
from briefs.workflow.merge import merge, would_move


@says_no_in_sentences
def merging(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would move to the authority that `cite` names; a POST that gives it by `into` merges."""
    must(request.user, "correct citation")
    authority = get_object_or_404(Authority.objects.select_related("merged_into"), pk=pk)
    back = reverse("admin:briefs_authority_change", args=[pk])
    if request.method == "POST":
        return _merge(request, authority, back)
    typed = request.GET.get("cite", "").strip()
    into = known_authority(typed)
    if into is None:
        messages.error(request, f"“{typed}” names no one authority that is here; cite it as its own page does.")
        return HttpResponseRedirect(back)
    context = {"authority": authority, "into": into, "moved": would_move(authority)}
    return page(request, "admin/briefs/authority/merge.html", f"Merge {authority.cite}", context)


def _merge(request: HttpRequest, authority: Authority, back: str) -> HttpResponse:
    named = request.POST.get("into", "")
    into = get_object_or_404(Authority, pk=named if named.isascii() and named.isdigit() else None)
    return press(
        request,
        lambda: merge(authority, into, by=request.user),
        done=f"Merged: {authority.cite} is {into.cite} now, and its page leads there.",
        refused="Not merged:",
        back=reverse("admin:briefs_authority_change", args=[into.pk]),
        stay=back,
    )
