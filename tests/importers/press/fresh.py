"""PDFs in manners that came up later: each sets the beginning of a shipped opinion, with its own front matter."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from tests.importers.press.opinion import opinion

_BLOCKS = 15  # of the opinion: enough for quotations, headings and notes
FRESH: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))


@cache
def given(manner: str) -> dict[str, Any]:
    """What is given to the press: a manner, and the blocks and notes set in it."""
    lead = opinion("chouchkov")
    blocks = lead["blocks"][1 : 1 + _BLOCKS]
    called = [words for block in blocks for part in block["parts"] for kind, words in part["runs"] if kind == "call"]
    numbers = {sign: str(number) for number, sign in enumerate(called, 1)}
    blocks = [_renumbered(block, numbers) for block in blocks]
    own = FRESH[manner]
    if own["style"].get("starred"):
        blocks = _starred(blocks)
    return own | {"blocks": blocks, "notes": {numbers[sign]: lead["notes"][sign] for sign in called}}


def _renumbered(block: dict[str, Any], numbers: dict[str, str]) -> dict[str, Any]:
    parts = [
        dict(part, runs=[[kind, numbers[words] if kind == "call" else words] for kind, words in part["runs"]])
        for part in block["parts"]
    ]
    return dict(block, parts=parts)


def _starred(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Begin a page of the reporter within every fourth paragraph."""
    star, found = 1, []
    for place, block in enumerate(blocks):
        parts = block["parts"]
        if place % 4 == 2 and block["kind"] == "paragraph":
            star += 1
            kind, words = parts[0]["runs"][0]
            at = words.find(" ", len(words) // 2) + 1
            cut = [[kind, words[:at]], ["star", f"[*{star}]"], [kind, words[at:]], *parts[0]["runs"][1:]]
            parts = [dict(parts[0], runs=cut), *parts[1:]]
        found.append(dict(block, parts=parts))
    return found


@cache
def fresh(manner: str) -> bytes:
    """The opinion in a manner, as PDF."""
    return pressed(given(manner))


def pressed(own: dict[str, Any]) -> bytes:
    """What is given to the press, as PDF."""
    return typst.compile(Path(__file__).with_suffix(".typ").read_bytes(), sys_inputs={"data": json.dumps(own)})
