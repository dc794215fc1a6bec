"""Print the citations of a file."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from briefs import citations, importers
from briefs.citations.report import report


class Command(BaseCommand):
    """Reads a file as the importer does and prints each citation with its place in the raw text."""

    help = "Print the citations found in a file, with offsets into its raw text."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and whether to print JSON."""
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--json", action="store_true", help="one JSON list instead of lines")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print."""
        path: Path = options["file"]
        try:
            imported = importers.read(path.name, path.read_bytes())
        except OSError as problem:
            raise CommandError(f"{path} cannot be opened: {problem.strerror}.") from problem
        except importers.Unreadable as problem:
            raise CommandError(f"{path}: {problem}") from problem
        rows = report(imported.raw, imported.clean, citations.find(imported.clean.text, imported.clean.marks))
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        for row in rows:
            pin = f", at {row['pin']}" if row["pin"] else ""
            self.stdout.write(f"{row['start']:>8}  {row['form']:<9}  {row['cite'] or 'unresolved'}{pin}")
