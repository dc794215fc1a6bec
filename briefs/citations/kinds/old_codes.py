"""The federal codes before the United States Code: the Revised Statutes of 1874, the Judicial Code of 1911."""

import re
from collections.abc import Iterator

from briefs.citations.reading import Reading
from briefs.citations.sections import LIST, PLURAL, TOLD_SIGN, Section, ancestors, read_sections, shown
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

# Bluebook rule 12.2.2 (b): what was never classified, or not yet, is cited to these. A state's "Rev. Stat." has the
# state's name before it, or is R. S. with a colon or a hyphen in its numbers.
_NAMES = (
    ("Rev. Stat.", r"Rev(?:ised|\.) ?St(?:at(?:utes|s?\.)|\.)(?: of the United States)?|R\. ?S\."),
    ("Jud. Code", r"Jud(?:icial|\.) Code"),
)
_NUMBER = r"\d{1,4}[a-z]?(?![\d.:-]*\d)"
_FIRST = tuple(
    (
        name,
        re.compile(
            rf"(?<![\w.])(?:U\. ?S\. )?(?:{words}),? (?P<sign>§ ?§?|[Ss]ections? |[Ss]ecs?\.(?: [Ss]ec\.)? ) ?(?=\d)"
        ),
    )
    for name, words in _NAMES
)
_LAST = tuple(
    (
        name,
        re.compile(
            rf"(?<![\w.])(?P<sign>{TOLD_SIGN}) ?(?P<list>{LIST}),? (?:of the )?"
            rf"(?:(?:U\. ?S\. |United States )?(?:{words}))(?! of (?!the United)| ?\d)"
        ),
    )
    for name, words in _NAMES
)
_OWNER = re.compile(r"(?:[A-Z][\w']*\.?|[A-Z]\. ?[A-Z]\.) ?$")  # a state's, or "Internal Revenue Code"
_WORDS = sought("Rev. St", "Rev.St", "Revised Stat", "R. S.", "R.S.", "Judicial Code", "Jud. Code")
_OPENERS = frozenset("see also cf under in by and but or both compare accord citing the".split())
_LAST_JUDICIAL = 297  # higher numbers are of the Judicial Code of 1948, which is title 28


def _spot(reading: Reading) -> Iterator[Sighting]:
    if not reading.places(_WORDS):
        return
    for name, pattern in _FIRST:
        for match in reading.matches(pattern, _WORDS, 14):
            owner = _OWNER.search(reading.text, max(0, match.start() - 14), match.start())
            if owner and owner[0].strip(" .").lower() not in _OPENERS:
                continue
            sections = read_sections(reading.text, match.end(), _NUMBER, plural=bool(PLURAL.match(match["sign"])))
            for at, section in enumerate(sections):
                yield _sighting(name, match.start() if at == 0 else section.start, section.end, section)
    for name, pattern in _LAST:
        for match in reading.matches(pattern, _WORDS, 90):
            sections = read_sections(reading.text, match.start("list"), _NUMBER, plural=True)
            for at, section in enumerate(sections):
                last = at == len(sections) - 1
                start = match.start() if at == 0 else section.start
                yield _sighting(name, start, match.end() if last else section.end, section)


def _sighting(name: str, start: int, end: int, section: Section) -> Sighting:
    law = f"code:{name}"
    if name == "Jud. Code" and int(re.sub(r"\D", "", section.number)) > _LAST_JUDICIAL:
        law = "usc:28"
    key = f"{law}:{section.number}" + (f":{section.dotted}" if section.path else "")
    return Sighting(start, end, "full", "statute", key, year=section.year, flags=section.flags)


def _show(parts: tuple[str, ...]) -> str:
    return f"{parts[1]} § {parts[2]}{shown(parts[3]) if len(parts) > 3 else ''}" if len(parts) > 2 else parts[1]


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """None: these codes are printed in volumes of the Statutes at Large, by page."""
    return None


def _parents(parts: tuple[str, ...]) -> tuple[str, ...]:
    above = ancestors(parts[:3], parts[3]) if len(parts) > 3 else ()
    return (*above, ":".join(parts[:2])) if len(parts) > 2 else ()


KIND = Kind("statute", "statutes", ("code",), _spot, _show, _link, _parents)
