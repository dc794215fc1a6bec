"""From an opinion's raw text to its clean text: paragraphs whole, footnotes lifted, every character accounted for."""

from briefs.text import footnotes, layout, lines, pages
from briefs.text.compose import Setting, compose
from briefs.text.openings import opening
from briefs.text.pieces import Clean
from briefs.text.turns import turns


def normalise(raw: str) -> Clean:
    """Give the clean text of an opinion with its marks and the map back to `raw`; never fails, whatever the text."""
    rows = lines.split(raw)
    lines.furniture(rows)
    stars, starred = pages.starred(raw, rows)
    set_as = layout.measured(rows)
    first = opening(rows)
    before = turns(rows, first)
    feet = footnotes.lift(rows, set_as, raw, first, {turn.front for turn in before[1:]})
    leaves = starred if stars else pages.pages(rows, set_as)
    return compose(Setting(raw, rows, set_as, turns(rows, first), feet, leaves, insets=stars))
