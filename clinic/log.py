"""What the log may say: no searched words, no alien registration numbers."""

import logging
import re

from briefs.text.identifiers import mask

QUERY = re.compile(r"\?[^\s\"']*")


class Discreet(logging.Formatter):
    """Formats a record and its traceback, without the query of any address and with identifiers masked."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, or lines, that are written for the record."""
        return mask(QUERY.sub("?…", super().format(record)))
