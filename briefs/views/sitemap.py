"""What search engines are told: every public page, and what to leave alone."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemaps
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import Authority, Edition, Issue, Opinion
from briefs.views.answers import full, known

HIDDEN = ("/admin/", "/briefs/export/", "/briefs/*/export/", "/briefs/?", "/unapi")


class _Pages(Sitemap):
    """Pages under the site's own address, whatever host was asked."""

    protocol = urlsplit(settings.SITE_URL).scheme
    limit = 10_000

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class _Places(_Pages):
    def items(self) -> list[str]:
        return ["home", "library", "opinions", "authorities", "issues", "api"]

    def location(self, item: str) -> str:
        return reverse(item)


class _Briefs(_Pages):
    def items(self) -> QuerySet[Edition]:
        return Edition.objects.current().only("slug", "is_current", "number", "published_at").order_by("slug")

    def lastmod(self, item: Edition) -> datetime:
        return item.published_at


class _Opinions(_Pages):
    def items(self) -> QuerySet[Opinion]:
        return Opinion.objects.released().only("slug", "released_at").order_by("slug")

    def lastmod(self, item: Opinion) -> datetime | None:
        return item.released_at


class _Authorities(_Pages):
    def items(self) -> QuerySet[Authority]:
        cited = Authority.objects.standing().publicly_cited().values("pk")
        return Authority.objects.filter(pk__in=cited).only("slug").order_by("slug")


class _Issues(_Pages):
    def items(self) -> QuerySet[Issue]:
        return Issue.objects.filter(merged_into__isnull=True).only("slug").order_by("slug")


SECTIONS = {"places": _Places, "briefs": _Briefs, "opinions": _Opinions, "authorities": _Authorities, "issues": _Issues}


@open_to(ANYONE)
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the parts of the map, each in as many pages as it needs."""
    parts = []
    for section, pages in SECTIONS.items():
        address = full(reverse("sitemap-part", args=[section]))
        numbers = pages().paginator.page_range
        parts += [{"location": f"{address}?p={number}" if number > 1 else address} for number in numbers]
    return known(request, render(request, "sitemap_index.xml", {"sitemaps": parts}, content_type="application/xml"))


@open_to(ANYONE)
@require_safe
def sitemap_part(request: HttpRequest, section: str) -> HttpResponse:
    """List the pages of one part."""
    return known(request, sitemaps.sitemap(request, SECTIONS, section=section).render())


@open_to(ANYONE)
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say what is not for search engines, and where the map is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in HIDDEN), f"Sitemap: {full(reverse('sitemap'))}"]
    return known(request, HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8"))
