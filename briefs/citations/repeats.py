"""Spot the short ways of citing again: *id.*, *supra* (Bluebook rules 4.1, 4.2)."""

import re
from collections.abc import Iterator

from briefs.citations import names, pins
from briefs.citations.parens import explanations
from briefs.citations.reading import Reading
from briefs.citations.sections import Section, read_sections
from briefs.citations.shapes import Sighting
from briefs.citations.words import sought

_ID = re.compile(r"(?<![\w.*])[_*]{0,2}(?:[Ii]d\.(?![^\W_])[_*]{0,2}|Id \.(?= at )|[Ii]d(?=,? at \d)|[Ii]bid\.?(?!\w))")
_SECTION = re.compile(r",? ?(?:at )?(?P<sign>§ ?§?|sections? |[Ss]ecs?\.(?: [Ss]ec\.)? |pts?\. |SS? (?=\d)) ?(?=\d)")
# "id. 6213(a)", "id. at 1854(b)(3)": the section sign is lost; a section only if a statute is meant.
_LOST = re.compile(
    r",? (?:at )?(?P<sign>(?=\d{1,5}[a-z]{0,2}(?:\.\d{1,5}(?=\())?(?:-\d{1,2})?"
    r"(?:\([a-zA-Z0-9]{1,4}\)|[,.;)](?!\d))|\d[A-Z]\d{1,2}\.\d))"
)
# "Id., at ___ (slip op., at 26)", "id. at [slip op. at 11]": the page was not known when this was written.
_BLANK_PIN = re.compile(r",? at (?:_{2,8}(?:(?:-|, )_{2,8})*|\[slip op\.,? at \d{1,3}\])")
_SUBDIVISION = re.compile(r",? subds?\. ?(?P<levels>(?:\(\w{1,4}\))+)")  # California's "id., subd. (e)(1)"
_NUMBER = r"\d[\w]*(?:[.:-]\d[\w]*|-[a-z](?!\w)){0,3}"
_SIGNED = re.compile(r",? (?P<pin>§§? ?\d(?:[\d.:A-Z-]*[\dA-Z])?(?:\(\w{1,3}\))*)")
# The section of a treatise, whose sign may be lost: "18 Wright & Miller, supra, 4457", "1B Moore, supra, ¶ 0.411[6]".
_OF_TREATISE = re.compile(r",? (?:§§? ?|¶¶? ?)?(?P<pin>\d{1,4}(?:\.\d+)?(?:\(\w\)|\[\d+\])*)(?!\w)")
_SUPRA = re.compile(r"(?<![\w.*])[_*]{0,2}supra(?:,? (?:at )?(?:note|n\.) ?\d{1,4})?[_*]{0,2}(?!\w)", re.IGNORECASE)
# "See 18 Wright & Miller, supra, § 4457": a volume stands before the authors of a treatise.
_VOLUMED = re.compile(r"(?<![\w.])\d{1,2}[A-Z]? (?P<name>[A-Z][\w'-]+(?: (?:& [A-Z][\w'-]+|et al\.))?),? ?$")
_ID_WORDS = sought("Id.", "Id . at", "id.", "Id at", "id at", "Id, at", "id, at", "Ibid", "ibid")
_SUPRA_WORDS = sought("supra", "Supra", "SUPRA")


def spot_ids(reading: Reading) -> Iterator[Sighting]:
    """Give every *id.*, with its pin or the section it names; a name before it ("Acosta, id. at 5") belongs to it."""
    text = reading.text
    for match in reading.matches(_ID, _ID_WORDS, 2):
        signed = _SECTION.match(text, match.end())
        lost = None if signed else _LOST.match(text, match.end())
        if lost and (" at " not in lost[0] or "(" in text[lost.end() : lost.end() + 8]):
            sections = read_sections(text, lost.end(), _NUMBER, plural=False)
            for at, section in enumerate(sections):
                sighting = Sighting(match.start() if at == 0 else section.start, section.end, "id", "other")
                sighting.brief, sighting.bare_end = _brief(section), match.end()
                yield sighting
            continue
        if signed:
            sections = read_sections(
                text,
                signed.end(),
                _NUMBER,
                plural=signed["sign"].startswith(("§§", "§ §", "secs", "Secs", "pts", "Sec. S", "SS")),
            )
            for at, section in enumerate(sections):
                start = match.start() if at == 0 else section.start
                sighting = Sighting(start, section.end, "id", "other", brief=_brief(section))
                sighting.tail = explanations(reading, section.end)
                yield sighting
            continue
        apart = _SUBDIVISION.match(text, match.end())
        if apart:
            sighting = Sighting(match.start(), apart.end(), "id", "other")
            sighting.brief = ":" + ".".join(re.findall(r"\w+", apart["levels"]))
            yield sighting
            continue
        pin = pins.after_id(text, match.end(), reading.next_reported(match.end()))
        blank = None if pin else _BLANK_PIN.match(text, match.end())
        end = pin[1] if pin else blank.end() if blank else match.end()
        said = pins.tidy(pin[0]) if pin else pins.BLANK if blank else None
        sighting = Sighting(match.start(), end, "id", "other", pin=said)
        sighting.tail = explanations(reading, sighting.end)
        if match[0].lstrip("_*")[0] == "i" and text[match.start() - 2 : match.start()] == ", ":
            name = names.before(text, match.start(), 0, short=True)
            if name:
                sighting.name_start, sighting.name = name[0], reading.original[name[0] : name[1]]
        yield sighting


def _brief(section: Section) -> str:
    """Give the steps of a section as they stand in a key; a colon within its number ("631:2-a") parts no steps."""
    return f"{section.number.replace(':', '_')}:{section.dotted}".rstrip(":")


def spot_supras(reading: Reading) -> Iterator[Sighting]:
    """Give every *supra* that follows a name; "see supra Part II" points inside this text and is no citation."""
    for match in reading.matches(_SUPRA, _SUPRA_WORDS, 2):
        if reading.next_reported(match.end()) <= match.end() + 2:
            continue  # "Doe, supra, 61 Cal.4th at p. 112": the citation after it says which page
        volumed = _VOLUMED.search(reading.text, max(0, match.start() - 50), match.start())
        name = volumed.span("name") if volumed else names.before(reading.text, match.start(), 0, short=True)
        if not name:
            continue
        section = _OF_TREATISE.match(reading.text, match.end()) if volumed else None
        pin = pins.after_id(reading.text, match.end(), reading.next_reported(match.end()))
        signed = None if pin else _SIGNED.match(reading.text, match.end())
        if section:
            pin = f"§ {section['pin']}", section.end()
        elif signed:
            pin = signed["pin"], signed.end()
        sighting = Sighting(
            match.start(), pin[1] if pin else match.end(), "supra", "other", pin=pins.tidy(pin[0]) if pin else None
        )
        sighting.name_start, sighting.name = name[0], reading.original[name[0] : name[1]]
        sighting.tail = explanations(reading, sighting.end)
        yield sighting
