"""Bylines and headings, told by their wording."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_RANK_OF = (
    r"(?:Chief|Senior|Circuit|District|Associate|Presiding|Acting|United\s+States|U\.S\.|Appellate|Immigration|Temporary|Deputy"
    r"|Magistrate|Bankruptcy)"
)
_TITLE = rf"(?:{_RANK_OF}\s+)*"
_OFFICE = (
    rf"(?:{_TITLE}(?:Judge|Justice|JUDGE|JUSTICE|Board\s+Member|BOARD\s+MEMBER|(?:Vice\s+)?Chair(?:man|woman)?)"
    r"|(?:(?:Acting\s+)?P\.\s?|C\.\s?|D\.\s?)?J\.)"
)
_DOING = r"(?i:joined|joining|with\s+whom|concurring|dissenting|specially|writing)"
_TURN = rf"(?:,?\s+\(?{_DOING}[^:]{{0,160}}?)?"
_NAME = r"(?!Hon(?:orable\b|\.))[A-ZÀ-Þ][\w.’'-]*"
_LOUD = r"(?!(?:UNITED|HON|THE)\b)[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+"  # a name in capitals
_SAID_OF = (
    r"(?:respecting|regarding|concerning)\s+the\s+(?:denial|dismissal|grant|Court[’']s)\b[^:.]{0,160}[:.](?=\s|$)"
)
# A Justice who comes with the title first says what the writing is: delivers it, concurs or dissents.
_JUSTICE = (
    rf"(?:(?:MR|Mr|MRS|Mrs)\.\s+)?(?:Chief\s+|CHIEF\s+)?(?:Justice|JUSTICE)(?:\s+{_NAME}){{1,3}}(?:,[^:.]{{0,200}}?)?,?\s+"
    r"(?:(?:delivered|authored)\s+the\s+(?:opinion|judgment)|opinion\s+of\s+the\s+[Cc]ourt|announced\s+the\s+judgment|concurring|dissenting)\b[^.:]{0,160}[.:](?=\s|$)"
)
_ENGLISH = (
    r"(?:Lord|Lady|Mr|Mrs|Ms|Madam|LORD|LADY|MR|MRS)\.?\s+(?:Chief\s+)?(?:Justice|JUSTICE)"
    rf"(?:\s+{_NAME}){{1,2}}\s?:(?=\s|$)"
    rf"|(?:Lord|Lady|LORD|LADY)(?:\s+{_NAME}){{1,2}}:(?:\s+\(with\s+whom[^)]{{4,160}}\))?$"
)
BYLINE = re.compile(
    rf"{_ENGLISH}|(?!{_RANK_OF}\s)(?:{_NAME},?\s+){{1,6}}?{_OFFICE}(?:\s?\*{{1,3}})?{_TURN}\s?[:.](?=\s|$)|{_JUSTICE}"
    # Alone on its line: a judge with initials for an office, a member of the Board. Several judges write a dissent.
    rf"|(?:{_NAME},?\s+){{1,4}}?(?:(?:P\.\s?|C\.\s?|D\.\s?)?J\.|(?:[\w-]+\s+){{0,3}}?(?i:Appellate\s+Immigration\s+Judge))$"
    rf"|(?:{_NAME},?\s+){{1,6}}?and\s+(?:{_NAME},?\s+){{1,4}}?(?:{_TITLE}(?:Judges|Justices)|JJ\.),[^:.]{{0,160}}?"
    r"(?i:concurring|dissenting)[^:.]{0,160}[:.](?=\s|$)"
    r"|(?:PER\s+CURIAM|Per\s+Curiam)\b\s?[:.]?(?=\s|$)"
    # A name in capitals needs no stop: a trial judge's alone on its line, initials that run on into the first words.
    rf"|{_LOUD}(?:\s+{_LOUD}){{0,3}},\s+(?i:(?:u\.\s?s\.|united\s+states|chief|senior)\s+)*(?i:(?:(?:district|magistrate|bankruptcy)\s+)?judge)$"
    rf"|{_LOUD},\s+(?:C\.\s?|P\.\s?)?J\.(?:\s?[—–]|(?=\s+[A-ZÀ-Þ“][^.]*\s\w))"
    rf"|(?:(?:CONCURRING|DISSENTING|AND|IN|PART)\s+){{1,8}}OPINION:\s+(?:{_NAME},?\s+){{1,5}}?{_OFFICE}(?:,[^:.]{{0,160}})?$"
    # What a Justice says of a petition that the Court denies is neither a concurrence nor a dissent.
    rf"|Statement\s+of\s+(?:(?:Chief\s+|CHIEF\s+)?(?:Justice|JUSTICE)(?:\s+{_NAME}){{1,3}}|(?:{_NAME},?\s+){{1,4}}?{_OFFICE})(?:,[^:.]{{0,200}}?)?,?\s+{_SAID_OF}"
    rf"|(?:{_NAME},?\s+){{1,6}}?{_OFFICE}(?:,[^:.]{{0,200}}?)?,?\s+statement\s+{_SAID_OF}"
)
_BEGUN = re.compile(
    rf"(?:Statement\s+of\s+)?(?!{_RANK_OF}\s)(?:(?:(?:{_NAME},?|and)\s+){{1,7}}?(?:{_OFFICE}|{_TITLE}Judges)|(?:Chief\s+|CHIEF\s+)?(?:Justice|JUSTICE)(?:\s+{_NAME}){{1,3}}),?\s+"
    rf"\(?(?:{_DOING}|delivered|announced|with|after|in\s|respecting|statement)"
)
SEPARATE = re.compile(r"(?i)\b(?:concurring|dissenting)\b|\bstatement\b[^:]*\s(?:respecting|regarding|concerning)\s")


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline found: how many lines it takes, where it ends in the last of them, and its words."""

    lines: int
    end: int
    words: str


def byline(texts: Sequence[str]) -> Byline | None:
    """Find the byline that begins some lines of text; one that says who joins may go on over several."""
    if not has_office(texts[0]):
        return None
    match = BYLINE.match(texts[0])
    if match:
        return Byline(1, match.end(), match.group())
    if not _BEGUN.match(texts[0]):
        return None
    whole = texts[0]
    for count, text in enumerate(texts[1:4], 2):
        start = len(whole) + 1
        whole = f"{whole} {text}"
        match = BYLINE.match(whole)
        if match and match.end() > start:
            return Byline(count, match.end() - start, match.group())
    return None


def has_office(text: str) -> bool:
    """Tell whether a line has what every byline's first line has: asked of every line, so word by word."""
    return (
        ("udge" in text or "ustice" in text or "J." in text or "UDGE" in text or "USTICE" in text)
        or ("Member" in text or "MEMBER" in text or "Chair" in text)
        or ("Curiam" in text or "CURIAM" in text or text[:5] in ("Lord ", "LORD ", "Lady ", "LADY "))
    )


_ENUMERATOR = re.compile(
    r"(?P<sign>[IVX]{1,6}|[ivx]{2,4}|[A-Z]|\d{1,2}|[a-z]|\([a-z\d]\))[.)](?:\s+(?P<rest>\S.*))?$", re.S
)
_SMALL = frozenset("a an and as at by for from in of on or the to under with v. vs. via against".split())
_SIGNED = re.compile(r",\s+(?:Deputy |Acting |Chief )?Clerk\b")  # who signs for a court
_NOTHING_ELSE = re.compile(r"(?:[*\s]|_)+")


def style(text: str) -> str | None:
    """Name the style of a heading, or give None for words that are not one.

    Styles in falling rank: caps, roman, plain, letter, digit, small.
    """
    if len(text) > 160 and len(text) - text.count(" ") > 200:
        return None  # a paragraph
    return _style(" ".join(text.split()))


@lru_cache(maxsize=256)
def _style(text: str) -> str | None:
    """Name the style of some words with single spaces; they are asked for again while their neighbours are judged."""
    if not text or len(text) > 160 or _NOTHING_ELSE.fullmatch(text):
        return None
    if re.fullmatch(r"[IVX]{1,5}", text):
        return "roman"
    match = _ENUMERATOR.match(text)
    if match:
        sign, rest = match.group("sign"), match.group("rest")
        if rest is not None and not _titled(rest.rstrip(". ")) and not _short_words(rest):
            return None
        if re.fullmatch(r"[IVX]+", sign):
            return "roman"
        return "letter" if sign.isupper() else "digit" if sign.isdigit() else "small"
    if text[-1] in ".,;:!?-—”\"'’" or not text[0].isalpha() or _SIGNED.search(text):
        return None
    if text.isupper() and len(text) > 3:
        return "caps"
    return "plain" if _titled(text) else None


def numbered(text: str) -> bool:
    """Tell words that begin with the number or letter of a heading, or are nothing else."""
    return bool(_ENUMERATOR.match(text) or re.fullmatch(r"[IVX]{1,5}|[A-Z]|\d{1,2}", text))


def _short_words(text: str) -> bool:
    """Tell a few words without a full stop, as stand after a number in a heading: "I. Statutory scheme"."""
    return len(text) < 60 and text[0].isupper() and text[-1].isalpha() and not re.search(r"[.;:,]", text)


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
