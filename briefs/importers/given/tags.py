"""What one tag of a page says: its classes, how its words are set, whether it stands around the opinion."""

import re
from functools import lru_cache

from lxml import etree

_TITLES = frozenset("h1 h2 h3 h4 h5 h6".split())
_SLANTED = frozenset(("i", "em", "cite"))
_AROUND_NAMED = re.compile(
    r"(?i)(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|site-header|page-header|site-footer|footer|ftr|banner"
    r"|advert\w*|ads?|share|social|cookies?|newsletter|subscribe|signup|related|skip-link|toolbar|pagination)(?:$|[\s_-])"
)
# How far a paragraph stands from the margin, as a style says.
_MARGIN = re.compile(r"(?i)margin-left:\s*(?P<by>\d{0,4}\.?\d{1,3})(?P<unit>in|pt|cm|em|px)(?!.*text-indent:\s*-)")
_POINTS = {"in": 72.0, "pt": 1.0, "cm": 28.35, "em": 12.0, "px": 0.75}
_FAR = 30  # points that are a quotation's


def kinds_of(element: etree._Element) -> list[str]:
    """Give the classes of an element."""
    said = element.get("class")
    return said.casefold().split() if said else []


@lru_cache(maxsize=1024)
def is_named_around(said: str) -> bool:
    """Tell a class, id or role of what stands around an opinion; all pages of a site have the same few."""
    return bool(_AROUND_NAMED.search(said))


def says(element: etree._Element, tag: str) -> str:
    """Name what a tag says of how its words are set: quoted, titled, bold, middle, slanted; or nothing."""
    style = element.get("style") if tag in ("p", "div") else None
    set_in = _MARGIN.search(style) if style else None
    if tag in ("blockquote", "dir") or "blockquote" in (element.get("class") or "") or (set_in and _is_far(set_in)):
        return "quoted"
    if tag in _TITLES:
        return "titled"
    if tag in ("b", "strong"):
        return "bold"
    if tag == "center" or (element.get("align") or "").casefold() == "center":
        return "middle"
    return "slanted" if tag in _SLANTED else ""


def _is_far(margin: re.Match[str]) -> bool:
    return float(margin.group("by")) * _POINTS[margin.group("unit").casefold()] >= _FAR


def short_words(element: etree._Element) -> str | None:
    """Give the words of an element that are few, as a sign is; None for more."""
    words = ""
    for piece in element.itertext():
        words += piece
        if len(words) > 60:
            return None
    return words
