"""Citations to reporters: volume, reporter, page, with name, pin, court, year, parallels and explanations."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefs.citations import names, pins
from briefs.citations.parens import read_tail
from briefs.citations.reading import Reading
from briefs.citations.reporter import ReporterCite, court_of
from briefs.citations.sanity import impossible
from briefs.citations.shapes import Sighting

# What parts parallel citations: a comma, and the blank for a page not known yet ("498 U.S. 505, __, 111 S. Ct. 905").
# California sets them in brackets: "357 [75 Cal.Rptr.3d 289, 181 P.3d 105]".
_BETWEEN = re.compile(r",? ?|; ,|,? ?\[|,? ?(?:[_-]{2,}|\u2014+)?, ")
# "cert. denied, --- U.S. ----, 112 S.Ct. 868": the page of the official reports was blank when this was written.
_BLANK = re.compile(r"(?:-{2,4}|_{2,8}|\u2014{1,4}) ?U\. ?S\. ?(?:-{2,4}|_{2,8}|\u2014{1,4}), ?$")
_RULED = ("-, ", "_, ", "\u2014, ")
_DIVISION = re.compile(r" \(\d{1,2}\) (?:\([a-z]\) )?\(")  # Georgia's divisions of an opinion
_UNKNOWN_PIN = re.compile(r", _{2,8}(?:-_{2,8})?(?!\w)")  # "594 U.S. ___, ___ (2021)"
_PAGE = re.compile(r"[A-Za-z0-9]+(?:-U|\([A-Z]\)|(?:,\d{3})+)?")
_LAST_NUMBER = re.compile(r"\d{1,3},\d{3}$")
_DATED_NAME = re.compile(r" \((?P<court>[^()]*?)[ ,]*(?P<year>1[6-9]\d\d|20\d\d)\)$")
_SERVICE = re.compile(r"\((?:BNA|CCH|RIA|P-H)\)| Fed\. [DS]$")  # a publisher that texts often leave out
_LETTERED = ("A.", "F.", "P.")  # the first regional series: "Apt. 12 F. 3" looks like one
_CITING = re.compile(
    r"(?:[;,(\[\u2014]|\b(?:[Ss]ee|[Ii]n|and|also|[Cc]f\.|citing|quoting|under|by|with|or|of|accord)) ?$|^$"
)
SUPREME_COURT = ("U.S.", "S. Ct.", "L. Ed.", "L. Ed. 2d")  # the official reports first
Wanted = Callable[[ReporterCite], bool]


def sightings(
    reading: Reading, kind: str, wanted: Wanted, keyed: Callable[[ReporterCite, int | None], str]
) -> Iterator[Sighting]:
    """Give a sighting for each group of parallel reporter citations whose first one is wanted.

    `keyed` gives the key of a reporter citation, given the year of its parenthesis.
    """
    cites = reading.reported
    at, floor = 0, 0
    while at < len(cites):
        group = _parallels(reading, cites, at)
        at += len(group)
        first = group[0][0]
        if not wanted(first):
            floor = group[-1][2]
            continue
        sighting = _sight(reading, kind, group, keyed, floor)
        if _mere_letter(reading.text, sighting, len(group)):
            continue
        floor = sighting.end
        yield sighting


def _mere_letter(text: str, sighting: Sighting, parallels: int) -> bool:
    """Tell whether a number, a letter and a number stand alone, where nothing says that they are a citation."""
    if sighting.reporter not in _LETTERED or sighting.name or sighting.year or sighting.pin or parallels > 1:
        return False
    return not _CITING.search(text, max(0, sighting.start - 12), sighting.start)


Pinned = tuple[ReporterCite, str | None, int]  # a citation, its pin, and where that ends


def _pinned(reading: Reading, cite: ReporterCite) -> Pinned:
    stop = reading.next_reported(cite.start + 1)
    if not cite.short and cite.page.isdigit() and reading.text.endswith(" supra, ", 0, cite.start):
        cite = replace(cite, short=True)  # "State v. Roe, supra, 275 Conn. 550": the page is the pin
    if cite.short:
        _, end = pins.after_short(reading.text, cite.end, stop)
        page = _LAST_NUMBER.search(reading.text, cite.start, cite.end)
        shown = pins.tidy(reading.text[page.start() if page else cite.end - len(cite.page) : end])
        return cite, None if shown.startswith("__") else shown, end
    if unknown := _UNKNOWN_PIN.match(reading.text, cite.end):
        return cite, None, unknown.end()
    pin = pins.after_full(reading.text, cite.end, stop)
    return (cite, pins.tidy(pin[0]), pin[1]) if pin else (cite, None, cite.end)


def _parallels(reading: Reading, cites: list[ReporterCite], at: int) -> list[Pinned]:
    group = [_pinned(reading, cites[at])]
    for place in range(at + 1, len(cites)):
        following = cites[place]
        end = group[-1][2]
        if following.journal or group[0][0].journal or not _alike(group[0][0], following):
            break
        apart = _officially(group[0][0], following, reading.text[end : following.start])
        if not apart and not _BETWEEN.fullmatch(reading.text, end, following.start):
            break
        group.append(_pinned(reading, following))
    return group


def _alike(first: ReporterCite, following: ReporterCite) -> bool:
    """Tell whether two may be parallel; "318 U.S. at 340, 63 S. Ct. 608" gives the page of one reporter only."""
    if first.short and not following.short:
        return first.printed != following.printed
    return first.short == following.short


def _officially(first: ReporterCite, following: ReporterCite, between: str) -> bool:
    """Tell whether two citations are parallel as two states write them.

    Michigan: "498 Mich 358; 870 NW2d 502", "466 US 668; 104 S Ct 2052"; Georgia: "305 Ga. 614, 616 (1) (825 SE2d 188)",
    "443 U. S. 307 (99 SCt 2781, 61 LE2d 560)".
    """
    if between not in ("; ", " (") and not _DIVISION.fullmatch(between):
        return False
    one, other = first.reporter(), following.reporter()
    if one in SUPREME_COURT:
        return one != other and other in SUPREME_COURT
    if between != "; ":
        return one in ("Ga.", "Ga. App.") and other in ("S.E.", "S.E.2d")
    return one in ("Mich.", "Mich. App.") and other in ("N.W.", "N.W.2d", "N.W.3d")


def _sight(
    reading: Reading, kind: str, group: list[Pinned], keyed: Callable[[ReporterCite, int | None], str], floor: int
) -> Sighting:
    first, pin, _ = group[0]
    end = group[-1][2]
    own_pin = pin
    if pin is None and not first.short:
        # "146 U.S. App. D.C. 33, 449 F.2d 1109, 1114": the page that is given, of the reporter it is given for
        pin = next((given for _, given, _ in group if given), None)
    for opening, closing in ("[]", "()"):
        if reading.text.startswith(closing, end) and opening in reading.text[first.end : end]:
            end += 1
    tail = read_tail(reading, end, dated=not first.short)
    blank = None
    if not first.short and reading.text.endswith(_RULED, 0, first.start):
        blank = _BLANK.search(reading.text, max(floor, first.start - 24), first.start)
    start = blank.start() if blank else first.start
    name = names.before(reading.text, start, floor, short=first.short)
    sighting = Sighting(
        start=start,
        end=tail.end if tail.dated else end,
        form="short" if first.short else "full",
        kind=kind,
        key=None if first.short or not _numbered(first.page) else keyed(first, tail.year),
        pin=pin,
        volume=first.volume,
        reporter=first.reporter(tail.year),
        page=first.page,
        court=tail.court or _court(first),
        year=tail.year,
        tail=tail.explanations,
    )
    if name:
        sighting.name_start = name[0]
        sighting.name = reading.original[name[0] : name[1]]
        _date_in_name(sighting)
    if not first.short:
        sighting.parallels = tuple(keyed(cite, tail.year) for cite, _, _ in group[1:] if _numbered(cite.page))
        if sighting.key is None and sighting.parallels:
            sighting.key, sighting.parallels = sighting.parallels[0], sighting.parallels[1:]
        if sighting.key is None and sighting.name and first.volume.isdigit():
            # The page was not known yet when this was written: the volume and the name say which decision it is.
            named = re.sub(r"[^a-z0-9]+", "-", sighting.name.lower()).strip("-")
            sighting.key = f"blank:{first.volume}:{sighting.reporter}:{named}"
        if sighting.key and _SERVICE.search(sighting.reporter) and not _SERVICE.search(first.printed):
            sighting.cite = " ".join(reading.text[first.start : first.end].split())
        sighting.flags.extend(impossible(first, tail.year, own_pin, tail.court))
    return sighting


def _date_in_name(sighting: Sighting) -> None:
    """Take court and year from between the name and the citation: "Guz v. Bechtel (2000) 24 Cal.4th 317"."""
    dated = _DATED_NAME.search(sighting.name or "")
    if dated and sighting.name:
        sighting.name = sighting.name[: dated.start()]
        sighting.year = sighting.year or int(dated["year"])
        sighting.court = sighting.court or (court_of(dated["court"]) if dated["court"] else None)


def _numbered(page: str) -> bool:
    """Tell whether a page is known: not "___".

    "130037-U" is the number of an unpublished order of Illinois, "1105(A)" a page of New York's tables, "61,182" a
    paragraph of a loose-leaf service.
    """
    return bool(_PAGE.fullmatch(page))


def _court(cite: ReporterCite) -> str | None:
    """Only the Supreme Court's reporters say by themselves which court decided."""
    return "scotus" if cite.reporter() in SUPREME_COURT else None
