"""Session laws: Public Laws and the Statutes at Large as one citation, and Acts named with their year."""

import re
from collections.abc import Iterator

from briefs.citations.parens import explanations, read_tail
from briefs.citations.reading import Reading
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

ACT_NAME = r"[A-Z][\w'-]*(?:(?:,? (?:and|of|for|the|to|in|on|or|&))* [A-Z][\w'-]*){1,12}"
_STAT = r"(?P<stat>\d{1,3}) Stat\. (?P<at>at )?(?P<page>\d{1,5}(?:-\d+[A-Z]?)?)" + (
    r"(?P<pages>(?:, \d{1,5}(?:-\d+)?(?![\d-]| [A-Z]))*)"  # "66 Stat. 212, 8 U.S.C.": the 8 is no page
)
_LAW = re.compile(
    r"(?<![\w.])(?:Pub(?:lic|\.) ?L(?:aws?|\.)|P\. ?L\.|PL) ?(?:Nos?\. ?)?"
    r"(?P<congress>\d{2,3})-(?P<number>\d{1,4})(?!\d)"
    r"(?:,? (?:[Dd]iv\.|[Tt]it\.|[Tt]itle|[Ss]ubtit\.|[Cc]h\.|art\.) [\w]{1,6}| \(\d{4}\))*"
    r"(?P<section>,? §§? ?\d[\w.-]*(?:\(\w{1,5}\))*(?:, \d+(?:\(\w{1,5}\))+)*|,? \d{1,5}(?:\(\w{1,5}\))+)?"
    rf"(?:,? \(?{_STAT})?"
)
_ALONE = re.compile(rf"(?<![\w.-]){_STAT}")
_NAME = re.compile(rf"({ACT_NAME} (?:Act|Amendments?|Code)(?: of \d{{4}})?)(?: \([^()\n]{{2,50}}\))?(?:,| \()? ?$")
_NAMED_ACT = re.compile(rf"(?<![\w'-]){ACT_NAME} Acts? of (?P<year>1[789]\d\d|20\d\d)(?!\d)")
_LEADING = re.compile(
    r"^(?:(?:(?:Title|Section|Chapter|Part) [\w]+|[IVX]+) of (?:the )?"
    r"|(?:The|In|Under|See|Section|Title|Although|When|Since"
    r"|By|And|But|Congress|Cf|As|With|Because|Before|After|Of|To|For|From) +(?:the )?)"
)
_LAW_WORDS = sought("Public L", "PublicL", "Pub. L", "Pub.L", "P.L.", "P. L.", "PL")
_ALONE_WORDS = sought(" Stat. ")
_NAMED_ACT_WORDS = sought(" Act of 1", " Act of 2", " Acts of 1", " Acts of 2")


def _spot(reading: Reading) -> Iterator[Sighting]:
    named: set[int] = set()
    for match in reading.matches(_LAW, _LAW_WORDS):
        law = _law(reading, match)
        if law.name_start is not None:
            named.add(law.name_start)
        yield law
    for match in reading.matches(_ALONE, _ALONE_WORDS, 3):
        tail = read_tail(reading, match.end(), dated=True)
        key = None if match["at"] else f"stat:{match['stat']}:{match['page']}"
        yield Sighting(
            match.start(),
            tail.end,
            "short" if match["at"] else "full",
            "public_law",
            key,
            volume=match["stat"],
            reporter="Stat.",
            page=match["page"],
            year=tail.year,
        )
    for match in reading.matches(_NAMED_ACT, _NAMED_ACT_WORDS, 240):
        lead = _LEADING.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        if start in named:
            continue
        sighting = Sighting(start, match.end(), "reference", "public_law", act_key(reading.text[start : match.end()]))
        sighting.year, sighting.name = int(match["year"]), reading.original[start : match.end()]
        sighting.cite = " ".join(sighting.name.split())
        sighting.tail = explanations(reading, match.end())
        yield sighting


def _law(reading: Reading, match: re.Match[str]) -> Sighting:
    tail = read_tail(reading, match.end(), dated=True)
    begin = max(0, match.start() - 160)
    named = _NAME.search(reading.text, begin, match.start())
    section = (match["section"] or "").strip(" ,")
    sighting = Sighting(
        match.start(),
        tail.end if tail.year else match.end(),
        "full",
        "public_law",
        f"publ:{match['congress']}:{match['number']}",
        pin=section or None,
        year=tail.year,
        parallels=(f"stat:{match['stat']}:{match['page']}",) if match["stat"] else (),
        tail=tail.explanations,
    )
    if named:
        lead = _LEADING.match(named[1])
        sighting.name_start = named.start(1) + (lead.end() if lead else 0)
        sighting.name = reading.original[sighting.name_start : named.end(1)]
    return sighting


def act_key(name: str) -> str:
    """Give the key of an Act known by its name and year alone."""
    return "act:" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _show(parts: tuple[str, ...]) -> str:
    if parts[0] == "publ":
        return f"Pub. L. No. {parts[1]}-{parts[2]}"
    if parts[0] == "stat":
        return f"{parts[1]} Stat. {parts[2]}"
    return " ".join(
        word if word in ("of", "and", "the", "for", "to", "in", "on", "or") else word.title()
        for word in parts[1].split("-")
    )


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """The Government Publishing Office keeps the public laws from the 104th Congress on."""
    if parts[0] == "publ" and int(parts[1]) >= 104:
        return f"https://www.govinfo.gov/link/plaw/{parts[1]}/public/{parts[2]}", "govinfo.gov"
    return None


KIND = Kind("public_law", "statutes", ("publ", "stat", "act"), _spot, _show, _link)
