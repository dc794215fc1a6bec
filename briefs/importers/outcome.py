"""What the court did, in its own words: the caption's line, else the sentences an opinion ends with."""

import re
from collections.abc import Sequence

from briefs.importers.docketed import NOTHING, Found
from briefs.importers.writings import SEPARATE_KINDS, kind_of
from briefs.text.pieces import Clean

_DONE = r"(?:affirmed|reversed|vacated|remanded|dismissed|granted|denied|enforced|transferred|sustained|overruled)"
_OUTCOME = re.compile(rf"(?i)\b{_DONE}\b")
_WHAT = (
    r"(?:petitions?|judgments?|orders?|decisions?|appeals?|convictions?|sentences?|motions?|applications?|requests?"
    r"|complaints?|cases?|matters?|causes?|proceedings?|injunctions?|awards?|denial|dismissal|writs?)"
)
# The petition for review is denied; the order is vacated and the case remanded for further proceedings.
_IS = re.compile(rf"(?is).*\b{_WHAT}\b.*\b(?:is|are)\b(?:,?\s+\w+,?){{0,3}}?,?\s+{_DONE}\b.*")
# We deny the petition and remand to the Board.
_WE = re.compile(
    r"(?is)(?:we|the court|this court) (?:\w+ ){0,2}?(?:affirms?|reverses?|vacates?|den(?:y|ies)|grants?|dismiss(?:es)?"
    rf"|remands?)\b.*\b{_WHAT}\b.*"
)
# Affirmed. Petition denied. ORDER: The appeal is dismissed.
_ALONE = re.compile(
    r"(?i)(?:(?:petitions?|appeals?|judgments?|orders?|convictions?)(?: for review| of the [\w ]{4,40})? )?"
    rf"{_DONE}\b.*"
)
_ORDERS = re.compile(
    r"(?i:(?:and )?it is (?:hereby |further |so )*ordered(?:, adjudged,? and decreed)?\b)|(?:FURTHER )?ORDERS?:"
)
_ADJUDGED = re.compile(r"(?s)\bORDERED, ADJUDGED,? AND DECREED that (?P<said>.*)$")
# Words that lead up to what the court does.
_LEADS = re.compile(
    r"(?:(?:For|In|On|Because|Having|Given|Under)\b[^,]{3,120}, "
    r"|(?:Accordingly|Therefore|Thus|Consequently|So|Hence),? )+"
)
_ASIDE = re.compile(
    r"(?i)(?:it is )?so ordered|(?:no |double )?costs\b|each (?:side|party)|(?:all|the) parties (?:shall|will) bear"
    r"|see\b|loc\.|r\.\s|\d|note:|concurrence follows|dissent follows|for the court\b|/s/|_+"
)
_UNSURE = re.compile(r"(?i)\b(?:because|if|should|would|whether|oral argument|appointment of counsel)\b")
_SENTENCE = re.compile(r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<=[.!?])[\"”’')\]]*\s+(?=[A-Z“\"\[])")
# The last sentence of an opinion: ... the judgment of the district court is / Affirmed.
_CLOSING = re.compile(
    r"\b(?:is|are)(?: hereby| therefore| accordingly)?,? "
    r"(?P<said>(?:[A-Z]{6,}|Affirmed|Reversed|Vacated|Dismissed|Granted|Denied)"
    r"(?<=ED|ed)(?: (?:in part|and)\b[^.]{0,60})?\.)$"
)
_LAST = 8  # paragraphs at the end: below the outcome come costs, names and clerks
_WORDS = 12  # of an outcome that stands alone
_SHORT = 80  # characters of a line under the outcome
_LONGEST = 600


def disposition(clean: Clean) -> Found:
    """Give the caption's line, else the closing words of the court's own writing; never a separate opinion's."""
    bylines = [(mark.start, text) for mark, text in clean.of_kind("byline")]
    separate = [start for start, text in bylines if kind_of(text) in SEPARATE_KINDS]
    paragraphs = [(mark.start, text) for mark, text in clean.of_kind("paragraph")]
    if separate and (not paragraphs or separate[0] < paragraphs[0][0]):
        return NOTHING
    for mark, text in clean.of_kind("caption"):
        if mark.data.get("part") == "disposition":
            return " ".join(text.split()), text
    own = [text for start, text in paragraphs if not separate or start < separate[0]]
    return _closing(own) or _opening(own[:1])


def _closing(paragraphs: Sequence[str]) -> Found | None:
    for at in range(len(paragraphs) - 1, max(-1, len(paragraphs) - 1 - _LAST), -1):
        text = paragraphs[at]
        if _ORDERS.match(text) and _OUTCOME.search(text):
            first = at
            while first and _ORDERS.match(paragraphs[first - 1]):
                first -= 1
            words = [one for one in paragraphs[first : at + 1] if _OUTCOME.search(one)]
            return "\n".join(words), "\n".join(words)
        found = _said(text)
        if found:
            return found, found
        if len(text) > _SHORT and not _ASIDE.match(text):
            return None
    return None


def _said(text: str) -> str | None:
    """Give the sentences a paragraph ends with that say what the court does."""
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    starts = [0, *ends]
    alone = _CLOSING.search(text)
    if alone and not _OUTCOME.search(text[: alone.start("said")]):
        return alone.group("said")
    last, first = len(text), len(text)
    for start, end in zip(reversed(starts), [len(text), *reversed(ends)], strict=True):
        sentence = text[start:end].rstrip()
        if _tells(sentence):
            last = start + len(sentence) if first == len(text) else last
            lead = _LEADS.match(sentence)
            first = start + (lead.end() if lead else 0)
        elif first < len(text) or not _ASIDE.match(sentence):
            break
    return text[first:last] if first < last and last - first < _LONGEST else None


def _tells(sentence: str) -> bool:
    """Tell a sentence that says what the court does, and says it of this case."""
    if _UNSURE.search(sentence):
        return False
    words = _LEADS.sub("", sentence, count=1)
    if _ALONE.fullmatch(words) and len(words.split()) <= _WORDS:
        return True
    return bool(_IS.fullmatch(words) or _WE.match(words))


def _opening(paragraphs: Sequence[str]) -> Found:
    """Give what a summary order says before its reasons."""
    match = next((match for text in paragraphs if (match := _ADJUDGED.search(text))), None)
    return (match.group("said"), match.group("said")) if match and _OUTCOME.search(match.group("said")) else NOTHING
