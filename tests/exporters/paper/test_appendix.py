"""The appendix of quoted passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.exporters.page import Page
from briefs.exporters.paper.appendix import listed, quoted_lines
from briefs.exporters.paper.sheet import sheet
from tests.exporters import pages, samples


def titles(page: Page) -> list[str]:
    return [passage["title"].replace("\u00a0", " ") for passage in sheet(page, "")["appendix"]]


def test_a_paragraph_quoted_twice_is_printed_once():
    appendix = sheet(samples.kaptsov(), pages.SITE)["appendix"]
    (twice,) = [passage for passage in appendix if passage["several"]]
    assert twice["title"].replace("\u00a0", " ") == "Passages 1 and 2, para. 3"
    assert [holding["name"] for holding in twice["holdings"]] == ["No.\u00a01 (Dissent)", "No.\u00a02 (Dissent)"]
    assert len(appendix) == 5


def test_passages_stand_in_the_order_of_the_opinion_with_the_footnotes_last():
    places = [title.rpartition(", ")[2] for title in titles(samples.balachova())]
    assert places == [f"para. {n}" for n in (14, 17, 24, 27, 28, 32, 33, 35, 39, 41, 42, 43, 44)] + ["fn. 3"]
    assert titles(samples.balachova())[-1] == "Passage 4, fn. 3"  # its number is the holding's


def test_brackets_stand_only_where_bold_words_meet():
    asked = {"answer": "Yes.", "weight": "holding", "pins": [("one two", "para. 1"), ("three", "para. 1")]}
    apart = pages.page("doe-v-roe", "Doe v. Roe", [asked], {"para. 1": "one two and three"})
    assert [passage["brackets"] for passage in sheet(apart, "")["appendix"]] == [False]
    asked["pins"] = [("one two", "para. 1"), ("two and", "para. 1")]
    meeting = pages.page("doe-v-roe", "Doe v. Roe", [asked], {"para. 1": "one two and three"})
    assert [passage["brackets"] for passage in sheet(meeting, "")["appendix"]] == [True]


@pytest.mark.parametrize(
    ("words", "said"), [(["1"], "1"), (["1", "2"], "1 and 2"), (["1", "2", "3"], "1, 2, and 3"), ([], "")]
)
def test_a_list_reads_as_a_sentence(words: list[str], said: str):
    assert listed(words) == said


def test_quoted_words_are_marked_in_their_paragraph():
    (line,) = quoted_lines("He said no.", [(3, 7, 4)])
    assert not line["block"]
    assert line["pieces"] == [
        {"text": "He ", "quoted": False},
        {"opens": 4},
        {"text": "said", "quoted": True},
        {"closes": 4},
        {"text": " no.", "quoted": False},
    ]


def test_a_block_quotation_in_a_paragraph_is_not_set_as_the_court_s_own_words():
    text = "The Board said:\nWe deny it.\nThat was wrong."
    lines = quoted_lines(text, [(28, 33, 1)], [(16, 27)])
    assert [line["block"] for line in lines] == [False, True, False]
    assert [line["block"] for line in quoted_lines(text, [])] == [False, False, False]  # an edition without the marks


@st.composite
def spanned(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, int]]]:
    text = draw(st.text(st.sampled_from("ab \n§1"), min_size=1, max_size=40))
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = draw(st.lists(edges.filter(lambda pair: pair[0] < pair[1]), max_size=4))
    return text, [(start, end, n) for n, (start, end) in enumerate(spans, 1)]


@given(spanned())
def test_marking_quotations_loses_no_word_and_closes_what_it_opens(given_: tuple[str, list[tuple[int, int, int]]]):
    text, spans = given_
    lines = quoted_lines(text, spans)
    words = "".join(piece.get("text", "") for line in lines for piece in line["pieces"])
    assert words.replace("\u00a0", " ") == text.replace("\n", "")
    pieces = [piece for line in lines for piece in line["pieces"]]
    numbers = [n for _, _, n in spans]
    assert sorted(piece["opens"] for piece in pieces if "opens" in piece) == numbers
    assert sorted(piece["closes"] for piece in pieces if "closes" in piece) == numbers
    quoted = {at for start, end, _ in spans for at in range(start, end) if text[at] != "\n"}
    assert sum(len(piece["text"]) for piece in pieces if piece.get("quoted")) == len(quoted)
