"""The column: every character of a block stands on the page once, in its place, whatever marks lie over it."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from briefs.admin.column import column
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
        SimpleNamespace(pk=n, start=min(span), end=max(span), kind="fact", anchor_state="placed")
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
        for stretch in (one for part in row.parts for one in part.stretches if one.text):
            assert stretch.start == at
            assert text[at : at + len(stretch.text)] == stretch.text
            at += len(stretch.text)
        assert at == block.end


@given(texts())
def test_a_run_is_under_exactly_the_marks_that_cover_it(given_text):
    text, marks, laid = given_text
    for row in column(text, marks, laid):
        for stretch in (one for part in row.parts for one in part.stretches if one.text):
            covering = {one.pk for one in laid if one.start <= stretch.start < one.end}
            assert {one.pk for one in stretch.marks} == covering


@given(texts())
def test_a_mark_is_named_once_before_its_words(given_text):
    text, marks, laid = given_text
    stretches = [one for row in column(text, marks, laid) for part in row.parts for one in part.stretches]
    named = [one.begins.pk for one in stretches if one.begins]
    assert len(named) == len(set(named))
    seen = {pk for one in stretches for pk in (mark.pk for mark in one.marks)}
    assert set(named) == seen
