"""Whether the site is alive, for whatever watches over it."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to


@open_to(ANYONE)
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Ask the database a question; 200 and "ok" when it answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
