"""The table of authorities: groups in the order a brief files them, and which authorities are chiefly relied on."""

import re
from collections.abc import Iterator
from typing import Any

from briefs.exporters.page import CitedAuthority, Page, Rich
from briefs.exporters.paper.runs import Online, ranged, shown, web

GROUPS = ("Cases", "Administrative decisions", "Constitution", "Statutes", "Regulations", "Rules", "Treaties")


def authorities(page: Page, online: Online) -> Iterator[dict[str, Any]]:
    """Give the groups of the table with their entries; `remark` is what a link's host adds, "(search)"."""
    chief = set().union(*(_cited(holding[part]) for holding in page["holdings"] for part in ("answer", "rule")))
    groups: dict[str, list[CitedAuthority]] = {}
    for authority in page["authorities"]:
        groups.setdefault(authority["group"], []).append(authority)
    for title in sorted(groups, key=_group_order):
        yield {
            "title": title,
            "entries": [
                {
                    "slug": one["slug"],
                    "name": one["name"] if one["name"] not in one["cite"] else "",
                    "italic": one["kind"] in ("case", "agency_decision"),
                    "cite": ranged(one["cite"]),
                    "href": web(one["url"]),
                    "shown": shown(one["url"]),
                    "remark": one["host"].partition(" ")[2],
                    "held": online(f"/opinions/{one['held']}/") if one["held"] else None,
                    "note": one["note"],
                    "chief": one["slug"] in chief,
                    "in_opinion": ", ".join(dict.fromkeys(one["in_opinion"])),
                }
                for one in sorted(groups[title], key=lambda one: _natural(one["name"] or one["cite"]))
            ],
        }


def _cited(rich: Rich | None) -> set[str]:
    """Give the slugs of what a text cites by more than its bare name."""
    marks = rich["marks"] if rich else []
    return {data["slug"] for _, _, kind, data in marks if kind == "cite" and data.get("form") != "reference"}


def _group_order(title: str) -> tuple[int, str]:
    if title == "Other":
        return len(GROUPS) + 1, title
    return (GROUPS.index(title) if title in GROUPS else len(GROUPS)), title


def _natural(text: str) -> list[tuple[int, int, str]]:
    """Order numbers as numbers: 8 U.S.C. § 1101 before § 1158."""
    parts = re.findall(r"\d+|\D+", text.casefold())
    return [(0, int(part), "") if part.isdigit() and part.isascii() else (1, 0, part) for part in parts]
