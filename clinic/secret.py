"""The secret key of a checkout that was given none."""

import os
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def kept_in(path: Path) -> str:
    """The key in the file, made the first time; only the file's owner can read it.

    Raises ImproperlyConfigured when the file can be neither read nor made.
    """
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, unfinished = tempfile.mkstemp(dir=path.parent)  # mkstemp makes it with mode 600
            with os.fdopen(handle, "w") as file:
                file.write(get_random_secret_key())
            try:
                os.link(unfinished, path)  # whole, or not at all: another process may do the same
            except FileExistsError:
                pass
            finally:
                os.unlink(unfinished)
        return path.read_text()
    except OSError as problem:
        raise ImproperlyConfigured(f"Set SECRET_KEY: without it a key is kept in {path}, but {problem}.") from problem
