"""The front matter of an opinion: where it ends, and its parts."""

import re
from collections.abc import Sequence

from briefs.text.blocks import Block, Part
from briefs.text.headings import SEPARATE, byline
from briefs.text.lines import BLANK, RULE, TEXT, Line

_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_REVIEW = r"(?:appeals?\s+from|(?:on\s+)?(?:cross-)?petitions?\s+for\s+(?:review|rehearing|enforcement)|on\s+appeal)"
_CERTIORARI = r"(?:on\s+(?:petitions?\s+for\s+)?(?:a\s+)?writs?\s+of\s+)?certiorari\b"
_FOR_WHOM = "(?:petitioner|respondent|appell|plaintiff|defendant|amic|intervenor)"
_PARTY = "(?:petitioner|respondent|appellant|appellee|plaintiff|defendant|debtor|intervenor)"

_PANEL = re.compile(r"(?:BEFORE|Before|PRESENT|Present|B e f o r e)\b")
_JUDGES = re.compile(r".{0,160}\b(?:Judge|Justice)s?\b\s?[.,]?[*\d]*$", re.S)
_TITLE = re.compile(r"(?:OPINION|MEMORANDUM(?: OPINION| DISPOSITION)?|O P I N I O N|(?:SUMMARY )?ORDER)[*\d]{0,3}")
_DATE = re.compile(rf"(?i){_MONTH}\s+\d{{1,2}},\s+\d{{4}}\b.{{0,40}}")
_OUTCOME = re.compile(r".*\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|GRANTED|DENIED)\b", re.S)
_SUMMARY = re.compile(
    r"(?:Petitioners?|Appeals?|Petitions?|Plaintiffs?|Defendants?|Appellants?|On (?:appeal|petition))\b"
)
_ROLE = re.compile(rf"(?is)(?:^|.*[\s,-]){_PARTY}s?[-,]?[.,]?$|.*\bet al\.,?$")
_ERRATA = re.compile(r"(?i)errat(?:a|um)(?: sheet)?")
_ORDERED = re.compile(r"(?i)upon (?:due )?consideration|it is hereby ordered")

# The parts of a caption, told by how their words begin (counsel: by whom they are for), asked in this order.
_PARTS = (
    ("note", re.compile(r"(?:\*+|†|‡)\s*\S")),
    ("note", re.compile(r"(?:NOTE|NOTICE):\s")),
    ("other", re.compile(rf"(?i)(?:{_REVIEW}|{_CERTIORARI}|\[hon\.|errata|\[?(?:not )?for publication)")),
    ("docket", re.compile(r"(?:Docket\s+)?(?:Nos?|NOS?|#)\.?\s*[:#]?\s*\d|Docket\b")),
    ("docket", re.compile(r"\d\d-\d{2,5}(?:-[a-z]{2})?\s*(?:\(|,|$)")),
    ("court", re.compile(r"(?i)(?:in\s+the\s+)?(?:united states|u\.\s?s\.)\s+(?:court|supreme|district court)")),
    ("court", re.compile(r"(?i)supreme court of|for the \w+ circuit|board of immigration appeals")),
    (
        "dates",
        re.compile(
            rf"(?i)\(?(?:argued|decided|submitted|filed|heard|amended|(?:august|october) term)\b|\[?{_MONTH}\s+\d"
        ),
    ),
    ("panel", _PANEL),
    ("disposition", _OUTCOME),
    ("counsel", re.compile(rf"(?i).{{2,300}}?\b(?:for|pro se|on (?:the )?briefs?)\b.{{0,60}}?(?:{_FOR_WHOM}|$)", re.S)),
    ("title", re.compile(rf"(?:{_TITLE.pattern}|(?i:syllabus))$")),
)
# Parts whose lines run on as one; the others keep their lines.
_RUNNING = ("summary", "disposition", "counsel", "note", "other")

# Lines only a caption has; and beginnings of a new part in the midst of set-together lines.
_SIGNS = re.compile(
    r"(?i)-?\s?v(?:s?\.|-)|(?:docket|in\s+re|matter\s+of|nos?\.\s*\d).{0,80}|.{0,20}united\s+states\s+court\s+of\s.{0,60}"
    r"|\d\d-\d{2,6}-[a-z]{2}\b.{0,60}|[^.]{2,60}\sv\.\s[^.]{2,60}(?:,\s+nos?\..*)?"
)
_FRESH = re.compile(
    rf"(?i)(?:notice:|\[?(?:not )?for publication|united\s+states\s+court\s+of|nos?\.\s*\d|{_REVIEW}|before[.:]?$)"
)


def caption_part(text: str) -> str:
    """Name the part of a caption some words are: court, parties, docket, dates, panel, counsel and so on."""
    text = text.strip()
    words = len(text.split())
    if words < 60 and _OUTCOME.match(text):
        return "disposition"
    if words > 12 and _SUMMARY.match(text) and text.endswith((".", ".”", '."')):
        return "summary"
    for name, pattern in _PARTS:
        if pattern.match(text) and not (name == "counsel" and words < 5):
            return "title" if name == "docket" and re.search(r"\sv\.?s?\.\s", text) else name
    if words <= 60 and _ROLE.match(text):
        return "parties"
    if words <= 40 and (re.search(r"(?:^|\s)-?\s?v(?:s?\.|\b-)", text) or text.isupper() or text.endswith(",")):
        return "parties"
    return "parties" if re.fullmatch(r"(?:[A-Z][\w-]+[,.\s]*){1,3}", text) else "other"


def opening(lines: Sequence[Line]) -> int:
    """Give the index of the line the opinion itself begins with; 0 when there is no front matter."""
    texts = [i for i, line in enumerate(lines[:3000]) if line.role == TEXT]
    panel = -99
    for place, i in enumerate(texts[:400]):
        line = lines[i]
        if _PANEL.match(line.text):
            panel = place
        match = byline([lines[j].text for j in texts[place : place + 4]])
        if match is None:
            continue
        alone = match.lines > 1 or match.end == len(line.text)
        if place - panel <= 6 and alone and line.indent >= 10:
            continue
        if SEPARATE.search(match.words) and sum(len(lines[j].text) for j in texts[:place]) > 3000:
            break  # a separate opinion after one that names no writer
        if not alone or len(texts) > place + 1:
            return i
    return _after_title(lines, texts)


def _after_title(lines: Sequence[Line], texts: Sequence[int]) -> int:
    """Find the opinion's beginning without a byline: after its title, else after the last sign of a caption."""
    signs = [place for place, i in enumerate(texts[:120]) if _SIGNS.fullmatch(lines[i].text)]
    if not signs or signs[0] > 3:
        return 0
    for place, i in enumerate(texts[:160]):
        if _ORDERED.match(lines[i].text):
            return i
        if _ERRATA.fullmatch(lines[i].text) and place + 1 < len(texts):
            return texts[place + 1]
    for place, i in enumerate(texts[:160]):
        if _TITLE.fullmatch(lines[i].text) and place + 1 < len(texts):
            return texts[place + 1]
    for place in range(signs[0] + 1, min(len(texts), 120)):
        text = lines[texts[place]].text
        if len(text) > 200 and caption_part(text) in ("other", "disposition"):
            return texts[place]
        group = [lines[i].text for i in texts[place : place + 4]]
        fresh = lines[texts[place] - 1].role != TEXT
        prose = " ".join(group)
        long = all(len(item) > 50 for item in group[1:3]) and len(group) > 2
        if (
            fresh
            and long
            and not text.isupper()
            and re.search(r"[a-z]{3,}[.?] +[A-Z]|[a-z]$", prose)
            and caption_part(prose) == "other"
        ):
            return texts[place]
    return 0


def captions(lines: Sequence[Line], end: int, start: int = 0) -> list[Block]:
    """Cut front matter, the lines from index `start` to before index `end`, into its parts."""
    groups: list[list[Line]] = [[]]
    for line in lines[start:end]:
        if line.role == TEXT and line.foot < 0:
            note = re.match(r"\*+(?:\s|$)", line.text)
            apart = groups[-1] and abs(groups[-1][-1].indent - line.indent) > 24
            title = _TITLE.fullmatch(line.text) or _DATE.fullmatch(line.text)
            if groups[-1] and (note or apart or title or _FRESH.match(line.text)):
                groups.append([])
            last = groups[-2][-1] if len(groups) > 1 and groups[-2] and not groups[-1] else None
            if last and len(last.text) > 55 and line.text[0].islower() and not last.ends_sentence:
                groups.pop()  # running words set with wide spacing
            groups[-1].append(line)
            if title or (line.text[:6].upper() == "NOTICE" and line.text.endswith(".")):
                groups.append([])
        elif groups[-1] and line.role in (BLANK, RULE):
            groups.append([])
        if line.feed and groups[-1]:
            groups.append([])
    found = []
    for group in groups:
        if not group:
            continue
        name = caption_part(" ".join(line.text for line in group))
        full = sum(len(line.text) for line in group) > 50 * len(group)
        runs = name in _RUNNING and (full or name == "note")
        parts = [Part(False, group)] if runs else [Part(False, [line]) for line in group]
        found.append(Block("caption", parts, {"part": name}))
    _panelled(found)
    if found and found[0].text[:1].islower():
        found[0].data["part"] = "note"
    return found


def _panelled(found: Sequence[Block]) -> None:
    """Name the pieces that only go on with the list of judges after "Before"."""
    inside = False
    for block in found:
        if inside and block.data["part"] in ("other", "parties") and _JUDGES.fullmatch(block.text):
            block.data["part"] = "panel"
        inside = block.data["part"] == "panel"
