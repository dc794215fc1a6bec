"""The propositions of a packet under their issues, each followed by its citation: strings a paper can be built of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from briefs.exporters.packets.choosing import Choice
from briefs.exporters.page import FrozenHolding, Page
from briefs.exporters.paper.runs import unbroken
from briefs.exporters.reference import cited, page_cited

_WEIGHTS = {"dicta": "dictum", "alternative": "alternative holding"}  # said in a parenthesis (Bluebook 10.6.1)


def strings(pages: Sequence[Page], choice: Choice) -> list[dict[str, Any]]:
    """Give [{"issue", "rows": [{"text", "cites": [{"name", "rest", "to"}]}]}], issues by name.

    A row is a proposition; what no court reached is none. Under each issue the newest decision comes first, and a
    dissent or concurrence after the courts' own words. `to` is the name of the proposition's place in the packet.
    """
    issues: dict[str, list[tuple[tuple[Any, ...], dict[str, Any]]]] = {}
    for tab, page in enumerate(pages, 1):
        for holding in page["holdings"]:
            if holding["weight"] == "not_reached":
                continue
            row = {
                "text": _proposition(holding),
                "cite": unbroken(_cite(page, holding, choice)) | {"to": f"t{tab}/holding-{holding['number']}"},
            }
            order = (holding["is_separate"], _newest(page), tab, holding["number"])
            for issue in holding["issues"]:
                issues.setdefault(issue["name"], []).append((order, row))
    return [
        {"issue": name, "rows": [row for _, row in sorted(rows, key=lambda pair: pair[0])], "string": string_of(rows)}
        for name, rows in sorted(issues.items())
    ]


def string_of(rows: Iterable[tuple[tuple[Any, ...], dict[str, Any]]]) -> list[dict[str, str]]:
    """Give the citations of one issue in order, each case once: what stands between semicolons in a string citation."""
    cases: dict[str, dict[str, str]] = {}
    for _, row in sorted(rows, key=lambda pair: pair[0]):
        cases.setdefault(row["cite"]["to"].partition("/")[0], row["cite"])
    return list(cases.values())


def _cite(page: Page, holding: FrozenHolding, choice: Choice) -> dict[str, str]:
    """Cite the opinion at the printed pages of the proposition's quotations, with what has to be said of its weight."""
    authority = cited(page)
    written = choice.cite(authority, ", ".join(_pages(holding, authority.cite)))
    aside = _WEIGHTS.get(holding["weight"], "")
    return {"name": written.name, "rest": written.rest + (f" ({aside})" if aside else "")}


def _pages(holding: FrozenHolding, cite: str) -> Iterator[str]:
    """Give the printed pages, each once and in order; none where the source gives none of this citation's (INV-5)."""
    told = {re.sub(r"^\D+", "", page_cited(cite, pin["page"])) for pin in holding["pins"]}
    yield from sorted(filter(None, told), key=lambda page: int(re.match(r"\d+", page)[0]))  # type: ignore[index]


def _newest(page: Page) -> int:
    on = page["case"]["decided_on"].replace("-", "")
    return -int(on) if on.isdigit() else 0


def _proposition(holding: FrozenHolding) -> str:
    """Give question and answer in one line: many an answer is a bare "No." without its question."""
    told = [holding["question"]["text"] if holding["question"] else "", holding["answer"]["text"]]
    return " ".join(" ".join(told).split())
