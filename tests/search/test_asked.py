"""The library's address: read, and written back."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from briefs.models import Edition
from briefs.search.asked import FACET_NAMES, MOST_VALUES, Asked, read
from briefs.search.words import Words


def asked(query: str) -> Asked:
    return read(QueryDict(query), Edition.objects.all())[0]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=past+persecution",
        "q=%22a+phrase%22+-not&court=ca9&court=ca2&year=2008&issue=nexus&authority=883-f2d-788&kind=dissent&sort=name&page=3",
        "court=unknown&page=2",
        "sort=name",
    ],
)
def test_an_address_says_the_whole_question(query: str):
    question = asked(query)
    assert question.address == ("/briefs/?" + query if query else "/briefs/")
    assert asked(question.address.partition("?")[2]) == question


@pytest.mark.parametrize(
    ("query", "order"), [("", "date"), ("q=a", "relevance"), ("sort=relevance", "date"), ("q=a&sort=name", "name")]
)
def test_the_usual_order_is_relevance_with_words_and_date_without(query: str, order: str):
    assert asked(query).order == order


def test_what_goes_without_saying_is_not_in_the_address():
    assert asked("q=a").sorted_by("relevance").address == "/briefs/?q=a"
    assert asked("q=a&page=4").on_page(1).address == "/briefs/?q=a"


def test_another_choice_or_order_leads_to_the_first_page():
    question = asked("q=a&page=4")
    assert question.with_chosen("court", ["ca9"]).address == "/briefs/?q=a&court=ca9"
    assert question.sorted_by("date").address == "/briefs/?q=a&sort=date"
    assert question.on_page(5).address == "/briefs/?q=a&page=5"


def test_the_words_stay_when_the_facets_are_cleared():
    assert asked("q=a&court=ca9&kind=lead").without_facets().address == "/briefs/?q=a"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("sort=upwards", "There is no order “upwards”, so the usual one is used."),
        ("q=" + "x" * 400, "Only the first 300 characters of what you typed were searched for."),
        (
            "q=A75+836+651",
            "Alien registration numbers are masked everywhere in the library and cannot be searched for.",
        ),
    ],
)
def test_what_is_left_out_is_said(query: str, sentence: str):
    assert asked(query).notices == (sentence,)


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("court=ca9&court=ca9&court=+ca2+&court=", ("ca9", "ca2")),
        ("court=%00ca9", ("ca9",)),
        ("court=%E2%80%AEca9%ED%A0%80", ("ca9",)),
        ("&".join(f"court=c{n}" for n in range(50)), tuple(f"c{n}" for n in range(MOST_VALUES))),
    ],
)
def test_the_values_of_a_facet_are_made_harmless(query: str, values: tuple[str, ...]):
    assert asked(query).chosen["court"] == values


@given(st.dictionaries(st.sampled_from(["q", "sort", "page", *FACET_NAMES]), st.lists(st.text(), max_size=3)))
def test_no_address_is_an_error(parameters):
    query = QueryDict(mutable=True)
    for name, values in parameters.items():
        query.setlist(name, values)
    question, _ = read(query, Edition.objects.none())
    assert question.order
    assert Words.read(question.words.typed) == Words(question.words.typed)
