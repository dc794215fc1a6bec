"""Who was shown a file as it came, identifiers and all: a line in the log for each showing (INV-12)."""

import logging
from typing import Any

log = logging.getLogger(__name__)


def note_shown(user: Any, source: int, what: str) -> None:
    """Log the keys of the person and of the source, and what of it was shown; never a name, nor words of the file."""
    log.info("User %d was shown source %d: %s.", user.pk, source, what)
