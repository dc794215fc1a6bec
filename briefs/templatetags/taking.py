"""What a reader takes away from a page: files with their sizes, citations in both styles, and what machines read."""

import json
from typing import Any

from django import template
from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html

from briefs.citations.styles import STYLES, Authority, Written, reported
from briefs.exporters import DATA, LISTS, PAPER, REFERENCES
from briefs.exporters.kept import offers
from briefs.exporters.page import Page
from briefs.exporters.reference import LONGEST, cited, page_cited
from briefs.models import Case, Edition, Opinion
from briefs.workflow.caption import as_cited, full_citation

register = template.Library()

PIN = "PIN"  # stands where a reader's browser puts the page or the paragraph

# Characters that would end a script element or begin a comment in it, written so that JSON means the same.
_HARMLESS = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


@register.inclusion_tag("briefs/_paper.html")
def paper_of(edition: Edition) -> dict[str, Any]:
    """Give the files for paper."""
    return {"edition": edition, "papers": offers(edition, PAPER)}


@register.inclusion_tag("briefs/_export_menu.html")
def export_menu(edition: Edition) -> dict[str, Any]:
    """Give the citation in both styles, with and without a pin, and the files for programs."""
    page: Page = edition.page
    case = cited(page)
    places: dict[tuple[str, str], list[str]] = {}
    for holding in page["holdings"]:
        for pin in holding["pins"]:
            labels = places.setdefault((pin["place"], pin["page"]), [])
            label = f"{holding['weight_label']} {holding['number']}"
            labels += [label] if label not in labels else []
    pinned = []
    for (place, printed), labels in sorted(places.items(), key=lambda pair: _in_order(pair[0][0])):
        page_pin = page_cited(case.cite, printed)
        written = _in_styles(case, page_pin or place)
        pinned.append(
            {"place": place, "page": printed, "pin": page_pin, "labels": ", ".join(labels), "written": written}
        )
    return {
        "edition": edition,
        "styles": _in_styles(case),
        "pinned": pinned,
        "printed": any(row["pin"] for row in pinned),
        "groups": (("For reference managers", offers(edition, REFERENCES)), ("As data", offers(edition, DATA))),
    }


@register.inclusion_tag("briefs/_cite_opinion.html")
def cite_opinion(opinion: Opinion) -> dict[str, Any]:
    """Give an opinion's citation in both styles, and what a pin makes of it: a page's number, or words for a place."""
    case = as_cited(opinion)
    numbered, worded = (dict(_in_styles(case, pin)) for pin in (f"0{PIN}", PIN))
    first = reported(case.cite)[2]
    return {
        "is_citable": bool(case.cite),
        "styles": [
            {
                "name": name,
                "written": written,
                "by_page": numbered[name].rest.replace(f"0{PIN}", PIN),
                "by_place": worded[name].rest,
            }
            for name, written in _in_styles(case)
        ],
        "first_page": first,
        "last_page": int(first) + LONGEST if first else "",
        "pin": PIN,
    }


@register.inclusion_tag("briefs/_export_list.html")
def export_list(total: int, asked: QueryDict) -> dict[str, Any]:
    """Give the formats in which everything that the library's address asks for is taken away."""
    asked = asked.copy()
    asked.pop("page", None)
    return {"total": total, "formats": LISTS, "query": asked.urlencode()}


@register.inclusion_tag("briefs/_brief_head.html")
def brief_head(edition: Edition) -> dict[str, Any]:
    """Give what machines read in the head of a brief's page."""
    page: Page = edition.page
    kind = f" ({page['opinion']['kind_label'].lower()})" if page["opinion"]["is_separate"] else ""
    told = page["banner"] or (page["summary"]["text"] if page["summary"] else page["case"]["full_citation"])
    return {
        "edition": edition,
        "title": f"{page['title']}{kind}",
        "about": " ".join(told.split())[:300],
        "address": f"{settings.SITE_URL}{edition.get_absolute_url()}",
        "site": settings.SITE_URL,
        "clinic": settings.CLINIC_NAME,
        "formats": REFERENCES + DATA,
        "told": _brief_as_schema(page, f"{page['title']}{kind}"),
    }


@register.inclusion_tag("briefs/_opinion_head.html")
def opinion_head(opinion: Opinion, case: Case) -> dict[str, Any]:
    """Give what machines read in the head of an opinion's page."""
    title = f"{case.short_name}: {opinion.get_kind_display().lower()}"
    address = f"{settings.SITE_URL}{opinion.get_absolute_url()}"
    told = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "additionalType": "court opinion",
        "name": title,
        "url": address,
        "inLanguage": "en-US",
        "isAccessibleForFree": True,
        "citation": full_citation(case),
    }
    told |= {"sourceOrganization": _court(case.court.name)} if case.court else {}
    told |= {"dateCreated": case.decided_on.isoformat()} if case.decided_on and case.decided_precision == "day" else {}
    return {
        "opinion": opinion,
        "title": title,
        "about": f"{opinion.get_kind_display()} in {full_citation(case)}.",
        "address": address,
        "site": settings.SITE_URL,
        "clinic": settings.CLINIC_NAME,
        "told": told,
    }


@register.simple_tag
def data_block(told: dict[str, Any]) -> str:
    """Put linked data into a page: a data block, which is no script to a browser and runs nothing."""
    return format_html('<script type="application/ld+json">{}</script>', _Json(told))


@register.simple_tag
def list_address(format: str, query: str) -> str:
    """Give the address of a list of briefs in a format."""
    return reverse("export-list", args=[format]) + (f"?{query}" if query else "")


class _Json:
    """JSON that is safe inside a script element, where HTML's own escapes mean nothing."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.told = told

    def __html__(self) -> str:
        return json.dumps(self.told, ensure_ascii=False, sort_keys=True).translate(_HARMLESS)


def _brief_as_schema(page: Page, title: str) -> dict[str, Any]:
    case = page["case"]
    address = f"{settings.SITE_URL}/briefs/{page['slug']}/editions/{page['edition']}/"
    decided: dict[str, Any] = {
        "@type": "CreativeWork",
        "additionalType": "court opinion",
        "name": case["short_name"],
        "url": f"{settings.SITE_URL}/opinions/{page['opinion']['slug']}/",
    }
    decided |= {"identifier": case["citation"]} if case["citation"] else {}
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "additionalType": "case brief",
        "headline": title[:110],
        "url": address,
        "version": str(page["edition"]),
        "datePublished": page["published_on"],
        "publisher": {"@type": "Organization", "name": page["clinic"] or settings.CLINIC_NAME},
        "about": decided,
        "keywords": [issue["name"] for issue in page["issues"]],
        "inLanguage": "en-US",
        "isAccessibleForFree": True,
        "educationalUse": "study",
    }


def _in_styles(case: Authority, pin: str = "") -> list[tuple[str, Written]]:
    """Give the citation under the name of its style; where both styles write the same, once under both names."""
    written: dict[Written, list[str]] = {}
    for name, style in STYLES:
        written.setdefault(style(case, pin), []).append(name)
    return [(" and ".join(names), one) for one, names in written.items()]


def _court(name: str) -> dict[str, str]:
    return {"@type": "GovernmentOrganization", "name": name}


def _in_order(place: str) -> tuple[bool, int, str]:
    """Order places as the opinion has them: paragraphs by number, then footnotes."""
    digits = "".join(sign for sign in place if sign.isdigit())
    return place.startswith("fn"), int(digits) if digits.isascii() and digits else 0, place
