"""Print the tables of `make bench`: reading opinions beside eyecite, public pages, PDFs."""

import argparse
import os
import sys
from pathlib import Path

import django

from tests.bench import citations
from tests.bench.clock import spread, table, timed

ROOT = Path(__file__).resolve().parents[2]


def pages(times_each: int) -> None:
    """Time each public page through Django's test client, with its queries."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from briefs.models import Edition

    if not Edition.objects.current().exists():
        print("\nNo brief is published here; `make run` loads the samples.")
        return
    settings.ALLOWED_HOSTS = ["testserver"]
    client, rows = Client(), []
    addresses = ["/", "/briefs/", "/briefs/?q=persecution", "/briefs/?q=neutrality+desertion", "/briefs/?issue=nexus"]
    addresses += [edition.get_absolute_url() for edition in Edition.objects.current().order_by("name")]
    addresses += ["/opinions/balachova-v-mukasey/", "/authorities/8-usc-1101-a-42-a/", "/issues/persecution/"]
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        count = len(queries)  # the next request clears the log
        spent = [timed(lambda address=address: client.get(address)) for _ in range(times_each)]
        rows.append((address, answer.status_code, count, len(answer.content) // 1024, *spread(spent)))
    table("Public pages", ("address", "status", "queries", "kB", "ms p50", "ms p95"), rows)


def papers(times_each: int) -> None:
    """Time each export of each published brief."""
    from django.conf import settings

    from briefs.exporters import FORMATS
    from briefs.models import Edition

    rows = []
    for edition in Edition.objects.current().order_by("name"):
        for form in FORMATS:
            file = form.export(edition.page, site_url=settings.SITE_URL)
            spent = [
                timed(lambda e=edition, f=form, n=n: f.export(e.page | {"edition": n + 2}, site_url=settings.SITE_URL))
                for n in range(times_each)
            ]
            rows.append((file.name, len(file.content) // 1024, *spread(spent)))
    table("Exports, new content each time", ("file", "kB", "ms p50", "ms p95"), rows)


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus", help="CourtListener records")
    parser.add_argument("--most", type=int, default=40, help="how many of them are read")
    parser.add_argument("--times", type=int, default=20, help="how often each page is asked for")
    chosen = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    django.setup()
    citations.tables(chosen.corpus, chosen.most, table)
    from tests.bench.hostile import hostile

    hostile()
    pages(chosen.times)
    papers(max(3, chosen.times // 4))


if __name__ == "__main__":
    sys.exit(main())
