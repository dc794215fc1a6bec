"""Books: dictionaries, restatements, treatises; and law reviews and journals (Bluebook rules 15, 16)."""

import re
from collections.abc import Iterator

from briefs.citations import pins
from briefs.citations.parens import read_tail
from briefs.citations.reading import Reading
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

EDITION = (
    r"\((?:(?P<edition>(?:rev\. )?\d{1,2} ?(?:st|n?d|r?d|th)|[Rr]ev\.|\d{4}) ?(?:ed\.|Ed\.|edition)?(?: rev\.)?,? ?)?"
    r"(?:[A-Z][\w.,' ]{0,30}? )?(?P<year>(?:1[89]|20)\d\d)?(?: ed\.)?\)"
)
_DICTIONARY = re.compile(
    r"(?P<title>Black's Law Dictionary|Ballentine's Law Dictionary|Bouvier's Law Dictionary"
    r"|(?:Webster's|Merriam-Webster's?|The American Heritage|American Heritage|Random House|Oxford English"
    r"|The Oxford English)(?: [A-Z][\w']*){0,6} Dictionary(?: of [A-Z]\w+(?: [A-Z]\w+)*)?"
    r"|Oxford English Dictionary)(?:,? (?:at )?(?P<pin>\d{1,4}(?:[, -]+\d{1,4})*))? " + EDITION,
    re.IGNORECASE,
)
_RESTATEMENT = re.compile(
    r"Restatement (?:\((?P<edition>First|Second|Third|Fourth)\) )?(?:of )?(?:the )?(?:Law )?(?:of )?"
    r"(?P<title>[A-Z][a-z]+\.?:?(?:,? (?:and |of (?:the )?|& )?[A-Z][a-z]+\.?:?){0,6}),? "
    r"(?:§§? ?)?(?P<section>\d+[A-Z]?)(?!\d)"
    r"(?P<rest>(?:\(\w\))*)(?: cmts?\. [a-z](?:-[a-z])?)?"
)
_TREATISE = re.compile(
    r"(?<![\w.])(?P<volume>\d{1,2}[A-Z]? )(?P<authors>[A-Z][\w.'-]*(?:,? (?:[A-Z][\w.'-]*|&|&amp;|and"
    r"|et\.? al\.,?)){0,9},? )(?P<title>(?:on )?[A-Z][a-z]+(?: (?:and|of|the|on|in|&|&amp;|[A-Z][\w'-]*)){0,8}),? "
    r"(?:§§?|¶¶?) ?(?P<section>\d[\d.:A-Z\[\]-]*[\d\]]|\d)(?:\(\w{1,3}\))*(?P<pin>,? at \d+(?:-\d+)?)?"
    r"(?: " + EDITION + r")?"
)
# The two treatises on federal practice, with or without author and sign: "7 Moore's Federal Practice 60.30[1]".
_PRACTICE = re.compile(
    r"(?<![\w.])(?P<volume>\d{1,2}[A-Z]? )(?P<authors>(?:[A-Z][\w.'-]*,? |& |&amp; |and |et\.? al\.,? ){1,8}?)"
    r"(?P<title>Federal Practice(?: (?:and|&|&amp;) Procedure)?(?:: [A-Z]\w+(?: \d\w*)?)?),? (?:(?:§§?|¶¶?) ?)?"
    r"(?P<section>\d{2,4}(?:\.\d+)?(?:\[[\d.]+\])*|0\.\d{3}(?:\[[\d.]+\])*)(?![\d\]])(?P<pin>,? at \d+(?:-\d+)?)?"
    r"(?: " + EDITION + r")?"
)
_PRACTICE_WORDS = sought("Federal Practice")
_DICTIONARY_WORDS = sought("ictionary", "ICTIONARY")
_RESTATEMENT_WORDS = sought("Restatement ")
_PLACES = sought("§", "¶")


# "Charlotte Gibson, Note, Citizen Suits Under ..., 98 Mich. L. Rev. 269": who wrote it stands first.
_PERSON = r"[A-Z][\w'-]+(?: [A-Z]\.)*(?: (?:de |van |von )?[A-Z][\w'-]+){1,2}"
_AUTHOR = re.compile(
    rf"(?:^|[.;(\n] ?|[Ss]ee |also |generally |e\.g\., |[Cc]f\. )"
    rf"(?P<authors>{_PERSON}(?:,? (?:&|and) {_PERSON})?(?: et al\.)?), "
    r"(?=[A-Z\"])[^;]{5,220}$"
)


def _spot(reading: Reading) -> Iterator[Sighting]:
    for match in reading.matches(_DICTIONARY, _DICTIONARY_WORDS, 120):
        edition = re.sub(r"\W+", "", match["edition"] or match["year"] or "")
        yield _sighting(reading, match, f"book:{_slug(match['title'])}:{edition}", match["pin"])
    for match in reading.matches(_RESTATEMENT, _RESTATEMENT_WORDS):
        edition = (match["edition"] or "First").lower()
        yield _sighting(reading, match, f"book:restatement-{edition}-{_slug(match['title'])}:{match['section']}", None)
    for match in (
        *reading.near(_TREATISE, _titled(reading), 240),
        *reading.matches(_PRACTICE, _PRACTICE_WORDS, 80),
    ):
        if re.search(r"U\.? ?S\.? ?C|C\.? ?F\.? ?R|Code|Stat\b", match["authors"] + match["title"]):
            continue
        sighting = _sighting(
            reading, match, f"book:{_slug(match['authors'] + match['title'])[:80]}:{match['section']}", None
        )
        sighting.cite = " ".join(reading.original[match.start() : match.end("section")].split())
        authors, comma, _ = f"{match['authors']}{match['title']}".rpartition(", ")
        sighting.authors = surnames(authors) if comma else ()
        yield sighting
    for cite in reading.reported:
        if not cite.journal or cite.printed in ("Fed. Reg.", "Cong. Rec."):
            continue
        pin = pins.after_full(reading.text, cite.end, reading.next_reported(cite.start + 1)) if not cite.short else None
        end = pin[1] if pin else cite.end
        tail = read_tail(reading, end, dated=not cite.short)
        sighting = Sighting(cite.start, tail.end if tail.dated else end, "short" if cite.short else "full", "book")
        sighting.volume, sighting.reporter, sighting.page = cite.volume, cite.reporter(), cite.page
        sighting.key = None if cite.short else f"journal:{cite.volume}:{cite.reporter(tail.year)}:{cite.page}"
        sighting.pin = cite.page if cite.short else pins.tidy(pin[0]) if pin else None
        sighting.year, sighting.tail = tail.year, tail.explanations
        author = _AUTHOR.search(reading.text, max(0, cite.start - 260), cite.start)
        sighting.authors = surnames(author["authors"]) if author else ()
        yield sighting


def surnames(authors: str) -> tuple[str, ...]:
    """Give the names by which a work is cited again: ("Wright & Miller", "Wright et al.", "Wright", ...)."""
    alone = re.sub(r",? et\.? al\.?,?|, [JS]r\.", "", authors).strip(" ,")
    people = re.split(r",? (?:&|&amp;|and) |, ", alone)
    last = [person.strip(" ,").split(" ")[-1] for person in people if person.strip(" ,")]
    return tuple(dict.fromkeys((" & ".join(last), " & ".join(last[:2]), f"{last[0]} et al.", *last))) if last else ()


def _titled(reading: Reading) -> Iterator[int]:
    """Give the section signs that follow a word, as a treatise's do; those of codes follow a full stop."""
    for place in reading.places(_PLACES):
        if reading.text[max(0, place - 3) : place].rstrip(" ,")[-1:].isalpha():
            yield place


def _sighting(reading: Reading, match: re.Match[str], key: str, pin: str | None) -> Sighting:
    tail = read_tail(reading, match.end(), dated=False)
    return Sighting(
        match.start(), match.end(), "full", "book", key, pins.tidy(pin) if pin else None, tail=tail.explanations
    )


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower().replace("'", "")).strip("-")


def _show(parts: tuple[str, ...]) -> str:
    if parts[0] == "journal":
        return " ".join(parts[1:])
    title = (
        parts[1]
        .replace("blacks", "black's")
        .replace("websters", "webster's")
        .replace("-", " ")
        .title()
        .replace("'S", "'s")
    )
    if parts[1].startswith("restatement-"):
        _, edition, subject = parts[1].split("-", 2)
        named = "" if edition == "first" else f" ({edition.title()})"
        return f"Restatement{named} of {subject.replace('-', ' ').title()} § {parts[2]}"
    if not parts[2]:
        return title
    return f"{title} ({parts[2]} ed.)" if "dictionary" in parts[1] else f"{title} § {parts[2]}"


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """None: books have no address that follows from their citation."""
    return None


KIND = Kind("book", "other", ("book", "journal"), _spot, _show, _link)
