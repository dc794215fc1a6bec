"""Works that go by one name: legal encyclopedias, The Federalist, Blackstone; and books by author, title and page."""

import re
from collections.abc import Iterator

from briefs.citations import pins
from briefs.citations.kinds.books import EDITION, surnames
from briefs.citations.kinds.books import KIND as BOOK
from briefs.citations.parens import read_tail
from briefs.citations.reading import Reading
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

# Encyclopedias are cited by volume, title and section (Bluebook rule 15.8 (a)): "32 Am. Jur. 2d Federal Courts § 145".
_ENCYCLOPEDIA = re.compile(
    r"(?<![\w.])(?P<volume>\d{1,3}[A-Z]?) (?P<work>Am\. ?Jur\.?(?: ?[23]d| Trials| (?:Proof of Facts"
    r"|P\.?O\.?F\.?)(?: ?[23]d)?)?"
    r"|C\. ?J\. ?S\.|Corpus Juris(?: Secundum)?|R\. ?C\. ?L\."
    r"|(?:Cal|N\. ?Y|Tex|Fla|Ohio|Ill|Ind|Ga|Md|Mich|Pa|S\.C|Tenn|Va)\. ?Jur\.(?: ?[234]d)?),? "
    r"(?P<title>[A-Z][\w&' ,-]{2,60}?),? §§? ?(?P<section>\d{1,4}[A-Za-z]?(?:\.\d+)?)(?:-\d+)?"
    rf"(?:, (?:at )?(?P<pin>{pins.PIN}))?(?: {EDITION})?"
)
_FEDERALIST = re.compile(
    r"(?<![\w.])(?:1 )?The Federalist,? (?:Papers,? )?Nos?\. (?P<number>\d{1,2})(?:,? (?:at "
    r"|pp?\. )?(?P<pin>\d{1,3}(?:-\d{1,3})?))?",
    re.IGNORECASE,
)
_BLACKSTONE = re.compile(
    r"(?<![\w.])(?P<volume>[1-4]) (?:W(?:illia|\.)m?\.? )?Bl(?:ackstone(?:'s)?|\.),? ?Comm(?:entaries|\.)"
    r"(?: on the Laws of England)?(?:,? (?:at )?(?P<pin>\*?\d{1,3}(?:-\*?\d{1,3})?))?",
    re.IGNORECASE,
)
# "G. Goodwin-Gill, The Refugee in International Law 31 (1983)" (rule 15.1): a title has a joining word, or an edition
# follows; both are asked of the words before a parenthesis with a year.
_AUTHOR = (
    r"(?!(?:See|Cf|But|Accord|Compare|Quoting|Citing|In|Also|And) )"
    r"[A-Z](?:\.|[a-z]+)(?: ?[A-Z]\.)*(?: (?:de |van |von )?[A-Z][\w'-]+){1,2}"
)
_BOOK = re.compile(
    rf"(?P<authors>{_AUTHOR}(?:(?:,| &| and|, and) {_AUTHOR}){{0,3}}(?: et al\.)?), "
    r"(?P<title>(?:[A-Z][\w'-]+:?|&)(?: (?:[A-Z][\w'-]+:?|of|the|and|in|on|to|for|a|&)){1,14}) "
    r"(?P<pin>\d{1,4}(?:-\d{1,4})?(?: & ?n\.\d+| n\.\d+)?|§§? ?\d[\w.:()-]*(?:,? at \d{1,4}"
    r"(?:-\d{1,4})?)?) (?=\((?P<tail>[^()]{0,60}?(?P<year>1[789]\d\d|20\d\d)(?: ed\.)?)\))"
)
_BEFORE_YEAR = re.compile(r"[a-z]{2,} (?:§§? ?)?\d[\w.:()-]*(?:,? at \d{1,4}(?:-\d{1,4})?| n\.\d+)? $")
_JOINS = re.compile(r" (?:of|the|and|in|on|to|for) ")
_ENCYCLOPEDIA_WORDS = sought("Jur.", "C.J.S", "C. J. S", "Corpus Juris", "R.C.L", "R. C. L", "Am. Jur", "Am.Jur")
_FEDERALIST_WORDS = sought("The Federalist", "THE FEDERALIST", "the Federalist")
_BLACKSTONE_WORDS = sought("Bl. Comm", "Bl.Comm", "Blackstone", "BLACKSTONE")
_YEARS = sought(*(f"{digit} ({century}" for digit in range(10) for century in (17, 18, 19, 20)))  # a page, then a year
_EDITIONS = sought("d ed.", "th ed.", "st ed.", "rev. ed.")
_REACH = 220


def _spot(reading: Reading) -> Iterator[Sighting]:
    for match in reading.matches(_ENCYCLOPEDIA, _ENCYCLOPEDIA_WORDS, 12):
        work = re.sub(r"(?<=\.) ?(?=[A-Z]\.)|(?<=\.) ?(?=\d)", " ", match["work"])
        key = f"book:{_slug(work + ' ' + match['title'])}:{match['section']}"
        yield _sighting(reading, match, key, f"{work} {' '.join(match['title'].split())} § {match['section']}")
    for match in reading.matches(_FEDERALIST, _FEDERALIST_WORDS, 2):
        yield _sighting(
            reading, match, f"book:the-federalist:{match['number']}", f"The Federalist No. {match['number']}"
        )
    for match in reading.matches(_BLACKSTONE, _BLACKSTONE_WORDS, 14):
        volume = match["volume"]
        yield _sighting(reading, match, f"book:blackstone-commentaries:{volume}", f"{volume} Blackstone, Commentaries")
    yield from _books(reading)


def _books(reading: Reading) -> Iterator[Sighting]:
    text, done = reading.text, 0
    for place in sorted((*reading.places(_YEARS), *reading.places(_EDITIONS))):
        opening = place + 2 if text[place].isdigit() else text.rfind("(", max(0, place - 30), place)
        if opening <= done or not _BEFORE_YEAR.search(text, max(0, opening - 30), opening):
            continue
        match = None
        for match in _BOOK.finditer(text, max(done, opening - _REACH), min(len(text), opening + 80)):
            if match.end() == opening:
                break
        if match is None or match.end() != opening or " v. " in match[0] or "Federal Practice" in match["title"]:
            continue  # the treatises on federal practice are cited by section
        if (
            "§" in match["pin"]
            and "Code" not in match["title"]
            and text[match.start() - 2 : match.start() - 1].isdigit()
        ):
            continue  # a treatise in volumes, as `books` reads it
        if not _JOINS.search(match["title"]) and "ed." not in match["tail"]:
            continue
        sighting = _sighting(
            reading, match, f"book:{_slug(match['authors'] + ' ' + match['title'])[:80]}:{match['year']}", ""
        )
        sighting.end = done = match.end("tail") + 1
        sighting.cite = " ".join(reading.original[match.start() : match.end("title")].split())
        sighting.tail = read_tail(reading, sighting.end, dated=False).explanations
        sighting.authors, sighting.year = surnames(match["authors"]), int(match["year"])
        yield sighting


def _sighting(reading: Reading, match: re.Match[str], key: str, cite: str) -> Sighting:
    sighting = Sighting(match.start(), match.end(), "full", "book", key, cite=cite)
    sighting.pin = pins.tidy(match["pin"]) if match["pin"] else None
    sighting.tail = read_tail(reading, match.end(), dated=False).explanations
    return sighting


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower().replace("'", "")).strip("-")


KIND = Kind("book", "other", (), _spot, BOOK.show, BOOK.link)
