"""How an authority is cited: Bluebook-style, and as EOIR's practice manuals ask. From its own data, never free text.

Bluebook rules in brackets below. EOIR follows the Bluebook but for what its shared Appendix I, "Citations", says
otherwise: I&N Dec. and BIA without periods, and the Immigration and Nationality Act by its own sections.
"""

import re
from dataclasses import dataclass

from briefs.citations.kinds.ina import ACT_TO_CODE

_SECTION = re.compile(r"8 U\.S\.C\. §[ \u00a0](?P<number>\d{4}[a-z]?(?:-\d)?)(?P<below>(?:\(\w+\))*)$")
_REPORTED = re.compile(r"(?P<volume>\d+) (?P<reporter>\D.*?) (?P<page>\d+)$")
_CODE_TO_ACT = {code: act for act, code in reversed(ACT_TO_CODE.items())}
_ITALIC = ("case", "agency_decision")
_ROLES = {
    "dissent": "dissenting",
    "concurrence": "concurring",
    "concurrence_in_part": "concurring in part and dissenting in part",
}


@dataclass(frozen=True, slots=True)
class Authority:
    """What a citation is made of. `cite` has no name and no parenthesis: "547 F.3d 374", "8 U.S.C. § 1158(b)"."""

    kind: str  # case, agency_decision, statute ...
    cite: str
    name: str = ""
    court: str = ""  # as the Bluebook's parenthesis prints it: "2d Cir.", "B.I.A."; "" or "U.S." for the Supreme Court
    decided: str = ""  # the year; the whole date of a slip opinion
    writing: str = "lead"  # the kind of opinion cited
    writer: str = ""
    unpublished: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A citation as it is written: the name, which is set in italics, and the rest."""

    name: str
    rest: str

    def __str__(self) -> str:
        return self.name + self.rest


def bluebook(authority: Authority, pin: str = "") -> Written:
    """Cite as a court document does: "Balachova v. Mukasey, 547 F.3d 374, 378 (2d Cir. 2008)"; `pin` as printed."""
    return _written(authority, authority.cite, authority.court, pin)


def eoir(authority: Authority, pin: str = "") -> Written:
    """Cite as EOIR's manuals do: "Matter of A-G-, 19 I&N Dec. 502, 506 (BIA 1987)", "INA § 208(b)"."""
    cite = authority.cite.replace("I. & N. Dec.", "I&N Dec.").replace("I. &\u00a0N.\u00a0Dec.", "I&N\u00a0Dec.")
    section = _SECTION.match(cite)
    if section and section["number"] in _CODE_TO_ACT:
        cite = f"INA § {_CODE_TO_ACT[section['number']]}{section['below']}"
    return _written(authority, cite, "BIA" if authority.court == "B.I.A." else authority.court, pin)


STYLES = (("Bluebook-style", bluebook), ("EOIR style", eoir))


def writer_s(writing: str, writer: str) -> str:
    """Give the parenthesis without which a separate opinion is never cited (10.6.1): "Paez, J., dissenting"; or ""."""
    role = _ROLES.get(writing, "")
    return f"{writer.partition(',')[0]}, J., {role}" if role and writer else role


def reported(cite: str) -> tuple[str, str, str]:
    """Part "547 F.3d 374" into volume, reporter and first page; three empty strings where it is no such citation."""
    match = _REPORTED.match(cite)
    return (match["volume"], match["reporter"], match["page"]) if match else ("", "", "")


def tidy_pin(pin: str) -> str:
    """Write a pin as it follows the first page (3.2): "p. 378" is 378, ranges have an en dash."""
    pin = re.sub(r"^pp?\. ?", "", pin.strip())
    return re.sub(r"(?<=\d)-(?=\d)", "–", pin)


def _written(authority: Authority, cite: str, court: str, pin: str) -> Written:
    slip = cite.startswith(("No.", "Nos.")) and authority.kind == "case"
    parts = [cite] if cite else []
    if slip and authority.decided and court:
        parts.append("slip op." if not pin else f"slip op. at {tidy_pin(pin)}" if pin[:1].isdigit() else "slip op.")
        pin = "" if pin[:1].isdigit() else pin
    if pin:
        parts.append(tidy_pin(pin))
    court = "" if court == "U.S." else court
    # A year the citation itself has (a database's, a numbered memorandum's) is not said again.
    year = "" if authority.decided and re.search(rf"\b{re.escape(authority.decided)}\b", cite) else authority.decided
    inside = " ".join(part for part in (court, year) if part)
    asides = [inside, writer_s(authority.writing, authority.writer), "unpublished" if authority.unpublished else ""]
    rest = ", ".join(parts) + "".join(f" ({aside})" for aside in asides if aside)
    if not authority.name or authority.name == authority.cite:
        return Written("", rest)
    rest = rest if rest.startswith(" ") else f", {rest}"
    return Written(authority.name, rest) if authority.kind in _ITALIC else Written("", authority.name + rest)
