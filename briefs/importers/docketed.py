"""When and under what number a case was brought and decided: docket numbers and dates of the caption and its stamps."""

import re
from collections.abc import Sequence
from datetime import date

from briefs.importers.imported import Value
from briefs.text.identifiers import find_identifiers
from briefs.text.pieces import Clean

Found = tuple[Value, str]
NOTHING: Found = (None, "")

_MONTHS = "january february march april may june july august september october november december".split()
_NAMED = "|".join(f"{name[:3]}(?:{name[3:]}|t?\\.)?" if len(name) > 3 else name for name in _MONTHS)
DATE = rf"(?P<month>{_NAMED})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})"
_PLAIN = rf"(?:{_NAMED})\s+\d{{1,2}},?\s+\d{{4}}"
# The same as other countries write it, and some courts here: 2 March 2022, the 2nd day of March, 2022.
DAY_FIRST = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?P<month>{_NAMED}),?\s+(?P<year>\d{{4}})"


def _said(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Compile patterns for both ways to write a day, which stands in them as @."""
    return tuple(re.compile("(?i)" + one.replace("@", day)) for one in patterns for day in (DATE, DAY_FIRST))


ARGUED = _said(
    r"\b(?:argued|submitted|heard|hearing dates?)(?:\s+and submitted)?(?:\s+on)?\s*[:–-]?\s*@",
    r"@,\s+(?:argued|submitted|heard)\b",
    r"^[A-Z][a-z]+\.\s+@\.\s+[-–—]\s+[A-Z]",  # Suffolk. argued. - decided.
)
_BY = r"(?:\s+by\s+(?:the\s+)?(?:attorney\s+general|board))?"
# Not what was filed in the case: a motion for a new trial, filed on ...
_FILED = r"(?:(?-i:(?<![a-z,] ))|(?<=opinion )|(?<=order )|(?<=and ))filed"
_DECIDED = _said(
    rf"\b(?:decided(?:\s+and\s+filed)?{_BY}|{_FILED}|opinion\s+issued(?=\s*:)|officially\s+released|entered"
    r"|(?<!hearing )dated?(?: of judgment)?|(?:released and )?journalized|(?:judgment )?rendered|promulgated"
    r"|handed down)"
    r"(?:\s+on)?\s*[:–-]?\s*@",
    r"@,\s+(?:decided|filed|entered|dated)\b",
    r"\b(?:argued|submitted|heard)\b.{0,60}?(?:--|—|–)\s*@",  # argued -- decided
    r"\bjudgment(?: (?:delivered|given|rendered)(?:\s+on)?:?|\s*:)\s*@",
    rf"\.\s+{_PLAIN}\.\s+[-–—]\s+@\.?$",  # Suffolk. argued. - decided.
)
_SIGNED = _said("@")
_BARE = _said(r"[(\[]?@[.)\]]*(?:\s+\[[^\]]*\])?")
_UNDER = re.compile(r"(?i)(?:on )?(?:cross-)?appeals? from\b|appealed from\b")  # of what is under review
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NUMBERED = re.compile(rf"(?i)(?:opinion )?no\. \d+ [–—-] {DATE}")  # Alaska's: the opinion's number and day
_OPINION_FILED = re.compile(rf"(?:^|[.;]\s+)Opinion filed:?\s+(?i:{DATE})")
_CLERKS = re.compile(rf"(?i)\b(?:filed|entered)\s*\n\s*{DATE}")  # a stamp: the word over the day
_STAMPED = re.compile(r"(?i)\bfiled:?\s+(?:on\s+)?(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})\b")
_STAMPED_NINTH = re.compile(r"(?i)case:\s*[\d-]+,\s+(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}),\s+id:")

_HEADED = (_STAMPED, _STAMPED_NINTH, re.compile(rf"(?i)(?:^|\s{{3}}|\| ){DATE}(?=\s{{3}}|$)"))  # in a running head

_DOCKET = re.compile(r"(?i)\b(?:docket|case|no|nos|appeal|action|record|consolidated with)s?\b|\((?:SC|AC) \d")
# A district court's number: division, year, kind of case, number, judge's letters.
_DISTRICT = r"(?<![\w-])(?:\d:)?\d{2}-(?:cv|cr|mc|md|mj|ap|bk|misc|civ)-\d{1,6}(?:-[a-z]{1,4}(?:[-/][a-z]{1,4}){0,3})?"
_CIVIL = re.compile(rf"(?i){_DISTRICT}")
_NUMBER = re.compile(
    rf"(?i:{_DISTRICT}(?!\w))|\b\d{{2}}-\d{{5}}-(?:\d-)?[A-Za-z]{{2,4}}\d{{0,2}}\b|\b\d{{2}}-\d{{2}}-\d{{5}}-C[VR]\b|(?<![\w-])(?:[1-5]-\d{{2}}-\d{{4}}|20\d{{2}}-\d{{4,5}})(?![\w-])"
    r"|\b(?:(?:SA|ED)?C[VR]|CIV|MC|ED) \d{2}-\d{2,5}(?:-[A-Z]{2,4})?(?: \([A-Zx]{2,5}\))?"  # Central California's
    r"|\b\d{2}\s(?:Civ|Cr)\.\s\d{1,5}(?:\s\([A-Z]{2,3}\))*|\b[A-HS]\d{6}\b"
    r"|(?<![A-Z]-)\b\d{2}[-–]\d{2,6}(?!-(?:19|20)\d\d\b)(?:-[a-z]{2,3})?\b(?:\s?\((?:L|CON|Con|XAP|Lead|[A-Z]{2,4})\)){0,3}"
    # Florida's, Connecticut's, Massachusetts's, Colorado's and Minnesota's; the immigration agency's own judges'.
    r"|\b[1-6]D\d{2}(?:\d{2})?-\d{1,5}\b|(?<=\()(?:SC|AC) \d{4,5}(?=\))"
    r"|\b(?:SJC-\d{5}|SC\d{2,4}-\d{1,5}|\d{2}(?:CA|SC)\d{2,5}|A\d{2}-\d{4}|20\d{2}[A-Z]\d{5})\b"
    r"|(?<=No\. )\d{5,6}-\d(?!\d)(?:-I{1,3})?"  # Washington's
    r"|(?<=Docket No\. )\d{3,5}-\d{2}[A-Z]?\b"  # the Tax Court's: number, then year
    r"|\b\d{1,4} (?:[EMW](?:DA|AL|AP|DM)|CD) 20\d{2}\b"  # Pennsylvania's
    r"|(?<=No\. )\d{2}-\d{1,4}[A-Z]{1,2}\b"  # the Court of Federal Claims'
    r"|\b(?:19|20)\d{2}AP\d{1,5}(?:-[A-Z]{1,4})?\b"  # Wisconsin's
    r"|(?<=Record No\. )(?:\d{4}-\d{2}-\d|\d{6})\b"  # Virginia's
    r"|\b[A-Z]-\d{3}-[A-Z]{2}-\d{4}-\d{5}\b"  # New Mexico's
    r"|(?<=No\. )(?:CR|CV|SA|WC)-\d{2}-\d{4}(?:-[A-Z]{2})?\b"  # Arizona's
    r"|\b\d{2}A-[A-Z]{2}-\d{1,5}\b"  # Indiana's
    r"|(?<=No\. )20\d{2}-\d{3}\b"  # Vermont's
    r"|\bSC[A-Z]{2}-\d{2}-\d{7}\b"  # Hawaii's
    r"|(?<=No\. )\d{2,3},\d{3}\b"  # Kansas's
    r"|\b20\d{2}-\d{4}-[A-Z]{2,4}\b"  # Delaware's in chancery
    r"|\b[SA]\d{2}[A-Z]\d{4}\b"  # Georgia's
    r"|(?<=No\. )[SA]-(?:\d{2}-\d{3,6}|\d{4,5})\b"  # Nebraska's, Alaska's
    r"|(?i:(?<=docket no\. ))A-\d{4}-\d{2}(?:T\d)?\b"  # New Jersey's
)
# Where such a caption has numbers of a district court besides, they are of the case below.
_NAMES_BELOW = re.compile(r"(?i)\bappeals?\s+from\s+the\s+united\s+states\s+district\s+court\b")
# How a court cites its own opinions by year and number: 2022 ND 45.
NEUTRAL = re.compile(r"(?:19|20)\d\d [A-Z][\w.]*(?: [\w.()]+){0,3} \d{1,7}(?:-U)?")
_OLD_NUMBER = re.compile(r"\b(?<!ECF )(?<!Dkt\. )(?<!Doc\. )(?:Nos?\.|Docket)\s+(\d{1,8})\b(?![-:]|\s[A-Z]{1,3}\s\d)")
_BELOW = re.compile(r"(?i)(?:on )?(?:cross-)?(?:appeals?|petitions? for review)\b[^.]{0,60}\b(?:from|of)\b")
_ELSEWHERE = re.compile(
    r"(?i)\b(?:agency|bia|a-?\s?file|ins|dhs|board|d\.\s?c\.|lc|l\.t\.|(?:cir|super|tr)\. ct\.|trial court)"
    r"\s+(?:(?:file|case|docket)\s+)?nos?\b|\bdkts?\.\s"
    r"|\bfile\s+nos?\.\s|\b(?:superior|circuit|district|trial|county) court (?:case )?nos?\b|\bindex no\b"
)


def dockets(clean: Clean, heads: Sequence[str] = ()) -> Found:
    """Give the court's own docket numbers, as the caption prints them, else as a page's stamp does.

    An alien registration number is none, nor the number of an agency's file or of the court below.
    """
    numbers: dict[str, None] = {}
    older: dict[str, str] = {}
    words = []
    above = ""
    for mark, text in clean.of_kind("caption"):
        before, above = above, text.rsplit("\n", 1)[-1]
        if _names_elsewhere(before):
            continue
        if mark.data.get("part") not in ("docket", "parties", "title", "other", "dates"):
            continue
        if not (_DOCKET.search(text) or _CIVIL.search(text) or _leads(text) or _numbered(text)):
            continue
        if _BELOW.match(text) or (text.startswith("(") and numbers):
            continue  # the number below
        plain = _own(text)
        found = [re.sub(r"\s+", " ", match.group()) for match in _NUMBER.finditer(plain)]
        if not found:
            older |= {match.group(1): text for match in _OLD_NUMBER.finditer(plain)}
        else:
            words.append(text)
            numbers.update(dict.fromkeys(re.sub(r"(?<=\w)\(", " (", number) for number in found))
    own = [one for one in numbers if not re.search(r"(?i)-(?:cv|cr|mc|md|bk|ap)-|\b(?:civ|cr)\.", one)]
    if own and _NAMES_BELOW.search("\n".join(text for _, text in clean.of_kind("caption"))):
        return tuple(own), "\n".join(words)
    if numbers:
        return tuple(numbers), "\n".join(words)
    if older:
        return tuple(older), "\n".join(dict.fromkeys(older.values()))
    stamped = next((match for head in heads if "ase" in head and (match := _NUMBER.search(head))), None)
    return ((stamped.group(),), stamped.group()) if stamped else NOTHING


def _leads(text: str) -> bool:
    """Tell words of which a line begins with a number."""
    return any(map(_NUMBER.match, text.strip().split("\n")))


def _numbered(text: str) -> bool:
    """Tell words with a line of nothing but numbers, of the court below and of this one: 19CV12345; A173456."""
    return any(
        len(parts := re.split(r"[;,]\s+", line)) > 1 and all(re.fullmatch(r"[A-Z\d-]{5,14}", part) for part in parts)
        for line in text.split("\n")
    )


def number(text: str) -> str:
    """Give a caption's words without a docket number they begin with."""
    return _NUMBER.sub("", text) if _NUMBER.match(text) else text


def _own(text: str) -> str:
    """Give words with alien registration numbers, and lines that name another's number, left out."""
    for start, end, _ in find_identifiers(text):
        text = text[:start] + re.sub(r"\S", "#", text[start:end]) + text[end:]
    kept, named = [], False
    for line in text.split("\n"):
        if not named and not _ELSEWHERE.search(line):
            kept.append(line)
        named = _names_elsewhere(line)
    return "\n".join(kept)


def _names_elsewhere(line: str) -> bool:
    """Tell a line that says whose number stands on the next one: D.C. No."""
    return bool(_ELSEWHERE.search(line) and re.search(r"(?i)\bnos?\.?:?$", line.strip()))


def iso(match: re.Match[str]) -> str | None:
    """Give a date found as an ISO string; None where no calendar has it."""
    try:
        said, year = match.group("month"), int(match.group("year"))
        month = int(said) if said.isdigit() else [name[:3] for name in _MONTHS].index(said[:3].casefold()) + 1
        return date(year + 2000 if year < 100 else year, month, int(match.group("day"))).isoformat()
    except ValueError:
        return None


# Days as an order spells them out: on the 12th day of November, two thousand eight.
_DAY_OF = re.compile(
    rf"(?i)\bon\s+the\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)\s+day\s+of\s+(?P<month>{_NAMED}),?\s+(?:in the year\s+)?"
    r"(?P<year>\d{4}|two\s+thousand(?:\s+and)?(?P<rest>\s+[a-z]+(?:[\s-]+[a-z]+)?)?)"
)
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def _spelt(match: re.Match[str]) -> str | None:
    """Give a day whose year is spelt out as an ISO string."""
    year, rest = match.group("year"), (match.group("rest") or "").casefold().replace("-", " ").split()
    if not year.isdigit():
        found = [_UNITS.index(word) if word in _UNITS else 10 * _TENS.index(word) for word in rest[:1] if word in _SAID]
        if len(found) == 1 and found[0] >= 20 and rest[1:2] and rest[1] in _UNITS[1:10]:
            found.append(_UNITS.index(rest[1]))
        if rest and not found:
            return None
        year = str(2000 + sum(found))
    month = [name[:3] for name in _MONTHS].index(match.group("month")[:3].casefold()) + 1
    try:
        return date(int(year), month, int(match.group("day"))).isoformat()
    except ValueError:
        return None


_SAID = frozenset((*_UNITS, *_TENS[2:]))


def _has_year(text: str) -> bool:
    """Tell whether four figures stand together: most lines have none, which one pass over them tells."""
    return any(map(str.isdecimal, text)) and _YEAR.search(text) is not None


def dated(clean: Clean, patterns: Sequence[re.Pattern[str]]) -> Found:
    """Give the first date in the caption that a pattern names, the first of the patterns before the others."""
    captions = [text for _, text in clean.of_kind("caption") if len(text) < 200 and _has_year(text)]
    texts = [text for text in captions if not _UNDER.match(text)]
    for pattern in patterns:
        match = next((match for text in texts if (match := pattern.search(text))), None)
        if match:
            return iso(match), match.group()
    return NOTHING


_ORDERED = re.compile(
    r"(?i)(?:it is |opinion )?(?:(?:hereby )?(?:so )?ordered|signed|dated?|entered|done|filed|delivered)\b"
)
_ON_DAY = re.compile(rf"(?i)\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)\s+day\s+of\s+(?P<month>{_NAMED}),?\s+(?P<year>\d{{4}})")
_LONGEST = 200  # characters of a line that a clerk stamps
_END = 8  # blocks at the end of an order that can say when it was signed


def _closing(clean: Clean) -> Found | None:
    """Give the day an order says at its end that it was signed."""
    texts = [text for _, text in clean.of_kind("paragraph")][-_END:]
    for place in reversed(range(len(texts))):
        text = " ".join(texts[place : place + 2])  # the day can stand on a line of its own, under the place
        if len(text) >= 200 or not _ORDERED.match(text):
            continue
        match = next((match for pattern in (_ON_DAY, *_SIGNED) if (match := pattern.search(text))), None)
        if match:
            return iso(match), match.group()
    return None


def _alone(line: str) -> re.Match[str] | None:
    """Find a day that stands alone on a line."""
    return next((match for one in _BARE if (match := one.fullmatch(line))), None) if _has_year(line) else None


def decided(clean: Clean, heads: Sequence[str] = ()) -> Found:
    """Give the date after "Decided" or "Filed"; else the one that stands alone in the caption; else a page's stamp."""
    found = dated(clean, _DECIDED)
    if found[0] is not None:
        return found
    captions = list(clean.of_kind("caption"))
    for _, text in captions:
        said = _OPINION_FILED.search(text)
        if said:
            return iso(said), said.group()
        stamp = (
            _CLERKS.search(text[:200]) or _NUMBERED.fullmatch(text) or _STAMPED.match(text.split("\n", 1)[0][:_LONGEST])
        )
        if stamp:
            return iso(stamp), stamp.group()
        spelt = _DAY_OF.search(text)
        if spelt:
            return _spelt(spelt), spelt.group()
    parts = [text for mark, text in captions if mark.data.get("part") == "dates"]
    alone = [match for text in parts if (match := _alone(" ".join(text.split())))]
    days = {iso(match) for match in alone}
    if alone:
        return (days.pop(), alone[0].group()) if len(days) == 1 else NOTHING
    lone = [match for _, text in captions for line in text.split("\n") if (match := _alone(line))]
    days = {iso(match) for match in lone}
    if len(days) == 1:
        return days.pop(), lone[0].group()
    closing = _closing(clean)
    if closing is not None:
        return closing
    stamps = [match for head in heads if (match := next(filter(None, (one.search(head) for one in _HEADED)), None))]
    days = {iso(match) for match in stamps}
    return (days.pop(), stamps[0].group()) if len(days) == 1 else NOTHING
