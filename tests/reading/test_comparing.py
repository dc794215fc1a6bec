"""Two editions held against each other."""

import copy

import pytest

from briefs.reading.comparing import compared

MOVED = [("Holding 3", "Holding 1", "moved"), ("Holding 1", "Holding 2", ""), ("Holding 2", "Holding 3", "")]


def rich(text):
    return {"text": text, "marks": []} if text else None


def holding(number, answer, **other):
    pin = {"quote": "no nexus", "place": "para. 1"}
    row = {"number": number, "question": None, "answer": rich(answer), "rule": None, "application": None}
    row |= {"weight_label": "Holding", "outcome_label": "For the noncitizen", "issues": [], "pins": [pin]}
    return row | other


PAGE = {
    "title": "Petitioner v. Respondent",
    "summary": rich("The Board denied relief."),
    "sections": [
        {"field": "facts", "title": "Facts", "prose": rich("The fear was real.")},
        {"field": "reasoning", "title": "Reasoning", "prose": rich("It erred.")},
    ],
    "country": "",
    "content_note": "",
    "grounds": [],
    "law_checked": {"on": "", "by": ""},
    "flags": [],
    "issues": [{"name": "Nexus"}],
    "authorities": [{"cite": "883 F.2d 788"}],
    "case": {
        **dict.fromkeys(("caption", "court", "citation", "decided", "publication", "precedential_note"), "as it was"),
        **dict.fromkeys(("disposition", "counsel", "argued"), ""),
        **{"dockets": ["01-1"], "judges": [], "dispositions": []},
    },
    "holdings": [
        holding(1, "Conjecture is no evidence."),
        holding(2, "Past persecution raises a presumption of future fear."),
        holding(3, "The burden of rebutting it lies with the government."),
    ],
}


def edition(**changes):
    return copy.deepcopy(PAGE) | changes


def names(pairs):
    return [(pair.was, pair.now, "moved" if pair.is_moved else "") for pair in pairs]


def test_an_edition_reads_like_itself():
    same = compared(PAGE, edition())
    assert same.is_empty
    assert same.unchanged[:4] == ["Title", "Summary", "Facts", "Reasoning"]
    assert same.unchanged[-3:] == ["Holding 1", "Holding 2", "Holding 3"]


def test_words_added_and_taken_are_told_by_section():
    now = edition(
        sections=[
            {"field": "facts", "title": "Facts", "prose": rich("The fear is real.")},
            {"field": "significance", "title": "Significance", "prose": rich("Much.")},
        ]
    )
    texts = {one.label: one.stretches for one in compared(PAGE, now).texts}
    assert texts == {
        "Facts": [("same", "The fear "), ("taken", "was "), ("added", "is "), ("same", "real.")],
        "Significance": [("added", "Much.")],
        "Reasoning": [("taken", "It erred.")],
    }


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([0, 1, 2], []),
        # The last one moved to the front; the others only count on.
        (
            [2, 0, 1],
            [("Holding 3", "Holding 1", "moved"), ("Holding 1", "Holding 2", ""), ("Holding 2", "Holding 3", "")],
        ),
        ([0, 2], [("Holding 3", "Holding 2", ""), ("Holding 2", "", "")]),
    ],
)
def test_a_holding_is_known_by_its_words_wherever_it_stands(order, expected):
    now = edition(holdings=[PAGE["holdings"][at] | {"number": n} for n, at in enumerate(order, 1)])
    assert names(compared(PAGE, now).holdings) == expected


def test_a_new_holding_is_added_and_not_taken_for_a_changed_one():
    now = edition(holdings=[*PAGE["holdings"], holding(4, "Wholly other words speak here of a stay.")])
    assert names(compared(PAGE, now).holdings) == [("", "Holding 4", "")]


def test_a_holding_with_a_word_changed_is_the_same_one_and_the_word_is_told():
    changed = holding(2, "Past persecution raises no presumption of future fear.")
    now = edition(holdings=[PAGE["holdings"][0], changed, PAGE["holdings"][2]])
    (pair,) = compared(PAGE, now).holdings
    ((label, stretches),) = ((one.label, one.stretches) for one in pair.texts)
    assert (label, pair.was, pair.now) == ("Answer", "Holding 2", "Holding 2")
    assert [one for one in stretches if one[0] != "same"] == [("taken", "a "), ("added", "no ")]


def test_weights_outcomes_pins_and_tags_that_changed_are_told():
    other = {"weight_label": "Dicta", "outcome_label": "", "issues": [{"name": "Speculation"}]}
    first = holding(1, "Conjecture is no evidence.", pins=[{"quote": "mere conjecture", "place": "para. 3"}], **other)
    now = edition(holdings=[first, *PAGE["holdings"][1:]], issues=[], authorities=[{"cite": "8 U.S.C. § 1158"}])
    comparison = compared(PAGE, now)
    (pair,) = comparison.holdings
    assert (pair.was, pair.now) == ("Holding 1", "Dicta 1")
    assert [(one.label, one.old, one.new) for one in pair.texts] == [
        ("Outcome", "For the noncitizen", ""),
        ("Weight", "Holding", "Dicta"),
    ]
    assert [(one.label, one.added, one.taken) for one in pair.lists] == [
        ("Pins", ["“mere conjecture” (para. 3)"], ["“no nexus” (para. 1)"]),
        ("Issues", ["Speculation"], []),
    ]
    assert [(one.label, one.added, one.taken) for one in comparison.lists] == [
        ("Issues", [], ["Nexus"]),
        ("Authorities", ["8 U.S.C. § 1158"], ["883 F.2d 788"]),
    ]


def test_of_a_long_text_the_words_beside_a_change_are_shown():
    long = "The fear was real and well founded. " * 60
    now = edition(summary=rich(f"{long}It was new. {long}"))
    before = edition(summary=rich(f"{long}It was old. {long}"))
    (words,) = compared(before, now).texts
    shown = "".join(run for kind, run in words.stretches if kind != "taken")
    assert "It was new." in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 500
