"""The case on page 1: what a brief says first, what its source does not give, and where outside details come from."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from briefs.exporters.page import CasePart, JudgeLine, Page, SourceLine
from briefs.exporters.paper.runs import has_words
from briefs.text.spaces import bound

NOT_GIVEN = "not given in source"
ROW = 80  # characters: docket numbers and dates no longer than this together share a row
# Where a source of an outside detail is noted on page 1: a word of the field's name -> the place.
SOURCE_PLACES = (
    ("court", "court"),
    ("docket", "dockets"),
    ("argued", "dates"),
    ("decided", "dates"),
    ("citation", "citation"),
    ("judge", "judges"),
    ("panel", "judges"),
    ("author", "judges"),
    ("publi", "publication"),
    ("precedent", "publication"),
    ("counsel", "counsel"),
    ("disposition", "disposition"),
)
# The places in the order they are set: the note is written out at the first, and called again at the others.
PLACES = ("court", "name", "dockets", "dates", "citation", "judges", "publication", "disposition", "counsel")


def caption(page: Page) -> dict[str, Any]:
    """Give the caption block: court, names, rows of [place, words], author, and the note on outside sources.

    `author` is "" where the panel already says who wrote the opinion of the court.
    """
    case, opinion = page["case"], page["opinion"]
    author = f"{opinion['kind_label']} by {opinion['author']}" if opinion["author"] else opinion["kind_label"]
    said = not opinion["is_separate"] and any(judge["role"].lower() == "author" for judge in case["judges"])
    numbers, dates = ["dockets", _dockets(case["dockets"])], ["dates", _dates(case)]
    rows = [[numbers, dates]] if len(numbers[1] + dates[1]) < ROW else [[numbers], [dates]]
    rows += [[["citation", case["citation"] or f"Reporter citation {NOT_GIVEN}"]], [["judges", _panel(page)]]]
    return {
        "court": f"Court {NOT_GIVEN}" if missing(case["court"]) else case["court"],
        "name": next((name for name in (case["short_name"], page["title"]) if has_words(name)), page["slug"]),
        "full": "" if case["caption"].strip() == case["short_name"].strip() else case["caption"],
        "rows": [[[place, bound(words)] for place, words in row] for row in rows],
        "author": "" if said else author,
        "sources": _sources(case["sources"]),
    }


def _sources(lines: Iterable[SourceLine]) -> dict[str, Any]:
    """Give the one note on details from outside the text: its words, "" without any, and the places that call it."""
    fields: dict[str, list[str]] = {}
    places = set()
    for line in lines:
        name = line["field"].replace("_", " ").lower()
        fields.setdefault(line["source"].strip().removesuffix("."), []).append(name.removesuffix(" on"))
        places.add(next((place for word, place in SOURCE_PLACES if word in name), "name"))
    told = [f"{', '.join(dict.fromkeys(names)).capitalize()}: {bound(source)}." for source, names in fields.items()]
    return {
        "text": " ".join(["Not in the text of the opinion.", *told]) if told else "",
        "places": [place for place in PLACES if place in places],
    }


def strip(page: Page) -> list[list[str]]:
    """Give the status strip: [label, value, footnote or ""]; never more than what was checked (INV-8)."""
    case, checked = page["case"], page["law_checked"]
    if checked["on"]:
        by = f" by {checked['by']}" if checked["by"] else ""
        clean = "Law checked through {}" if page["flags"] else "No negative history recorded as of {}"
        law = clean.format(day(checked["on"])) + by
    else:
        law = "Law not checked"
    return [
        ["Opinion", page["opinion"]["kind_label"], ""],
        ["Publication", _capital(case["publication"] or NOT_GIVEN), bound(case["precedential_note"])],
        ["Text", _capital(page["opinion"]["completeness_label"] or NOT_GIVEN), ""],
        ["Law", law, ""],
    ]


def _dates(case: CasePart) -> str:
    given = {"argued": case["argued"], "decided": case["decided"]}
    unknown = [label for label, value in given.items() if missing(value)]
    dates = [f"{label.capitalize()} {day(value)}" for label, value in given.items() if label not in unknown]
    return " · ".join(dates + ([f"Date {' and date '.join(unknown)} {NOT_GIVEN}"] if unknown else []))


def _panel(page: Page) -> str:
    """Name the judges; where a separate opinion gives only its own, say that the others are missing."""
    judges = "; ".join(_judge(judge) for judge in page["case"]["judges"])
    others = {"panel", "joined"} & {judge["role"].lower() for judge in page["case"]["judges"]}
    if not judges:
        return f"Panel {NOT_GIVEN}"
    if page["opinion"]["is_separate"] and not others:
        return f"{judges}; other panel members {NOT_GIVEN}"
    return f"Before {judges}"


def missing(value: str) -> bool:
    """Tell whether the source does not give a value."""
    return not value or value == NOT_GIVEN


def _capital(value: str) -> str:
    return value[:1].upper() + value[1:]


def day(value: str) -> str:
    """Write an ISO date out; anything else ("November 2008", "not given in source") stays as it is."""
    try:
        on = date.fromisoformat(value)
    except ValueError:
        return value or NOT_GIVEN
    return f"{on:%B} {on.day}, {on.year}"


def _dockets(numbers: list[str]) -> str:
    return f"No{'s' if len(numbers) > 1 else ''}. {', '.join(numbers)}" if numbers else f"Docket number {NOT_GIVEN}"


def _judge(judge: JudgeLine) -> str:
    role = "" if judge["role"].lower() == "panel" else judge["role"].lower()
    home = f"{judge['home_court']}, sitting by designation" if judge["home_court"] else ""
    aside = "; ".join(part for part in (role, home) if part)
    return ", ".join(part for part in (judge["name"], judge["title"]) if part) + (f" ({aside})" if aside else "")
