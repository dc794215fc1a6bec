"""Take in the collection of another clinic."""

from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser

from briefs.workflow.collect import collect
from briefs.workflow.refusal import Refused


class Command(BaseCommand):
    """All of it or nothing; what is here already is passed over, so it may be run again."""

    help = "Take in a file of export_collection: its opinions and editions, marked as the other clinic's."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file and who answers for it."""
        parser.add_argument("file", type=Path, metavar="FILE.zip")
        parser.add_argument("--user", metavar="NAME", required=True, help="the supervising attorney who takes it in")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take it in and say what became of it."""
        by = User.objects.filter(username=options["user"]).first()
        if by is None:
            raise CommandError(f"No account is named “{options['user']}”.")
        try:
            taken = collect(options["file"], by=by)
        except (Refused, PermissionDenied) as problem:
            raise CommandError(str(problem)) from problem
        except OSError as problem:
            raise CommandError(f"{options['file']} cannot be read: {problem.strerror}.") from problem
        for sentence in taken.refused:
            self.stderr.write(sentence)
        self.stdout.write(f"From {taken.clinic}: {taken.new} editions taken in, {taken.here} were here.")
