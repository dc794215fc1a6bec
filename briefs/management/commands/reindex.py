"""Make the search rows anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from briefs.workflow.index import reindex, to_index


class Command(BaseCommand):
    """`manage.py reindex [--missing]`."""

    help = "Make everything the search reads anew, opinion by opinion; the search answers all the while."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --missing."""
        parser.add_argument("--missing", action="store_true", help="only what is public and has no search rows yet")

    def handle(self, *args: Any, **options: Any) -> None:
        """Show progress, and how many opinions were indexed."""
        missing = options["missing"]
        rows, total = reindex(missing=missing), len(to_index(missing=missing))
        done = sum(1 for _ in tqdm(rows, total=total, desc="Indexing", unit="opinion", leave=False, disable=None))
        if missing and not done:
            return
        self.stdout.write(f"{done} opinions indexed, with their briefs and holdings.")
