"""From an opinion's raw text to its clean text: paragraphs whole, footnotes lifted, every character accounted for."""

from briefs.text import footnotes, labelled, layout, lines, mailed, pages, published, running, sides
from briefs.text.compose import Setting, compose
from briefs.text.openings import opening
from briefs.text.pieces import Clean
from briefs.text.turns import turns


def normalise(raw: str) -> Clean:
    """Give the clean text of an opinion with its marks and the map back to `raw`; never fails, whatever the text."""
    rows = lines.split(raw)
    signs = mailed.unmailed(rows)
    rows = published.unlabelled(sides.parted(rows))
    published.unsigned(rows)
    running.numbered(raw, rows)
    lines.furniture(rows)
    stars, starred = pages.starred(raw, rows)
    set_as = layout.measured(rows)
    first = opening(rows)
    parts = turns(rows, first)
    fronts = {turn.front for turn in parts[1:]}
    feet, raised = labelled.lift(raw, rows, first, set_as.spacing, fronts)
    feet = feet or footnotes.lift(rows, set_as, raw, first, fronts) or labelled.at_end(rows, first, set_as.spacing)
    if set_as.solid and feet:  # whose lines are often longer: what the body's leave free tells where paragraphs end
        set_as = layout.measured([row for row in rows if row.foot < 0])
    leaves = starred if stars else pages.pages(rows, set_as)
    insets = [*signs, *stars]
    parts = turns(rows, first) if feet else parts
    return compose(Setting(raw, rows, set_as, parts, feet, leaves, raised=raised, insets=insets))
