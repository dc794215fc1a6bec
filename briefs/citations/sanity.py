"""Citations that cannot be right: flagged with the reason and, where one is likely, the true reading; never changed."""

import re
from collections.abc import Iterable
from functools import lru_cache

from eyecite.models import Edition

from briefs.citations import pins
from briefs.citations.reporter import ReporterCite
from briefs.citations.shapes import Flag, Sighting

_LONGEST = 600  # pages of the longest decisions, with every separate opinion
# Where reporters-db errs: F. Supp. ended with volume 999 (1998), F.R.D. began in 1938, and the early nominative
# reports were numbered into the U.S. Reports as its volumes 1 to 90.
_RUNS = {"F. Supp.": (1932, 1998), "F.R.D.": (1938, None), "U.S.": (1754, None)}
# Series of one reporter: (name, first year, volumes a year), of which a wrong one is easily printed.
_SERIES = (
    (("F.2d", 1924, 14.0), ("F.3d", 1993, 35.7), ("F.4th", 2021, 30.0)),
    (("F. Supp.", 1932, 15.0), ("F. Supp. 2d", 1998, 62.0), ("F. Supp. 3d", 2014, 60.0)),
)
_OFF = 2.5  # years by which the volume of a proposed series may miss the year that is printed
_CIRCUITS = re.compile(r"ca(?:\d{1,2}|dc|fc)|scotus")
_SUPREME = ("U.S.", "S. Ct.", "L. Ed.", "L. Ed. 2d")
_APPEALS = ("F.3d", "F.4th", "F. App'x")
_TRIAL = ("F. Supp.", "F. Supp. 2d", "F. Supp. 3d")


@lru_cache(maxsize=2048)
def _run(edition: Edition) -> tuple[int, int | None]:
    if edition.short_name in _RUNS:
        return _RUNS[edition.short_name]
    return edition.start.year if edition.start else 0, edition.end.year if edition.end else None


def impossible(cite: ReporterCite, year: int | None, pin: str | None, court: str | None) -> list[Flag]:
    """Flag what cannot be in a citation to a reporter: the year, the court, the page (reporters-db, Bluebook T1)."""
    flags = [flag for flag in (_year(cite, year), _court(cite.reporter(year), court)) if flag]
    page = pins.first_page(pin)
    if page is not None and cite.page.isdigit() and cite.printed != "WL" and "LEXIS" not in cite.printed:
        if page < int(cite.page) or page > int(cite.page) + _LONGEST:
            flags.append(("pin-outside-decision", f"Page {page} cannot be in a decision that begins at {cite.page}."))
    return flags


def _year(cite: ReporterCite, year: int | None) -> Flag | None:
    edition = cite.edition(year) or (cite.editions[0] if len(cite.editions) == 1 else None)
    if year is None or edition is None or edition.reporter.cite_type != "federal":
        return None
    start, end = _run(edition)
    # A volume may hold decisions of the year before its reporter began and of the year after it ended.
    if start - 1 <= year and (end is None or year <= end + 1):
        return None
    words = f"{edition.short_name} ran from {start} to {end or 'now'}, so it has no decision of {year}."
    return "year-outside-reporter", words + _perhaps(edition.short_name, cite, year)


def _perhaps(printed: str, cite: ReporterCite, year: int) -> str:
    """Propose the other series of the same reporter whose volume of that number is of about that year."""
    for series in _SERIES:
        if printed in (name for name, _, _ in series) and cite.volume.isdigit():
            for name, first, pace in series:
                if name != printed and abs(first + int(cite.volume) / pace - year) <= _OFF:
                    return f" Perhaps {cite.volume} {name} {cite.page}."
    return ""


def _court(reporter: str, court: str | None) -> Flag | None:
    if court is None:
        return None
    if reporter in _SUPREME and court != "scotus":
        words = f"{reporter} has decisions of the Supreme Court only."
    elif reporter in _APPEALS and not _CIRCUITS.fullmatch(court) and not court.startswith("bap"):
        words = f"{reporter} has decisions of the courts of appeals only."
    elif reporter in _TRIAL and _CIRCUITS.fullmatch(court):
        words = f"{reporter} has no decisions of the courts of appeals."
    else:
        return None
    return "court-not-of-reporter", words


def later(sightings: Iterable[Sighting], year: int) -> None:
    """Flag each citation dated after the year of the decision that cites it."""
    for each in sightings:
        if each.form == "full" and each.year and each.year > year:
            each.flags.append(("year-after-decision", f"A decision of {year} cannot cite one of {each.year}."))
