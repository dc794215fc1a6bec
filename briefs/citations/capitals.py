"""Laws and books set in capitals ("FED. R. CIV. P. 12", "CAL. PENAL CODE § 187"), read as if set in small letters.

Law reviews, and many courts after them, set the names of codes, rules and books in small capitals, which a plain text
has as capitals.
"""

import re

from briefs.citations.words import sought

# The last word of a law's or a book's name, and what shows that it is cited: a section, an article, a number.
_CITED = re.compile(
    r"\b(?:CODE|STATS?\.(?: RULE)?|COURTS-MARTIAL|STATUTES|ANN\.|LAWS?|CONST\.|P\.|EVID\.|PROC\.|R\.|REGS?\."
    r"|EVIDENCE|MANUAL|GUIDELINES|BANKRUPTCY|RESTATEMENT \((?:FIRST|SECOND|THIRD|FOURTH)\) OF [A-Z ]{3,40}"
    r"|PROCEDURE|PRACTICE|TORTS"
    r"|CONTRACTS|PROPERTY)"
    r"(?: ANN\.)?,? ?(?=[§¶]|SS? ?\d|\d|\(\d|(?:amend|art|ch|tit|pt)s?\. |[Ss]ec)"
)
CAPITALS = sought(  # what shows that a law may be set so
    *("CODE ", "STAT. ", "STATS. ", "STATUTES ", "ANN. ", "LAWS ", "LAW §", "CONST. ", "V. P. ", "M. P. ", "P. P. "),
    *("EVID. ", "PROC. ", "R. P. ", "CT. R. ", "CIR. R. ", "MANUAL ", "GUIDELINES ", "RESTATEMENT (", "PROCEDURE §"),
    *("EVIDENCE §", "OF EVIDENCE ", "L PROCEDURE ", "E PROCEDURE ", "BANKRUPTCY ¶", "BANKRUPTCY §"),
    *("PRACTICE §", "TORTS §", "CONTRACTS §", "PROPERTY §", "COURTS-MARTIAL ", "REGS. "),
)
_RUN = re.compile(r"(?:(?:[A-Z][A-Z.'&-]*+|&|\((?:FIRST|SECOND|THIRD|FOURTH)\)|\d),? ?)+$")
_REACH = 90
_WORD = re.compile(r"[A-Z][A-Z']+")
_SMALL = frozenset("OF AND THE ON FOR IN TO".split())
_INITIALS = frozenset(
    "CPLR CPL ILCS USC USCA CFR INA IRC UCMJ RCW MCL NRS ORS KRS HRS OCGA MCA II III IV VI VII".split()
)


def lowered(text: str) -> str:
    """Give a text with the names of laws and books that it sets in capitals in small letters; as long as it was."""
    spans: list[tuple[int, int]] = []
    for match in _CITED.finditer(text):
        run = _RUN.search(text, max(0, match.start() - _REACH), match.start())
        start = run.start() if run else match.start()
        if re.search(r"[A-Z]{3}", text[start : match.end()]):
            spans.append((start, match.end()))
    pieces, done = [], 0
    for start, end in spans:
        if start >= done:
            pieces += [text[done:start], _WORD.sub(_small, text[start:end])]
            done = end
    return "".join((*pieces, text[done:]))


def _small(match: re.Match[str]) -> str:
    word = match[0]
    if word in _INITIALS:
        return word
    if match.start() and match.string[match.start() - 1].isdigit():
        return word.lower()  # "5TH"
    return word.lower() if word in _SMALL else word.capitalize()
