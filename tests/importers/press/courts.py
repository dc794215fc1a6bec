"""PDFs in the manner of particular courts: stamps, running heads, captions and notes as each of them sets them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from tests.importers.press.opinion import opinion

_GIVEN = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))


def _settled(manner: dict[str, Any]) -> dict[str, Any]:
    """A court's manner with its lists of details as the importer gives them."""
    told = {name: tuple(value) if isinstance(value, list) else value for name, value in manner["details"].items()}
    return manner | {"details": told}


# Each court: its page, what stands over and under every page, its front matter, and the details to be read off it.
COURTS: dict[str, dict[str, Any]] = {court: _settled(manner) for court, manner in _GIVEN["courts"].items()}
# Other ways to set the same page, each on the manner of the Fourth Circuit.
VARIANTS: dict[str, dict[str, Any]] = _GIVEN["variants"]
# Further courts and agencies, each different from the others in something real; set with another opinion.
MANNERS: dict[str, dict[str, Any]] = {
    manner: _settled(given)
    for manner, given in json.loads(Path(__file__).with_name("further.json").read_text(encoding="utf-8")).items()
}


def _noted(blocks: list[dict[str, Any]], *, second: bool) -> list[dict[str, Any]]:
    return [dict(block, second=second) for block in blocks]


def data(manner: dict[str, Any], name: str = "chouchkov") -> dict[str, Any]:
    """What is given to the press for one court: its manner, and a shipped opinion in it."""
    lead = opinion(name)
    blocks = _noted(lead["blocks"][1:], second=False)
    signs = {
        sign: [{"quoted": False, "resumed": False, "runs": [["text", words]]}]
        for sign, words in manner.get("notes", {}).items()
    }
    byline = manner["byline"]
    if byline:
        runs = [["text", byline]] if isinstance(byline, str) else byline
        if manner.get("runin"):
            blocks[0] = dict(
                blocks[0],
                parts=[
                    dict(blocks[0]["parts"][0], runs=[*runs, *blocks[0]["parts"][0]["runs"]]),
                    *blocks[0]["parts"][1:],
                ],
            )
        else:
            blocks.insert(0, {"kind": "paragraph", "parts": [{"quoted": False, "resumed": False, "runs": runs}]})
    others: dict[str, Any] = {}
    if manner.get("dissent"):
        other = opinion("kaptsov")
        more = _noted(other["blocks"][1:], second=True)
        first = {
            "kind": "paragraph",
            "page": True,
            "parts": [{"quoted": False, "resumed": False, "runs": [["text", manner["dissent"]]]}],
        }
        blocks += [first, *more]
        others = other["notes"]
    return {
        "style": manner["style"], "heads": manner["heads"], "foot": manner.get("foot", ""), "front": manner["front"],
        "allheads": manner.get("allheads", False), "first": manner.get("first", 1), "bates": manner.get("bates", ""),
        "blocks": blocks, "notes": lead["notes"] | signs, "others": others,
    }  # fmt: skip


@cache
def courtly(court: str) -> bytes:
    """A shipped opinion as the PDF of one court."""
    return pressed(COURTS[court] if court in COURTS else COURTS["ca4"] | {"style": VARIANTS[court], "dissent": None})


@cache
def mannered(manner: str, name: str = "balachova") -> bytes:
    """A shipped opinion as the PDF of a further court or agency."""
    return pressed(MANNERS[manner], name)


def pressed(manner: dict[str, Any], name: str = "chouchkov") -> bytes:
    """An opinion in a manner, as PDF."""
    source = Path(__file__).with_name("courts.typ").read_bytes()
    return typst.compile(source, sys_inputs={"data": json.dumps(data(manner, name))})
