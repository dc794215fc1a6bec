"""Names of cases and judges: the short name of a case from its caption, a judge's name out of capitals."""

import re
from functools import lru_cache

_ROLE = re.compile(
    r"(?i)[,.;]?\s*\b(?:cross-)?(?:plaintiffs?|defendants?|petitioners?|respondents?|appellants?|appellees?|debtors?|claimants?|"
    r"intervenors?|movants?|third-party|libell?ants?|trustees?|nominal)(?:[-–/,\s]+(?:and\s+)?(?:cross-)?(?:plaintiffs?|defendants?|petitioners?|"
    r"respondents?|appellants?|appellees?|cross-appellants?|cross-appellees?))*\b[,.;]*"
)
VERSUS = re.compile(r"(?:(?<=\s)|^)-?\s?(?:[vV][sS]?\.|-?[vV]-|versus|v|against(?=\s?-))(?=\s|$|-)\s?-?")
_ENTITY = re.compile(
    r"(?i)\b(?:inc|corp|co|company|corporation|llc|llp|l\.l\.c|ltd|bank|trust|association|ass'n|board|department|commission|city|"
    r"county|state|town|village|university|school|district|service|services|agency|administration|bureau|union|fund|partners|"
    r"partnership|group|mortgage|insurance|university|hospital|commonwealth|republic|people|authority|committee|council|industries|international|"
    r"systems|society|church|club|foundation|institute|national|federal|american|limited|incorporated|realty|restaurant|cafe|grill|market|farms|hotel|motel|builders|construction|staffing|holdings|motors|foods|pharmacy|museum|library|college|academy|diocese|archdiocese|"
    r"clinic|stores|tribe|revenue|shipping|laboratories|associates|products|enterprises)\b"
)
_KNOWN = (
    (re.compile(r"(?i)^(?:the )?united states(?: of america)?\b(?!\s+\w)"), "United States"),
    (re.compile(r"(?i)^commissioner of internal revenue\b"), "Commissioner"),
    (re.compile(r"(?i)^(?:the )?people,? &c\.?$"), "People"),
    (re.compile(r"(?i)^(?:the )?people of the state of [a-z]+(?: [a-z]+)?$"), "People"),
    (re.compile(r"(?i)^(?:u\.?s\.? )?immigration (?:and|&) naturalization service\b|^i\.?n\.?s\.?$"), "INS"),
)
_SUFFIX = re.compile(r"(?i),?\s+(?:jr|sr|ii|iii|iv|esq|m\.d|ph\.d)\.?$")
# Two parties joined by "and": a person with a firm, or a firm whose name has ended.
_PERSON_AND_FIRM = re.compile(
    r"(?P<one>[A-ZÀ-Þ][\w.’'-]+(?:\s(?!AND\b)[A-ZÀ-Þ][\w.’'-]*){1,3})\s+(?:and|AND)\s+[A-Z].*\b(?:Inc|INC|Corp|CORP|LLC|Ltd|LTD|Co|CO)\b"
)
_FIRM_AND = re.compile(r"(?P<one>.+?\b(?:Inc|INC|Corp|CORP|LLC|L\.L\.C|Ltd|LTD|LLP|N\.A)\.?),?\s+(?:and|AND|&)\s+[A-Z]")
# What need not be said twice of a firm: Roe Co., Ltd. (rule 10.2.1(h)).
_FIRM_TWICE = re.compile(r"\b(Co|Corp|Bros)\.,? (?:Inc|Ltd|LLC|L\.L\.C)\.?$")
_INITIALS = re.compile(r"(?:[A-Z]{1,2}-){2,6}$")  # as the Board names respondents: A-B-
_OFFICER = re.compile(
    r"(?i)^(?P<office>(?:(?:u\.\s?s\.|united states)\s+)?(?:attorney\s+general|secretary|commissioner"
    r"|director)\b[^,;]*)"
)
_OF_NATION = re.compile(r"(?i)(?<=\w),?\s+(?:of\s+the\s+)?united\s+states(?:\s+of\s+america)?$")
_PARTICLES = frozenset("de del della di da dos van von der den la le st. san santa al el".split())
_RELATOR = re.compile(r"(?i)(?P<state>.{2,80}?),?\s+ex\s+rel\.?,?\s+(?P<relator>.{2,200})")
_PROCEDURE = re.compile(r"(?i)^(?:(in re|ex parte|matter of|in the matter of)[:\s]+)(.+)")
_ACRONYMS = frozenset("INS LLC LLP USA BIA FDIC NLRB SEC EEOC FTC FCC IRS EPA DHS DOJ FBI CIA AFL CIO".split())
_LOWER = frozenset("of and the for in on at to by a an & de la del y".split())


_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[sS]\b)[sS])?")


@lru_cache(maxsize=512)
def plain_name(name: str) -> str:
    """Give a name in ordinary letters if it was printed in capitals: McLAUGHLIN, BENNER-LEÓN, O'BRIEN."""

    def word(match: re.Match[str]) -> str:
        text = match.group()
        letters = [char for char in text if char.isalpha()]
        if sum(char.isupper() for char in letters) < 2 or (text in _ACRONYMS):
            return text
        prefix = re.match(r"(?:Mc|Mac|De|Di|Du|La|Le|Van)(?=[A-ZÀ-Þ]{2,}$)", text)
        if prefix:
            return prefix.group() + text[prefix.end() :].capitalize()
        if not text.isupper():
            return text
        lower = text.casefold()
        if lower in _LOWER and match.start():
            return lower
        if lower.startswith("mc") and len(lower) > 4:
            return "Mc" + lower[2:].capitalize()
        return lower.capitalize()

    return _NAME_WORD.sub(word, name)


def short_name(caption: str) -> str | None:
    """Give the short name of a case by the Bluebook's rule 10.2.1, roughly: first parties only, surnames only.

    Gives None when the caption does not say two sides and is no "In re" or "Matter of".
    """
    caption = re.sub(r"[*†‡]+", "", " ".join(caption.split()))
    match = VERSUS.search(caption)
    if match:
        left, right = _party(caption[: match.start()]), _party(caption[match.end() :])
        return f"{left} v. {right}" if left and right else None
    procedural = _PROCEDURE.match(caption)
    if procedural:
        party = _party(procedural.group(2))
        phrase = "In re" if procedural.group(1).casefold() == "in re" else "Matter of"
        return f"{phrase} {party}" if party else None
    return None


def _party(side: str) -> str:
    """Give the first party of one side by its short name."""
    side = side.strip(" ,.;:-") + ("-" if _INITIALS.match(side.strip(" ,.;:")) else "")
    procedural = _PROCEDURE.match(side)
    if procedural:
        side = re.split(_ROLE, side, maxsplit=1)[-1].strip(" ,.;:-") or procedural.group(2)
    side = _ROLE.split(side, maxsplit=1)[0].strip(" ,.;:")
    if _INITIALS.fullmatch(side):
        return side
    side = side.strip("-")
    related = _RELATOR.match(side)
    if related:
        return f"{_party(related.group('state'))} ex rel. {_party(related.group('relator'))}"
    for pattern, name in _KNOWN:
        if pattern.match(side):
            return name
    first = re.split(
        r"(?i);|,?\s+et\s+(?:al|ux)\b|,?\s+\(?(?:[adfn]/k/a|a\.k\.a\.?|d/b/a|t/a)\s"
        r"|,?\s+(?:on behalf of|as\s+(?:personal|administrat|execut|next|trustee|guardian"
        r"|parent|mother|father|representative)\w*)\b|,\s+(?!inc\b|llc|ltd|l\.|co\b|jr\b|sr\b|ii+\b|p\.|n\.a)",
        side,
        maxsplit=1,
    )[0]
    officer = _OFFICER.match(first)
    if officer:
        office = re.sub(
            r"(?i)(?<=\w),?\s+(?:of\s+the\s+)?united\s+states(?:\s+of\s+america)?$", "", officer.group("office")
        )
        return plain_name(re.sub(r"(?i)^u\.\s?s\.", "U.S.", office).strip())
    several = _PERSON_AND_FIRM.match(first) or _FIRM_AND.match(first)
    if several:
        first = several.group("one")
    if not _ENTITY.search(first):
        one, *other = re.split(r"(?i),?\s+(?:and|&)\s+", first, maxsplit=1)
        # A couple whose name is said once: "David & Ann Marie Niemela".
        shared = bool(other) and (" " not in one or bool(re.search(r"\s[A-Z]\.$", one))) and " " in other[0]
        first = other[0] if shared else one
    first = _SUFFIX.sub("", first.strip(" ,.;:-"))
    name = plain_name(first)
    if _ENTITY.search(first) or not name:
        name = _FIRM_TWICE.sub(r"\1.", name)
        return re.sub(r"(?i)^the\s+", "", re.sub(r"\b(Inc|Co|Corp|Ltd|N\.A)$", r"\1.", name))
    words = name.split()
    if words[0].casefold() in _PARTICLES:
        return name
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return " ".join(words[at:]) if len(words) <= 6 else name
