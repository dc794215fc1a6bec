"""What the log may say: no searched words, no alien registration numbers."""

import logging
import re
from urllib.parse import unquote

from briefs.text.identifiers import mask

QUERY = re.compile(r"\?[^\s\"']*")
ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


class Discreet(logging.Formatter):
    """Formats a record and its traceback, without the query of any address and with identifiers masked."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, or lines, that are written for the record."""
        line = mask(QUERY.sub("?…", super().format(record)))
        # A path may hold a number with its spaces or its letter escaped: /A75%20836%20651/.
        plain = ESCAPES.sub(_unescaped, line)
        masked = mask(plain)
        return line if masked == plain else masked


def _unescaped(escapes: re.Match[str]) -> str:
    """Give the characters escaped in an address; what is unseen or would break the line becomes a space."""
    plain = unquote(escapes.group(), errors="replace")
    return "".join(char if char.isprintable() else " " for char in plain)
