"""The decision under review, as a caption names it: whose, of what day, by whom, and where it is reported."""

import re
from collections.abc import Sequence
from datetime import date

from briefs.text.names import plain_name
from briefs.text.pieces import Clean

Found = tuple[str | None, str]
Clause = tuple[str, str]  # what stands after "appeal from" and its like, and the words of its block
_NOTHING: Found = (None, "")
_PARTS = ("other", "parties", "court", "counsel", "summary", "note")
_FROM = (
    re.compile(
        r"(?is)\b(?:(?:cross-)?appeals?\s+from|(?:on\s+)?(?:cross-)?(?:petitions?|applications?)\s+for\s+(?:review|enforcement)\s+(?:of|from)|"
        r"on\s+(?:petition\s+for\s+)?(?:a\s+)?writ\s+of\s+certiorari\s+to|certiorari\s+to|on\s+appeal\s+from|review\s+of)\s+(?P<what>.{5,300})"
    ),
)
_REVIEWED = ("appeal", "petition", "application", "certiorari", "review")  # one of these is in each of them
_TRIBUNALS = (
    (re.compile(r"(?i)board\s+of\s+immigration\s+appeals"), "Board of Immigration Appeals"),
    (re.compile(r"(?i)immigration\s+and\s+naturalization\s+service"), "Immigration and Naturalization Service"),
    (re.compile(r"(?i)national\s+labor\s+relations\s+board"), "National Labor Relations Board"),
    (re.compile(r"(?i)benefits\s+review\s+board"), "Benefits Review Board"),
    (re.compile(r"(?i)(?:united\s+states\s+)?tax\s+court"), "United States Tax Court"),
)
# A district is of a state: of one word, or of two that are known.
_PLACE = (
    r"(?:(?:new|north|south|west|rhode|puerto)\s+[A-Z]\w+|(?:the\s+)?(?:northern\s+mariana|virgin)\s+islands"
    r"|[A-Z]\w+)"
)
_COURT = re.compile(
    r"(?i)(?:the\s+)?(?P<court>(?:united\s+states|u\.\s?s\.)\s+(?:district|bankruptcy)\s+court(?:\s*,|\s+for)?\s+(?:the\s+)?"
    r"(?:(?:northern|southern|eastern|western|middle|central)\s+)?(?:district|judicial district)\s+of"
    rf"\s+(?P<place>{_PLACE})"
    r"|(?:united\s+states\s+)?court\s+of\s+appeals\s+for\s+the\s+(?:[\w.]+\s+){1,3}circuit|court\s+of\s+appeals?\s+of\s+[A-Z]\w+"
    r"|supreme\s+court\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)?)"
)
_JUDGE = re.compile(
    r"(?i)\[?\(?(?:the\s+)?(?:hon(?:orable|\.)\s+|judge )(?P<name>[^,\]\[();\n\"“”]{4,50}?),?\s*"
    r"(?:(?:chief|senior|magistrate|u\.\s?s\.|united\s+states|district|bankruptcy|circuit)\s+)*"
    r"(?:judge|justice|presiding|[,\])\n]|$)"
)
_PLAIN_JUDGE = re.compile(
    r"(?P<name>[A-Z][\w.’']+(?:\s[A-Z][\w.’']*){1,3}),\s(?:(?:Chief|Senior|Magistrate|U\.\s?S\.|United\s+States)\s+)*District\s+Judge,\s+Presiding"
)
_IJ = re.compile(r"(?:immigration\s+judge|\bIJ)\s+\(?(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]*){1,3})")
_MONTHS = "january february march april may june july august september october november december".split()
_DAY = re.compile(
    rf"(?i)(?:dated|entered|of|on|issued|filed)\s+(?:on\s+)?(?P<month>{'|'.join(_MONTHS)})\s+(?P<day>\d{{1,2}}),\s+(?P<year>\d{{4}})"
)
_CITE = re.compile(
    r"(?:Reported\s+below:?\s+|(?:^|\s))(?P<cite>\d{1,4}\s+F\.\s?(?:Supp\.(?:\s?[23]d)?|[23]d|\s?4th|4th)\s+\d{1,5})\s*(?:,\s*(?:affirmed|reversed|vacated)|\(|\.|,|$)"
)


_DUE = re.compile(
    r"(?i)upon (?:due )?consideration of (?:this|the) petition for review of (?:a |an )?(?P<what>.{5,160})"
)


def clauses(clean: Clean) -> list[Clause]:
    """Give what stands after "appeal from" and its like in the caption, with the block it stands in."""
    found = []
    blocks = [(str(mark.data.get("part")), words) for mark, words in clean.of_kind("caption")]
    for at, (part, words) in enumerate(blocks):
        if part not in _PARTS:
            continue
        # The clause is often set over several blocks: the court's name, the place, the judge in brackets.
        on = [words]
        for later, more in blocks[at + 1 : at + 4]:
            if later in ("counsel", "panel", "dates", "docket", "title"):
                break
            on.append(more)
        whole = "\n".join(on)
        small = whole.lower()
        likely = any(words in small for words in _REVIEWED)
        match = next((match for pattern in _FROM if (match := pattern.search(whole))), None) if likely else None
        if match and match.start() < len(words):
            found.append((match.group("what"), words))
    if not found:  # a summary order's caption does not say it, its first words do
        first = next((words for _, words in clean.of_kind("paragraph")), "")
        match = _DUE.match(first)
        found += [(match.group("what"), match.group())] if match else []
    return found


def tribunal(given: Sequence[Clause]) -> Found:
    """Whose decision is under review."""
    for what, words in given:
        flat = " ".join(what.split())
        for pattern, name in _TRIBUNALS:
            if pattern.search(flat[:160]):
                return name, words
        match = _COURT.search(flat)
        if match:
            return _titled(match.group("court")), words
    return _NOTHING


def _titled(words: str) -> str:
    small = ("of", "for", "the")
    return " ".join(word if word in small else word.capitalize() for word in words.strip(" .,").lower().split())


def decided_on(given: Sequence[Clause]) -> Found:
    """The day of the decision under review, as an ISO date."""
    for what, _ in given:
        match = _DAY.search(what)
        if match:
            try:
                month = _MONTHS.index(match.group("month").casefold()) + 1
                return date(int(match.group("year")), month, int(match.group("day"))).isoformat(), match.group()
            except ValueError:
                return _NOTHING
    return _NOTHING


def adjudicator(clean: Clean, given: Sequence[Clause]) -> Found:
    """Who decided below: the district judge a caption names, or the immigration judge a summary does."""
    for mark, words in clean.of_kind("caption"):
        if mark.data.get("part") in ("panel", "counsel", "syllabus"):
            continue
        if "hon" not in (small := words.lower()) and "judge" not in small:
            continue
        match = _JUDGE.search(words) or _PLAIN_JUDGE.search(words)
        if match and not re.search(r"(?i)designation|^entered by|\bopinion\b[^.]{0,60}\bby\b", words):
            return plain_name(" ".join(match.group("name").split()).strip(" ,.")), match.group()
    for what, words in given:
        match = _IJ.search(" ".join(what.split()))
        if match:
            return match.group("name"), words
    return _NOTHING


def prior_citation(clean: Clean) -> Found:
    """Where the decision under review is reported, if the caption or the syllabus says so."""
    for mark, words in clean.of_kind("caption"):
        part = mark.data.get("part")
        closing = part == "syllabus" and re.search(r"\d,\s*(?:affirmed|reversed|vacated)", words[-160:])
        match = _CITE.search(words[-160:] if closing else words) if closing or part in ("other", "summary") else None
        if match and (closing or re.search(r"(?i)\b(?:from|below|review)\b", words)):
            return match.group("cite"), match.group().strip()
    return _NOTHING
