"""The writings of one file: the opinion of the court, concurrences and dissents, each with its author."""

import re
from collections.abc import Sequence

from briefs.importers.imported import Writing
from briefs.text.headings import SEPARATE
from briefs.text.marks import BLOCKS, Mark
from briefs.text.names import plain_name
from briefs.text.pieces import Clean

# What a byline says its writing is, in the order asked.
KINDS = (
    ("concurrence_in_part", re.compile(r"(?is)concurring[^:.]{0,60}\bin part|dissenting[^:.]{0,60}\bin part")),
    (
        "concurrence_in_part",
        re.compile(r"(?is)\bconcurring\b.{0,60}\bdissenting\b|\bdissenting\b.{0,60}\bconcurring\b"),
    ),
    ("dissent", re.compile(r"(?i)\bdissenting\b")),
    ("concurrence", re.compile(r"(?i)\bconcurring\b")),
    # A Justice's own words on a petition denied: not the Court's, and no dissent.
    ("concurrence", re.compile(r"(?i)\bstatement\b[^:]*\s(?:respecting|regarding|concerning)\s")),
    ("plurality", re.compile(r"(?i)\bannounced\s+the\s+judgment\b.{0,80}\bopinion\b")),
    ("per_curiam", re.compile(r"(?i)\bper\s+curiam\b")),
)
SEPARATE_KINDS = ("concurrence", "concurrence_in_part", "dissent")
_CALLED = re.compile(r"Statement of |[A-Z ]+ OPINION: |(?i:opinion(?: of the court)? ?by:?\s+|entered by\s+)")
# How a caption names the writer where no byline does: OPINION BY JUDGE MARIA ROE.
_BY = re.compile(
    r"(?m)^(?:(?:[A-Z]+ )?(?:OPINION(?: OF THE COURT)? ?BY|Opinion by):?"
    r"|(?:ENTERED BY|Entered by)(?= (?i:(?:united states )?(?:(?:chief|senior) )?(?:magistrate|district) judge)))\s+"
    r"[A-Z][^\n]{2,60}$"
)
_JUSTICE = re.compile(
    r"(?i)(?:(?:mr|mrs|ms|lord|lady|madam)\.?\s+)?(?:the\s+)?(?:united\s+states\s+)?(?:(?:chief|senior|presiding|magistrate|district)\s+)*(?:justice|judge)\s+(?=\S)"
)


def kind_of(byline: str) -> str:
    """Tell what a writing is by its byline."""
    return next((name for name, pattern in KINDS if pattern.search(byline)), "lead")


def author_of(byline: str) -> str | None:
    """Give the writer's name in ordinary letters; a per curiam has none."""
    words = " ".join(byline.split())
    if kind_of(words) == "per_curiam":
        return None
    words = _CALLED.sub("", words)
    titled = _JUSTICE.match(words)
    rest = words[titled.end() :] if titled else words
    name = re.split(
        r",|:|\s+(?=(?:Chief|Senior|Circuit|District|Associate|Board|Appellate|Magistrate|Bankruptcy|delivered|authored|concurring|dissenting|announced|respecting|regarding|concerning)\b)",
        rest,
        maxsplit=1,
    )[0]
    return plain_name(name.strip(" .")) or None


def said_in_caption(clean: Clean) -> str | None:
    """Give the words of a caption that name the writer of the opinion; None where it does not."""
    captions = (words for _, words in clean.of_kind("caption"))
    return next((match.group() for words in captions if (match := _BY.search(words))), None)


def writings(clean: Clean) -> tuple[Writing, ...]:
    """Give the writings of a text in order; together they cover it. A reporter's syllabus is of kind "syllabus"."""
    blocks = [mark for mark in clean.marks if mark.kind in BLOCKS]
    starts = _starts(clean, blocks)
    named = said_in_caption(clean) or ""
    found = []
    for place, (at, byline) in enumerate(starts):
        start = blocks[at].start if place else 0
        end = blocks[starts[place + 1][0]].start if place + 1 < len(starts) else len(clean.text)
        end = start + len(clean.text[start:end].rstrip())
        words = clean.text[byline.start : byline.end] if byline is not None else "" if place else named
        if (
            not words
            and blocks
            and all(mark.kind in ("caption", "footnote") for mark in blocks if start <= mark.start < end)
        ):
            kind = "syllabus" if len(starts) > 1 else "lead"
            found.append(Writing(kind, None, start, end, ""))
            continue
        found.append(Writing(kind_of(words), author_of(words) if words else None, start, end, words))
    return tuple(found)


def _starts(clean: Clean, blocks: Sequence[Mark]) -> list[tuple[int, Mark | None]]:
    """Give the index of the first block of each writing with its byline, if it has one."""
    found: list[tuple[int, Mark | None]] = [(0, None)]
    begun = False  # the writing's own words have begun
    front: int | None = None  # where front matter of a further writing began
    syllabus = False
    for at, mark in enumerate(blocks):
        if mark.kind == "caption":
            own = mark.data.get("part") != "syllabus"
            if (begun or (syllabus and own)) and front is None:
                front = at
            syllabus = syllabus or not own
        elif mark.kind == "byline":
            words = clean.text[mark.start : mark.end]
            if front is not None:
                found.append((front, mark))
                begun, front, syllabus = False, None, False
            elif begun and SEPARATE.search(words):
                found.append((at, mark))
            elif found[-1][1] is None:
                found[-1] = (found[-1][0], mark)
        elif mark.kind in ("paragraph", "heading"):
            if front is not None and syllabus:
                found.append((front, None))
            begun, front, syllabus = True, None, False
    return found
