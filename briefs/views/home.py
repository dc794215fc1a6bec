"""The first page: what this is, the search box, the issues and the newest briefs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import Edition, EditionHolding, Issue
from briefs.reading import digest
from briefs.reading.public import mark_now
from briefs.views.kept import kept


@open_to(ANYONE)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Tell a new student in one screen what is here."""
    return kept(request, mark_now(), lambda: _rendered(request))


def _rendered(request: HttpRequest) -> HttpResponse:
    branches = digest.tree(Issue.objects.in_order())
    digest.count(branches, digest.alike(EditionHolding.objects.current()))
    newest = Edition.objects.current().newest_first().select_related("court")
    return render(request, "briefs/home.html", {"areas": digest.tops(branches), "newest": newest[:4]})
