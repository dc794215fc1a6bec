"""A page of a file as a picture, for those who may see identifiers; drawn once and kept in memory for a while."""

from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response

from briefs.access import may_download
from briefs.admin.pages import says_no_in_sentences
from briefs.admin.shown import note_shown
from briefs.importers import Unreadable
from briefs.importers.page_images import WIDTH, page_image
from briefs.models import Source


@says_no_in_sentences
def page_picture(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give page `number` of the file an opinion came from as PNG; the same bytes have the same ETag.

    A browser keeps it, but asks each time whether its person still may see it, and each time is logged.
    """
    if not may_download(request.user):
        raise PermissionDenied("Only staff and attorneys see a file as it came.")
    rows = Source.objects.filter(opinions=pk)
    held = rows.values_list("pk", "sha256").first()
    if held is None or number > 9999:
        raise Http404("There is no such page.")
    source, sha256 = held
    key = f"{sha256}-{number}-{WIDTH}"
    picture = caches["pictures"].get(key)
    known = get_conditional_response(request, f'"{key}"') if picture else None
    if isinstance(known, HttpResponseNotModified):
        note_shown(request.user, source, f"page {number} again")
        return _kept(known, key)
    if picture is None:
        try:
            picture = page_image(bytes(rows.values_list("content", flat=True)[0]), number)
        except Unreadable as problem:
            raise Http404(str(problem)) from None
        caches["pictures"].set(key, picture)
    note_shown(request.user, source, f"page {number}")
    return _kept(HttpResponse(picture, content_type="image/png"), key)


def _kept(answer: HttpResponse, key: str) -> HttpResponse:
    answer["ETag"] = f'"{key}"'
    answer["Cache-Control"] = "private, no-cache"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
