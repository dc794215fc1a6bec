"""PDFs in the manner of slip opinions, set by Typst."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from tests.importers.press.opinion import COURT, LEFT, RIGHT, opinion

STYLES = ("book", "typed", "small", "block")


@cache
def slip(name: str, style: str, *, first: int = 1) -> bytes:
    """A shipped opinion as PDF: `book` justified and hyphenated, `typed` double-spaced, `small` octavo, `block`."""
    data: dict[str, Any] = opinion(name) | {
        "style": style,
        "first": first,
        "short": "Petrov v. Ashcroft",
        "court": COURT.replace("\n", " "),
        "ruled": style in ("typed", "block"),
        "left": LEFT,
        "right": RIGHT if style in ("typed", "block") else "No. 02-70755",
    }
    return pressed(data)


def pressed(data: dict[str, Any]) -> bytes:
    """Any opinion as PDF."""
    source = Path(__file__).with_name("slip.typ").read_bytes()
    return typst.compile(source, sys_inputs={"data": json.dumps(data)})
