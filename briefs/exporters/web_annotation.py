"""What published briefs rest on in an opinion, as W3C Web Annotations (JSON-LD, the Recommendation of 2017).

Only frozen pins of current editions: never a working mark, its note, or its author.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from briefs.models import EditionHolding

MIME = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after the quoted words


def annotations(
    opinion: str, text: str, places: Mapping[str, tuple[int, int]], holdings: Iterable[EditionHolding], site_url: str
) -> dict[str, Any]:
    """Give the collection for an opinion (its slug), found in its masked text; `places` are its passages by anchor.

    Words that no longer stand in the text are left out, not moved (INV-4); the collection says how many.
    """
    address = f"{site_url}/opinions/{opinion}/"
    items, lost = [], 0
    for row in holdings:
        for pin in row.frozen["pins"]:
            if pin["opinion"] != opinion:
                continue
            start = _find(text, pin["quote"], places.get(pin["anchor"]))
            if start < 0:
                lost += 1
            else:
                items.append(_annotation(row, pin, text, start, address, site_url))
    items.sort(key=lambda item: (item["target"]["selector"][1]["start"], item["id"]))
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "id": f"{address}annotations.jsonld",
        "type": "AnnotationCollection",
        "label": "Words that published briefs rest on",
        "total": len(items),
    }
    if lost:
        collection["comment"] = f"{lost} quotations no longer stand in this text and are left out."
    if items:
        page = {"id": f"{address}annotations.jsonld#page-1", "type": "AnnotationPage", "startIndex": 0, "items": items}
        collection |= {"first": page, "last": page["id"]}
    return collection


def _find(text: str, quote: str, place: tuple[int, int] | None) -> int:
    """Find the words in their passage, else where they stand once in the whole text; -1 where that is not sure."""
    at = text.find(quote, *place) if place else -1
    if at < 0 and text.count(quote) == 1:
        at = text.find(quote)
    return at


def _annotation(
    row: EditionHolding, pin: Mapping[str, Any], text: str, start: int, address: str, site_url: str
) -> dict[str, Any]:
    edition, end = row.edition, start + len(pin["quote"])
    brief = f"{site_url}/briefs/{edition.slug}/editions/{edition.number}/"
    said = f"{row.frozen['weight_label']} {row.number}: {' '.join(row.frozen['answer']['text'].split())}"
    return {
        "id": f"{brief}#holding-{row.number}-passage-{pin['n']}",
        "type": "Annotation",
        "motivation": "linking",
        "created": edition.published_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "body": [
            {
                "type": "TextualBody",
                "value": said,
                "format": "text/plain",
                "language": "en-US",
                "purpose": "describing",
            },
            {"id": f"{brief}#holding-{row.number}", "type": "Text", "format": "text/html", "language": "en-US"},
        ],
        "target": {
            "source": address,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": pin["quote"],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }
