"""Write all public data into one file for another clinic."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from briefs.workflow.collection import write_collection


class Command(BaseCommand):
    """Editions, released opinions, authorities and issues, with their hashes; nothing that is not public."""

    help = "Write the public collection into a ZIP that another Pincite takes in with import_collection."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, metavar="FILE.zip")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it whole or not at all."""
        try:
            editions = write_collection(options["file"])
        except OSError as problem:
            raise CommandError(f"{options['file']} cannot be written: {problem.strerror}.") from problem
        self.stdout.write(f"{editions} editions are in {options['file']}.")
