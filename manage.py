#!/usr/bin/env python
"""Runs Pincite's commands: `manage.py help` lists them."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError


def main() -> None:
    """Run the command of the command line; what is wrong with the set-up ends it with a sentence, not a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    from clinic.embedded.server import NotStarted

    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, NotStarted) as problem:
        sys.exit(f"Pincite cannot start. {problem}")
    except OperationalError as problem:
        if getattr(problem.__cause__, "sqlstate", None):
            raise  # the server answered: a fault of the command
        sys.exit(f"Pincite cannot start. The database of DATABASE_URL does not answer: {problem}")


if __name__ == "__main__":
    main()
