"""Find citations anew after the engine has learnt something."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from briefs.workflow.recite import recite, waiting


class Command(BaseCommand):
    """`manage.py recite [--all]`."""

    help = "Find the citations of opinions that an earlier engine read (--all: of every opinion), on every core."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --all and --processes."""
        parser.add_argument("--all", action="store_true", help="every opinion, not only those due")
        parser.add_argument("--processes", type=int, help="how many at once; the machine's cores when not given")

    def handle(self, *args: Any, **options: Any) -> None:
        """Show progress, and how many citations there are."""
        ids = waiting(everything=options["all"])
        done = recite(ids, processes=options["processes"])
        total = sum(
            found for _, found in tqdm(done, total=len(ids), desc="Citing", unit="opinion", leave=False, disable=None)
        )
        self.stdout.write(f"{len(ids)} opinions, {total} citations. People's decisions were kept.")
