"""Which court a caption names."""

import re
from itertools import pairwise

from briefs.importers.courts import courts_named, state_of
from briefs.importers.docketed import NOTHING, Found
from briefs.text.pieces import Clean

_BIA = re.compile(r"(?i)board of (?:executive office for immigration review )?immigration appeals")
_DEPARTMENT = re.compile(r"(?i)appellate division\W+(?:first|second|third|fourth) (?:judicial )?department")
_OVER = re.compile(
    r"(?i)(?:united states (?:court of appeals|district court|bankruptcy court)"
    r"|^(?:state|commonwealth) of [a-z ]+)\W*$"
)
_NAMED_COURT = re.compile(
    r"(?i)united states (?:court of appeals for the (?:[\w.]+ ){1,3}?circuit"
    r"|district court for the (?:(?:northern|southern|eastern|western|middle|central) )?district of"
    r" (?:(?:new|north|south|west|rhode|puerto) )?\w+)"
)
_STATE_COURT = re.compile(
    r"(?i)(?P<court>(?:supreme|superior|(?:intermediate )?appellate) court"
    r"|court of (?:criminal |civil |special )?appeals?)"
    r",?(?: of| for)?(?: the)?(?: (?:state|commonwealth) of)? (?P<state>(?:(?:new|north|south|west|rhode) )?[a-z]+)\b"
)
# The same with the state before: Texas Court of Appeals, State of Minnesota in Supreme Court.
_COURT_OF_STATE = re.compile(
    r"(?i)(?:(?:state|commonwealth) of )?(?P<state>(?:(?:new|north|south|west|rhode) )?[a-z]+)"
    r"(?: in)?(?: the)? (?P<court>supreme (?:judicial )?court|court of (?:criminal )?appeals|appeals court)\b"
)
# Divisions of a court that are courts of their own there: the district and the state change places.
_DIVIDED = re.compile(
    r"(?i)(?:(?P<first>\w+) )?(?P<court>district court of appeal),?(?: of)?(?: the)?(?: state of)? (?P<state>[a-z]+)"
    r"(?:,? (?P<last>\w+) district)?\b"
)
_NEW_JERSEY = re.compile(r"(?i)(superior court of new jersey),? (appellate division)\b")


def of_own_state(name: str, court: str | None) -> str:
    """Give a case's short name as the courts of a state write it where that state is a party (Bluebook 10.2.1(f))."""
    whose = state_of(court) if court else ""
    if not whose:
        return name
    return re.sub(rf"(?i)\b(State|Commonwealth) of {re.escape(whose)}(?=$| v\. )", r"\1", name)


def court(clean: Clean) -> Found:
    """Propose the court by the identifier courts-db gives it; the Board's, the Attorney General's and the immigration
    courts' are the house's own.
    """
    blocks = [(mark.data.get("part"), text) for mark, text in clean.of_kind("caption")]
    named = [text for part, text in blocks if part == "court"]
    # Its name can stand on two lines that are blocks of their own, and the first of them behind a date.
    over = [
        f"{first[0]}\n{text}"
        for before, text in pairwise([text for _, text in blocks])
        if (first := _OVER.search(before))
    ]
    # A term of court, a place or a number can stand on the line under its name.
    heads = ["\n".join(text.split("\n")[:count]) for count in (2, 1) for text in named if text.count("\n") >= count]
    for text in [*named, *over, *heads]:
        words = " ".join(text.split())
        if re.search(r"(?i)\b(?:appeals?|petition|review)\b[^.]*\bfrom\b", words):
            continue
        if re.search(r"(?i)(?:office of|before) the attorney general", words):
            return "ag", text
        if _BIA.search(words) and "court of appeals" not in words.casefold():
            return "bia", text
        if words.casefold().startswith("united states tax court"):
            return "tax", text
        if _DEPARTMENT.search(words):
            return "nyappdiv", text
        if re.search(r"(?i)\bimmigration court\b", words):
            return "immct", text
        courts = _courts(words)
        if len(courts) == 1:
            return courts[0], text
    return NOTHING


def _courts(words: str) -> tuple[str, ...]:
    """Give the identifiers of the courts the words of a caption may name."""
    words = re.sub(r"(?i)^(?:(?:in|before) )?the ", "", words)
    told = re.sub(r"(?i)(court of appeals),?\s+(?=\w+ circuit)", r"\1 for the ", words).rstrip(".")
    told = re.sub(r"(?i)(district court),?\s+(?:for\s+(?:the\s+)?)?(?=(?:\w+ )?district of)", r"\1 for the ", told)
    named, state = _NAMED_COURT.match(told), _STATE_COURT.match(told)
    names = [words, told, *([named.group()] if named else ())]
    before = _COURT_OF_STATE.match(told)
    names += [f"{before.group('court')} of {before.group('state')}"] if before else []
    names += [f"{state.group('court')} of {state.group('state')}"] if state else []
    divided, jersey = _DIVIDED.match(told), _NEW_JERSEY.match(told)
    if divided:
        which = divided.group("first") or divided.group("last")
        name = f"{divided.group('court')} of {divided.group('state')}"
        names = [f"{name}, {which} District", name] if which else [name]
    names += [", ".join(jersey.groups())] if jersey else []
    tried = (courts_named(name.title(), bankruptcy="bankruptcy" in name.casefold()) for name in names)
    return next(filter(None, tried), ())
