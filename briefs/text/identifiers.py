"""Alien registration numbers: where they stand in a text, and the text with them masked."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape
from itertools import pairwise

from briefs.text.figures import zeroed

COVER = "█"

# Letters of other alphabets that look like an A.
_LIKE_A = dict.fromkeys("АΑᎪꓮ", "A") | dict.fromkeys("аɑα", "a")
_UNSEEN = "\x00"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NO_SIGNS = f"§¶†‡{COVER}"  # they begin something else
# Tags and character references, in text that was taken out of a page unread.
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,200}>|&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")

# Digits in groups: A75 836 651, A-75-836-651, A# 075 836 651, A075836651, A(75) 836 651; parted by a sign or
# two, or some white space, so that a number broken over two lines is still found. Between spaces only the signs
# that part such numbers: "A, 1, 2" and "a = 123 + 456" are something else.
_GAP = r"(?:\s{0,8}(?:(?:--|[-./_(]|\)-?)\s{0,8})?|[,;:|*'\"~=+\\\[\]]{1,2}(?! )\s?)"
_LAST = r"(?:[-/]\d{1,3}(?!\d))*"  # A75 123 456/457, A75 836 651-52
# An O for the 0 it begins with, an l or O for its last digit, as a scanner reads them.
_REST = rf"{_GAP}\d{{3}}{_GAP}(?:\d{{3}}(?!\d)|\d\d[OIl](?!\w)){_LAST}"
_GROUPS = rf"(?:\d{{1,3}}|O\d{{1,2}}){_REST}"
_BEFORE = r"\s{0,8}(?:(?:[-.:/_#=|*~]{1,2}|[()\['\"])\s{0,8})?"
_AFTER = r"(?:\s?(?:\#|\.?[Nn]os?\.|[Nn]umbers?:?))?"
# After a small letter a bracket is a subsection's: § 841(a)(1), 846, 952. "J.A. 123" is a page of the record.
# What stands before the letter is looked at after it: so the scan stops at this letter only.
_NUMBER = re.compile(
    rf"[Aa](?<![^\W_].)(?<![A-Z]\.A(?=\.))(?:(?<=A){_AFTER}{_BEFORE}|(?<=a)\s{{0,8}}(?:[-./_#]\s{{0,8}})?){_GROUPS}",
    re.DOTALL,
)
# Digit by digit, all parted alike: "A 0 7 5 8 3 6 6 5 1", "A0-7-5-8-3-6-6-5-1".
_SPELLED = re.compile(
    r"A(?<![^\W_].)[#:-]?\s?\d(?P<sign>\s{1,2}|\s?[-.:|*'_/~]\s?)\d(?:(?P=sign)\d){6,7}(?!\d|(?P=sign)\d)", re.DOTALL
)
# Right after the letter, broken in the wrong place: "A0758 36651", "A075 836 65 1".
_BROKEN = re.compile(r"A(?<![^\W_].)#?(?P<digits>\d{1,7}(?:\s\d{1,7}){1,4})(?![-\w.,]?\d|\w)", re.DOTALL)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# What every number in groups has, with a 0 for every figure; a text without it is not looked through for the rest.
_WHITE = rb"(?:[\s\x1c-\x1f]|\xc2\x85|\xe2\x80[\xa8\xa9])"
_DIGITS = re.compile(rf"0{_REST}".replace(r"\d", "0").encode().replace(rb"\s", _WHITE))
_LAST_DIGITS = re.compile(_DIGITS.pattern[_DIGITS.pattern.index(b"0{3}") :].replace(b"0{3}", b"000", 1))  # seldom stops
# The same number without its letter, where the words before it say what it is.
_NAMED = re.compile(
    r"[AaIiUu\u0130\u0131](?<![^\W_].)(?i:(?:(?:(?<=a)lien|(?<=u)scis|(?<=i)ns|(?<=a))[\s.-]{0,3}"
    r"(?:(?:registration|reg\.|file|nos?\b\.?|numbers?|numbers?\(s\)|\#)[\s:./#()-]{0,4}){1,4}"
    rf"(?:(?:is|of|was|as)\s{{1,3}})?|(?<=a)lien\s{{1,3}})(?P<digits>{_GROUPS}))"
)
# "Registration No. 075 836 651"; those of trademarks and securities have fewer digits, or other groups.
_REGISTERED = re.compile(
    r"[Rr](?<![^\W_].)(?i:egistration\s{1,3}(?:nos?\b\.?|numbers?|\#)[\s:]{0,3}"
    r"(?P<digits>\d{8,9}(?!\d)|\d{2,3}(?:\s{1,4}|[-.])\d{3}(?:\s{1,4}|[-.])\d{3}(?!\d)))"
)
# Further numbers of a list, without the letter: A75 836 651 and 71 501 481.
_FURTHER = re.compile(
    rf"(?:\s{{0,8}}(?:[,;&/+-]|(?:and|or|to|through)\b)){{0,2}}\s{{0,8}}\(?(?P<digits>\d{{2,3}}{_REST})"
)
# Letter codes a publisher prints in their place: A and two letters, three letters, three letters.
_CODE = re.compile(r"A(?<![\w-].)(?:[a-z]{2}-[a-z]{3}-[a-z]{3}|[Xx]{2,3}[- ][Xx]{3}[- ](?:[Xx]{3}|\d{3}))(?![\w-])")
# Sums and quantities after the article: "A 20 000 000 ruble loan", "a 1,234,567 acre reserve".
_ROUND = re.compile(r"[Aa]\s{1,3}\d{1,3}[\s.,]?000[\s.,]?000")
_COUNTED = re.compile(
    r"[Aa]\s{1,3}\d{1,3},\d{3},\d{3}(?=[\s-](?!(?:and|or|was|were|is|are|in|on|at|has|had|of|the|from|to|as)\b)[a-z])"
)


def find_identifiers(text: str) -> list[tuple[int, int, str]]:
    """Find alien registration numbers; gives (start, end, kind), kind "a-number" or "a-code", in order, apart.

    Forms: A-numbers of 7 to 9 digits in groups, as EOIR and the courts write them, with whatever signs, white
    space, tags or invisible characters between; digit by digit, or broken in the wrong place; further numbers of a
    list, without their letter; and the letter codes (Axx-xxx-xxx) that stand in their place in some publishers'
    copies.
    """
    return list(_identifiers(text) if len(text) < _LONG else _looked_through(text))


def _identifiers(text: str) -> tuple[tuple[int, int, str], ...]:
    plain, places = _plain(text)
    found = sorted(_in_plain(plain), key=lambda span: (span[0], -span[1]))
    apart: list[tuple[int, int, str]] = []
    for start, end, kind in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end, kind))
    if places is None:
        return tuple(apart)
    return tuple((places[start], places[end - 1] + 1, kind) for start, end, kind in apart)


_LONG = 2000  # characters: a text that is masked, cut into passages and examined is looked through once for all three
_looked_through = lru_cache(maxsize=24)(_identifiers)


def _in_plain(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the numbers and codes of a text in plain signs; they may overlap."""
    for match in _CODE.finditer(text):
        yield match.start(), match.end(), "a-code"
    for match in _SPELLED.finditer(text):
        yield *match.span(), "a-number"
    for match in _BROKEN.finditer(text):
        if sum(map(str.isdigit, match["digits"])) in (8, 9) and not _YEAR.search(match["digits"]):
            yield *match.span(), "a-number"
    shown = zeroed(text)
    if shown is not None and not (_LAST_DIGITS.search(shown) and _DIGITS.search(shown)):
        return
    for match in _NUMBER.finditer(text):
        if not _ROUND.fullmatch(match.group()) and not _COUNTED.match(text, match.start()):
            yield match.start(), match.end(), "a-number"
            yield from _further(text, match.end())
    for match in (*_NAMED.finditer(text), *_REGISTERED.finditer(text)):
        yield *match.span("digits"), "a-number"
        yield from _further(text, match.end())


def _further(text: str, at: int) -> Iterator[tuple[int, int, str]]:
    while match := _FURTHER.match(text, at):
        at = match.end()
        yield *match.span("digits"), "a-number"


def _plain(text: str) -> tuple[str, list[int] | None]:
    """Give the text in plain signs, and where each of its characters stands; None when none was left out."""
    plain = text
    if ("<" in text or text.count("&") > text.count("& ")) and _MARKUP.search(text):
        plain = _MARKUP.sub(_unmarked, text)
    if text.isascii() and plain is text:
        return text, None
    for char in set(_NOT_ASCII.findall(plain)):
        plain = plain.replace(char, _plain_sign(char))
    if _UNSEEN not in plain:
        return plain, None
    places = [at for at, (sign, char) in enumerate(zip(plain, text, strict=True)) if sign != _UNSEEN or char == _UNSEEN]
    if len(places) == len(text):
        return plain, None
    return "".join(plain[at] for at in places), places


def _unmarked(markup: re.Match[str]) -> str:
    """Give what a reader sees of a tag or a character reference, as long as it is: nothing, or one sign."""
    seen = _seen(markup)
    return (seen if len(seen) == 1 else "").ljust(len(markup[0]), _UNSEEN)


def _seen(markup: re.Match[str]) -> str:
    return unescape(markup[0]) if markup[0].startswith("&") else ""


@lru_cache(maxsize=4096)
def _plain_sign(char: str) -> str:
    """Give the one plain sign that a reader takes a character for; `_UNSEEN` for one that is not seen at all."""
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    if kind == "Zs":
        return " "
    if kind == "Pd" or char in "−⁃·•‧∙":
        return "-"
    if kind in ("Cf", "Mn", "Me"):
        return _UNSEEN
    if char in _LIKE_A:
        return _LIKE_A[char]
    # Superscript digits call a note, and belong to no number.
    like = unicodedata.normalize("NFKC", char) if kind != "No" else char
    if len(like) == 1 and like.isascii():
        return like
    if kind in ("Pi", "Pf"):
        return "'"
    return "-" if kind in ("Po", "Sm", "So") and char not in _NO_SIGNS else char


def mask(text: str, hidden: Sequence[str] = ()) -> str:
    """Cover every letter and digit of the identifiers in a text; its length, and so every offset, stays the same.

    `hidden` are further words to be covered wherever they stand, as a person signed them for this text: telephone
    numbers, birthdays, names of children.
    """
    spans = covered_in(text, hidden)
    if not spans:
        return text
    out = [text[: spans[0][0]]]
    for (start, end), (following, _) in pairwise([*spans, (len(text), len(text))]):
        out.append(_covered(text[start:end]))
        out.append(text[end:following])
    return "".join(out)


def _covered(words: str) -> str:
    """Cover the letters and digits; a tag or character reference between them is left, unless it is one of them."""
    if "<" in words or "&" in words:
        at, out = 0, []
        for markup in _MARKUP.finditer(words):
            kept = COVER * len(markup[0]) if _seen(markup).isalnum() else markup[0]
            out += [_covered_all(words[at : markup.start()]), kept]
            at = markup.end()
        return "".join([*out, _covered_all(words[at:])])
    return _covered_all(words)


def _covered_all(words: str) -> str:
    return "".join(COVER if char.isalnum() else char for char in words)


def covered_in(text: str, hidden: Sequence[str] = ()) -> list[tuple[int, int]]:
    """Give the stretches that `mask` covers, in order, none touching another."""
    spans = [(start, end) for start, end, _ in find_identifiers(text)]
    if not hidden:
        return spans
    apart: list[tuple[int, int]] = []
    for start, end in sorted([*spans, *hidden_in(text, hidden)]):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def hidden_in(text: str, hidden: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give where the hidden words stand in a text, whatever white space and capitals they have there."""
    for words in hidden:
        if pattern := _hidden(words):
            yield from (match.span() for match in pattern.finditer(text))


@lru_cache(maxsize=4096)
def _hidden(words: str) -> re.Pattern[str] | None:
    parts = words.split()
    if not parts:
        return None
    before = r"(?<!\w)" if parts[0][0].isalnum() else ""
    after = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    return re.compile("(?i)" + before + r"\s+".join(map(re.escape, parts)) + after)
