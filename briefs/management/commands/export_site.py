"""Write the public site as a ZIP of pages that open without a server."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from briefs.management.static_site import write_site


class Command(BaseCommand):
    """For a USB stick, a course's folder or an archive; only what the public may read."""

    help = "Write every public page into a ZIP that works unpacked, from a file, with a search of its own."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, metavar="FILE.zip")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it whole or not at all."""
        with tqdm(unit="page", disable=None) as bar:

            def progress(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            try:
                pages = write_site(options["file"], progress=progress)
            except OSError as problem:
                raise CommandError(f"{options['file']} cannot be written: {problem.strerror}.") from problem
        self.stdout.write(f"{pages} pages are in {options['file']}; unpack it and open index.html.")
