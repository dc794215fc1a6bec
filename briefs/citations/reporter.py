"""The one seam into eyecite: reporter citations of a text, the reporter each names, and courts by parenthesis.

eyecite's patterns know every reporter and journal of reporters-db. Every reporter citation begins with its volume
and goes on with the reporter's name, so at each number only the patterns of the reporters named right after it are
tried; courts are looked up in a table made once. Names, pins, parentheticals and resolution are this package's own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from courts_db import courts
from eyecite.models import Edition, TokenExtractor
from eyecite.tokenizers import EXTRACTORS, NOMINATIVE_REPORTER_NAMES

from briefs.citations.misprints import mended
from briefs.text.figures import zeroed

# A volume and the capital, bracket or digit that begins a reporter: "883 F.2d", "2022-Ohio-1", "112 S. Ct.".
# It begins with one figure, so that a scan stops at figures only; where each is a 0, in a tenth of the time.
_VOLUME = re.compile(r"\d\d{0,3}[\])]?[ \n-]{1,2}'?(?=[A-Z])")
_PLAIN_VOLUME = re.compile(_VOLUME.pattern.replace(r"\d", "0").encode())
_SCANNED = re.compile(r"[^\w.][lI]\d{1,3} ")  # "l63 F.3d": the first figure of a volume
# What may stand between a volume and its page: "F. Supp. 2d", "Cal. App. 4th", "I. & N. Dec.".
_PHRASE = re.compile(r"(?:[^\d_;\s]{1,40}\s*){0,12}(?:\d{1,2}(?:n?d|r?d|st|th)\b\s*(?:[^\d_;\s]{1,30}\s*){0,6})?")
# "318 U.S. at pages 340-341", "61 Cal.4th at pp. 112-113": eyecite's patterns read "page" and "p." only.
_PAGES = re.compile(r"(?P<before>\D?\d{1,4} [^\d;()]{1,30}?(?:\d{1,2}(?:d|th|st))?,? at )(?:pages|pp\.?) ?(?=\d)")
# Abbreviations that reporters-db allows for an old reporter, and that mean a record ("1 App. 25") or a date instead.
_NO_REPORTERS = frozenset("App. Ap. R. M. L. D. B. C. V. H. W. A.R. Mar.".split())
_LONG_PAGED = ("FCC Rcd", "FERC")  # "12 FCC Rcd 15,499"; elsewhere "123,125" is a page and a pin run together
_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_HALF = re.compile(r"(?<![\w-])(?:19|20)\d\d-$")  # "2003-2 U.S.T.C. ¶ 50,123": the second volume of a year
_CIRCUIT_COURT = re.compile(r"\bC\. ?C\.|D\. ?C\.")
_AT = re.compile(r"\bat (?:pp?\. ?)?\S+$")  # "87 T.C. at 900": some reporters' patterns take it for a first page


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
        if edition and edition.short_name == "Cranch" and _CIRCUIT_COURT.search(self.printed):
            return "Cranch C.C."  # the circuit court's of the District; "Cranch" alone is the Supreme Court's
        return edition.short_name if edition else self.printed


def _choose(editions: tuple[Edition, ...], year: int | None) -> Edition | None:
    if len(editions) > 1 and year:
        editions = tuple(edition for edition in editions if edition.includes_year(year))
    return editions[0] if len(editions) == 1 else None


@lru_cache(maxsize=1)
def _extractors() -> tuple[dict[str, list[TokenExtractor]], dict[str, list[int]]]:
    """Give eyecite's patterns of citations by reporter without its spaces, and their lengths by first letter."""
    by_reporter: dict[str, list[TokenExtractor]] = {}
    for extractor in EXTRACTORS:
        if "short" in extractor.extra:
            for string in extractor.strings or _STRINGLESS:
                if (squeezed := "".join(string.split())) not in _NO_REPORTERS:
                    by_reporter.setdefault(squeezed, []).append(extractor)
    lengths: dict[str, set[int]] = {}
    for reporter in by_reporter:
        lengths.setdefault(reporter[:1], set()).add(len(reporter))
    return by_reporter, {start: sorted(many) for start, many in lengths.items()}


# The few patterns for which eyecite names no string: the South Western Reporter's many spellings.
_STRINGLESS = ("S.W.", "SW", "S.W", "S.-W", "S.w", "Sw")


_Patterns = tuple[tuple[TokenExtractor, re.Pattern[str]], ...]


@lru_cache(maxsize=16384)
def _patterns(phrase: str) -> _Patterns:
    """Give eyecite's readers of the reporters whose name the words after a volume begin with, and their patterns."""
    by_reporter, lengths = _extractors()
    squeezed = "".join(phrase.split())
    found: dict[int, TokenExtractor] = {}
    for length in lengths.get(squeezed[:1], ()):
        if length > len(squeezed):
            break
        for extractor in by_reporter.get(squeezed[:length], ()):
            found[id(extractor)] = extractor
    return tuple((extractor, extractor.compiled_regex) for extractor in found.values())


def volumes(text: str) -> list[tuple[int, int]]:
    """Give where numbers stand that may be the volume of a reporter, each with the space up to the capital after it."""
    shown = zeroed(text) if text.isascii() else None  # the same places, in ASCII
    spans = [match.span() for match in (_VOLUME.finditer(text) if shown is None else _PLAIN_VOLUME.finditer(shown))]
    return [
        (start, end)
        for start, end in spans
        if not start or not (text[start - 1].isalnum() or text[start - 1] in "._") or _SCANNED.match(text, start - 2)
    ]


def reporter_cites(text: str, found: Iterable[tuple[int, int]] | None = None) -> list[ReporterCite]:
    """Give the citations to reporters and journals in `text`, in order, not overlapping; `found` are its `volumes`."""
    cites: list[ReporterCite] = []
    end = 0
    for start, after in volumes(text) if found is None else found:
        if start < end and not (cites and _nominative(cites[-1])):
            continue
        cite = _cited(text, max(0, start - 1), after) or _misprinted(text, start, after)
        if cite is None:
            continue
        if cite.start < end and cites:
            cites.pop()  # a nominative reporter's name inside another citation
        end = cite.end
        cites.append(cite)
    return [cite for cite in cites if cite.printed]


def _cited(text: str, place: int, after: int) -> ReporterCite | None:
    """Read the citation whose volume stands right after `place` and ends at `after`."""
    phrase = _PHRASE.match(text, after)
    patterns = _patterns(phrase[0]) if phrase else ()
    return _read(text, place, patterns) or _plural(text, place, patterns) if patterns else None


def _misprinted(text: str, start: int, after: int) -> ReporterCite | None:
    """Read a citation that a scanner spoilt, or that is printed in an old order, as it was meant."""
    begin = start - (1 if _SCANNED.match(text, start - 2) else 0)
    words = text[begin : begin + 60]
    meant = mended(words)
    cite = _cited(f" {meant}", 0, 1 + after - begin) if meant != words else None
    if cite is None or cite.start != 1:
        return None
    read = meant[: cite.end - 1]
    printed = next((length for length in range(len(read) - 1, len(words) + 1) if mended(words[:length]) == read), None)
    return replace(cite, start=begin, end=begin + printed) if printed else None


def _nominative(cite: ReporterCite) -> bool:
    return bool(cite.editions) and cite.editions[0].reporter.short_name in NOMINATIVE_REPORTER_NAMES


def _read(text: str, place: int, patterns: _Patterns) -> ReporterCite | None:
    """Read the citation whose volume stands at `place`: the longest of those the patterns find."""
    best: list[tuple[TokenExtractor, re.Match[str]]] = []
    end = 0
    for extractor, pattern in patterns:
        match = pattern.match(text, place)
        if match and match.end(1) >= end:
            best = [*best, (extractor, match)] if match.end(1) == end else [(extractor, match)]
            end = match.end(1)
    if not best:
        return None
    extras = [extractor.extra for extractor, _ in best]
    exact = tuple(dict.fromkeys(edition for extra in extras for edition in extra["exact_editions"]))
    varied = tuple(dict.fromkeys(edition for extra in extras for edition in extra["variation_editions"]))
    editions = exact or varied
    first, match = best[0]
    groups = match.groupdict()
    source = editions[0].reporter.source
    start, volume, page = match.start(1), groups.get("volume") or "", groups.get("page") or ""
    if editions[0].short_name in _LONG_PAGED and (thousands := _THOUSANDS.match(text, end)):
        page, end = page + thousands[0], thousands.end()
    if halved := _HALF.search(text, max(0, start - 5), start):
        start, volume = halved.start(), halved[0] + volume
    return ReporterCite(
        start=start,
        end=end,
        volume=volume,
        # a law's citation keeps its words from being read as a reporter's, and is dropped in the end
        printed="" if source == "laws" else " ".join((groups.get("reporter") or "").split()),
        page=_page(page, match[1]),
        short=first.extra["short"] or bool(_AT.search(match[1])),
        journal=source == "journals",
        editions=editions,
    )


def _page(page: str, cited: str) -> str:
    """Give a page in one spelling: no comma in its number, but for a paragraph's ("61,182" in "61 FERC ¶ 61,182")."""
    if "," in page and "¶" not in cited:
        page = page.replace(",", "")
    return page.replace("[", "(").replace("]", ")")


def _plural(text: str, place: int, patterns: _Patterns) -> ReporterCite | None:
    """Read a short form that says "at pages" or "at pp." as if it said "at"."""
    match = _PAGES.match(text, place)
    cite = _read(match["before"] + text[match.end() : match.end() + 12], 0, patterns) if match else None
    if match is None or cite is None or cite.end <= len(match["before"]):
        return None
    return replace(cite, start=place + cite.start, end=match.end() + cite.end - len(match["before"]))


_CIRCUIT = re.compile(
    r"(?:C\. ?A\. ?)?(\d{1,2})(?:st|n?d|r?d|th)? ?Cir(?:cuit|\.)?,?"
    r"|C\. ?C\. ?A\. ?(\d{1,2})(?:st|n?d|r?d|th)?,?|C?CA ?(\d{1,2}|DC|Fed\.?),?"  # the Supreme Court's own way
)


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
    number = next(filter(None, circuit.groups())) if circuit else ""
    if number and not number.isdigit():
        return "cadc" if number == "DC" else "cafc"
    if number and 1 <= int(number) <= 11:
        return f"ca{number}"
    wanted = _squeeze(words)
    if not wanted:
        return None
    exact, squeezed = _courts()
    if wanted in exact:
        return exact[wanted]
    return next((court for name, court in reversed(squeezed) if name.startswith(wanted)), None)
