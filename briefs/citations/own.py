"""What a text says of its own case, and what is therefore no citation of another: its parties, its own citation."""

import re

from briefs.citations.names import is_common, parties
from briefs.citations.reading import Reading
from briefs.citations.shapes import Sighting
from briefs.citations.words import sought

# How a text says that it is cited itself: "[Cite as State v. Doe, 123 Ohio St.3d 229.]", and the running head of the
# Board's decisions, "Cite as 27 I&N Dec. 48 (BIA 2017)  Interim Decision #3894".
_CITED_AS = sought("Cite as", "cited as")
_CITE_AS = re.compile(
    r"(?:\[Cite as|(?:may|should) be cited as) [^\]\n]*$"
    r"|\bCite as:? (?:Matter of [^,\n]{1,40}, )?(?:\d{1,2} I&N Dec\. \d{1,4} \([^()\n]{1,20}\) *)?$"
)


def own_parties(reading: Reading) -> set[str]:
    """Give the names of this case's own parties, from its caption: they are persons here, not citations."""
    own: set[str] = set()
    for mark in reading.marks:
        if mark.kind == "caption" and mark.data.get("part") in ("parties", "title"):
            words = reading.text[mark.start : mark.end].strip(" *,.")
            for side in parties(words):
                own.update(spelt for name in (side, side.split(",")[0]) for spelt in (name, name.title()))
                own.update(word.strip(",.*").title() for word in side.split() if len(word) > 3 and not is_common(word))
    return own


def own_citations(reading: Reading, sightings: list[Sighting]) -> set[int]:
    """Give the places of this case's own citations: alone on a line of its caption, or the page of a reprint.

    "138 U.S. 109" stands over the parties; "[590 F. Supp. 3d 863]" alone on its line is where that page begins.
    """
    lines = {(mark.start, mark.end) for mark in reading.marks if mark.kind == "caption"}
    own = {each.start for each in sightings if each.form == "full" and (each.start, each.end) in lines}
    if reading.has(*_CITED_AS):
        own |= {each.start for each in sightings if _CITE_AS.search(reading.text, max(0, each.start - 200), each.start)}
    # "Interim Decision #3150" heads each page of that decision: without a name, a comma or a date, again and again
    heads = [each for each in sightings if (each.key or "").startswith("interim:") and not (each.name or each.year)]
    heads = [each for each in heads if not reading.text.endswith((", ", "see ", "See "), 0, each.start)]
    own |= {each.start for each in heads if len(heads) > 1}
    return own | {each.start for each in sightings if each.start in reading.reprinted}
