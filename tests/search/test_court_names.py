"""A court named among other words."""

import pytest
from django.http import QueryDict

from briefs.search import Found
from briefs.search.court_names import court_of
from briefs.search.words import Words


@pytest.mark.parametrize(
    ("name", "court"),
    [
        ("9th Cir.", "ca9"),
        ("2d Cir", "ca2"),
        ("3rd circuit", "ca3"),
        ("eleventh circuit", "ca11"),
        ("First Circuit’s", "ca1"),
        ("CA5", "ca5"),
        ("cadc", "cadc"),
        ("D.C. Circuit", "cadc"),
        ("Fed. Cir.", "cafc"),
        ("federal circuit", "cafc"),
        ("14th cir.", ""),
        ("short circuit", ""),
        ("", ""),
    ],
)
def test_a_name_is_that_of_a_court(name: str, court: str):
    assert court_of(name) == court


@pytest.mark.parametrize(
    ("typed", "courts", "terms"),
    [
        ("second circuit persecution", ("ca2",), ("persecution",)),
        ("CA9, nuclear Iran", ("ca9",), ("nuclear", "Iran")),
        ("asylum 1st Cir. or 2d Cir.", ("ca1", "ca2"), ("asylum",)),
        ("3rd circuit court of appeals gangs", ("ca3",), ("gangs",)),
        # a court and nothing else, an exclusion, a phrase, no court
        ("the ninth circuit", (), ("the", "ninth", "circuit")),
        ("-first circuit asylum", (), ("circuit", "asylum")),
        ('"ninth circuit" asylum', (), ('"ninth circuit"', "asylum")),
        ("14th cir. asylum", (), ("14th", "cir.", "asylum")),
        ("state court first, circuit court later", (), ("state", "court", "first,", "circuit", "later")),
        ("short circuits", (), ("short", "circuits")),
    ],
)
def test_what_is_asked_of_a_court_is_not_looked_for_in_its_name(typed: str, courts: tuple[str, ...], terms):
    words = Words.read(typed)
    assert (words.courts, words.terms) == (courts, terms)


def test_a_court_is_taken_off_like_a_word():
    words = Words.read("second circuit persecution")
    assert words.chips == ("second circuit", "persecution")
    assert [words.without(chip).typed for chip in words.chips] == ["persecution", "second circuit"]


@pytest.fixture(scope="module")
def of_two_courts(shared_shelf):
    shared_shelf.put("Alpha v. INS", court="ca9", says="A walrus, a walrus, as the Second Circuit said of the walrus.")
    shared_shelf.put("Beta v. INS", court="ca2", says="A walrus slept.")


def names(typed: str) -> list[str]:
    parameters = QueryDict(mutable=True)
    parameters["q"] = typed
    return [hit.name for hit in Found(parameters).hits]


@pytest.mark.django_db
def test_decisions_of_the_court_that_is_named_rank_higher(of_two_courts):
    assert names("walrus") == names("CA9 walrus") == ["Alpha v. INS", "Beta v. INS"]
    assert names("second circuit walrus") == names("walrus 2d Cir.") == ["Beta v. INS", "Alpha v. INS"]
    assert names('"second circuit" walrus') == ["Alpha v. INS"]  # the words themselves


@pytest.mark.django_db
def test_a_dissent_is_no_decision_of_the_court_that_is_named(shelf):
    shelf.put("Alpha v. INS", court="ca9", kind="dissent", says="A heron, a heron and a heron.")
    shelf.put("Beta v. INS", court="ca2", says="A heron slept.")
    shelf.put("Gamma v. INS", court="ca9", says="A heron woke.")
    assert names("CA9 heron")[0] == "Gamma v. INS"
    assert names("CA9 heron")[1:] == [name for name in names("heron") if name != "Gamma v. INS"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "note"),
    [
        (
            "q=second+circuit+walrus",
            "Decisions of the United States Court of Appeals for the Second Circuit rank higher;",
        ),
        ("q=third+circuit+walrus", "Nothing here was decided by the court you name,"),
        ("q=second+circuit+walrus&sort=date", ""),
        ("q=second+circuit", ""),
        ("q=walrus", ""),
    ],
)
def test_the_page_says_what_a_court_s_name_does(of_two_courts, query: str, note: str):
    said = Found(QueryDict(query)).loose_note
    assert said.startswith(note)
    assert bool(said) == bool(note)
