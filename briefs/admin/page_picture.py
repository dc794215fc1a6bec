"""A page of a file as a picture, for those who may see identifiers; drawn once and kept in memory for a while."""

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse

from briefs.access import must
from briefs.admin.pages import says_no_in_sentences
from briefs.admin.shown import note_shown
from briefs.importers import Unreadable
from briefs.importers.page_images import WIDTH, page_image
from briefs.models import Source


@says_no_in_sentences
def page_picture(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give page `number` of the file an opinion came from as PNG; each time is logged.

    No browser keeps it, as nothing of the desk: the page shows what is masked elsewhere, and clinics share computers.
    """
    must(request.user, "download")
    rows = Source.objects.filter(opinions=pk)
    held = rows.values_list("pk", "sha256").first()
    if held is None or number > 9999:
        raise Http404("There is no such page.")
    source, sha256 = held
    key = f"{sha256}-{number}-{WIDTH}"
    picture = caches["pictures"].get(key)
    if picture is None:
        try:
            picture = page_image(bytes(rows.values_list("content", flat=True)[0]), number)
        except Unreadable as problem:
            picture = str(problem)
        caches["pictures"].set(key, picture)
    if isinstance(picture, str):  # what cannot be drawn was tried for long enough
        raise Http404(picture)
    note_shown(request.user, source, f"page {number}")
    return HttpResponse(picture, content_type="image/png", headers={"X-Content-Type-Options": "nosniff"})
