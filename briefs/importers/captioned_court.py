"""Which court a caption names."""

import re
from collections.abc import Sequence
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
_UNDER = re.compile(r"(?i)(?:in the )?united states (?:district|bankruptcy) court")
_NAMED_COURT = re.compile(
    r"(?i)united states (?:court of appeals for the (?:[\w.]+ ){1,3}?circuit"
    r"|(?:district|bankruptcy) court for the (?:(?:northern|southern|eastern|western|middle|central) )?district of"
    r" (?:(?:new|north|south|west|rhode|puerto) )?\w+)"
)
_STATE_COURT = re.compile(
    r"(?i)(?P<court>(?:supreme|superior|(?:intermediate )?appellate) court"
    r"|court of (?:(?:criminal |civil |special )?appeals?|chancery))"
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


_LETTERS = re.compile(r"(?:[A-Z] )+[A-Z]")
_STATE = re.compile(r"(?i)(?:state|commonwealth)\s?of\s?([a-z]+(?: [a-z]+)?)")
_OF_STATE = re.compile(r"(?i)(?:in (?:the )?)?(supreme\s?court|court\s?of\s?appeals?)(?! (?:of|for)\b|\w)")
# Numbers whose form is one court's alone, of states whose opinions do not name it.
_BY_NUMBER = (
    (re.compile(r"(?m)^SJC-\d{5}$"), "mass"),
    (re.compile(r"(?m)^\d{2}-P-\d{1,4}\.?$"), "massappct"),
    (re.compile(r"(?m)\(SC \d{4,5}\)$"), "conn"),
    (re.compile(r"(?m)\(AC \d{4,5}\)$"), "connappct"),
    *(
        (re.compile(rf"(?m)^20\d\d {code} \d{{1,4}}$"), name)
        for code, name in (
            ("ND", "nd"),
            ("SD", "sd"),
            ("VT", "vt"),
            ("WY", "wyo"),
            ("MT", "mont"),
            ("ME", "me"),
            ("CO", "colo"),
            ("WI", "wis"),
            ("UT", "utah"),
            ("OK", "okla"),
            ("COA", "coloctapp"),
            ("WI App", "wisctapp"),
            ("UT App", "utahctapp"),
        )
    ),  # as these states' courts cite their opinions
)


def of_own_state(name: str, court: str | None) -> str:
    """Give a case's short name as the courts of a state write it where that state is a party (Bluebook 10.2.1(f))."""
    whose = state_of(court) if court else ""
    if not whose:
        return name
    named = re.escape(whose).replace("waii", "wai[ʻ’']?i")
    return re.sub(rf"(?i)\b(State|Commonwealth) of {named}(?=$| v\. )", r"\1", name)


def court(clean: Clean, running: Sequence[str] = ()) -> Found:
    """Propose the court by the identifier courts-db gives it; the Board's, the Attorney General's and the immigration
    courts' are the house's own. `running` are the heads of printed pages, which
    alone name some courts.
    """
    blocks = [(mark.data.get("part"), text) for mark, text in clean.of_kind("caption")]
    # A name that only its next line completes comes after the two together.
    whole = {
        first: f"{first}\n{text}"
        for (_, first), (_, text) in pairwise(blocks)
        if _UNDER.fullmatch(" ".join(first.split()))
    }
    named = [name for part, text in blocks if part == "court" for name in (whole.get(text), text) if name]
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
    texts = [text for _, text in blocks]
    told = _of_a_state(texts) or _numbered(texts)
    return told if told[0] is not None else _headed(running)


def _of_a_state(texts: Sequence[str]) -> Found | None:
    """Put together the name of a court that stands apart from that of its state, both letter by letter in some."""
    lines = [line for text in texts for line in text.split("\n")]
    lines = [re.sub(" ", "", line) if _LETTERS.fullmatch(line) else line for line in lines]
    state = next((match for line in lines if (match := _STATE.fullmatch(line))), None)
    court = next((match for line in lines if (match := _OF_STATE.match(line))), None)
    if state is None or court is None:
        return None
    name = "Supreme Court" if court.group(1).casefold().startswith("supreme") else "Court of Appeals"
    found = _courts(f"{name} of {state.group(1).title()}")
    return (found[0], f"{state.group()}\n{court.group()}") if len(found) == 1 else None


def _headed(heads: Sequence[str]) -> Found:
    """Give the court of a state that the running heads name: Nebraska Supreme Court Advance Sheets."""
    for head in heads:
        found = _courts(head) if _COURT_OF_STATE.match(head) else ()
        if len(found) == 1:
            return found[0], head
    return NOTHING


def _numbered(texts: Sequence[str]) -> Found:
    """Tell the court by the form of its numbers."""
    for text in texts:
        for number, name in _BY_NUMBER:
            if number.search(text):
                return name, text
    return NOTHING


def _courts(words: str) -> tuple[str, ...]:
    """Give the identifiers of the courts the words of a caption may name."""
    words = re.sub(r"(?i)^(?:(?:in|before) )?the ", "", words).replace("ʻ", "").replace("ʻ", "")
    told = re.sub(r"(?i)(court of appeals),?\s+(?=\w+ circuit)", r"\1 for the ", words).rstrip(".")
    told = re.sub(
        r"(?i)((?:district|bankruptcy) court),?\s+(?:for\s+(?:the\s+)?)?(?=(?:\w+ )?district of)", r"\1 for the ", told
    )
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
