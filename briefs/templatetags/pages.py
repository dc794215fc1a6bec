"""How the parts of a published page are named, dated and placed where it is read."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django import template
from django.core.paginator import Page as Paged
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from briefs.exporters.page import CitedAuthority, FrozenHolding, Page
from briefs.models import NOT_GIVEN, SECTIONS, Authority, Case, Citation, Opinion, Passage
from briefs.templatetags.weaving import covered
from briefs.text.sentences import sentence_around
from briefs.text.spaces import bound
from briefs.workflow import caption

register = template.Library()

_ROLES = {"dissent": "dissenting", "concurrence": "concurring"}
_PLACES = (("para", re.compile(r"para\. (\d+)")), ("fn", re.compile(r"fn\. (\w+)")))
_HOLDING_TEXTS = ("question", "answer", "rule", "application")
_PROPOSITION = re.compile(r"\D+ (\d+)")
_ANCHORS = {title: field for field, title in SECTIONS} | {"Summary": "summary", "Later law": "law-flags"}
_PLURALS = {
    "agency_decision": "Administrative decisions",
    "constitution": "Constitution",
    "treaty": "Treaties",
    "federal_register": "Federal Register",
    "report": "Reports and handbooks",
    "book": "Books, articles and dictionaries",
    "other": "Other",
}


@register.filter
def given(value: str) -> bool:
    """Say whether the source gives a detail."""
    return bool(value) and value != NOT_GIVEN


@register.filter
def spelt(value: str) -> str:
    """Write an ISO date as American courts do; anything else stays as it is."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return f"{day:%B} {day.day}, {day.year}"


@register.filter
def law_line(page: Page) -> str:
    """Say through when the law was checked, in the only words allowed (INV-8)."""
    checked = page["law_checked"]
    changes = len(page["flags"])
    if not checked["on"]:
        noted = f"; {changes} change{'s' if changes > 1 else ''} noted" if changes else ""
        return f"Not run through a citator{noted}" if noted else "Law not checked"
    by = f" by {checked['by']}" if checked["by"] else ""
    if page["flags"]:
        return f"Law checked through {spelt(checked['on'])}{by}"
    return f"No negative history recorded as of {spelt(checked['on'])}{by}"


@register.filter
def writer(page: Page) -> str:
    """Give the parenthesis a citation of a separate opinion must carry: (Paez, J., dissenting); else nothing."""
    opinion = page["opinion"]
    if not opinion["is_separate"]:
        return ""
    role = _ROLES.get(opinion["kind"], "concurring in part and dissenting in part")
    return f"({opinion['author']}, J., {role})" if opinion["author"] else f"({role})"


@register.filter
def cited_as(case: Case) -> str:
    """Give the case's own citation, as a court would print it."""
    return caption.full_citation(case)


@register.filter
def banner(opinion: Opinion) -> str:
    """Say whose separate opinion this is (INV-3); nothing for the court's own."""
    return caption.banner(opinion, majority_held=getattr(opinion, "majority_held", None))


@register.filter
def of_kind(authority: Authority) -> str:
    """Name an authority's kind as the heading over several of it."""
    return _PLURALS.get(authority.kind, f"{authority.get_kind_display()}s")


@register.filter
def lanes(page: Page) -> Iterator[tuple[str, str, list[FrozenHolding]]]:
    """Part the propositions: (element id, title, holdings); a separate opinion's never stand among the court's."""
    opinion = page["opinion"]
    whose = f"the {opinion['kind_label'].lower()}" if opinion["is_separate"] else "separate opinions"
    for separate, anchor, title in (
        (False, "holdings", "Holdings"),
        (True, "propositions", f"Propositions of {whose}"),
    ):
        chosen = [holding for holding in page["holdings"] if holding["is_separate"] == separate]
        if chosen:
            yield anchor, title, chosen


@register.filter
def other_voices(page: Page) -> bool:
    """Say whether anything in the brief is in another voice than the court's (INV-6)."""
    if any(pin["voice"] != "court" for holding in page["holdings"] for pin in holding["pins"]):
        return True
    texts = [page["summary"], *(section["prose"] for section in page["sections"])]
    texts += [holding[name] for holding in page["holdings"] for name in _HOLDING_TEXTS]
    return any(row[2] == "pin" and row[3].get("voice") for text in texts if text for row in text["marks"])


@register.filter
def by_group(authorities: list[CitedAuthority]) -> list[tuple[str, list[CitedAuthority]]]:
    """Cut the table of authorities into its groups; it is kept in their order."""
    return [(group, list(lines)) for group, lines in groupby(authorities, key=lambda line: line["group"])]


@register.filter
def unbroken(text: str) -> str:
    """Keep a sign with its number and a citation in one piece where the line ends."""
    return bound(text)


@register.filter
def cited_whole(case: dict[str, Any]) -> str:
    """Cite a case in full, its name in italics up to the comma (Bluebook rule 2.1)."""
    name, whole = case["short_name"], case["full_citation"]
    if not name or not whole.startswith(name):
        return bound(whole)
    return format_html("<em>{}</em>{}", name, bound(whole.removeprefix(name)))


@register.filter
def place_anchor(place: str) -> str:
    """Give the element id of a place in a brief, named as its table of authorities names it: “Holding 3”, “Facts”."""
    numbered = _PROPOSITION.fullmatch(place)
    return f"holding-{numbered[1]}" if numbered else _ANCHORS.get(place, "")


@register.simple_tag
def brief_places(places: list[str]) -> str:
    """Link places in a brief to where they stand on its page."""
    return format_html_join(", ", '<a href="#{}">{}</a>', ((place_anchor(place), place) for place in places))


@register.simple_tag
def opinion_places(places: list[str], slug: str) -> str:
    """Link paragraphs and footnotes of an opinion, named “para. 3” and “fn. 2”, to its reader."""
    address = reverse("opinion", args=[slug])

    def linked(place: str) -> str:
        for prefix, pattern in _PLACES:
            if match := pattern.fullmatch(place):
                return format_html('<a href="{}#{}-{}">{}</a>', address, prefix, match[1], place)
        return place

    return format_html_join(", ", "{}", ((linked(place),) for place in places))


@register.simple_tag
def passage_places(passages: list[Passage]) -> str:
    """Link passages of the opinion whose page this is: “para. 3, fn. 2”."""
    return format_html_join(", ", '<a href="#{}">{}</a>', ((one.anchor, one.place) for one in passages))


@register.simple_tag(takes_context=True)
def cited_by(context: dict[str, Any], authority_id: int, *, but_this: Any = False) -> str:
    """Say how many opinions here cite an authority by now; `but_this`: others than the one this page is about."""
    known = context.get("here", {}).get(authority_id)
    number = known.opinions_citing - bool(but_this) if known else 0
    if number < 1:
        return ""
    others = f"{'other ' if but_this else ''}opinion{'' if number == 1 else 's'}"
    return format_html('<span class="times-cited">cited by {} {} here</span>', number, others)


@register.filter
def with_court(authority: Authority) -> str:
    """Cite an authority with its court and year: “883 F.2d 788 (9th Cir. 1989)”."""
    return caption.cited_with_court(authority)


@register.simple_tag
def citing_sentence(citation: Citation) -> str:
    """Give the sentence an opinion cites in, masked as its passage is, with the citation set off in it."""
    at = citation.passage.start
    parts = sentence_around(bound(citation.passage.text), citation.start - at, citation.end - at)
    return format_html('{}<b class="cited">{}</b>{}', *map(covered, parts))


@register.inclusion_tag("briefs/_pagination.html")
def pagination(page: Paged, query: str = "") -> dict[str, Any]:
    """Give links to the pages of a long list, those near the present one and the ends.

    `query` is what else the list heeds. Nothing is taken from the address that asked: a page that is kept is served to
    everybody.
    """
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return {"page": page, "numbers": numbers, "address": f"?{query}&page=" if query else "?page="}
