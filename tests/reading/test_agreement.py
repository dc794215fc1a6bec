"""Two codings of the same paragraphs compared: the numbers are those worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.reading.agreement import Coded, Unit, cohens_kappa, compare, f_measure, krippendorffs_alpha, percent

# Two coders and a category for each unit; kappa and alpha worked out by hand.
TABLE = [
    # all alike, two categories
    ("aabb", "aabb", 1.0, 1.0),
    # never alike: Pe = .5, Po = 0; alpha: Do = 1, De = 1 - 2*(4*3)/(8*7) = 32/56
    ("aabb", "bbaa", -1.0, 1 - 56 / 32),
    # Po = 3/4, Pe = (2*1 + 2*3)/16 = 1/2; alpha: a 3, b 5: De = 1 - (6 + 20)/56 = 30/56, Do = 1/4
    ("aabb", "abbb", 0.5, 1 - (1 / 4) / (30 / 56)),
    # one coder uses one category only: kappa is 0; alpha: a 7, b 1: De = 1 - 42/56 = 14/56, Do = 1/4
    ("aaab", "aaaa", 0.0, 0.0),
    # only one category was used at all
    ("aaaa", "aaaa", None, None),
]


@pytest.mark.parametrize(("first", "second", "kappa", "alpha"), TABLE)
def test_kappa_and_alpha_are_what_the_hand_works_out(first: str, second: str, kappa, alpha):
    assert cohens_kappa(first, second) == (None if kappa is None else pytest.approx(kappa))
    assert krippendorffs_alpha(first, second) == (None if alpha is None else pytest.approx(alpha))


def paragraphs(first: int, last: int) -> list[Unit]:
    return [Unit(f"para. {n}", f"para-{n}", n * 10, n * 10 + 10) for n in range(first, last + 1)]


def whole(label: str, *numbers: int) -> list[Coded]:
    return [Coded(label, n * 10, n * 10 + 10) for n in numbers]


def test_a_planted_disagreement_on_paragraph_43_gives_the_number_worked_out_by_hand():
    alike = [*whole("Rule", 30, 31, 32), *whole("Reasoning", *range(33, 43))]
    found = compare(paragraphs(30, 43), [*alike, *whole("Holding", 43)], [*alike, *whole("Reasoning", 43)])
    assert [(one.unit.name, one.first, one.second) for one in found.disagreements] == [
        ("para. 43", ["Holding"], ["Reasoning"])
    ]
    # Categories: Rule 3 and 3, Reasoning 10 and 11, Holding 1 and 0 of 14.
    assert found.percent == pytest.approx(13 / 14)
    assert found.kappa == pytest.approx(63 / 77)
    assert found.alpha == pytest.approx(252 / 306)
    assert found.overlap == pytest.approx(2 * 130 / 280)
    scores = {one.label: one for one in found.scores}
    assert (scores["Rule"].kappa, scores["Rule"].alpha, scores["Rule"].overlap) == (1, 1, 1)
    reasoning = scores["Reasoning"]
    assert (reasoning.by_first, reasoning.by_second, reasoning.by_both) == (10, 11, 10)
    assert reasoning.kappa == pytest.approx(60 / 74)
    assert reasoning.alpha == pytest.approx(240 / 294)
    assert reasoning.overlap == pytest.approx(2 * 100 / 210)
    assert (scores["Holding"].kappa, scores["Holding"].alpha, scores["Holding"].overlap) == (0, 0, 0)


def test_identical_coding_gives_one():
    coded = [*whole("Rule", 1), *whole("Fact", 2)]
    found = compare(paragraphs(1, 3), coded, coded)
    assert (found.percent, found.kappa, found.alpha, found.overlap) == (1, 1, 1, 1)
    assert found.disagreements == []
    assert {(one.kappa, one.alpha) for one in found.scores} == {(1, 1)}


def test_a_single_label_divides_by_no_zero():
    found = compare(paragraphs(1, 3), whole("Fact", 1, 2, 3), whole("Fact", 1, 2, 3))
    assert (found.percent, found.kappa, found.alpha, found.overlap) == (1, None, None, 1)
    assert [(one.kappa, one.alpha) for one in found.scores] == [(None, None)]


def test_nothing_marked_is_nothing_to_compare():
    found = compare(paragraphs(1, 3), [], [])
    assert (found.percent, found.kappa, found.alpha, found.overlap, found.scores) == (1, None, None, None, [])


def test_spans_may_part_where_paragraphs_agree():
    found = compare(paragraphs(1, 2), [Coded("Fact", 10, 14)], [Coded("Fact", 12, 20)])
    assert (found.percent, found.kappa) == (1, 1)
    assert found.overlap == pytest.approx(2 * 2 / 12)


def test_a_mark_over_two_paragraphs_labels_both_and_what_lies_outside_counts_for_nothing():
    found = compare(paragraphs(1, 2), [Coded("Fact", 15, 40)], [Coded("Fact", 25, 30), Coded("Rule", 50, 60)])
    assert [one.unit.name for one in found.disagreements] == ["para. 1"]
    assert [one.label for one in found.scores] == ["Fact"]
    assert found.overlap == pytest.approx(2 * 5 / 20)


CODING = st.lists(st.sampled_from("abc"), min_size=1, max_size=30)


@given(CODING, st.data())
def test_agreement_has_no_direction_and_ends_at_one(first: list[str], data):
    second = data.draw(st.lists(st.sampled_from("abc"), min_size=len(first), max_size=len(first)))
    for measure in (percent, cohens_kappa, krippendorffs_alpha):
        there, back = measure(first, second), measure(second, first)
        assert there == back if there is None else there == pytest.approx(back)
        assert there is None or there <= 1 + 1e-9
        assert first != second or there is None or there == pytest.approx(1)


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_the_f_measure_lies_between_none_and_all(first: set[int], second: set[int]):
    found = f_measure(first, second)
    assert (found is None) == (not first and not second)
    assert found is None or 0 <= found <= 1
    assert found != 1 or first == second
