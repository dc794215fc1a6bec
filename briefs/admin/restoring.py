"""The buttons of a brief's history: bring a field back to what it said, or a holding that was taken away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from briefs.admin.pages import press, says_no_in_sentences
from briefs.models import Brief
from briefs.workflow.restore import bring_back, restore


@says_no_in_sentences
def restoring(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring back what `what` names: “brief:12:facts”, “holding:34:answer”, or “lost:34” for a whole holding."""
    brief = get_object_or_404(Brief.objects.select_related("opinion"), pk=pk)
    noun, _, rest = request.POST.get("what", "").partition(":")
    version, _, field = rest.partition(":")
    number = int(version) if version.isascii() and version.isdigit() and len(version) < 19 else 0

    def verb() -> None:
        if noun == "lost":
            bring_back(brief, by=request.user, version=number)
        else:
            restore(brief, by=request.user, noun=noun, version=number, field=field)

    return press(
        request,
        verb,
        done="Brought back. What it said until now stays in the history.",
        refused="Nothing was brought back:",
        back=reverse("admin:briefs_brief_history", args=[pk]),
    )
