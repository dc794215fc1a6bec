"""The case on page 1: what a brief says first, what its source does not give, and where outside details come from."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from briefs.exporters.page import CasePart, JudgeLine, Page, SourceLine
from briefs.exporters.paper.runs import has_words

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
NAMES = {"decided precision": "date decided"}
# The places in the order they are set: the one note stands at the first, and is called again at the others.
PLACES = ("court", "name", "dockets", "dates", "citation", "judges", "publication", "disposition", "counsel")


def caption(page: Page) -> dict[str, Any]:
    """Give the caption block: court, names, rows of [place, words], author, and the details from outside the text.

    `author` is "" where the panel, or the banner of a separate opinion with the judge it names, already says it.
    """
    case, opinion = page["case"], page["opinion"]
    author = f"{opinion['kind_label']} by {opinion['author']}" if opinion["author"] else opinion["kind_label"]
    if opinion["is_separate"]:
        said = bool(page["banner"] and case["judges"])
    else:
        said = any(judge["role"].lower() == "author" for judge in case["judges"])
    numbers, dates = ["dockets", _dockets(case["dockets"])], ["dates", _dates(case)]
    rows = [[numbers, dates]] if len(numbers[1] + dates[1]) < ROW else [[numbers], [dates]]
    rows += [[["citation", case["citation"] or f"Reporter citation {NOT_GIVEN}"]], [["judges", _panel(page)]]]
    return {
        "court": f"Court {NOT_GIVEN}" if missing(case["court"]) else case["court"],
        "name": next((name for name in (case["short_name"], page["title"]) if has_words(name)), page["slug"]),
        "full": "" if case["caption"].strip() == case["short_name"].strip() else case["caption"],
        "rows": [[[place, words] for place, words in row] for row in rows],
        "author": "" if said else author,
        "sources": _sources(case["sources"]),
    }


def _sources(lines: Iterable[SourceLine]) -> dict[str, Any]:
    """Give the details from outside the text: [their names, their source], and the places on page 1 to note it at."""
    fields: dict[str, list[str]] = {}
    places = set()
    for line in lines:
        name = line["field"].replace("_", " ").lower()
        source = line["source"].strip().removesuffix(".")
        fields.setdefault(source, []).append(NAMES.get(name, name.removesuffix(" on")))
        places.add(next((place for word, place in SOURCE_PLACES if word in name), "name"))
    return {
        "told": [[", ".join(dict.fromkeys(names)).capitalize(), f"{source}."] for source, names in fields.items()],
        "places": [place for place in PLACES if place in places],
    }


def strip(page: Page) -> list[list[str]]:
    """Give the status strip: [label, value, footnote or ""]; never more than what was checked (INV-8).

    Where a banner says what kind of opinion this is, the strip does not say it again.
    """
    case, checked = page["case"], page["law_checked"]
    if checked["on"]:
        by = f" by {checked['by']}" if checked["by"] else ""
        clean = "Law checked through {}" if page["flags"] else "No negative history recorded as of {}"
        law = clean.format(day(checked["on"])) + by
    else:
        count = len(page["flags"])
        noted = f"Not run through a citator; {count} change{'s' if count > 1 else ''} noted"
        law = noted if count else "Law not checked"
    kind = [] if page["banner"] else [["Opinion", page["opinion"]["kind_label"], ""]]
    return [
        *kind,
        ["Publication", _capital(case["publication"] or NOT_GIVEN), case["precedential_note"]],
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
    told = page["opinion"]["kind"] if page["banner"] else ""
    judges = "; ".join(_judge(judge, told) for judge in page["case"]["judges"])
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


def _judge(judge: JudgeLine, told: str) -> str:
    """Name a judge; a role in the kind of opinion `told` by the banner (dissenting in a dissent) is left to it."""
    role = judge["role"].lower()
    role = "" if role == "panel" or (told and role.startswith(told.partition("_")[0].removesuffix("ence"))) else role
    home = f"{judge['home_court']}, sitting by designation" if judge["home_court"] else ""
    aside = "; ".join(part for part in (role, home) if part)
    return ", ".join(part for part in (judge["name"], judge["title"]) if part) + (f" ({aside})" if aside else "")
