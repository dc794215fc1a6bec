"""Read the stored raw texts anew after the normaliser has learnt something."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from briefs.models import Opinion
from briefs.workflow.reanchor import STATES
from briefs.workflow.refusal import Refused
from briefs.workflow.renew import renew


class Command(BaseCommand):
    """`manage.py renormalise [--dry-run]`."""

    help = "Read every opinion's raw text with today's normaliser and find its marks again; one transaction each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --dry-run."""
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Show progress, then what became of the marks of each opinion that changed, and of all."""
        ids = list(Opinion.objects.order_by("pk").values_list("pk", flat=True))
        rows: list[tuple[str, dict[str, int]]] = []
        refused: list[str] = []
        for pk in tqdm(ids, desc="Reading anew", unit="opinion", leave=False, disable=None):
            opinion = Opinion.objects.select_related("case").get(pk=pk)
            try:
                tally = renew(opinion, dry_run=options["dry_run"])
            except Refused as problem:
                refused += problem.reasons
                continue
            if tally is not None:
                rows.append((str(opinion), tally))
        would = "would change" if options["dry_run"] else "changed"
        self.stdout.write(f"{len(rows)} of {len(ids)} opinions {would}.")
        if rows:
            self._table(rows)
        for reason in refused:
            self.stderr.write(reason)
        if refused:
            raise SystemExit(1)

    def _table(self, rows: list[tuple[str, dict[str, int]]]) -> None:
        total: Counter[str] = Counter()
        width = max(len("All marks"), *(len(name) for name, _ in rows))
        self.stdout.write("".join([" " * width, *(f"{state!s:>9}" for state in STATES)]))
        for name, tally in rows:
            total.update(tally)
            self.stdout.write(name.ljust(width) + "".join(f"{tally[state]:>9}" for state in STATES))
        self.stdout.write("All marks".ljust(width) + "".join(f"{total[state]:>9}" for state in STATES))
