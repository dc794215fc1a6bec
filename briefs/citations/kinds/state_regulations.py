"""The states' regulations: "WAC 296-155-100", "310 Code Mass. Regs. § 7.00" (Bluebook table T1.3)."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.state import STATES
from briefs.citations.reading import Reading
from briefs.citations.sections import PLURAL, ancestors, read_sections, shown
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

# A code as it is written, and its one name; a title or chapter before it ("310 CMR") is part of the name.
_CODES = (
    (r"WAC|Wash\. Admin\. Code", "Wash. Admin. Code"),
    (r"(?P<mass>\d{3}) (?:Code Mass\. Regs\.|Mass\. Code Regs\.|CMR|C\.M\.R\.)", "Mass. Code Regs."),
    (r"(?P<ny>\d{1,2}) (?:NYCRR|N\. ?Y\. ?C\. ?R\. ?R\.|N\.Y\. Comp\. Codes R\. & Regs\.)", "N.Y.C.R.R."),
    (r"COMAR|Md\. Code Regs\.", "Md. Code Regs."),
    (r"N\. ?J\. ?A\. ?C\.|N\.J\. Admin\. Code", "N.J. Admin. Code"),
    (r"OAR|Or\. Admin\. R\.", "Or. Admin. R."),
    (r"Ohio Adm(?:in)?\. ?Code", "Ohio Admin. Code"),
    (r"(?P<cal>Cal(?:ifornia|\.) Code (?:of )?Regs?(?:ulations)?\.?,? [Tt]it(?:le|\.) ?\d{1,2}),?", "Cal. Code Regs."),
    (r"Fla\. Admin\. Code(?: Ann\.)?(?: R(?:ule|\.))?", "Fla. Admin. Code"),
    (rf"(?P<any>(?:\d{{1,3}} )?(?:{STATES}) Adm(?:in)?\.? (?:Code|Regs\.|R\.)(?: Ann\.)?)", ""),
)  # fmt: skip
_SIGN = r"(?P<sign>§ ?§?|[Ss]ections? |[Ss]ecs?\.(?: [Ss]ec\.)? )?"
_FORMS = tuple((re.compile(rf"(?<![\w.])(?:{words}),? ?{_SIGN} ?(?=[A-Z]?\d)"), name) for words, name in _CODES)
_NUMBER = r"[A-Z]?\d{1,6}[A-Za-z]?(?:[.:-]\d{1,6}[A-Za-z]?){1,5}|\d{3,5}"
_WORDS = sought("WAC ", "Code Mass. Regs", "Mass. Code Regs", "CMR ", "C.M.R.", "NYCRR", "N.Y.C.R.R", "N. Y. C. R. R",
                "Comp. Codes R", "COMAR", "Md. Code Regs", "N.J.A.C", "N. J. A. C", "OAR ", "Adm. ", "Adm.Code",
                "Admin", "Code Reg", "Code of Reg")  # fmt: skip


def _spot(reading: Reading) -> Iterator[Sighting]:
    if not reading.places(_WORDS):
        return
    for pattern, name in _FORMS:
        for match in reading.matches(pattern, _WORDS, 22):
            plural = bool(match["sign"] and PLURAL.match(match["sign"]))
            sections = read_sections(reading.text, match.end(), _NUMBER, plural=plural)
            if "C.M.R." in match[0] and (not sections or "." not in sections[0].number):
                continue  # "12 C.M.R. 45" is a court-martial's report
            printed = reading.text[match.start() : match.start("sign") if match["sign"] else match.end()]
            for at, section in enumerate(sections):
                number = section.number.replace(":", "_")  # a colon parts the steps of a key
                steps = tuple(part for part in (number, section.dotted) if part)
                key = ":".join(("sreg", _code(match, name), *steps))
                sighting = Sighting(match.start() if at == 0 else section.start, section.end, "full", "regulation", key)
                sighting.cite = _show(("sreg", " ".join(printed.split()).rstrip(","), *steps))
                sighting.year, sighting.flags = section.year, section.flags
                yield sighting


def _code(match: re.Match[str], name: str) -> str:
    said = {group: words for group, words in match.groupdict().items() if words and group != "sign"}
    if "any" in said:
        return " ".join(re.sub(r"Adm\.", "Admin.", said["any"]).replace(" Ann.", "").split())
    if "cal" in said:
        return f"{name} tit. {re.sub(r'[^0-9]', '', said['cal'])}"
    return f"{next(iter(said.values()))} {name}" if said else name


def _show(parts: tuple[str, ...]) -> str:
    sign = "" if parts[1].endswith(("WAC", "OAR", "COMAR", "CMR", "NYCRR", "N.Y.C.R.R.", "Adm.Code", " R.")) else "§ "
    comma = "," if " tit. " in parts[1] else ""
    section = f"{comma} {sign}{parts[2].replace('_', ':')}" if len(parts) > 2 else ""
    return f"{parts[1]}{section}{shown(parts[3]) if len(parts) > 3 else ''}"


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """None: each state keeps its regulations in its own way."""
    return None


def _parents(parts: tuple[str, ...]) -> tuple[str, ...]:
    above = ancestors(parts[:3], parts[3]) if len(parts) > 3 else ()
    return (*above, ":".join(parts[:2])) if len(parts) > 2 else ()


KIND = Kind("regulation", "regulations", ("sreg",), _spot, _show, _link, _parents)
