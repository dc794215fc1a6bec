"""The shipped opinions as plain data that every press sets: blocks of runs, and the footnotes by number."""

from functools import cache
from pathlib import Path
from typing import Any

from briefs.text.normalise import normalise
from briefs.text.pieces import Clean
from briefs.text.weave import Part, weave

SAMPLES = Path(__file__).parents[3] / "briefs" / "samples"
COURT = "United States Court of Appeals\nfor the Ninth Circuit"
LEFT = "ALEXEI PETROV,\nPetitioner,\nv.\nJOHN ASHCROFT, Attorney General,\nRespondent."
RIGHT = "No. 02-70755\n\nAgency No. 70-123\n\nOPINION"


@cache
def sample(name: str) -> Clean:
    """A shipped opinion as the normaliser reads it from plain text."""
    return normalise((SAMPLES / f"{name}.txt").read_bytes().decode())


def runs(part: Part) -> list[list[str]]:
    """The runs of a part: kind and text; a call's text is its note's number."""
    found = []
    for run in part.runs:
        call, emphasis = run.mark("call"), run.mark("emphasis")
        if call and not run.text:
            found.append(["call", str(call.data["number"])])
        elif run.text:
            found.append(["emphasis" if emphasis else "text", run.text])
    return found


def opinion(name: str) -> dict[str, Any]:
    """An opinion from its byline on."""
    clean = sample(name)
    blocks, notes = [], {}
    for block in weave(clean.text, clean.marks):
        parts = [
            {"quoted": part.quoted, "resumed": place > 0, "runs": runs(part)} for place, part in enumerate(block.parts)
        ]
        if block.kind == "footnote":
            notes[str(block.data["number"])] = parts
        elif block.kind != "caption":
            blocks.append({"kind": block.kind, "level": block.data.get("level", 0), "parts": parts})
    return {"blocks": blocks, "notes": notes}


def words(clean: Clean) -> list[str]:
    """The words of an opinion itself, without its front matter."""
    start = min(mark.start for mark in clean.marks if mark.kind in ("byline", "paragraph"))
    return clean.text[start:].split()
