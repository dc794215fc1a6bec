"""A page laid out for paper: what a printed brief says, in order, as plain data without any type-setting.

Every paper format sets this same sheet, so that a label, a date or a missing fact reads alike in all of them.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from briefs.exporters.page import AppendixPassage, BelowLine, CitedAuthority, Flag, FrozenHolding, Page, Rich
from briefs.exporters.paper.caption import NOT_GIVEN, caption, day, missing, strip
from briefs.exporters.paper.runs import blocks, cited_slugs, has_words, printable, quoted_lines, shown, web
from briefs.text.spaces import bound

GROUPS = ("Cases", "Administrative decisions", "Constitution", "Statutes", "Regulations", "Rules", "Treaties")
ROLES = {
    "dissent": "dissenting",
    "concurrence": "concurring",
    "concurrence_in_part": "concurring in part and dissenting in part",
}


def sheet(page: Page, site_url: str) -> dict[str, Any]:
    """Give everything a printed brief says, fit for JSON; `site_url` "" leaves the links to the site out."""
    laid: dict[str, Any] = printable(_Sheet(page, site_url.rstrip("/")).everything())
    return laid


def file_stem(page: Page) -> str:
    """Name the brief's file: its case, what it briefs where that is a separate opinion, and its edition."""
    kind = re.sub("[^a-z]+", "-", page["opinion"]["kind_label"].lower()).strip("-")
    separate = f"-{kind}" if page["opinion"]["is_separate"] and kind not in page["slug"] else ""
    return f"{page['slug']}{separate}-brief-edition-{page['edition']}"


class _Sheet:
    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.passages = {(p["anchor"], p["place"]): p["n"] for p in reversed(page["passages"])}
        self.numbers = {p["n"] for p in page["passages"]}
        self.names = {h["number"]: f"No. {h['number']} ({h['weight_label']})" for h in page["holdings"]}

    def everything(self) -> dict[str, Any]:
        page, case, opinion = self.page, self.page["case"], self.page["opinion"]
        kind = f"{opinion['kind_label']} brief" if opinion["is_separate"] else ""
        published = date.fromisoformat(page["published_on"])
        title = next(words for words in (page["title"], case["short_name"], page["slug"]) if has_words(words))
        short = _clipped(case["short_name"] or title, 80)
        return {
            "title": f"{title} ({kind.lower()})" if kind else title,
            "clinic": page["clinic"],
            "keywords": [issue["name"] for issue in page["issues"]],
            "published": [published.year, published.month, published.day],
            "head": [part for part in (short, kind) if part],
            "foot": _clipped(page["clinic"], 70),
            "edition": f"Edition {page['edition']}, {day(page['published_on'])}",
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
                "rows": [[row["party"], bound(row["claim"]), row["outcome"]] for row in case["dispositions"]],
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
            "counsel": bound(case["counsel"]),
            "subjects": self.subjects(),
            "authorities": list(self.authorities()),
            "appendix": list(self.appendix()),
            "cite_as": self.cite_as(),
            "address": self.online(f"/briefs/{page['slug']}/editions/{page['edition']}/"),
        }

    def online(self, path: str) -> dict[str, str] | None:
        """Give an address on the site as a link and as it is printed."""
        return {"href": self.site + path, "shown": shown(self.site + path)} if web(self.site) else None

    def flag(self, flag: Flag, at: int) -> dict[str, Any]:
        head = f"{flag['label']}, effective {flag['effective']}" if flag["effective"] else flag["label"]
        number = flag["holding"] if flag["holding"] in self.names else None
        return {
            "id": f"flag-{at}",
            "head": head,
            "applies_when": flag["applies_when"],
            "note": self.rich(flag["note"]),
            "holding": number,
            "holding_name": self.names[number] if number else "",
        }

    def cite_as(self) -> dict[str, str]:
        """Give the citation of the opinion, its name apart; a separate opinion's says whose it is (Bluebook 10.6.1)."""
        case, opinion = self.page["case"], self.page["opinion"]
        cite, role = case["full_citation"], ROLES.get(opinion["kind"], "")
        if cite and role and opinion["author"] and role.split()[0] not in cite:
            cite += f" ({opinion['author'].partition(',')[0]}, J., {role})"
        name = case["short_name"] if cite.startswith(f"{case['short_name']},") else ""
        return {"name": name, "rest": bound(cite.removeprefix(name))}

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
            "rule": self.rich(holding["rule"]),
            "application": self.rich(holding["application"]),
            "weight": holding["weight_label"],
            "outcome": holding["outcome_label"],
            "flags": [f"flag-{at}" for at, flag in enumerate(self.page["flags"]) if flag["holding"] == number],
            "issues": [issue["name"] for issue in holding["issues"]],
            "pins": [
                {
                    "n": pin["n"],
                    "quote": bound(pin["quote"]),
                    "place": _place(pin["place"], pin["page"]),
                    "voice": pin["voice_label"],
                    "in_appendix": pin["n"] in self.numbers,
                    "opinion": self.online(f"/opinions/{pin['opinion']}/#{pin['anchor']}"),
                }
                for pin in holding["pins"]
            ],
        }

    def subjects(self) -> list[list[str]]:
        areas: dict[str, list[str]] = {}
        for issue in self.page["issues"]:
            areas.setdefault(issue["area"] or "Issues", []).append(issue["name"])
        rows = [[area, "; ".join(names)] for area, names in areas.items()]
        rows += [["Country", self.page["country"]], ["Protected grounds", ", ".join(self.page["grounds"])]]
        return [[label, value] for label, value in rows if value]

    def authorities(self) -> Iterator[dict[str, Any]]:
        """Give the groups of the table: those the brief cites with their pages, those only the opinion cites apart."""
        texts = [h[part] for h in self.page["holdings"] for part in ("question", "answer", "rule", "application")]
        chief = set().union(*(cited_slugs(rich) for rich in texts))
        groups: dict[str, list[CitedAuthority]] = {}
        for authority in self.page["authorities"]:
            groups.setdefault(authority["group"], []).append(authority)
        for title in sorted(groups, key=_group_order):
            yield {
                "title": title,
                "entries": [
                    {
                        "slug": one["slug"],
                        "name": one["name"] if one["name"] not in one["cite"] else "",
                        "italic": one["kind"] in ("case", "agency_decision"),
                        "cite": bound(one["cite"]),
                        "href": web(one["url"]),
                        "shown": shown(one["url"]),
                        "held": self.online(f"/opinions/{one['held']}/") if one["held"] else None,
                        "note": bound(one["note"]),
                        "chief": one["slug"] in chief,
                        "in_opinion": bound(", ".join(dict.fromkeys(one["in_opinion"]))),
                    }
                    for one in sorted(groups[title], key=lambda one: _natural(one["name"] or one["cite"]))
                ],
            }

    def appendix(self) -> Iterator[dict[str, Any]]:
        """Give each quoted paragraph once, with all its quoted words in place."""
        paragraphs: dict[tuple[str, str], list[AppendixPassage]] = {}
        for passage in self.page["passages"]:
            paragraphs.setdefault((passage["anchor"], passage["text"]), []).append(passage)
        for passages in paragraphs.values():
            first = passages[0]
            numbers = _list([str(passage["n"]) for passage in passages])
            supported = dict.fromkeys(n for passage in passages for n in passage["holdings"] if n in self.names)
            yield {
                "title": bound(f"Passage{'s' if len(passages) > 1 else ''} {numbers}, {first['place']}"),
                "voice": _list(list(dict.fromkeys(p["voice_label"] for p in passages if p["voice_label"]))),
                "lines": quoted_lines(first["text"], [(p["start"], p["end"], p["n"]) for p in passages]),
                "holdings": [{"number": n, "name": self.names[n]} for n in supported],
                "opinion": self.online(f"/opinions/{self.opinion_of(first['n'])}/#{first['anchor']}"),
            }

    def opinion_of(self, n: int) -> str:
        """Give the slug of the opinion that passage n stands in."""
        pins = (pin for holding in self.page["holdings"] for pin in holding["pins"])
        return next((pin["opinion"] for pin in pins if pin["n"] == n), self.page["opinion"]["slug"])

    def rich(self, rich: Rich | None) -> list[dict[str, Any]]:
        return blocks(rich, self.passages, self.site)


def _result(row: BelowLine) -> str:
    parts = (row["outcome"].strip().removesuffix("."), row["review"].strip().removesuffix("."))
    return bound("; ".join(part for part in parts if part) or NOT_GIVEN)


def _list(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _place(place: str, page: str) -> str:
    return bound(f"{place}, {page if page.startswith('p') else f'p. {page}'}" if page else place)


def _clipped(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


def _group_order(title: str) -> tuple[int, str]:
    if title == "Other":
        return len(GROUPS) + 1, title
    return (GROUPS.index(title) if title in GROUPS else len(GROUPS)), title


def _natural(text: str) -> list[tuple[int, int, str]]:
    """Order numbers as numbers: 8 U.S.C. § 1101 before § 1158."""
    parts = re.findall(r"\d+|\D+", text.casefold())
    return [(0, int(part), "") if part.isdigit() and part.isascii() else (1, 0, part) for part in parts]
