"""The front matter of an opinion, cut into its parts."""

import re
from collections.abc import Sequence

from briefs.text.blocks import Block, Part
from briefs.text.fronts import CLOSED, COUNSEL, DATE, FRESH, PANEL, PARTS, ROLE, SUMMARY, TITLE
from briefs.text.lines import BLANK, RULE, TEXT, Line
from briefs.text.names import VERSUS

_JUDGES = re.compile(r".{0,160}\b(?:(?:Judge|Justice|Member)s?\b|JJ\.|Js\.)\s?[.,]?[*\d]*$", re.S)
_BENCH = re.compile(
    r"\b(?:Judges|Justices|Members|JJ|Js)\.$|\band\s[\w.’' -]+, (?:Judge|Justice)\.$"
    r"|\b(?:Judges|Justices)\s.*\sand\s[\w.’' -]+$"
)  # a list of judges ends
_OUTCOME = re.compile(r".*\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|GRANTED|DENIED)\b", re.S)
_SUMMARY = re.compile(
    r"(?:Petitioners?|Appeals?|Petitions?|Plaintiffs?|Defendants?|Appellants?|On (?:appeal|petition))\b"
)
_WHOLE = ("OPINION", "ORDER", "MEMORANDUM", "OPINION AND ORDER", "OPINION OF THE COURT", "SUMMARY ORDER")

# How a line ends that the next one must go on with: ... Court of Federal Claims in / No. 1:19-cv-00123
_OPEN = re.compile(r"[a-z,] (?:in|of|from|and|to|the|case)$")

# The court whose decision is reviewed, as a caption names it under the parties.
_BELOW = re.compile(r"(?:[A-Z][a-z]+ ){1,3}(?:County )?(?:Circuit|Superior|District|Trial) Court\b|[\w;, -]*\d{4}")
_SHORT = 60  # characters of the line that says who a party is

# Parts whose lines run on as one; the others keep their lines.
_RUNNING = ("summary", "disposition", "counsel", "note", "other")


def caption_part(text: str) -> str:
    """Name the part of a caption some words are: court, parties, docket, dates, panel, counsel and so on."""
    text = text.strip()
    words = len(text.split())
    if words < 60 and "ED" in text and _OUTCOME.match(text):
        return "disposition"
    if words > 12 and _SUMMARY.match(text) and text.endswith((".", ".”", '."')):
        return "summary"
    for name, pattern in PARTS:
        if pattern.match(text) and not (name == "counsel" and (words < 5 or text.isupper())):
            return "title" if name == "docket" and re.search(r"\sv\.?s?\.\s", text) else name
    if words <= 60 and ROLE.match(text):
        return "parties"
    if text.isupper() and words <= 120 and text[-1] in ",;":
        return "parties"
    if words <= 40 and (
        re.search(r"(?:^|\s)-?\s?v(?:s?\.|\b-)|^versus$", text) or text.isupper() or text.endswith(",")
    ):
        return "parties"
    if words <= 40 and re.match(r"(?i)in re\b|(?:in the )?matter of\b", text):
        return "parties"
    return "parties" if re.fullmatch(r"(?:[A-Z][\w-]+[,.\s]*){1,3}", text) else "other"


def captions(lines: Sequence[Line], end: int, start: int = 0) -> list[Block]:
    """Cut front matter, the lines from index `start` to before index `end`, into its parts."""
    groups: list[list[Line]] = [[]]
    for line in lines[start:end]:
        if line.role == TEXT and line.foot < 0:
            note = line.text[0] == "*" and re.match(r"\*+(?:\s|$)", line.text)
            apart = groups[-1] and abs(groups[-1][-1].indent - line.indent) > 24
            title = TITLE.fullmatch(line.text) or DATE.fullmatch(line.text)
            if not groups[-1] and len(groups) > 1 and line.text.isupper() and _goes_on(groups[-2], line):
                groups.pop()
            open_ = bool(groups[-1] and _OPEN.search(groups[-1][-1].text[-8:]))
            if (
                groups[-1]
                and not open_
                and (note or apart or title or FRESH.match(line.text) or _over(groups[-1], line))
            ):
                groups.append([])
            last = groups[-2][-1] if len(groups) > 1 and groups[-2] and not groups[-1] else None
            if last and len(last.text) > 55 and line.text[0].islower() and not last.ends_sentence:
                groups.pop()  # running words set with wide spacing
            groups[-1].append(line)
            listed = PANEL.match(groups[-1][0].text) and _BENCH.search(line.text)
            noticed = line.text[:6].upper() == "NOTICE" and line.text.endswith(".")
            if listed or title or CLOSED.fullmatch(line.text) or noticed:
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
    _opposed(found)
    _panelled(found)
    _headed(found)
    if found and found[0].text[:1].islower():
        found[0].data["part"] = "note"
    return found


def _over(group: Sequence[Line], line: Line) -> bool:
    """Tell the line under a caption whose parties have all been named: the court below, a number."""
    last = group[-1].text
    named = last[-1] == "." and len(last) < _SHORT and ROLE.match(last) and _BELOW.match(line.text)
    return bool(named) and any(VERSUS.fullmatch(one.text) for one in group)


def _goes_on(group: Sequence[Line], line: Line) -> bool:
    """Tell the further lines of a title that is too long for one."""
    last = group[-1] if group else None
    runs = last is not None and last.stop == line.start and not last.feed
    return (
        runs and bool(TITLE.fullmatch(group[0].text)) and group[0].text not in _WHOLE and not TITLE.fullmatch(line.text)
    )


def _opposed(found: Sequence[Block]) -> None:
    """Name what stands before and after a "v." of its own for what it can only be: a party."""
    for before, block, after in zip(found, found[1:], found[2:], strict=False):
        if VERSUS.fullmatch(block.text) and {before.data["part"], after.data["part"]} <= {"other", "parties"}:
            before.data["part"] = block.data["part"] = after.data["part"] = "parties"


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
