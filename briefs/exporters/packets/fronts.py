"""What a packet says before and after its briefs: cover, contents and joint table of authorities, as plain data."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from briefs.citations.styles import Authority
from briefs.exporters.packets.choosing import Choice
from briefs.exporters.page import CitedAuthority, Page
from briefs.exporters.paper.authorities import authorities
from briefs.exporters.paper.caption import day
from briefs.exporters.paper.runs import printable, ranged, unbroken
from briefs.exporters.reference import cited

_DECIDED = re.compile(r"(?P<cite>.+) \((?:(?P<court>[^()]+) )?(?P<year>\d{4})\)$")
PASSIM = 5  # pages from which on an authority is cited passim


def cover(pages: Sequence[Page], choice: Choice, told: Sequence[str]) -> dict[str, Any]:
    """Give the cover: title, clinic, newest edition's date, what is in it, and what was left out and why."""
    newest = max(page["published_on"] for page in pages)
    unsure = [page["title"] for page in pages if choice.is_filed and not page["case"]["publication"]]
    notes = [*told]
    if unsure:
        notes.append(f"The source does not say whether these were published; check before citing: {'; '.join(unsure)}.")
    return clean(
        {
            "title": choice.title,
            "clinic": pages[0]["clinic"],
            "on": day(newest),
            "count": f"{len(pages)} brief{'s' if len(pages) > 1 else ''}",
            "notes": notes,
            "published": [int(part) for part in newest.split("-")],
        }
    )


def tabs(pages: Sequence[Page], choice: Choice) -> list[dict[str, Any]]:
    """Give a line of the contents for each brief: its tab, how the opinion is cited, and what kind of brief it is."""
    lines = []
    for tab, page in enumerate(pages, 1):
        written = choice.cite(cited(page))
        kind = f"{page['opinion']['kind_label']} brief" if page["opinion"]["is_separate"] else ""
        lines.append({"tab": tab, "name": written.name, "rest": written.rest, "kind": kind, "to": f"t{tab}/start"})
    return clean(lines)


def joint_table(pages: Sequence[Page], choice: Choice) -> list[dict[str, Any]]:
    """Give the groups of the joint table, each authority once and cited in the packet's style.

    Which of them the briefs cite, the setting tells.
    """
    merged: dict[str, CitedAuthority] = {}
    for page in pages:
        for one in page["authorities"]:
            merged.setdefault(one["slug"], one)
    together = pages[0] | {
        "authorities": list(merged.values()),
        "holdings": [holding for page in pages for holding in page["holdings"]],
    }
    groups = list(authorities(together, lambda path: None))
    for group in groups:
        for entry in group["entries"]:
            entry["cite"] = _cite(merged[entry["slug"]], choice)
    return clean(groups)


def _cite(one: CitedAuthority, choice: Choice) -> str:
    """Write the citation without the name, its last parenthesis parted into court and year as the style wants it."""
    parts = _DECIDED.match(one["cite"])
    if parts is None:
        written = choice.cite(Authority(one["kind"], one["cite"]))
    else:
        written = choice.cite(Authority(one["kind"], parts["cite"], "", parts["court"] or "", parts["year"]))
    return ranged(str(written))


def newest_of(pages: Sequence[Page]) -> date:
    """Give the day of the newest edition: a packet's own date, so that the same briefs give the same bytes."""
    return max(date.fromisoformat(page["published_on"]) for page in pages)


def clean(value: Any) -> Any:
    """Make plain data fit to be set."""
    return unbroken(printable(value))
