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

# "FAR 15.306(d)(3)": the Federal Acquisition Regulation is title 48.
_ACQUISITION = re.compile(r"(?<![\w.])FAR (?P<sign>§ ?)?(?=\d{1,2}\.\d{3})")

# The Tax Court's way: "sec. 1.165-10, Income Tax Regs.", "sec. 301.6501(c)-1, Proced. & Admin. Regs.".
_TAX_REGULATION = re.compile(
    rf"(?<![\w.])(?P<sign>{SIGN}) ?(?P<list>\d{{1,3}}\.[\w.()-]{{1,30}}),? (?:Q ?& ?A-[\w()-]+, )?(?:Temporary "
    rf"|Temp\. )?(?:(?:Income|Estate"
    r"|Gift|Employment|Excise) Tax|Proced\. (?:&|and) Admin\.) Reg(?:s\.|ulations)"
)
_TAX_REGULATIONS = sought(" Tax Reg", "Admin. Reg")
_TAX_WORDS = sought("ec. ", "ection ", "§ ")


_WORDS = sought("C.F.R", "C. F.R", "C.F. R", "C. F. R", "CFR", "Code of Federal Reg")
_TREASURY_WORDS = sought("Treas")
_ACQUISITION_WORDS = sought("FAR ")


def _spot(reading: Reading) -> Iterator[Sighting]:
    for match in reading.matches(_CODE, _WORDS, 3):
        yield from _sighted(reading, match, int(match["title"]))
    for match in reading.matches(_TREASURY, _TREASURY_WORDS, 10):
        for sighting in _sighted(reading, match, 26):
            sighting.cite = _show(tuple((sighting.key or "").split(":"))).replace("26 C.F.R.", "Treas. Reg.")
            yield sighting
    for match in reading.matches(_ACQUISITION, _ACQUISITION_WORDS):
        yield from _sighted(reading, match, 48)
    if reading.has(*_TAX_REGULATIONS):
        for match in reading.matches(_TAX_REGULATION, _TAX_WORDS, 1):
            for section in read_sections(reading.text, match.start("list"), CFR_NUMBER, plural=False)[:1]:
                key = key_of("cfr:26", section)
                yield Sighting(match.start(), match.end(), "full", "regulation", key, flags=section.flags)


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


# The parts of title 8 that were duplicated for the immigration courts, numbered a thousand higher, when the service
# they belonged to moved to the Department of Homeland Security (68 Fed. Reg. 9824, Feb. 28, 2003).
_DOUBLED = frozenset(
    "1 3 101 103 204 205 207 208 209 211 212 214 215 216 235 236 238 239 240 241 244 245 246 249 270 274a 280 287 292"
    " 299 337".split()
)


def _twins(parts: tuple[str, ...]) -> tuple[str, ...]:
    if len(parts) < 3 or parts[1] != "8":
        return ()
    number = re.fullmatch(r"(\d+)([a-z]?)((?:\..*)?)", parts[2])
    if not number:
        return ()
    low = int(number[1]) - 1000 if int(number[1]) > 1000 else int(number[1])
    if f"{low}{number[2]}" not in _DOUBLED:
        return ()
    other = low if int(number[1]) > 1000 else low + 1000
    return (":".join((*parts[:2], f"{other}{number[2]}{number[3]}", *parts[3:])),)


KIND = Kind("regulation", "regulations", ("cfr",), _spot, _show, _link, _parents, _twins)
