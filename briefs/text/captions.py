"""The front matter of an opinion: where it ends, and its parts."""

import re
from collections.abc import Sequence

from briefs.text.blocks import Block, Part
from briefs.text.fronts import CLOSED, COUNSEL, DATE, FRESH, PANEL, PARTS, ROLE, SUMMARY, TITLE
from briefs.text.headings import SEPARATE, byline
from briefs.text.lines import BLANK, RULE, TEXT, Line

_JUDGES = re.compile(r".{0,160}\b(?:Judge|Justice|Member)s?\b\s?[.,]?[*\d]*$", re.S)
_OUTCOME = re.compile(r".*\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|GRANTED|DENIED)\b", re.S)
_SUMMARY = re.compile(
    r"(?:Petitioners?|Appeals?|Petitions?|Plaintiffs?|Defendants?|Appellants?|On (?:appeal|petition))\b"
)
_ERRATA = re.compile(r"(?i)errat(?:a|um)(?: sheet)?")
_WHOLE = ("OPINION", "ORDER", "MEMORANDUM", "OPINION AND ORDER", "OPINION OF THE COURT", "SUMMARY ORDER")
_ENTRY = re.compile(r"(?i)\[?\(?(?:re:|docket (?:entr|no)|dkts?\.|ecf nos?|doc\. (?:no|#))")
_ORDERED = re.compile(r"(?i)upon (?:due )?consideration|it is hereby ordered")

# Parts whose lines run on as one; the others keep their lines.
_RUNNING = ("summary", "disposition", "counsel", "note", "other")

# Lines only a caption has.
_SIGNS = re.compile(
    r"(?i)-?\s?v(?:s?\.|-)|versus|(?:in the )?(?:united states|u\.s\.) district court.{0,60}|(?:docket"
    r"|in\s+re|matter\s+of|nos?\.\s*\d).{0,80}|.{0,20}united\s+states\s+court\s+of\s.{0,60}"
    r"|\d\d-\d{2,6}-[a-z]{2}\b.{0,60}|[^.]{2,60}\sv\.\s[^.]{2,60}(?:,\s+nos?\..*)?"
)


def caption_part(text: str) -> str:
    """Name the part of a caption some words are: court, parties, docket, dates, panel, counsel and so on."""
    text = text.strip()
    words = len(text.split())
    if words < 60 and _OUTCOME.match(text):
        return "disposition"
    if words > 12 and _SUMMARY.match(text) and text.endswith((".", ".”", '."')):
        return "summary"
    for name, pattern in PARTS:
        if pattern.match(text) and not (name == "counsel" and words < 5):
            return "title" if name == "docket" and re.search(r"\sv\.?s?\.\s", text) else name
    if words <= 60 and ROLE.match(text):
        return "parties"
    if words <= 40 and (
        re.search(r"(?:^|\s)-?\s?v(?:s?\.|\b-)|^versus$", text) or text.isupper() or text.endswith(",")
    ):
        return "parties"
    return "parties" if re.fullmatch(r"(?:[A-Z][\w-]+[,.\s]*){1,3}", text) else "other"


def opening(lines: Sequence[Line]) -> int:
    """Give the index of the line the opinion itself begins with; 0 when there is no front matter."""
    texts = [i for i, line in enumerate(lines[:3000]) if line.role == TEXT]
    panel = -99
    for place, i in enumerate(texts[:400]):
        line = lines[i]
        if PANEL.match(line.text):
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
        if TITLE.fullmatch(lines[i].text) and place + 1 < len(texts):
            return _under_title(lines, texts, place)
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


def _under_title(lines: Sequence[Line], texts: Sequence[int], place: int) -> int:
    """Give the first line after a title; the title's further lines, and what entry it rules on, are still of it."""
    later = place + 1
    while later + 1 < len(texts) and later < place + 6:
        text, close = lines[texts[later]].text, texts[later] == texts[later - 1] + 1
        if not (close and text.isupper()) and not _ENTRY.match(text):
            break
        later += 1
    return texts[later]


def captions(lines: Sequence[Line], end: int, start: int = 0) -> list[Block]:
    """Cut front matter, the lines from index `start` to before index `end`, into its parts."""
    groups: list[list[Line]] = [[]]
    for line in lines[start:end]:
        if line.role == TEXT and line.foot < 0:
            note = re.match(r"\*+(?:\s|$)", line.text)
            apart = groups[-1] and abs(groups[-1][-1].indent - line.indent) > 24
            title = TITLE.fullmatch(line.text) or DATE.fullmatch(line.text)
            if not groups[-1] and len(groups) > 1 and line.text.isupper() and _goes_on(groups[-2], line):
                groups.pop()
            if groups[-1] and (note or apart or title or FRESH.match(line.text)):
                groups.append([])
            last = groups[-2][-1] if len(groups) > 1 and groups[-2] and not groups[-1] else None
            if last and len(last.text) > 55 and line.text[0].islower() and not last.ends_sentence:
                groups.pop()  # running words set with wide spacing
            groups[-1].append(line)
            if title or CLOSED.fullmatch(line.text) or (line.text[:6].upper() == "NOTICE" and line.text.endswith(".")):
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
    _headed(found)
    if found and found[0].text[:1].islower():
        found[0].data["part"] = "note"
    return found


def _goes_on(group: Sequence[Line], line: Line) -> bool:
    """Tell the further lines of a title that is too long for one."""
    last = group[-1] if group else None
    runs = last is not None and last.stop == line.start and not last.feed
    return (
        runs and bool(TITLE.fullmatch(group[0].text)) and group[0].text not in _WHOLE and not TITLE.fullmatch(line.text)
    )


def _panelled(found: Sequence[Block]) -> None:
    """Name the pieces that only go on with the list of judges after "Before"."""
    inside = False
    for block in found:
        if inside and block.data["part"] in ("other", "parties") and _JUDGES.fullmatch(block.text):
            block.data["part"] = "panel"
        inside = block.data["part"] == "panel"


def _headed(found: Sequence[Block]) -> None:
    """Name what stands under the headings a court gives its staff's summary and its list of counsel."""
    under = ""
    for block in found:
        heading = SUMMARY.fullmatch(block.text) or COUNSEL.fullmatch(block.text)
        if heading:
            under = "summary" if SUMMARY.fullmatch(block.text) else "counsel"
        elif block.data["part"] == "title":
            under = ""
        if under and block.data["part"] != "note":
            block.data["part"] = under
