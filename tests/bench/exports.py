"""The export table of `make bench`: each format's time and size, for each published brief and for a list of them."""

from tests.bench.clock import spread, table, timed


def exports(times_each: int) -> None:
    """Time each export of each published brief, with new content each time, so that nothing is remembered."""
    from django.conf import settings

    from briefs.exporters import FORMATS, LISTS
    from briefs.models import Edition

    rows: list[tuple[object, ...]] = []
    pages = [edition.page for edition in Edition.objects.current().order_by("name")]
    for form in FORMATS:
        for page in pages:
            file = form.export(page, site_url=settings.SITE_URL)
            spent = [
                timed(lambda p=page, f=form, n=n: f.export(p | {"edition": n + 2}, site_url=settings.SITE_URL))
                for n in range(times_each)
            ]
            rows.append((file.name, f"{len(file.content) / 1000:.1f}", *spread(spent)))
    table("Exports, new content each time", ("file", "kB", "ms p50", "ms p95"), rows)
    many = [page | {"slug": f"{page['slug']}-{n}"} for n in range(100) for page in pages][:300]
    rows = []
    for shelf in LISTS:
        content = shelf.listed(many, site_url=settings.SITE_URL).content
        spent = [timed(lambda f=shelf: f.listed(many, site_url=settings.SITE_URL)) for _ in range(times_each)]
        rows.append((shelf.label, len(many), f"{len(content) / 1000:.1f}", *spread(spent)))
    table("Lists of briefs", ("format", "briefs", "kB", "ms p50", "ms p95"), rows)
