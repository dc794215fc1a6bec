"""The writing desk: a brief's form with its preview, its word counts, what is missing, and what waits unsaved."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_POST

from briefs.access import may
from briefs.admin.brief_parts import counts_of, places_of
from briefs.admin.gaps import linked
from briefs.admin.pages import View, says_no_in_sentences
from briefs.admin.preview import live, preview_page, preview_pdf, total_of
from briefs.admin.unsaved import offer_of, throw_away_words, unsaved_words
from briefs.models import Brief
from briefs.workflow.draft import look
from briefs.workflow.grounds import grounds_of
from briefs.workflow.hold import unheld
from briefs.workflow.on_paper import lost_on_paper
from briefs.workflow.readiness import missing


def urls(view: Callable[[View], View]) -> list[URLPattern]:
    """Give the addresses of the desk; `view` lets only members in."""
    asked = require_http_methods(["GET", "HEAD", "POST"])
    thrown = require_POST(says_no_in_sentences(throw_away_words))
    return [
        path("<int:pk>/preview/", view(asked(preview_page)), name="briefs_brief_preview"),
        path("<int:pk>/preview.pdf", view(asked(preview_pdf)), name="briefs_brief_preview_pdf"),
        path("<int:pk>/live/", view(require_POST(live)), name="briefs_brief_live"),
        path("<int:pk>/unsaved/", view(asked(unsaved_words)), name="briefs_brief_unsaved"),
        path("<int:pk>/unsaved/throw-away/", view(thrown), name="briefs_brief_throw_away"),
    ]


def shown_beside(request: HttpRequest, brief: Brief, context: dict[str, Any]) -> dict[str, Any]:
    """Give what the form's page shows beside its fields; of a form that was sent, as it was sent."""
    formsets = context["inline_admin_formsets"]
    holdings = next((one.formset for one in formsets if one.formset.prefix == "holdings"), None)
    laid = getattr(request, "laid", None)
    if laid is not None:
        seen = look(brief, laid.sent)
        gaps, lost, places = seen.missing, seen.on_paper, seen.places
    else:
        saved = Brief.objects.for_freezing().get(pk=brief.pk)
        grounds = grounds_of(saved)
        gaps, lost = missing(saved, grounds), lost_on_paper(saved, grounds)
        places = places_of(holdings) if holdings else {}
    counts = counts_of(context["adminform"], formsets)
    held_back = getattr(request, "held_back", "")
    shown = {
        "cautions": linked(brief, context["standing"].cautions, places),
        "unheld": unheld(brief).count() if may(request.user, "edit brief", brief) else 0,
        "missing": gaps,
        "gaps": linked(brief, gaps, places),
        "on_paper": linked(brief, lost, places),
        "counts": counts,
        "total": total_of(counts),
        "held_back": held_back,
        "clashes": bool(laid),
        "offer": None if laid is not None else offer_of(brief, request.user),
        "listed": getattr(holdings.form, "listed", ()) if holdings else (),
        "issue_choices": getattr(holdings.form, "issue_choices", ()) if holdings else (),
    }
    if held_back:
        shown["errors"] = None  # nothing is wrong: it was not sent to be saved
    return shown
