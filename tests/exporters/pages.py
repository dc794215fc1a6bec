"""Pages to export: two whole briefs on the sample opinions, a bare one, and the small parts they are built of."""

import re
from pathlib import Path
from typing import Any

from briefs.exporters.page import Page, Rich

SAMPLES = Path(__file__).resolve().parents[2] / "briefs" / "samples"
NOT_GIVEN = "not given in source"
SITE = "https://pincite.example.edu"
WEIGHTS = {
    "holding": "Holding",
    "alternative": "Alternative holding",
    "remand": "Direction on remand",
    "rule": "Rule stated",
    "dicta": "Dicta",
    "not_reached": "Not reached",
    "dissent": "Dissent",
}
OUTCOMES = {"noncitizen": "For the noncitizen", "government": "For the government", "split": "Split", "none": ""}

# slug: kind, group, name, cite, outside address
AUTHORITIES = {
    "maldonado-cruz": ("case", "Cases", "Maldonado-Cruz v. INS", "883 F.2d 788 (9th Cir. 1989)", "c/F.2d/883/788/"),
    "bolanos": ("case", "Cases", "Bolanos-Hernandez v. INS", "767 F.2d 1277 (9th Cir. 1984)", "c/F.2d/767/1277/"),
    "barraza": ("case", "Cases", "Barraza Rivera v. INS", "913 F.2d 1443 (9th Cir. 1990)", "c/F.2d/913/1443/"),
    "ramos-vasquez": ("case", "Cases", "Ramos-Vasquez v. INS", "57 F.3d 857 (9th Cir. 1995)", "c/F.3d/57/857/"),
    "ramirez-rivas": ("case", "Cases", "Ramirez-Rivas v. INS", "899 F.2d 864 (9th Cir. 1990)", "c/F.2d/899/864/"),
    "elias": ("case", "Cases", "INS v. Elias-Zacarias", "502 U.S. 478 (1992)", "c/U.S./502/478/"),
    "lin-zhong": (
        "case",
        "Cases",
        "Lin Zhong v. U.S. Dep't of Justice",
        "480 F.3d 104 (2d Cir. 2007)",
        "c/F.3d/480/104/",
    ),
    "zhen-nan-lin": (
        "case",
        "Cases",
        "Zhen Nan Lin v. U.S. Dep't of Justice",
        "459 F.3d 255 (2d Cir. 2006)",
        "c/F.3d/459/255/",
    ),
    "gao": ("case", "Cases", "Xu Sheng Gao v. U.S. Att'y Gen.", "500 F.3d 93 (2d Cir. 2007)", "c/F.3d/500/93/"),
    "negusie": ("case", "Cases", "Negusie v. Holder", "555 U.S. 511 (2009)", "c/U.S./555/511/"),
    "a-g": ("agency_decision", "Administrative decisions", "Matter of A-G-", "19 I. & N. Dec. 502 (B.I.A. 1987)", ""),
    "a-m": ("agency_decision", "Administrative decisions", "Matter of A-M-", "23 I. & N. Dec. 737 (B.I.A. 2005)", ""),
    "usc-1101": ("statute", "Statutes", "", "8 U.S.C. § 1101(a)(42)(A)", "u/8/1101"),
    "usc-1231": ("statute", "Statutes", "", "8 U.S.C. § 1231(b)(3)(A)", "u/8/1231"),
    "usc-1252": ("statute", "Statutes", "", "8 U.S.C. § 1252(d)(1)", "u/8/1252"),
    "cfr-1003": ("regulation", "Regulations", "", "8 C.F.R. § 1003.1(e)(4)", "r/8/1003.1"),
    "cat": ("treaty", "Treaties", "Convention Against Torture", "art. 3, S. Treaty Doc. No. 100-20 (1988)", "t/100-20"),
    "handbook": ("report", "Other", "UNHCR Handbook", "¶¶ 170–71 (1979)", ""),
}
_TOKEN = re.compile(
    r"\{(?P<slug>[\w-]+)\|(?P<cite>[^{}]*)\}|\[\[(?P<quote>.*?)\|(?P<place>[^\]]+)\]\]"
    r"|\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*"
)


def address(slug: str) -> str:
    tail = AUTHORITIES[slug][4]
    return f"https://www.courtlistener.com/{tail}" if tail else ""


def anchor(place: str) -> str:
    return place.replace("para. ", "p").replace("fn. ", "fn")


def rich(source: str, opinion: str = "kaptsov-v-ashcroft") -> Rich:
    """Read *emphasis*, **strong**, {slug|a citation}, [[quoted words|para. 3]], "> " quotes, "- " and "1. " items."""
    text, marks = "", []
    for block in source.strip().split("\n\n"):
        text += "\n\n" if text else ""
        for line in block.split("\n"):
            text += "" if not text or text.endswith("\n\n") else "\n\n" if re.match(r"- |\d+\. ", line) else "\n"
            start = len(text)
            item = re.match(r"(?:- |(\d+)\. )", line)
            quoted = line.startswith("> ")
            text += _inline(line[item.end() if item else 2 if quoted else 0 :], len(text), marks, opinion)
            if item:
                data = {"list": "number", "n": int(item[1])} if item[1] else {"list": "bullet"}
                marks.append([start, len(text), "item", data])
            elif quoted:
                marks.append([start, len(text), "blockquote", {}])
        if not re.match(r"- |\d+\. ", block):
            marks.append([text.rindex("\n\n") + 2 if "\n\n" in text else 0, len(text), "paragraph", {}])
    return {"text": text, "marks": sorted(marks, key=lambda row: (row[0], -row[1]))}


def _inline(source: str, at: int, marks: list[list[Any]], opinion: str) -> str:
    words, last = "", 0
    for found in _TOKEN.finditer(source):
        words += source[last : found.start()]
        start, last = at + len(words), found.end()
        inner = found["cite"] or found["quote"]
        words += _inline(inner, start, marks, opinion) if inner else found["strong"] or found["em"]
        if found["slug"]:
            kind, _, _, cite, _ = AUTHORITIES[found["slug"]]
            data = {"slug": found["slug"], "label": cite, "url": address(found["slug"]), "host": kind, "form": "full"}
            marks.append([start, at + len(words), "cite", data])
        elif found["quote"]:
            data = {"opinion": opinion, "anchor": anchor(found["place"]), "place": found["place"]}
            marks.append([start, at + len(words), "pin", data])
        else:
            marks.append([start, at + len(words), "strong" if found["strong"] else "emphasis", {}])
    return words + source[last:]


def passages_of(name: str, places: dict[str, tuple[int, int]]) -> dict[str, str]:
    """Give paragraphs of a sample by its line numbers, lines rejoined."""
    lines = (SAMPLES / name).read_text("utf-8").splitlines()
    return {
        place: re.sub(r"- (?=[a-zO])", "-", re.sub(r"\s+", " ", " ".join(lines[first - 1 : last])).strip())
        for place, (first, last) in places.items()
    }


def page(slug: str, name: str, holdings: list[dict[str, Any]], texts: dict[str, str], **changes: Any) -> Page:
    """Build a page; a holding is {question, answer, weight, outcome, pins: [(quote, place)], ...}."""
    frozen, passages = [], []
    for number, given in enumerate(holdings, 1):
        separate = given["weight"] == "dissent"
        voice = "The dissent" if separate else "The court"
        pins = []
        for quote, place in given.get("pins", []):
            n = len(passages) + 1
            text = texts[place]
            start = text.index(quote)
            pins.append(
                {"n": n, "quote": quote, "opinion": slug, "place": place, "anchor": anchor(place), "page": "",
                 "voice": voice.lower(), "voice_label": voice}
            )  # fmt: skip
            passages.append(
                {"n": n, "place": place, "anchor": anchor(place), "text": text, "start": start,
                 "end": start + len(quote), "holdings": [number], "voice_label": voice}
            )  # fmt: skip
        parts = {part: rich(given[part], slug) if given.get(part) else None for part in PARTS}
        tags = [{"slug": tag.lower(), "name": tag, "area": "Grounds"} for tag in given.get("issues", [])]
        outcome = given.get("outcome", "none")
        frozen.append(
            {"number": number, **parts, "weight": given["weight"], "weight_label": WEIGHTS[given["weight"]],
             "outcome": outcome, "outcome_label": OUTCOMES[outcome], "is_separate": separate, "issues": tags,
             "pins": pins}
        )  # fmt: skip
    built: dict[str, Any] = {
        "schema": 1, "slug": slug, "title": name, "edition": 1, "published_on": "2026-11-20",
        "clinic": "Riverside Immigration Law Clinic", "banner": "",
        "case": {
            "short_name": name, "caption": name, "slug": slug, "court": NOT_GIVEN, "court_abbreviation": "",
            "court_id": "", "dockets": [], "argued": NOT_GIVEN, "decided": NOT_GIVEN, "decided_on": "",
            "citation": "", "full_citation": "", "citation_slug": "", "publication": NOT_GIVEN,
            "precedential_note": "", "disposition": NOT_GIVEN, "dispositions": [], "judges": [], "below": [],
            "counsel": "", "sources": [],
        },
        "opinion": {
            "slug": slug, "kind": "lead", "kind_label": "Opinion of the court", "author": "",
            "completeness": "complete", "completeness_label": "Complete", "is_separate": False,
        },
        "summary": None, "content_note": "", "country": "", "grounds": [], "law_checked": {"on": "", "by": ""},
        "flags": [], "holdings": frozen, "sections": [], "issues": [], "authorities": [], "passages": passages,
    }  # fmt: skip
    for part in ("case", "opinion"):
        built[part] |= changes.pop(part, {})
    built |= changes
    built["authorities"] = built["authorities"] or _cited(built)
    return built  # type: ignore[return-value]


PARTS = ("question", "answer", "rule", "application")


def _cited(built: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the lines of the table of authorities for what the page's own words cite."""
    texts = [(f"holding {h['number']}", h[part]) for h in built["holdings"] for part in PARTS]
    texts += [(s["title"], s["prose"]) for s in built["sections"]] + [("Later law", f["note"]) for f in built["flags"]]
    places: dict[str, list[str]] = {}
    for place, text in texts:
        for _, _, kind, data in text["marks"] if text else []:
            if kind == "cite" and place not in places.setdefault(data["slug"], []):
                places[data["slug"]].append(place)
    return [authority(slug, in_brief=found) for slug, found in places.items()]


def authority(slug: str, *, in_brief: list[str] | None = None, **changes: Any) -> dict[str, Any]:
    kind, group, name, cite, _ = AUTHORITIES[slug]
    url = address(slug)
    return {
        "id": list(AUTHORITIES).index(slug), "slug": slug, "kind": kind, "group": group, "name": name, "cite": cite,
        "url": url, "host": "courtlistener.com" if url else "", "held": "", "note": "", "in_brief": in_brief or [],
        "in_opinion": ["para. 3"], "pins": [], **changes,
    }  # fmt: skip


def sections(opinion: str = "", **given: str) -> list[dict[str, Any]]:
    """Build prose sections from field=words."""
    return [
        {"field": name, "title": name.replace("_", " ").capitalize(), "prose": rich(words, opinion)}
        for name, words in given.items()
    ]


def bare() -> Page:
    """The least a brief may say: one holding, everything else missing or empty."""
    answer = {"answer": "The order is vacated.", "weight": "holding", "pins": [("is vacated", "para. 1")]}
    return page("doe-v-roe", "Doe v. Roe", [answer], {"para. 1": "The order is vacated."}, clinic="")
