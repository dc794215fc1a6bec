"""Text is one string; the weaver cuts it and loses nothing."""

from hypothesis import given
from hypothesis import strategies as st

from briefs.text.marks import Mark, as_rows, from_rows, within
from briefs.text.weave import weave

MARKED = st.text(alphabet="ab c\u0301é🙂\n", min_size=1, max_size=60).flatmap(
    lambda text: st.tuples(
        st.just(text),
        st.lists(
            st.tuples(
                st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(["emphasis", "cite", "call"])
            ),
            max_size=8,
        ).map(lambda spans: [Mark(min(a, b), max(a, b), kind) for a, b, kind in spans]),
    )
)


@given(MARKED)
def test_runs_put_together_again_are_the_text(marked):
    text, marks = marked
    woven = weave(text, marks)
    assert "".join(run.text for block in woven for part in block.parts for run in part.runs) == text.replace("\n", "")


@given(MARKED)
def test_every_run_stands_where_it_says_and_under_all_its_marks(marked):
    text, marks = marked
    for run in (run for block in weave(text, marks) for part in block.parts for run in part.runs):
        assert text[run.start : run.start + len(run.text)] == run.text
        covering = [m for m in marks if m.start <= run.start and run.start + len(run.text) <= m.end and m.start < m.end]
        if run.text:
            assert sorted(map(repr, covering)) == sorted(map(repr, run.marks))


def test_overlapping_marks_need_not_nest():
    block = weave("one two three", [Mark(0, 7, "emphasis"), Mark(4, 13, "cite")])[0]
    assert [(run.text, [m.kind for m in run.marks]) for run in block.parts[0].runs] == [
        ("one ", ["emphasis"]),
        ("two", ["emphasis", "cite"]),
        (" three", ["cite"]),
    ]


def test_a_block_quotation_and_the_words_that_resume_after_it_stay_in_one_paragraph():
    text = "The court said:\nquoted words\nand went on.\n\n1"
    marks = [Mark(0, 42, "paragraph", {"number": 1}), Mark(16, 28, "blockquote"), Mark(44, 45, "heading")]
    paragraph, heading = weave(text, marks)
    assert [(part.text, part.quoted) for part in paragraph.parts] == [
        ("The court said:", False),
        ("quoted words", True),
        ("and went on.", False),
    ]
    assert heading.kind == "heading"


def test_a_point_mark_stands_at_its_place_as_an_empty_run():
    runs = weave("persecution.More", [Mark(12, 12, "call", {"number": "3"})])[0].parts[0].runs
    assert [run.text for run in runs] == ["persecution.", "", "More"]
    assert runs[1].mark("call").data["number"] == "3"


def test_marks_survive_being_kept_as_rows():
    marks = [Mark(0, 3, "call", {"number": "3"}), Mark(2, 9, "paragraph")]
    assert from_rows(as_rows(marks)) == marks


def test_marks_are_cut_to_the_part_that_is_looked_at():
    marks = [Mark(2, 10, "cite"), Mark(5, 5, "call"), Mark(11, 12, "cite")]
    assert within(marks, 4, 8) == [Mark(0, 4, "cite"), Mark(1, 1, "call")]
