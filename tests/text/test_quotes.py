"""The quote lock: word for word, whatever the quotation marks and spaces."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefs.text.prose import parse
from briefs.text.quotes import find_quotation, quotations

OPINION = (
    "“It is not the function of a reviewing court in an immigration case to scour the record to find reasons why "
    "a[n agency] decision should be affirmed. Rather, we take the [agency’s] decision as we find it.” She “[c]learly "
    ". . . is a persecutor.” Chouchkov’s well-founded fear, IJ’s finding. Issue exhaustion is not jurisdictional, it "
    "is mandatory."
)


@pytest.mark.parametrize(
    "quote",
    [
        "scour the record to find reasons",
        "scour  the\nrecord to find reasons",
        "a[n agency] decision should be affirmed",
        "an agency decision should be affirmed",
        'She "[c]learly . . . is a persecutor."',
        "Chouchkov's well founded fear",
        "[I]ssue exhaustion is not jurisdictional",
        "It is not the function of a reviewing court ... to scour the record",
        "It is not the function of a [appellate] court in an immigration case",
        "Rather, we take the … decision as we find it.",
        "is not jurisdictional, it is mandatory,",
    ],
)
def test_a_true_quotation_is_found(quote):
    assert find_quotation(quote, OPINION)


@pytest.mark.parametrize(
    "quote",
    [
        "scour the records to find reasons",
        "it is not mandatory",
        "find reasons to scour the record",
        "the function of a reviewing tribunal",
        "issue exhaustion is jurisdictional",
        "decision should be affirmed ... scour the record",
        "...",
        "",
    ],
)
def test_a_changed_word_is_not_found(quote):
    assert find_quotation(quote, OPINION) == []


def test_the_place_found_is_the_words_themselves():
    start, end = find_quotation("SCOUR the   record", OPINION)[0]
    assert OPINION[start:end] == "scour the record"


def test_words_that_stand_twice_are_found_twice():
    assert len(find_quotation("the record", "On the record, and off the record.")) == 2


def test_quotations_of_two_words_or_more_are_looked_at():
    text = 'A “holding” is “not a dictum” and "never a whim" but not 6\'2" tall.'
    assert [text[a:b] for a, b in quotations(text)] == ["not a dictum", "never a whim"]


def test_a_block_quotation_is_a_quotation():
    text, marks = parse('He wrote:\n\n> scour the record\n\nand "we take it" too.')
    assert [text[a:b] for a, b in quotations(text, marks)] == ["scour the record", "we take it"]


@given(st.data())
def test_any_run_of_the_opinions_words_is_found_where_it_stands(data):
    words = OPINION.split()
    first = data.draw(st.integers(0, len(words) - 4))
    count = data.draw(st.integers(3, 12))
    quote = " ".join(words[first : first + count])
    assume(any(letter.isalpha() for letter in quote))
    assert any(OPINION[a:b] in quote for a, b in find_quotation(quote, OPINION))


@given(st.text(max_size=80), st.text(max_size=300))
def test_no_quotation_and_no_text_upset_it(quote, text):
    for start, end in find_quotation(quote, text):
        assert 0 <= start < end <= len(text)
    assert all(0 <= a < b <= len(text) for a, b in quotations(text))
