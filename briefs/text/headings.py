"""Bylines, headings and the parts of a caption, told by their wording."""

import re
from collections.abc import Sequence

_TITLE = r"(?:(?:Chief|Senior|Circuit|District|Associate|Presiding|Acting|United\s+States|U\.S\.)\s+)*"
_OFFICE = rf"(?:{_TITLE}(?:Judge|Justice|JUDGE|JUSTICE)|J\.|C\.\s?J\.|D\.\s?J\.)"
_TURN = r"(?:,?\s+\(?(?:joined|joining|with\s+whom|concurring|dissenting|specially|delivered|announced|writing)[^:]{0,160}?)?"
BYLINE = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.’'-]*,?\s+){{1,6}}?{_OFFICE}(?:\s?\*{{1,3}})?{_TURN}\s?[:.](?=\s|$)"
    r"|(?:PER\s+CURIAM|Per\s+Curiam)\b\s?[:.]?(?=\s|$)"
)
_PANEL = re.compile(r"(?:BEFORE|Before|PRESENT|Present|B e f o r e)\b", re.S)
_ENUMERATOR = re.compile(r"(?P<sign>[IVX]{1,6}|[A-Z]|\d{1,2}|[a-z]|\([a-z\d]\))[.)](?:\s+(?P<rest>\S.*))?$", re.S)
_SMALL = frozenset("a an and as at by for from in of on or the to under with v. vs. via against".split())
_NOTHING_ELSE = re.compile(r"(?:[*\s]|_)+")

_DISPOSITION = re.compile(r".*\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|GRANTED|DENIED)\b", re.S)
_PARTY = re.compile(
    r"(?is)(?:^|.*[\s,-])(?:petitioner|respondent|appellant|appellee|plaintiff|defendant|debtor|intervenor)s?[-,]?[.,]?$|.*\bet al\.,?$"
)
_PARTS = (
    ("note", re.compile(r"(?:\*+|†|‡)\s*\S")),
    ("other", re.compile(r"(?i)(?:appeals?\s+from|(?:on\s+)?(?:cross-)?petitions?\s+for\s+(?:review|rehearing|enforcement)|on\s+appeal|\[hon\.|errata)")),
    ("docket", re.compile(r"(?:Docket\s+)?(?:Nos?|NOS?|#)\.?\s*[:#]?\s*\d|\d\d-\d{2,5}(?:-[a-z]{2})?\s*(?:\(|,|$)|Docket\b")),
    ("court", re.compile(r"(?i)(?:in\s+the\s+)?(?:united states|u\.\s?s\.)\s+(?:court|supreme|district court)|supreme court of|for the \w+ circuit|board of immigration appeals")),
    ("dates", re.compile(r"(?i)\(?(?:argued|decided|submitted|filed|august term|heard|amended)\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d")),
    ("panel", _PANEL),
    ("disposition", _DISPOSITION),
    ("counsel", re.compile(r".{2,300}?\b(?:for|pro se|on (?:the )?briefs?)\b.{0,60}?(?:[Pp]etitioner|[Rr]espondent|[Aa]ppell|[Pp]laintiff|[Dd]efendant|[Aa]mic|[Ii]ntervenor|$)", re.S)),
    ("title", re.compile(r"(?:OPINION|ORDER|SUMMARY ORDER|MEMORANDUM|JUDGMENT|DECISION)\b[*\d]{0,3}$")),
)  # fmt: skip
_SUMMARY = re.compile(r"(?:Petitioners?|Appeals?|Petitions?|Plaintiffs?|Defendants?|Appellants?|On (?:appeal|petition))\b")


def caption_part(text: str) -> str:
    """Name the part of a caption some words are: court, parties, docket, dates, panel, counsel and so on."""
    text = text.strip()
    words = len(text.split())
    if words < 60 and _DISPOSITION.match(text):
        return "disposition"
    if words > 12 and _SUMMARY.match(text) and text.endswith((".", ".”", '."')):
        return "summary"
    for name, pattern in _PARTS:
        if pattern.match(text) and not (name == "counsel" and words < 5):
            return "title" if name == "docket" and re.search(r"\sv\.?s?\.\s", text) else name
    if words <= 60 and _PARTY.match(text):
        return "parties"
    if words <= 40 and (re.search(r"(?:^|\s)-?\s?v(?:s?\.|\b-)", text) or text.isupper() or text.endswith(",")):
        return "parties"
    return "parties" if re.fullmatch(r"(?:[A-Z][\w-]+[,.\s]*){1,3}", text) else "other"


def opens_panel(text: str) -> bool:
    """Tell whether a line begins the list of the judges who sat."""
    return bool(_PANEL.match(text))


def style(text: str) -> str | None:
    """Name the style of a heading, or give None for words that are not one.

    Styles in falling rank: caps, roman, plain, letter, digit, small.
    """
    text = " ".join(text.split())
    if not text or len(text) > 160 or _NOTHING_ELSE.fullmatch(text):
        return None
    if re.fullmatch(r"[IVX]{1,5}", text):
        return "roman"
    match = _ENUMERATOR.match(text)
    if match:
        sign, rest = match.group("sign"), match.group("rest")
        if rest is not None and not _titled(rest.rstrip(".")):
            return None
        if re.fullmatch(r"[IVX]+", sign):
            return "roman"
        return "letter" if sign.isupper() else "digit" if sign.isdigit() else "small"
    if text[-1] in ".,;:!?-—”\"'’" or not text[0].isalpha():
        return None
    if text.isupper() and len(text) > 3:
        return "caps"
    return "plain" if _titled(text) else None


def _titled(text: str) -> bool:
    """Tell whether words are set as a title: every word that matters begins with a capital."""
    if text[-1:] in ",;" or len(text) > 140:
        return False
    words = [word.strip("“”\"'‘’()[],:") for word in text.split()]
    matter = [word for word in words if word and word not in _SMALL and word[0].isalpha()]
    if not matter or not matter[0][0].isupper():
        return False
    return sum(word[0].isupper() for word in matter) >= max(1, len(matter) - len(matter) // 4)


_RANK = ("caps", "roman", "plain", "letter", "digit", "small")


def levels(styles: Sequence[str], signs: Sequence[str]) -> list[int]:
    """Give each heading its level 1 to 4 from the styles in use; `signs` are their texts, to tell I from H+1."""
    named = list(styles)
    letter = ""
    for i, text in enumerate(signs):
        sign = text.split(".", 1)[0]
        if named[i] == "roman" and len(sign) == 1 and letter and sign == chr(ord(letter) + 1):
            named[i] = "letter"
        if named[i] == "roman" and sign in ("C", "D", "L", "M"):
            named[i] = "letter"
        letter = sign if named[i] == "letter" else "" if named[i] in ("caps", "roman") else letter
    present = [name for name in _RANK if name in named]
    return [min(4, present.index(name) + 1) for name in named]
