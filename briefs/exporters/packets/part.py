"""One brief of a packet, set by itself: it has no table of authorities, but tells what it cites for the joint one."""

from collections.abc import Iterator
from typing import Any

from briefs.exporters.packets.choosing import Choice
from briefs.exporters.page import Page
from briefs.exporters.paper.sheet import sheet
from briefs.exporters.reference import cited

CITED = "cited:"  # what the address of a citation begins with in a part, before the authority's slug and a space


def part_sheet(page: Page, tab: int, choice: Choice, site_url: str, *, tells: bool = True) -> dict[str, Any]:
    """Give the sheet of a brief as a tab of a packet; the address of a citation says which authority it cites.

    So the joint table finds the pages: when the parts are joined the address is what it was.
    """
    laid = sheet(page, site_url)
    laid["authorities"] = []
    laid["head"] = [f"Tab\u00a0{tab}", *laid["head"]]
    laid["part"] = True
    written = choice.cite(cited(page))
    if written.name:
        laid["cite_as"] = {"name": written.name, "rest": written.rest}
    for run in _citations(laid):
        if tells and run["href"]:
            run["href"] = f"{CITED}{run['cite']} {run['href']}"
    return laid


def _citations(value: Any) -> Iterator[dict[str, Any]]:
    """Find the citations in laid-out prose."""
    if isinstance(value, dict):
        if "cite" in value and "runs" in value:
            yield value
        else:
            for inner in value.values():
                yield from _citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _citations(inner)
