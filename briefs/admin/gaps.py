"""What a brief lacks, each gap with a link to the field that mends it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from briefs.models import Brief

_PLACES = {"holdings": "#propositions", "law_flags": "#later-law", "pins": "#id_passages"}
_OF_A_HOLDING = {"pins": "passages"}


@dataclass(frozen=True)
class Linked:
    """A gap's sentence, and the address of what mends it ("" where nothing on the desk does)."""

    sentence: str
    href: str


def linked(brief: Brief, gaps: Iterable[str], places: Mapping[int, int]) -> list[Linked]:
    """Link gaps; `places` says which form (from 0) has the holding of a number."""
    return [Linked(str(gap), _href(brief, gap, places)) for gap in gaps]


def _href(brief: Brief, gap: str, places: Mapping[int, int]) -> str:
    field, holding = getattr(gap, "field", ""), getattr(gap, "holding", None)
    if holding is not None:
        if holding not in places:
            return "#propositions"
        return f"#id_holdings-{places[holding]}-{_OF_A_HOLDING.get(field, field)}"
    if field == "case":
        return reverse("admin:briefs_case_change", args=[brief.opinion.case_id])
    if field == "opinion":
        return reverse("admin:briefs_opinion_annotate", args=[brief.opinion_id])
    if field == "findings":
        desk = reverse("admin:briefs_opinion_text_desk", args=[getattr(gap, "opinion", None) or brief.opinion_id])
        return f"{desk}#findings"
    return _PLACES.get(field, f"#id_{field}" if field else "")
