"""A form that came too late, from somebody signed out meanwhile or signed in anew: told so, and nothing typed is lost.

The page that answers holds every field of the form, to be sent again, and the longer ones to be read and copied.
Only what a page of this site sent is given back so; of anything else no field is repeated.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import reverse

_SHORTEST = 30  # characters: shorter fields are choices and numbers, sent again without being shown


@dataclass(frozen=True)
class Typed:
    """A longer field as it was typed."""

    name: str
    text: str

    @property
    def label(self) -> str:
        """Name the field by the last words of its name: “holdings-0-answer” is “Answer”."""
        words = re.split(r"[-_\d]+", self.name.rpartition("-")[2])
        return " ".join(word for word in words if word).capitalize() or "Text"


def can_be_sent_again(request: HttpRequest) -> bool:
    """Say whether a page of this site sent a form, to be shown a page, and without a password in it."""
    is_form = request.method == "POST" and not request.headers.get("Accept", "").startswith("application/json")
    is_ours = request.headers.get("Origin") == _site(request)
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    may_be_read = is_form and is_ours and size <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return may_be_read and not any("password" in name for name in request.POST)


def sent_again(request: HttpRequest) -> HttpResponse:
    """Give the page that tells why nothing was done (403), with the form as it was sent."""
    sent = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    fields = [(name, value) for name, values in sent.items() for value in values]
    context = {
        "title": "Not sent yet",
        "site_header": "Pincite",
        "fields": fields,
        "typed": _longer(fields),
        "files": [file.name for _, files in request.FILES.lists() for file in files],
        "address": request.get_full_path(),
        "back": _came_from(request),
    }
    answer = render(request, "admin/sent_again.html", context, status=403)
    answer["Cache-Control"] = "no-store"
    return answer


def not_taken(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without the site's own sign in it: given back if it is ours, else refused in a sentence."""
    if request.path == resolve_url(settings.LOGIN_URL):
        if request.user.is_authenticated:  # the same page was open twice
            return HttpResponseRedirect(reverse("admin:index"))
    elif request.path.startswith(reverse("admin:index")) and can_be_sent_again(request):
        return sent_again(request)
    why = "The form did not come from a page of this site, or that page is too old. Open the page again and send it."
    return render(request, "403.html", {"why": why}, status=403)


def _site(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _came_from(request: HttpRequest) -> str:
    """Give the page that held the form, if it is one of this site; the desk's first page otherwise."""
    before = request.headers.get("Referer", "")
    return before.removeprefix(_site(request)) if before.startswith(f"{_site(request)}/") else reverse("admin:index")


def _longer(fields: Sequence[tuple[str, str]]) -> list[Typed]:
    """Choose the longer texts, without those that a form carries unchanged."""
    shown = {name.removeprefix("initial-"): value for name, value in fields if name.startswith("initial-")}
    written = [(name, value) for name, value in fields if not name.startswith("initial-") and shown.get(name) != value]
    return [Typed(name, value) for name, value in written if len(value) >= _SHORTEST and " " in value.strip()]
