"""Load the three sample opinions and their briefs, and the demonstration's accounts."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from briefs.workflow.load_samples import DEMO_PASSWORD, demo_people, load_samples
from briefs.workflow.refusal import Refused


class Command(BaseCommand):
    """`manage.py load_samples`."""

    help = "Load the sample opinions and briefs through the real workflow; safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load what is missing and say where to sign in."""
        try:
            people = demo_people()
            for edition in tqdm(load_samples(people), desc="Sample briefs", unit="brief", leave=False, disable=None):
                self.stdout.write(f"Published {edition}")
        except Refused as refused:
            raise CommandError("\n".join(refused.reasons)) from refused
        self.stdout.write(f"\nPincite is at {settings.SITE_URL}/ and the clinic's desk at {settings.SITE_URL}/admin/")
        for role in people:
            self.stdout.write(f"  sign in as {role:<9} password {DEMO_PASSWORD}")
