"""A page laid out for paper: what a printed brief says, in order, as plain data without any type-setting.

Every paper format sets this same sheet, so that a label, a date or a missing fact reads alike in all of them.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from briefs.exporters.page import BelowLine, Flag, FrozenHolding, Page, Rich
from briefs.exporters.paper.appendix import appendix
from briefs.exporters.paper.authorities import authorities
from briefs.exporters.paper.caption import NOT_GIVEN, caption, day, missing, strip
from briefs.exporters.paper.runs import blocks, has_words, printable, shown, unbroken, web

PROPERTIES = ("title", "keywords")  # of the file, not set on its pages
PROSE = ("flags", "summary", "groups", "sections")  # where the brief's own words cite
NEEDS_CHECKING = "Needs checking"
# Characters: an answer or a quotation longer than this may part over pages.
LONG, LONG_QUOTATION = 1200, 500
LONG_COLOPHON = 2000  # one that is no longer stays on one page
# Hosts that only this machine reaches: their addresses are of no use on paper.
LOCAL = {"localhost", "127.0.0.1", "::1"}
# What a note on review begins with, other than a name.
REVIEW_WORDS = set(
    "a abuse affirmance affirmed clear clearly de deferential denied dismissed no not plenary remanded review reviewed "
    "reversed single streamlined substantial summarily summary the vacated without".split()
)
ROLES = {
    "dissent": "dissenting",
    "concurrence": "concurring",
    "concurrence_in_part": "concurring in part and dissenting in part",
}


def sheet(page: Page, site_url: str) -> dict[str, Any]:
    """Give everything a printed brief says, fit for JSON; `site_url` "" leaves the links to the site out."""
    laid: dict[str, Any] = printable(_Sheet(page, site_url.rstrip("/")).everything())
    cited = set(_cited([laid[part] for part in PROSE]))
    for group in laid["authorities"]:
        for entry in group["entries"]:
            entry["cited"] = entry["slug"] in cited
    about = [*laid["subjects"], *laid["caption"]["sources"]["told"], [laid["counsel"], *laid["cite_as"].values()]]
    laid["colophon_parts"] = sum(len(words) for row in about for words in row) > LONG_COLOPHON
    for passage in laid["appendix"]:  # the last goes with the colophon, which is not to have a page for itself
        pieces = [piece for line in passage["lines"] for piece in line["pieces"]]
        passage["closes"] = passage is laid["appendix"][-1] and sum(len(one.get("text", "")) for one in pieces) <= LONG
    return {part: value if part in PROPERTIES else unbroken(value) for part, value in laid.items()}


def _cited(value: Any) -> Iterator[str]:
    """Find the slugs of what laid-out prose cites: the type-setter need not lay all out to know the table's rows."""
    if isinstance(value, dict):
        if "cite" in value and "runs" in value:
            yield value["cite"]
        else:
            for inner in value.values():
                yield from _cited(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _cited(inner)


def file_stem(page: Page) -> str:
    """Name the brief's file: its case, what it briefs where that is a separate opinion, and its edition."""
    kind = re.sub("[^a-z]+", "-", page["opinion"]["kind_label"].lower()).strip("-")
    separate = f"-{kind}" if page["opinion"]["is_separate"] and kind not in page["slug"] else ""
    return f"{page['slug']}{separate}-brief-edition-{page['edition']}"


class _Sheet:
    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.local = (urlsplit(site).hostname or "") in LOCAL
        self.passages = {(p["anchor"], p["place"]): p["n"] for p in reversed(page["passages"])}
        self.numbers = {p["n"] for p in page["passages"]}
        self.names = {h["number"]: f"No. {h['number']} ({h['weight_label']})" for h in page["holdings"]}

    def everything(self) -> dict[str, Any]:
        page, case, opinion = self.page, self.page["case"], self.page["opinion"]
        kind = f"{opinion['kind_label']} brief" if opinion["is_separate"] else ""
        published = date.fromisoformat(page["published_on"])
        edition = f"Edition {page['edition']}, {day(page['published_on'])}"
        title = next(words for words in (page["title"], case["short_name"], page["slug"]) if has_words(words))
        short = _clipped(case["short_name"] or title, 80)
        return {
            "title": f"{title} ({kind.lower()})" if kind else title,
            "clinic": page["clinic"],
            "keywords": [issue["name"] for issue in page["issues"]],
            "published": [published.year, published.month, published.day],
            "head": [part for part in (short, kind) if part],
            "foot": _clipped(page["clinic"], 70),
            "brief": ". ".join(part for part in (page["clinic"].strip().removesuffix("."), edition) if part),
            "edition": edition,
            "kind": kind,
            "banner": page["banner"],
            "caption": caption(page),
            "strip": strip(page),
            "flags": [self.flag(flag, at) for at, flag in enumerate(page["flags"])],
            "content_note": page["content_note"],
            "summary": self.rich(page["summary"]),
            "groups": list(self.groups()),
            "outcome": {
                "line": f"Disposition {NOT_GIVEN}." if missing(case["disposition"]) else case["disposition"],
                "rows": [[row["party"], row["claim"], row["outcome"]] for row in case["dispositions"]],
            },
            "sections": [
                {
                    "field": part["field"],
                    "title": part["title"] if has_words(part["title"]) else "Untitled section",
                    "prose": self.rich(part["prose"]),
                }
                for part in page["sections"]
            ],
            "below": [
                [row["tribunal"], day(row["decided"]), row["adjudicator"] or NOT_GIVEN, _result(row)]
                for row in case["below"]
            ],
            "counsel": case["counsel"],
            "subjects": self.subjects(),
            "authorities": list(authorities(page, self.online)),
            "appendix": list(appendix(page, self.names, self.online)),
            "cite_as": self.cite_as(),
            "address": self.online(f"/briefs/{page['slug']}/editions/{page['edition']}/"),
        }

    def online(self, path: str) -> dict[str, str] | None:
        """Give an address on the site as a link and as it is printed, "" where nobody else could go there."""
        if not web(self.site):
            return None
        return {"href": self.site + path, "shown": "" if self.local else shown(self.site + path)}

    def flag(self, flag: Flag, at: int) -> dict[str, Any]:
        how = ": law changed" if flag["label"] == NEEDS_CHECKING else ", effective"
        head = f"{flag['label']}{how} {flag['effective']}" if flag["effective"] else flag["label"]
        number = flag["holding"] if flag["holding"] in self.names else None
        return {
            "id": f"flag-{at}",
            "head": head,
            "applies_when": flag["applies_when"].strip().removesuffix("."),
            "note": self.rich(flag["note"]),
            "holding": number,
            "holding_name": self.known(number) if number else "",
        }

    def known(self, number: int) -> str:
        """Name a proposition on page 1, where the banner of a separate opinion already says what all of them are."""
        return f"No. {number}" if self.page["banner"] else self.names[number]

    def cite_as(self) -> dict[str, str]:
        """Give the citation of the opinion, its name apart; a separate opinion's says whose it is (Bluebook 10.6.1)."""
        case, opinion = self.page["case"], self.page["opinion"]
        cite, role = case["full_citation"], ROLES.get(opinion["kind"], "")
        if cite and role and opinion["author"] and role.split()[0] not in cite:
            cite += f" ({opinion['author'].partition(',')[0]}, J., {role})"
        name = case["short_name"] if cite.startswith(f"{case['short_name']},") else ""
        return {"name": name, "rest": cite.removeprefix(name)}

    def groups(self) -> Iterator[dict[str, Any]]:
        """Holdings of the court first; propositions of a separate opinion never stand under the same heading."""
        opinion = self.page["opinion"]
        whose = f"the {opinion['kind_label'].lower()}" if opinion["is_separate"] else "a separate opinion"
        for separate, title in ((False, "Holdings"), (True, f"Propositions of {whose}")):
            chosen = [h for h in self.page["holdings"] if h["is_separate"] == separate]
            if chosen:
                yield {"title": title, "holdings": [self.holding(holding) for holding in chosen]}

    def holding(self, holding: FrozenHolding) -> dict[str, Any]:
        number, question, answer = holding["number"], holding["question"], holding["answer"]
        asked = question is not None and has_words(question["text"])
        said: Rich = {"text": holding["weight_label"], "marks": []}
        return {
            "number": number,
            "asked": self.rich(question if asked else answer if has_words(answer["text"]) else said),
            "answer": self.rich(answer) if asked else [],
            "long": len(answer["text"]) > LONG,
            "rule": self.rich(holding["rule"]),
            "application": self.rich(holding["application"]),
            "weight": holding["weight_label"],
            "outcome": holding["outcome_label"],
            "flags": [f"flag-{at}" for at, flag in enumerate(self.page["flags"]) if flag["holding"] == number],
            "issues": [issue["name"] for issue in holding["issues"]],
            "pins": [
                {
                    "n": pin["n"],
                    "quote": pin["quote"],
                    "long": len(pin["quote"]) > LONG_QUOTATION,
                    "place": _place(pin["place"], pin["page"]),
                    "voice": pin["voice_label"],
                    "in_appendix": pin["n"] in self.numbers,
                    "opinion": self.online(f"/opinions/{pin['opinion']}/#{pin['anchor']}"),
                }
                for pin in holding["pins"]
            ],
        }

    def subjects(self) -> list[list[str]]:
        """Give what the brief is about as [label, value]; the grounds claimed apart from the issues on grounds."""
        claimed = f"Ground{'s' if len(self.page['grounds']) > 1 else ''} claimed"
        areas: dict[str, list[str]] = {}
        for issue in self.page["issues"]:
            areas.setdefault(issue["area"] or "Issues", []).append(issue["name"])
        rows = [["Country", self.page["country"]], [claimed, ", ".join(self.page["grounds"])]]
        rows += [[area, "; ".join(names)] for area, names in areas.items()]
        return [[label, value] for label, value in rows if value]

    def rich(self, rich: Rich | None) -> list[dict[str, Any]]:
        return blocks(rich, self.passages, self.site)


def _result(row: BelowLine) -> str:
    """Give outcome and review in one line; only a word known to begin lower-case goes on after a semicolon."""
    outcome, review = (part.strip().removesuffix(".") for part in (row["outcome"], row["review"]))
    if not (outcome and review):
        return outcome or review or NOT_GIVEN
    first = re.match(r"[\w-]+", review)
    if first and first[0].lower() in REVIEW_WORDS:
        return f"{outcome}; {review[0].lower()}{review[1:]}"
    return f"{outcome}. {review}"


def _place(place: str, page: str) -> str:
    return f"{place}, {page if page.startswith('p') else f'p. {page}'}" if page else place


def _clipped(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(" ,;") + " …"
