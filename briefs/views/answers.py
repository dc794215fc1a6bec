"""What many public views answer with: a body known by its ETag, JSON, and errors that say what is the matter."""

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

MIME = "application/json"
PROBLEM = "application/problem+json"  # RFC 9457
FRESH = "public, max-age=60"  # seconds; then the ETag says whether anything changed

View = Callable[..., HttpResponse]


class BadRequest(Exception):
    """The address asks for what cannot be; the message is the sentence for whoever asked."""


def known(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Give the answer its ETag, or 304 to whoever has the same bytes already."""
    if answer.status_code != 200:
        return answer
    answer["ETag"] = f'"{hashlib.sha256(answer.content).hexdigest()[:24]}"'
    return get_conditional_response(request, answer["ETag"], response=answer) or answer


def as_json(
    request: HttpRequest, told: Any, *, mime: str = MIME, links: Mapping[str, str] | None = None
) -> HttpResponse:
    """Answer with JSON that any site may read; `links` go into the Link header (RFC 8288), by their relation."""
    answer = HttpResponse(json.dumps(told, ensure_ascii=False), content_type=mime)
    answer["Cache-Control"] = FRESH
    answer["Access-Control-Allow-Origin"] = "*"
    if links:
        answer["Link"] = ", ".join(f'<{href}>; rel="{relation}"' for relation, href in links.items())
    return known(request, answer)


def said_in_json(view: View) -> View:
    """Answer a client that asks for data with data, when something is not there or makes no sense too."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404 as missing:
            return problem(404, str(missing) or "There is nothing public at this address.")
        except BadRequest as wrong:
            return problem(400, str(wrong))

    return answered


def problem(status: int, detail: str) -> HttpResponse:
    """Say what is the matter, for programs."""
    titles = {400: "Bad request", 404: "Not found"}
    told = {"title": titles[status], "status": status, "detail": detail}
    answer = HttpResponse(json.dumps(told, ensure_ascii=False), content_type=PROBLEM, status=status)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def full(path: str) -> str:
    """Give the whole address of a path of this site."""
    return f"{settings.SITE_URL}{path}"
