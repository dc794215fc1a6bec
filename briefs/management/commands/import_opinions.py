"""Import opinions from files, folders and ZIPs."""

import csv
import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from briefs.access import may
from briefs.exporters.spreadsheet import cell
from briefs.workflow.import_files import REPORT, files_under, import_files


class Command(BaseCommand):
    """Imports every file it is given, says which were refused and why, and fails if any was."""

    help = "Import opinions: PDF, Word, HTML, text, CourtListener and CAP JSON, and ZIPs of them; folders are searched."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files and folders, who imports them, how many at a time, and where the report goes."""
        parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a file, a ZIP or a folder")
        parser.add_argument("--user", metavar="NAME", help="who imports; otherwise the first account that may")
        parser.add_argument("--jobs", metavar="N", type=int, help="how many at the same time; otherwise one a core")
        parser.add_argument("--report", metavar="FILE", type=Path, help="write what became of every file, as CSV")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, with a progress bar where someone watches; begun again, it passes over what is here already."""
        by, paths = importer(options["user"]), files_under(options["paths"])
        jobs = options["jobs"] or (min(os.cpu_count() or 1, len(paths)) if len(paths) > 8 else 1)
        tally = {"imported": 0, "already here": 0, "refused": 0}
        with ExitStack() as stack:
            report = self._report(stack, options["report"])
            bar = stack.enter_context(tqdm(total=len(paths), unit="file", smoothing=0.05, disable=None))
            for done, outcome in enumerate(import_files(paths, by=by, jobs=jobs), start=1):
                bar.total = max(bar.total or 0, done)  # a ZIP is counted as it is unpacked
                bar.update()
                if report:
                    report.writerow(map(cell, outcome.row()))
                if outcome.opinion is None:
                    tally["refused"] += 1
                    tqdm.write(f"{outcome.path}: {outcome.why}", file=self.stderr)
                else:
                    tally["imported" if outcome.is_new else "already here"] += 1
        self.stdout.write(", ".join(f"{number} {what}" for what, number in tally.items()) + ".")
        if tally["refused"]:
            raise SystemExit(1)

    def _report(self, stack: ExitStack, path: Path | None) -> Any:
        if path is None:
            return None
        try:
            file = stack.enter_context(path.open("w", newline="", encoding="utf-8"))
        except OSError as problem:
            raise CommandError(f"The report cannot be written to {path}: {problem.strerror}.") from None
        writer = csv.writer(file)
        writer.writerow(REPORT)
        return writer


def importer(name: str | None) -> User:
    """Give the account that imports; raises CommandError when there is none or it may not."""
    if name:
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"No account is named “{name}”.")
        if not may(user, "import"):
            raise CommandError(f"“{name}” is not a member of the clinic and may not import opinions.")
        return user
    members = (
        user for user in User.objects.filter(is_active=True).order_by("-is_superuser", "pk") if may(user, "import")
    )
    user = next(members, None)
    if user is None:
        raise CommandError("Nobody here may import opinions yet; make an account with `manage.py createsuperuser`.")
    return user
