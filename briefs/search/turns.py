"""A phrase that begins in one passage of an opinion and ends in the next one: its words at that turn, to be shown."""

from collections.abc import Mapping

from briefs.models import anchor_of, place_of
from briefs.search.snippets import HEADLINE, Snippet, in_words, parts_of
from briefs.search.statements import fetched
from briefs.search.words import Words

EDGE = 300  # characters of a passage's end and of the next one's beginning

# The first turn of each opinion that has the phrase. Two vectors put together keep the order of their words, so that
# no text is read again until one is found.
TURNS = """
SELECT DISTINCT ON (opinion.slug) opinion.slug, this.kind, this.label, this.ordinal, after.kind, after.label,
    ts_headline('english_folded', right(this.text, %(edge)s) || ' ' || left(after.text, %(edge)s), asked, %(cut)s)
FROM websearch_to_tsquery('english_folded', %(phrase)s) AS asked, briefs_opinion AS opinion
    JOIN briefs_passage AS this ON this.opinion_id = opinion.id
    JOIN briefs_passage AS after ON after.opinion_id = opinion.id AND after.ordinal = this.ordinal + 1
WHERE opinion.slug = ANY(%(opinions)s::text[]) AND opinion.released_at IS NOT NULL
    AND (this.search || after.search) @@ asked
ORDER BY opinion.slug, this.ordinal
"""


def turns(opinions: Mapping[int, str], kinds: Mapping[int, str], words: Words) -> dict[int, Snippet]:
    """Give rows that no passage answers the turn that does: `opinions` are the slugs of theirs, `kinds` what they are.

    One query; none where there are no such rows, or where something else than one phrase is asked for.
    """
    if not opinions or not words.is_one_phrase:
        return {}
    values = {"edge": EDGE, "cut": HEADLINE, "phrase": words.terms[0], "opinions": sorted(set(opinions.values()))}
    found = {slug: turn for slug, *turn in fetched(TURNS, values)}
    shown = {}
    for row, slug in opinions.items():
        if slug in found:
            kind, label, ordinal, next_kind, next_label, headline = found[slug]
            two = kind == next_kind == "paragraph" and label and next_label
            place = in_words(f"paras. {label}–{next_label}" if two else place_of(kind, label), kinds[row], own=False)
            shown[row] = Snippet(place, anchor_of(kind, label, ordinal), True, parts_of(headline, ""))
    return shown
