"""The Federal Register, by volume and page."""

import re
from collections.abc import Iterator

from briefs.citations.parens import read_tail
from briefs.citations.pins import tidy
from briefs.citations.reading import Reading
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

_PAGE = re.compile(
    r"(?<![\w.])(?P<volume>\d{1,3}) ?(?:Fed\. ?Reg\.|FR(?= \d{3})),? (?P<at>at )?(?P<page>\d{1,3},\d{3}"
    r"|\d{1,6})(?P<end>-\d[\d,]*)?(?P<pin>(?:, (?:at )?\d{1,3},?\d{3}(?:-\d[\d,]*\d)?)*)"
)
_PAGE_WORDS = sought("Fed. Reg", "Fed.Reg", "FR ")


def _spot(reading: Reading) -> Iterator[Sighting]:
    for match in reading.matches(_PAGE, _PAGE_WORDS, 4):
        tail = read_tail(reading, match.end(), dated=True)
        page = match["page"].replace(",", "")
        yield Sighting(
            match.start(),
            tail.end,
            "short" if match["at"] else "full",
            "federal_register",
            None if match["at"] else f"fr:{match['volume']}:{page}",
            pin=match["page"] if match["at"] else tidy(match["pin"].strip(", ")) or None,
            volume=match["volume"],
            reporter="Fed. Reg.",
            page=page,
            year=tail.year,
            tail=tail.explanations,
        )


def _show(parts: tuple[str, ...]) -> str:
    return f"{parts[1]} Fed. Reg. {parts[2]}"


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """The Federal Register finds a document by any of its pages, for the volumes it keeps (1994 on)."""
    if int(parts[1]) < 59:
        return None
    return f"https://www.federalregister.gov/citation/{parts[1]}-FR-{parts[2]}", "federalregister.gov"


KIND = Kind("federal_register", "regulations", ("fr",), _spot, _show, _link)
