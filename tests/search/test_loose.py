"""Questions of which no text has every word."""

import numpy as np
import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from briefs.search import Found
from briefs.search.loose import FEW, NEARLY, SHARE, loosen, may_loosen, widened
from briefs.search.words import IDLE, Words

QUESTION = Words.read("did the walrus keep a pelican and an ocelot")


@pytest.mark.parametrize(
    ("typed", "telling"),
    [
        ("can someone who deserted the army win asylum", ("deserted", "army", "win", "asylum")),
        ("who owns the painting?", ("owns", "painting?")),
        ("asylum", ("asylum",)),
        ("may the", ("may", "the")),  # nothing else was typed
        ('"who may" stay -deported', ('"who may"', "stay")),
        ("", ()),
    ],
)
def test_the_words_that_ask_and_join_tell_nothing(typed: str, telling: tuple[str, ...]):
    assert Words.read(typed).telling.terms == telling


@pytest.mark.parametrize(
    ("typed", "number", "may"),
    [
        ("did the walrus keep a pelican", 0, True),
        ("did the walrus keep a pelican", FEW, False),  # enough have all of it
        ("did the walrus keep a pelican", FEW - 1, False),  # three words tell something: what has them all will do
        ("did the walrus keep a pelican near Boston", FEW - 1, True),
        ("walrus pelican unicorn", 0, True),
        ("walrus pelican unicorn", 1, False),
        ("walrus unicorn", 0, False),
        ("Walrus v. Pelican", 0, False),  # a name of three words
        ("Walrus Keepers Association of Boston v. Pelican", 1, False),  # a name
        ("Walrus Keepers Association of Boston v. Pelican", 0, True),
        ('did "the walrus" keep a pelican', 0, False),
        ("did the walrus keep a -pelican", 0, False),
        ("walrus keepers or pelican friends", 0, False),
        ('the "walrus" that we kept in our barn or in the yard ate more than one pelican', 0, True),  # pasted
    ],
)
def test_a_line_is_loosened_that_is_a_question_and_finds_hardly_anything(typed: str, number: int, may: bool):
    assert may_loosen(Words.read(typed), number) is may


def one_shelf(ids: np.ndarray) -> np.ndarray:
    return np.ones(len(ids), dtype=np.int32)


ROWS = st.lists(st.integers(1, 30), unique=True, max_size=20).map(lambda ids: np.array(sorted(ids), dtype=np.int32))


@given(st.lists(ROWS, min_size=4, max_size=4))
def test_what_is_found_has_most_of_the_words_and_those_that_few_rows_have_count_most(each: list[np.ndarray]):
    having = [set(ids.tolist()) for ids in each]
    whole = sorted(set.intersection(*having))
    loose = loosen(QUESTION, np.array(whole, dtype=np.int32), each, 30, one_shelf)
    if loose is None:
        return
    assert loose.terms == ("walrus", "keep", "pelican", "ocelot")
    assert loose.whole == len(whole)
    assert set(whole) <= set(loose.ids.tolist())
    assert loose.nowhere == tuple(term for term, ids in zip(loose.terms, each, strict=True) if not len(ids))
    most = 0.0
    for pk, share in zip(loose.ids.tolist(), loose.shares.tolist(), strict=True):
        weight = sum(count for count, ids in zip(loose.counts, having, strict=True) if pk in ids)
        assert share == pytest.approx(weight / sum(loose.counts))
        most = max(most, share)
    assert all(share >= min(SHARE, NEARLY * most) - 1e-9 for share in loose.shares)
    for one, first in zip(loose.counts, each, strict=True):
        for other, second in zip(loose.counts, each, strict=True):
            assert not (len(first) and len(second) > len(first)) or one > other


def test_where_a_shelf_has_nothing_with_most_of_the_words_its_nearest_rows_will_do():
    each = [np.array(ids, dtype=np.int32) for ids in ([1, 2, 11], [1, 2], [1, 12], [1, 11, 13])]
    whole = np.array([1], dtype=np.int32)
    loose = loosen(QUESTION, whole, each, 30, lambda ids: ids // 10)
    assert loose
    assert loose.ids.tolist() == [1, 2, 11]  # what has least of the words is nowhere near
    all_on_one = loosen(QUESTION, whole, each, 30, one_shelf)
    assert all_on_one
    assert all_on_one.ids.tolist() == [1, 2]


@pytest.mark.parametrize(("having", "nowhere", "loosens"), [(90, 1, False), (90, 0, True), (40, 1, True)])
def test_words_that_nearly_everything_has_answer_nothing_without_the_one_that_was_meant(having, nowhere, loosens):
    often, some = np.arange(1, 91, dtype=np.int32), np.arange(1, having + 1, dtype=np.int32)
    each = [often, often, some, some[: 0 if nowhere else having - 1]]
    loose = loosen(QUESTION, np.array([], dtype=np.int32), each, 100, one_shelf)
    assert (loose is not None) is loosens


def test_each_word_is_sought_beside_those_of_its_meaning():
    asked = widened(Words.read("were the drunk lawyers of Walrus sued for defence of it"))
    assert asked.terms[0] == "drunk OR drunken OR intoxicated OR inebriated"
    assert asked.terms[1].startswith("lawyers OR attorney OR counsel")
    assert "defence OR defense" in asked.terms
    assert asked.terms[2] == "Walrus"


def test_the_phrases_of_a_pasted_line_are_sought_by_their_words():
    typed = 'the captain of the old ship said "strike him" and the crew of eleven struck him until dusk'
    assert not any('"' in term for term in widened(Words.read(typed)).terms)


@pytest.fixture(scope="module")
def asked(shared_shelf):
    shared_shelf.put("Alpha v. INS", says="The walrus kept a pelican in the barn.")
    shared_shelf.put("Beta v. INS", says="A walrus slept. Elsewhere a heron, far from any barn, was seen.")
    shared_shelf.put("Gamma v. INS", says="It was the heron.")

    def ask(typed: str) -> Found:
        parameters = QueryDict(mutable=True)
        parameters["q"] = typed
        return Found(parameters)

    return ask


@pytest.mark.django_db
def test_a_question_is_answered_by_what_has_most_of_its_words(asked):
    found = asked("could anyone have kept a walrus and a pelican in a submarine")
    assert [hit.name for hit in found.hits] == ["Alpha v. INS"]
    assert found.hits[0].snippet
    assert found.loose_note == (
        "Nothing here has all these words. What follows has most of them; those that few texts have count most."
        " Not looked for: could, anyone, have, a, and, in. Nowhere to be found: submarine."
    )


@pytest.mark.django_db
def test_a_question_is_answered_in_other_words(asked, shelf):
    shelf.put("Delta v. INS", says="An inebriated attorney was discharged.")
    found = asked("was a drunk lawyer ever fired from the walrus")
    assert "Delta v. INS" in [hit.name for hit in found.hits]
    assert "Looked for too: drunken, intoxicated, inebriated," in found.loose_note
    assert "Nowhere" not in found.loose_note


@pytest.mark.django_db
def test_what_has_only_the_rarest_word_is_found_where_nothing_has_much(asked, shelf):
    shelf.put("Delta v. INS", says="The zeppelin landed. The zeppelin rose.")
    found = asked("must a zeppelin yield to bicycles, tramways, ferries or gliders")
    assert not found.loose  # one word alone of so many
    found = asked("must the zeppelin yield to a submarine of the barn")
    assert [hit.name for hit in found.hits][:1] == ["Delta v. INS"]


@pytest.mark.django_db
def test_what_has_all_the_words_of_a_question_stands_first_and_is_counted(asked):
    found = asked("walrus pelican barn kept")
    assert found.hits[0].name == "Alpha v. INS"
    assert not found.loose or "have all these words" in found.loose_note


@pytest.mark.django_db
def test_of_three_words_of_which_nothing_has_all_what_has_two_is_found(asked):
    found = asked("walrus pelican submarine")
    assert [hit.name for hit in found.hits] == ["Alpha v. INS"]
    assert "Nowhere to be found: submarine." in found.loose_note


@pytest.mark.django_db
def test_words_that_ask_and_join_need_not_be_found(asked):
    found = asked("could anybody please give Mrs. pelican a barn")
    assert [hit.name for hit in found.hits] == ["Alpha v. INS"]
    assert not found.loose


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        "could anyone have kept a walrus and a pelican in a submarine",
        "walrus heron zebra",
        "walrus pelican soldier",  # only a brief has all of it
    ],
)
def test_each_tab_lists_of_a_question_what_the_others_count(asked, shelf, typed):
    shelf.put("Delta v. INS", says="The walrus and the pelican slept.", facts="A soldier kept them.")
    counts = asked(typed).counts
    assert counts["opinions"]
    for tab in ("briefs", "holdings", "opinions"):
        parameters = QueryDict(mutable=True)
        parameters.update({"q": typed, "tab": tab})
        assert Found(parameters).total == counts[tab]


@pytest.mark.django_db
def test_a_word_that_was_typed_is_not_told_as_another_of_its_meaning(asked, shelf):
    shelf.put("Delta v. INS", says="The police officer, an ocelot and a quokka.")
    told = asked("may police officers keep an ocelot, a quokka and a submarine").loose_note
    assert "Looked for too: policeman, policemen, cop, officer." in told


@pytest.mark.django_db
def test_a_name_misspelt_in_a_question_is_known(asked):
    assert asked("did the walrus of Alphq keep a pelican in a barn").respelt.split()[4] == "Alpha"


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["walrus barn", "walrus -heron", "", "submarine"])
def test_nothing_is_said_where_nothing_was_loosened(asked, typed: str):
    assert asked(typed).loose_note == ""


def test_the_words_left_out_are_written_as_they_are_compared():
    assert all(word == word.casefold() and " " not in word for word in IDLE)
