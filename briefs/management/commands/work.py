"""Do the long work people asked for, until told to stop."""

import logging
import os
import signal
import sys
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from procrastinate.contrib.django import app


class Command(BaseCommand):
    """Runs beside the web server, as one process or several; each does one job at a time."""

    help = "Does what waits in the queue: packets, imports of many files."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the options."""
        parser.add_argument("--once", action="store_true", help="end when nothing waits")
        parser.add_argument("--while-open", action="store_true", help="end when standard input closes")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until a signal comes; a job that is being done then is taken up again by the next worker."""
        logging.getLogger("procrastinate").setLevel(logging.WARNING)
        if options["while_open"]:
            threading.Thread(target=_end_with_parent, daemon=True).start()
        with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
            working.run_worker(
                concurrency=1,
                wait=not options["once"],
                shutdown_graceful_timeout=1.0,
                delete_jobs="successful",  # what came of a job stands in briefs.Job; the queue keeps none of it
            )


def _end_with_parent() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)
