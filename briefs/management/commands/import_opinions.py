"""Import opinions from files and folders."""

from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from briefs.access import may_import
from briefs.workflow.import_files import files_under, import_files


class Command(BaseCommand):
    """Imports every file it is given, says which were refused and why, and fails if any was."""

    help = "Import opinions: text files and CourtListener JSON; folders are searched for .txt and .json."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files and folders, and who imports them."""
        parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a file or a folder")
        parser.add_argument("--user", metavar="NAME", help="who imports; otherwise the first account that may")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, with a progress bar where someone watches."""
        paths = files_under(options["paths"])
        tally = {"imported": 0, "already here": 0, "refused": 0}
        with tqdm(paths, unit="file", disable=None) as bar:
            for outcome in import_files(bar, by=importer(options["user"])):
                if outcome.opinion is None:
                    tally["refused"] += 1
                    tqdm.write(f"{outcome.path}: {outcome.why}", file=self.stderr)
                else:
                    tally["imported" if outcome.is_new else "already here"] += 1
        self.stdout.write(", ".join(f"{number} {what}" for what, number in tally.items()) + ".")
        if tally["refused"]:
            raise SystemExit(1)


def importer(name: str | None) -> User:
    """Give the account that imports; raises CommandError when there is none or it may not."""
    if name:
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"No account is named “{name}”.")
        if not may_import(user):
            raise CommandError(f"“{name}” is not a member of the clinic and may not import opinions.")
        return user
    members = (user for user in User.objects.filter(is_active=True).order_by("-is_superuser", "pk") if may_import(user))
    user = next(members, None)
    if user is None:
        raise CommandError("Nobody here may import opinions yet; make an account with `manage.py createsuperuser`.")
    return user
