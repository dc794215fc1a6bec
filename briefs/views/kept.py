"""Public pages that are rendered once and served many times, until something public changes."""

import gzip
import hashlib
import re
from collections.abc import Callable

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

# A cache in front may answer for so long by itself, and once more while it asks; the server itself asks each time.
FRESH = "public, max-age=10, stale-while-revalidate=20"  # seconds
LONGEST = 60  # seconds a page is kept though nothing says it changed: a court's name, an issue's note
# What templates are indented with: a line's end says the same. A run is looked at once, from its first sign.
_INDENT = re.compile(rb"(?<!\s)[^\S\n]*+\n\s*+(?=<)")
_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))", re.IGNORECASE)


def kept(
    request: HttpRequest, mark: object, render: Callable[[], HttpResponse], *, asked: str = "", among: str = "pages"
) -> HttpResponse:
    """Serve the page of this address as it was rendered when `mark` was made, or render it now.

    `mark` says which state of everything public is shown (reading/public.py), so that what is withdrawn or published
    is seen with the next request; without a mark nothing is kept. `asked` is what the page heeds of the query, and
    `among` which cache it is kept in: what any word may be put into is not kept beside the rest. Each process keeps its
    own pages, in memory: nothing to clear after an upgrade, and no second question to be answered.
    """
    name = hashlib.sha256(f"{mark} {request.path} {asked}".encode()).hexdigest()
    page: tuple[bytes, bytes, str] | None = caches[among].get(name) if mark else None
    if page is None:
        answer = render()
        if answer.status_code != 200:
            return answer
        body = _INDENT.sub(b"\n", answer.content)
        page = (body, gzip.compress(body, 6, mtime=0), f'W/"{hashlib.sha256(body).hexdigest()[:24]}"')
        if mark:
            caches[among].set(name, page, LONGEST)
    return _answer(request, *page)


def _answer(request: HttpRequest, body: bytes, packed: bytes, etag: str) -> HttpResponse:
    is_packed = bool(_GZIP.search(request.headers.get("Accept-Encoding", "")))
    answer = HttpResponse(packed if is_packed else body)
    if is_packed:
        answer["Content-Encoding"] = "gzip"
    answer["Content-Length"] = str(len(answer.content))
    answer["Cache-Control"], answer["ETag"] = FRESH, etag
    patch_vary_headers(answer, ("Accept-Encoding",))
    return get_conditional_response(request, etag, response=answer) or answer
