"""The Code of Federal Regulations: sections and parts; Treasury Regulations are its title 26."""

import re
from collections.abc import Iterator

from briefs.citations.reading import Reading
from briefs.citations.sections import CFR_NUMBER, PLURAL, SIGN, ancestors, key_of, read_sections, shown
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

_CODE = re.compile(
    rf"(?<![\w.])(?P<title>\d{{1,2}}) ?(?:C\. ?F\. ?R\.?|CFR|Code of Federal Regulations),?[ \nÂ]{{0,2}}(?P<sign>{SIGN}"
    rf"|[Pp]arts?|[Pp]ts?\.|PART)? ?(?=\d)"
)
_TREASURY = re.compile(
    rf"(?<![\w.])(?:Temp(?:orary|\.) )?(?:Treas(?:ury|\.) ?Reg(?:ulations?"
    rf"|s?\.))(?: \([^()\n]{{4,20}}\))?,? (?:(?P<sign>{SIGN}) ?(?=\d)|(?=\d{{1,3}}\.\d))"
)


_WORDS = sought("C.F.R", "C. F.R", "C.F. R", "C. F. R", "CFR", "Code of Federal Reg")
_TREASURY_WORDS = sought("Treas")


def _spot(reading: Reading) -> Iterator[Sighting]:
    for match in reading.matches(_CODE, _WORDS, 3):
        yield from _sighted(reading, match, int(match["title"]))
    for match in reading.matches(_TREASURY, _TREASURY_WORDS, 10):
        for sighting in _sighted(reading, match, 26):
            sighting.cite = _show(tuple((sighting.key or "").split(":"))).replace("26 C.F.R.", "Treas. Reg.")
            yield sighting


def _sighted(reading: Reading, match: re.Match[str], title: int) -> Iterator[Sighting]:
    plural = bool(match["sign"] and (PLURAL.match(match["sign"]) or match["sign"].lower() in ("parts", "pts.")))
    for at, section in enumerate(read_sections(reading.text, match.end(), CFR_NUMBER, plural=plural)):
        start = match.start() if at == 0 else section.start
        key = key_of(f"cfr:{title}", section)
        yield Sighting(start, section.end, "full", "regulation", key, year=section.year, flags=section.flags)


def _show(parts: tuple[str, ...]) -> str:
    if len(parts) == 2:
        return f"{parts[1]} C.F.R."
    if "." not in parts[2]:
        return f"{parts[1]} C.F.R. pt. {parts[2]}"
    return f"{parts[1]} C.F.R. § {parts[2]}{shown(parts[3]) if len(parts) > 3 else ''}"


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """The eCFR has the regulations as they are now."""
    if len(parts) < 3:
        return f"https://www.ecfr.gov/current/title-{parts[1]}", "ecfr.gov"
    what = "section" if "." in parts[2] else "part"
    return f"https://www.ecfr.gov/current/title-{parts[1]}/{what}-{parts[2]}", "ecfr.gov"


def _parents(parts: tuple[str, ...]) -> tuple[str, ...]:
    if len(parts) < 3:
        return ()
    above = ancestors(parts[:3], parts[3]) if len(parts) > 3 else ()
    part = (f"cfr:{parts[1]}:{parts[2].split('.')[0]}",) if "." in parts[2] else ()
    return (*above, *part, f"cfr:{parts[1]}")


KIND = Kind("regulation", "regulations", ("cfr",), _spot, _show, _link, _parents)
