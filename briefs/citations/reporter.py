"""The one seam into eyecite: reporter citations of a text, the reporter each names, and courts by parenthesis.

eyecite's tokenizer knows every reporter and journal of reporters-db. It runs here over the neighbourhoods of
numbers only, since every reporter citation begins with its volume; courts are looked up in a table made once.
Names, pins, parentheticals and resolution are this package's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from courts_db import courts
from eyecite.models import CitationToken, Edition
from eyecite.tokenizers import default_tokenizer

# A volume and the capital, bracket or digit that begins a reporter: "883 F.2d", "2022-Ohio-1", "112 S. Ct.".
_VOLUME = re.compile(r"(?<![\w.])[\[(]?\d{1,4}[\])]?[ \n-]{1,2}'?[A-Z]")
_REACH = 90  # longest reporter citation in characters, from its volume on
_AT = re.compile(r"\bat (?:pp?\. ?)?\S+$")  # "87 T.C. at 900": some reporters' patterns take it for a first page
_SEAM = "\n\n"
_BATCH = 20_000  # eyecite runs every reporter that a text names over all of it: small texts keep time in proportion


@dataclass(frozen=True, slots=True)
class ReporterCite:
    """A citation to a reporter or journal: [start, end) of "883 F.2d 788" or "883 F.2d at 791"."""

    start: int
    end: int
    volume: str
    printed: str
    page: str
    short: bool
    journal: bool
    editions: tuple[Edition, ...]

    def edition(self, year: int | None) -> Edition | None:
        """Give the one edition meant, by the year where the abbreviation alone is ambiguous."""
        return _choose(self.editions, year)

    def reporter(self, year: int | None = None) -> str:
        """Give the reporter's standard abbreviation, or the printed one where it stays ambiguous."""
        edition = self.edition(year)
        return edition.short_name if edition else self.printed


def _choose(editions: tuple[Edition, ...], year: int | None) -> Edition | None:
    if len(editions) > 1 and year:
        editions = tuple(edition for edition in editions if edition.includes_year(year))
    return editions[0] if len(editions) == 1 else None


def _windows(text: str) -> Iterator[tuple[int, int]]:
    begin = end = -1
    for match in _VOLUME.finditer(text):
        if match.start() > end:
            if end >= 0:
                yield begin, end
            begin = max(0, match.start() - 1)
        end = min(len(text), match.start() + _REACH)
    if end >= 0:
        yield begin, end


def reporter_cites(text: str) -> list[ReporterCite]:
    """Give the citations to reporters and journals in `text`, in order, not overlapping."""
    cites: list[ReporterCite] = []
    batch: list[tuple[int, int]] = []
    size = 0
    for window in _windows(text):
        batch.append(window)
        size += window[1] - window[0]
        if size > _BATCH:
            cites.extend(_tokenized(text, batch))
            batch, size = [], 0
    cites.extend(_tokenized(text, batch))
    return cites


def _tokenized(text: str, windows: list[tuple[int, int]]) -> Iterator[ReporterCite]:
    if not windows:
        return
    places, length = [], 0  # where each window begins in the joined text
    for begin, end in windows:
        places.append(length)
        length += end - begin + len(_SEAM)
    _, tokens = default_tokenizer.tokenize(_SEAM.join(text[begin:end] for begin, end in windows))
    at = 0
    for _, token in tokens:
        if not isinstance(token, CitationToken):
            continue
        while at + 1 < len(places) and places[at + 1] <= token.start:
            at += 1
        begin, end = windows[at]
        shift = begin - places[at]
        cite = _read(token, shift) if token.end + shift <= end else None
        if cite:
            yield cite


def _read(token: CitationToken, shift: int) -> ReporterCite | None:
    exact, variations = tuple(dict.fromkeys(token.exact_editions)), tuple(dict.fromkeys(token.variation_editions))
    editions = exact or variations
    source = editions[0].reporter.source
    groups = token.groups
    if source == "laws":
        return None
    return ReporterCite(
        start=token.start + shift,
        end=token.end + shift,
        volume=groups.get("volume") or "",
        printed=" ".join((groups.get("reporter") or "").split()),
        page=groups.get("page") or "",
        short=token.short or bool(_AT.search(token.data)),
        journal=source == "journals",
        editions=editions,
    )


_CIRCUIT = re.compile(r"(?:C\. ?A\. ?)?(\d{1,2})(?:st|n?d|r?d|th)? ?Cir(?:cuit|\.)?,?")


def _squeeze(words: str) -> str:
    return re.sub(r"[^\w]", "", words).lower()


@lru_cache(maxsize=1)
def _courts() -> tuple[dict[str, str], list[tuple[str, str]]]:
    squeezed = [(_squeeze(court["citation_string"]), str(court["id"])) for court in courts]
    exact = {"us": "scotus"}  # courts-db calls it SCOTUS, which no parenthesis does
    for words, court in squeezed:
        exact.setdefault(words, court)
    return exact, squeezed


@lru_cache(maxsize=4096)
def court_of(words: str) -> str | None:
    """Give the courts-db id of a court as a parenthesis names it ("9th Cir."); None when no court fits.

    A numbered circuit in any spelling ("3d Cir.", "2nd Cir.", "C.A.9"; courts-db has one for each), then the same
    answers as eyecite's look-up: an exact citation string first, else the last that begins so.
    """
    circuit = _CIRCUIT.fullmatch(words)
    if circuit and 1 <= int(circuit[1]) <= 11:
        return f"ca{circuit[1]}"
    wanted = _squeeze(words)
    if not wanted:
        return None
    exact, squeezed = _courts()
    if wanted in exact:
        return exact[wanted]
    return next((court for name, court in reversed(squeezed) if name.startswith(wanted)), None)
