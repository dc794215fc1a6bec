"""The quote lock: word for word, whatever the quotation marks and spaces."""

import re
from itertools import pairwise
from time import process_time

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
        "[the petitioner wins] asylum",
        "[not]",
        "[is not] mandatory",
        "w[ins] f[or] t[he petitioner]",
        "issue exhaustion [in such cases is] mandatory",
        "exhaustion … mandatory [in every one of the cases]",
        "asylum …",
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


@pytest.mark.parametrize(
    ("prose", "spans"),
    [
        ("He wrote «scour the record» there.", ["scour the record"]),
        ("He wrote »scour the record« there.", ["scour the record"]),
        ("He wrote „scour the record“ and „take it”.", ["scour the record", "take it"]),
        ("He wrote ‟scour the record” there.", ["scour the record"]),
        ("He wrote ”scour the record” there.", ["scour the record"]),
        ("He wrote ‘scour the record’ there.", ["scour the record"]),
        ("He wrote 'scour the record.'", ["scour the record."]),
        ("'scour the record' (and '[t]ake it')", ["scour the record", "[t]ake it"]),
        ("‘the petitioners’ asylum is granted’ he wrote", ["the petitioners’ asylum is granted"]),
        ("‘the judges’ and ‘the records’ of it", ["the judges", "the records"]),
        ("He wrote ＂scour the record＂ there.", ["scour the record"]),
        ("He wrote ″scour the record″ there.", ["scour the record"]),
        ("He wrote ❝scour the record❞ there.", ["scour the record"]),
        ('He wrote " scour the record " there.', ["scour the record"]),
        ("He wrote “ scour the record ” there.", ["scour the record"]),
        ('He wrote "scour the record and went on.', ["scour the record and went on."]),
        ("He wrote “scour the record and went on.", ["scour the record and went on."]),
        ("Scour the record” he wrote.", ["Scour the record"]),
        ("He wrote “a ‘well founded’ fear” there.", ["a ‘well founded’ fear"]),
        ("He wrote ‘a “well founded” fear’ there.", ["a “well founded” fear"]),
        ("He wrote “a “well founded” fear” there.", ["a “well founded” fear"]),
        ('He wrote "in 1998" and "in 1999" there.', ["in 1998", "in 1999"]),
        ('He wrote "was 6\'2" tall" there.', ["was 6'2\" tall"]),
        ('He is 6\'2" tall, with a 3" scar and a 4″ one.', []),
        ("The '98 and ’99 elections, the judges' view, O'Brien's and the petitioners’ fear.", []),
        ("It isn't the court's, nor theirs'.", []),
    ],
)
def test_quotation_marks_of_every_style_are_counted(prose, spans):
    assert [prose[a:b] for a, b in quotations(prose)] == spans


def test_each_part_of_a_quotation_that_runs_over_blocks_is_counted():
    text, marks = parse("He wrote “scour the record\n\nto find reasons\n\nand affirm it” there.\n\nNot this one.")
    assert [text[a:b] for a, b in quotations(text, marks)] == ["scour the record", "to find reasons", "and affirm it"]


def test_an_opening_mark_repeated_at_the_head_of_each_block_opens_it_anew():
    text, marks = parse('"Scour the record.\n\n"Find the reasons." So he wrote.')
    assert [text[a:b] for a, b in quotations(text, marks)] == ["Scour the record.", "Find the reasons."]


def test_an_early_occurrence_that_leads_nowhere_does_not_hide_a_later_one():
    text = "They take it all. They scour a page. They scour a record."
    assert find_quotation("They take it ... scour a [r]ecord", text)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("a " * 20_000 + "b", "a " * 200_000),
        ("a [b] " * 20_000, "a " * 200_000),
        ("a … " * 20_000 + "b", "a " * 200_000),
        ("'" * 100_000, "a b"),
        ("[" * 100_000, "[" * 100_000),
    ],
    ids=["words", "brackets", "points", "apostrophes", "open brackets"],
)
def test_a_long_quotation_takes_no_long_time(quote, text):
    began = process_time()
    find_quotation(quote, text)
    assert process_time() - began < 2


@pytest.mark.parametrize("part", ['"', "“", "”", "‘a ", "' ", "„“", '" a', "«»“", "s’ a ‘", '6" '])
def test_many_marks_take_no_long_time(part):
    began = process_time()
    quotations(part * 30_000)
    assert process_time() - began < 2


@given(st.text("ab '\"“”‘’„«»[.1", max_size=60))
def test_quotations_lie_apart_and_in_order(text):
    spans = quotations(text)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@given(st.data())
def test_any_run_of_the_opinions_words_is_found_where_it_stands(data):
    words = OPINION.split()
    first = data.draw(st.integers(0, len(words) - 4))
    count = data.draw(st.integers(3, 12))
    quote = " ".join(words[first : first + count])
    assume(len(re.findall(r"\w[\w\[\]’]+|\b[aA]\b", quote)) > 1)
    assert any(OPINION[a:b] in quote for a, b in find_quotation(quote, OPINION))


@given(st.text(max_size=80), st.text(max_size=300))
def test_no_quotation_and_no_text_upset_it(quote, text):
    for start, end in find_quotation(quote, text):
        assert 0 <= start < end <= len(text)
    assert all(0 <= a < b <= len(text) for a, b in quotations(text))


def test_a_bracket_never_stands_for_a_not():
    text = "The judge found that the petitioner was not credible on this record."
    assert find_quotation("the petitioner [was] credible on this record", text) == []
    assert find_quotation("the petitioner [is] not credible on this record", text)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("opposed the deal. The KGB", "He opposed the deal.17 The KGB knew."),
        ("under §1105a because", "We hear it under §1105a.2 because we must."),
        ("assist them); and so", "He would “assist them”);1 and so he did."),
        ("family members had left", "All family members1 had left."),
        ("a real fear. He fled", "It was a real fear.[3] He fled."),
        ("a real fear and fled", "It was a real fear *378 and fled."),
        ("a real fear and fled", "It was a real fear² and fled."),
        ("a real fear and fled", "It was a real fear ¹² and fled."),
        ("a real fear.2 He fled", "It was a real fear. He fled."),
        ("a real fear³ and fled", "It was a real fear and fled."),
    ],
)
def test_the_number_of_a_note_or_page_is_no_word(quote, text):
    ((start, end),) = find_quotation(quote, text)
    assert text[start:end].split()[0].strip("“") == quote.split()[0]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("in No. 13 it held", "It was in No. 12 it held so."),
        ("in No.13 it held", "It was in No.12 it held so."),
        ("the year was good", "In the year 2001 was good news."),
        ("on May of that", "It was on May 12 of that year."),
        ("rose by 3.5 percent", "It rose by 3.7 percent."),
        ("under § 1158(b)(2) he", "It is under § 1158(b)(1) he said."),
    ],
)
def test_a_number_of_the_texts_own_is(quote, text):
    assert find_quotation(quote, text) == []
