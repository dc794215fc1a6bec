"""Constitutions, federal and state (Bluebook rule 11)."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.state_names import FULL_NAMES, home
from briefs.citations.reading import Reading
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

_STATES = "|".join((*FULL_NAMES, *map(re.escape, dict.fromkeys(FULL_NAMES.values()))))
_WHERE = (
    r"(?P<part>[Aa]rt(?:icle|s?\.|(?= \d|s? [IVX]))?|[Aa]m(?:ends?(?:ment|\.)?|dt\.|(?= [IVX]))|pmbl\.) ?"
    r"(?P<roman>[IVXL]+|\d{1,2})?"
)
_SECTION = r"(?:§§?|[Ss]ec(?:tion|s?\.)) ?(?P<section>\d{1,3}[a-z]?)(?:\(\w{1,3}\))*"
_PART = rf"{_WHERE}(?:,? ?{_SECTION})?(?:,? ?[Cc]l(?:ause|\.) ?(?P<clause>\d{{1,2}}))?"
# "U.S. Const. art. I", "Ill. Const. 1970, art. VI, § 6", Michigan's "US Const, Am VI".
_CITE = re.compile(
    rf"(?<![\w.])(?P<state>U\. ?S\.|US|[A-Z][a-z]{{1,8}}\.|[NSW]\. ?[A-Z][a-z]*\.?(?:[A-Z]\.)?|Ohio|Iowa|Utah"
    rf"|Alaska|Idaho|Hawaii)"
    rf" Const(?:itution|\.|(?=,))(?: of)?(?: \(?(?:17|18|19)\d\d\)?)?,? {_PART}"
)
# "Article I, § 8, cl. 3 of the Constitution"; a state's is named ("of the Constitution of Ohio").
_LAST = re.compile(
    rf"(?<![\w.]){_PART},? of the (?:United States |U\. ?S\. |[Ff]ederal )?(?P<state>)Constitution"
    r"(?! of (?!the United))"
)
# "art. V, § 3(b)(3), Fla. Const.", "article I, section 16 of the Texas Constitution".
_NAMED_LAST = re.compile(rf"(?<![\w.]){_PART}(?:,? of the |, )(?P<state>{_STATES}) Const(?:itution|\.)")
# "Section 3(B)(1), Article IV, Ohio Constitution": the section stands first.
_SECTION_FIRST = re.compile(
    rf"(?<![\w.])[Ss]ection (?P<section>\d{{1,3}}[a-z]?)(?:\(\w{{1,3}}\))*,? (?:of )?{_WHERE}(?:,? of the |, )"
    rf"(?P<state>{_STATES}) Constitution"
)
# What courts call their own state's: Washington's "Const. art. I, § 7", Michigan's "Const 1963, art 1, § 17".
_OWN = re.compile(rf"(?<![\w.])(?<![\w.] )Const(?:\.|(?: (?=19)))(?:19\d\d)?,? ?{_PART}")
# "Art. III, §2, cl. 1": the Supreme Court's way with the Constitution of the United States.
_ALONE = re.compile(
    r"(?<![\w.])(?P<part>Art)\. ?(?P<roman>[IVX]+),? ?§ ?(?P<section>\d{1,2})(?!\w)"
    r"(?:,? ?cl\. ?(?P<clause>\d{1,2}))?(?! of)"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    total = 0
    for sign, after in zip(words, [*words[1:], ""], strict=True):
        value = _VALUES[sign]
        total += -value if after and _VALUES[after] > value else value
    return total


_CITE_WORDS = sought(" Const")
_NAMES = (*FULL_NAMES, *FULL_NAMES.values())
_OWN_WORDS = sought("Const. art", "Const., art", "Const 19")
_ALONE_WORDS = sought("Art.")


def _spot(reading: Reading) -> Iterator[Sighting]:
    named = [*reading.matches(_CITE, _CITE_WORDS, 12), *reading.matches(_LAST, _CITE_WORDS, 70)]
    states = [
        place for place in reading.places(_CITE_WORDS) if reading.text.endswith(_NAMES, max(0, place - 20), place)
    ]
    named += [*reading.near(_NAMED_LAST, states, 70), *reading.near(_SECTION_FIRST, states, 70)]
    alone = () if any(_state(match) != "us" for match in named) else reading.matches(_ALONE, _ALONE_WORDS)
    own = reading.matches(_OWN, _OWN_WORDS) if reading.places(_OWN_WORDS) and home(reading) else ()
    for match in (*named, *alone, *own):
        state = _state(match) if match.re is not _OWN else _abbreviated(home(reading))
        what = "amend" if match["part"].lower().startswith("am") else "pmbl" if match["part"] == "pmbl." else "art"
        if what != "pmbl" and not match["roman"]:
            continue
        if match.re is _LAST and not match["section"]:
            continue  # "Article III of the Constitution": spoken of, not cited
        steps = [str(_number(match["roman"]))] if match["roman"] else []
        below = match.groupdict()
        steps += [step for step in (below.get("section"), below.get("clause")) if step]
        yield Sighting(match.start(), match.end(), "full", "constitution", ":".join(["const", state, what, *steps]))


def _state(match: re.Match[str]) -> str:
    """Give the state whose constitution is cited; "us" for that of the United States."""
    state = (match["state"] or "").replace(" ", "") if "state" in match.re.groupindex else ""
    return "us" if state in ("", "U.S.", "US") else _abbreviated(match["state"])


def _abbreviated(state: str) -> str:
    return FULL_NAMES.get(state, state).replace(" ", "")


def _roman(number: int) -> str:
    shown = ""
    for sign, value in (("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)):
        count, number = divmod(number, value)
        shown += sign * count
    return shown


def _show(parts: tuple[str, ...]) -> str:
    state = "U.S." if parts[1] == "us" else parts[1]
    words = [f"{state} Const."]
    if len(parts) > 2:
        words.append(
            {"amend": "amend.", "art": "art.", "pmbl": "pmbl."}[parts[2]]
            + (f" {_roman(int(parts[3]))}" if len(parts) > 3 else "")
        )
    if len(parts) > 4:
        words[-1] += f", § {parts[4]}"
    if len(parts) > 5:
        words[-1] += f", cl. {parts[5]}"
    return " ".join(words)


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """Congress keeps the Constitution Annotated; a state's is not linked."""
    if parts[1] != "us" or len(parts) < 4:
        return None
    what = "amendment" if parts[2] == "amend" else "article"
    return f"https://constitution.congress.gov/constitution/{what}-{parts[3]}/", "constitution.congress.gov"


def _parents(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(":".join(parts[:depth]) for depth in range(len(parts) - 1, 1, -1) if depth != 3)


KIND = Kind("constitution", "statutes", ("const",), _spot, _show, _link, _parents)
