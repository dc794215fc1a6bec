"""The column: every character of a block stands on the page once, in its place, whatever marks lie over it."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from briefs.admin.column import LANES, column, numbered
from briefs.text.marks import Mark

WORDS = st.text(st.sampled_from("ab 😀é\u0301ש<&"), min_size=1, max_size=12).filter(str.strip)


@st.composite
def texts(draw):
    """A text of paragraphs, its marks, and annotations laid anywhere over it."""
    paragraphs = draw(st.lists(WORDS, min_size=1, max_size=4))
    text, marks, at = "\n\n".join(paragraphs), [], 0
    for number, words in enumerate(paragraphs, start=1):
        marks.append(Mark(at, at + len(words), "paragraph", {"number": number}))
        at += len(words) + 2
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    laid = [
        SimpleNamespace(pk=n, start=min(span), end=max(span), kind="fact", anchor_state="placed", quote="q")
        for n, span in enumerate(sorted(span for span in spans if span[0] != span[1]))
    ]
    return text, marks, sorted(laid, key=lambda one: (one.start, one.end, one.pk))


@given(texts())
def test_every_character_stands_once_in_its_place(given_text):
    text, marks, laid = given_text
    rows = column(text, marks, laid)
    assert len(rows) == len(marks)
    for row, block in zip(rows, marks, strict=True):
        at = block.start
        for part in row.parts:
            assert part.start == at
            for stretch in (one for one in part.stretches if one.text):
                assert text[at : at + len(stretch.text)] == stretch.text
                at += len(stretch.text)
        assert (row.start, at) == (block.start, block.end)


@given(texts())
def test_a_run_is_under_exactly_the_marks_that_cover_it(given_text):
    text, marks, laid = given_text
    for row in column(text, marks, laid):
        for part in row.parts:
            at = part.start
            for stretch in (one for one in part.stretches if one.text):
                covering = {one.pk for one in laid if one.start <= at < one.end}
                assert {one.pk for one in stretch.marks} == covering
                at += len(stretch.text)


@given(texts())
def test_a_mark_is_named_once_before_its_words(given_text):
    text, marks, laid = given_text
    stretches = [one for row in column(text, marks, laid) for part in row.parts for one in part.stretches]
    named = [one.begins.pk for one in stretches if one.begins]
    assert len(named) == len(set(named))
    seen = {pk for one in stretches for pk in (mark.pk for mark in one.marks)}
    assert set(named) == seen


@given(texts())
def test_marks_over_the_same_words_have_lines_of_their_own_while_there_are_lines(given_text):
    text, _, laid = given_text
    numbered(laid, text)
    for at in range(len(text)):
        here = [one for one in laid if one.start <= at < one.end]
        if len(here) <= LANES:
            assert len({one.lane for one in here}) == len(here) or any(
                # a line taken while four lay over each other stays taken
                len([two for two in laid if two.start <= one.start < two.end]) > LANES
                for one in here
            )


@given(texts(), st.integers(0, 40), st.integers(1, 10))
def test_rows_asked_for_by_a_span_are_those_it_touches(given_text, start, size):
    text, marks, laid = given_text
    some = column(text, marks, laid, touching=[(start, start + size)])
    assert some == [row for row in column(text, marks, laid) if start < row.end and row.start < start + size]


def test_sentences_are_counted_from_the_part_they_stand_in():
    words = "See Smith v. INS, 3 F.3d 9 (9th Cir. 2001). It held so. It did."
    text = f"First.\n\n{words}"
    rows = column(text, [Mark(0, 6, "paragraph"), Mark(8, len(text), "paragraph")], sentences=True)
    starts = [int(at) for at in rows[1].parts[0].sentences.split()]
    assert [words[at : at + 6] for at in starts] == ["It hel", "It did"]
