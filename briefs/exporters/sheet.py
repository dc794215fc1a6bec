"""A page laid out for paper: what a printed brief says, in order, as plain data without any type-setting.

Every paper format sets this same sheet, so that a label, a date or a missing fact reads alike in all of them.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from briefs.exporters.page import AppendixPassage, CasePart, CitedAuthority, Flag, FrozenHolding, JudgeLine, Page, Rich
from briefs.exporters.runs import blocks, bound, cited_slugs, printable, quoted_lines, shown, web

NOT_GIVEN = "not given in source"
GROUPS = ("Cases", "Administrative decisions", "Constitution", "Statutes", "Regulations", "Rules", "Treaties")
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
# The places in the order they are set: a note that several share is written out at the first.
PLACES = ("court", "name", "dockets", "dates", "citation", "judges", "publication", "disposition", "counsel")


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
        title = page["title"].strip() or case["short_name"].strip() or page["slug"]
        short = _clipped(case["short_name"] or title, 80)
        return {
            "title": f"{title} ({kind.lower()})" if kind else title,
            "clinic": page["clinic"],
            "keywords": [issue["name"] for issue in page["issues"]],
            "published": [published.year, published.month, published.day],
            "head": [part for part in (short, kind) if part],
            "edition": f"Edition {page['edition']}, {_day(page['published_on'])}",
            "kind": kind,
            "banner": page["banner"],
            "caption": self.caption(case),
            "strip": self.strip(),
            "flags": [self.flag(flag, at) for at, flag in enumerate(page["flags"])],
            "content_note": page["content_note"],
            "summary": self.rich(page["summary"]),
            "groups": list(self.groups()),
            "outcome": {
                "line": f"Disposition {NOT_GIVEN}." if _missing(case["disposition"]) else case["disposition"],
                "rows": [[row["party"], row["claim"], row["outcome"]] for row in case["dispositions"]],
            },
            "sections": [
                {"field": part["field"], "title": part["title"], "prose": self.rich(part["prose"])}
                for part in page["sections"]
            ],
            "below": [
                [row["tribunal"], _day(row["decided"]), row["adjudicator"], row["outcome"], row["review"]]
                for row in case["below"]
            ],
            "counsel": case["counsel"],
            "subjects": self.subjects(),
            "authorities": list(self.authorities()),
            "appendix": list(self.appendix()),
            "cite_as": case["full_citation"],
            "address": self.online(f"/briefs/{page['slug']}/editions/{page['edition']}/"),
        }

    def online(self, path: str) -> dict[str, str] | None:
        """Give an address on the site as a link and as it is printed."""
        return {"href": self.site + path, "shown": shown(self.site + path)} if web(self.site) else None

    def caption(self, case: CasePart) -> dict[str, Any]:
        judges = "; ".join(_judge(judge) for judge in case["judges"])
        opinion = self.page["opinion"]
        if opinion["is_separate"] and not {"panel", "joined"} & {judge["role"].lower() for judge in case["judges"]}:
            panel = f"{judges}; other panel members {NOT_GIVEN}" if judges else f"Panel {NOT_GIVEN}"
        else:
            panel = f"Before {judges}" if judges else f"Panel {NOT_GIVEN}"
        author = f"{opinion['kind_label']} by {opinion['author']}" if opinion["author"] else opinion["kind_label"]
        unknown = [label for label in ("argued", "decided") if _missing(case[label])]  # type: ignore[literal-required]
        dates = [f"{k.title()} {_day(case[k])}" for k in ("argued", "decided") if k not in unknown]  # type: ignore[literal-required]
        dates += [f"Date {' and date '.join(unknown)} {NOT_GIVEN}"] if unknown else []
        lines = {
            "dockets": _dockets(case["dockets"]),
            "dates": " · ".join(dates),
            "citation": case["citation"] or f"Reporter citation {NOT_GIVEN}",
            "judges": panel,
        }
        return {
            "court": f"Court {NOT_GIVEN}" if _missing(case["court"]) else case["court"],
            "name": case["short_name"] or self.page["title"],
            "full": "" if case["caption"].strip() == case["short_name"].strip() else case["caption"],
            "lines": [[place, bound(line)] for place, line in lines.items()],
            "author": author,
            "notes": self.source_notes(),
        }

    def source_notes(self) -> dict[str, list[dict[str, str]]]:
        """Give the footnotes of each place: an id, and the words where the note is first called, "" afterwards."""
        fields: dict[str, list[str]] = {}
        places: dict[str, set[str]] = {}
        for line in self.page["case"]["sources"]:
            name = line["field"].replace("_", " ").lower()
            place = next((place for word, place in SOURCE_PLACES if word in name), "name")
            fields.setdefault(line["source"], []).append(name.removesuffix(" on"))
            places.setdefault(line["source"], set()).add(place)
        notes: dict[str, list[dict[str, str]]] = {place: [] for place in PLACES}
        for at, (source, names) in enumerate(fields.items()):
            label = ", ".join(dict.fromkeys(names)).capitalize()
            words = f"{label}: {bound(source)}"
            for place in (place for place in PLACES if place in places[source]):
                notes[place].append({"id": f"source-{at}", "text": words})
                words = ""
        return notes

    def strip(self) -> list[list[str]]:
        case, checked = self.page["case"], self.page["law_checked"]
        if checked["on"]:
            by = f" by {checked['by']}" if checked["by"] else ""
            clean = "Law checked through {}" if self.page["flags"] else "No negative history recorded as of {}"
            law = clean.format(_day(checked["on"])) + by
        else:
            law = "Law not checked"
        return [
            ["Opinion", self.page["opinion"]["kind_label"], ""],
            ["Publication", _capital(case["publication"] or NOT_GIVEN), bound(case["precedential_note"])],
            ["Text", _capital(self.page["opinion"]["completeness_label"] or NOT_GIVEN), ""],
            ["Law", law, ""],
        ]

    def flag(self, flag: Flag, at: int) -> dict[str, Any]:
        parts = [flag["label"]]
        parts += [f"effective {flag['effective']}"] if flag["effective"] else []
        parts += [f"applies when: {flag['applies_when']}"] if flag["applies_when"] else []
        number = flag["holding"] if flag["holding"] in self.names else None
        return {
            "id": f"flag-{at}",
            "head": "; ".join(parts),
            "note": self.rich(flag["note"]),
            "holding": number,
            "holding_name": self.names.get(number, ""),
        }

    def groups(self) -> Iterator[dict[str, Any]]:
        """Holdings of the court first; propositions of a separate opinion never stand under the same heading."""
        opinion = self.page["opinion"]
        whose = f"the {opinion['kind_label'].lower()}" if opinion["is_separate"] else "a separate opinion"
        for separate, title in ((False, "Holdings"), (True, f"Propositions of {whose}")):
            chosen = [h for h in self.page["holdings"] if h["is_separate"] == separate]
            if chosen:
                yield {"title": title, "holdings": [self.holding(holding) for holding in chosen]}

    def holding(self, holding: FrozenHolding) -> dict[str, Any]:
        number = holding["number"]
        return {
            "number": number,
            "question": self.rich(holding["question"]),
            "answer": self.rich(holding["answer"]),
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
                        "in_opinion": bound(", ".join(one["in_opinion"])),
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


def _missing(value: str) -> bool:
    return not value or value == NOT_GIVEN


def _capital(value: str) -> str:
    return value[:1].upper() + value[1:]


def _day(value: str) -> str:
    """Write an ISO date out; anything else ("November 2008", "not given in source") stays as it is."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value or NOT_GIVEN
    return f"{day:%B} {day.day}, {day.year}"


def _dockets(numbers: list[str]) -> str:
    return f"No{'s' if len(numbers) > 1 else ''}. {', '.join(numbers)}" if numbers else f"Docket number {NOT_GIVEN}"


def _judge(judge: JudgeLine) -> str:
    role = "" if judge["role"].lower() == "panel" else judge["role"].lower()
    home = f"{judge['home_court']}, sitting by designation" if judge["home_court"] else ""
    aside = "; ".join(part for part in (role, home) if part)
    return ", ".join(part for part in (judge["name"], judge["title"]) if part) + (f" ({aside})" if aside else "")


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
