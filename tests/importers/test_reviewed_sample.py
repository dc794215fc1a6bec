"""Opinions of the corpus that were read beside their source: nothing torn, nothing glued, nothing missing.

By record: footnotes, then each paragraph's words counted with the first and last of them. The opinions themselves
are not kept here, so the facts are the few words that tell a paragraph's edges.
"""

from pathlib import Path

import pytest

from briefs.importers import read

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="The corpus of opinions is not on this machine.")

REVIEWED = {
    "194524": (0, [(96, "We have carefully", "the district court."), (1, "Affirmed.", "Affirmed.")]),
    "194790": (
        0,
        [
            (23, "We have carefully", "court has jurisdiction."),
            (8, "Consequently, we affirm", "dismissing plaintiff's action."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "195362": (
        0,
        [
            (28, "We have reviewed", "relief from deportation."),
            (113, "1. Petitioner faults", 'the petitioner presented").'),
            (56, "2. Neither the", "(7th Cir. 1992)."),
            (103, "3. We will", "(1st Cir. 1983)."),
            (7, "The petition for", "review is denied."),
        ],
    ),
    "194525": (
        0,
        [
            (18, "We agree with", "reasons stated therein."),
            (103, "We reject claimant's", "(1st Cir. 1987)."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "194601": (
        0,
        [
            (110, "Charles Merrill Mount", "sold to Goodspeed's."),
            (89, "Mount now argues", "be without merit."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "195242": (
        0,
        [
            (27, "We have reviewed", "a few comments."),
            (145, "Plaintiffs are not", "to the arguments."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "195408": (0, [(45, "We affirm the", "on the sentence."), (1, "Affirmed.", "Affirmed.")]),
}


@pytest.mark.parametrize("record", REVIEWED)
def test_paragraphs_begin_and_end_where_a_reader_saw_them_do(record: str):
    notes, expected = REVIEWED[record]
    clean = read(f"{record}.json", (CORPUS / f"{record}.json").read_bytes()).clean
    paragraphs = [text for _, text in clean.of_kind("paragraph")]
    assert [len(text.split()) for text in paragraphs] == [count for count, _, _ in expected]
    for text, (_, first, last) in zip(paragraphs, expected, strict=True):
        assert text.startswith(first)
        assert text.endswith(last)
    assert sum(1 for _ in clean.of_kind("footnote")) == notes
