"""The library's address: read, and written back."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from briefs.search.asked import FACET_NAMES, MOST_VALUES, Asked, read
from briefs.search.words import Words


def asked(query: str) -> Asked:
    return read(QueryDict(query))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "q=past+persecution",
        "q=%22a+phrase%22+-not&tab=holdings&court=ca9&court=ca2&circuit=9&year=2004-2008&issue=nexus&kind=dissent"
        "&outcome=split&weight=dicta&ground=religion&country=Russia&authority=883-f2d-788&sort=name&page=3",
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


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("first=2004&last=2008", ("2004-2008",)),
        ("first=2008&last=2004", ("2004-2008",)),
        ("first=2008&last=2008", ("2008",)),
        ("first=2004&last=", ("2004-",)),
        ("first=&last=2008&year=1999", ("-2008",)),
        ("first=&last=&year=1999", ("1999",)),
        ("first=²&last=³", ("²-³",)),
    ],
)
def test_the_two_fields_of_years_say_a_stretch(query: str, years: tuple[str, ...]):
    assert asked(query).chosen["year"] == years


def test_another_tab_begins_at_its_first_page():
    assert asked("q=a&page=4&court=ca9").in_tab("holdings").address == "/briefs/?q=a&tab=holdings&court=ca9"
    assert asked("q=a&tab=holdings").in_tab("briefs").address == "/briefs/?q=a"


def test_another_choice_or_order_leads_to_the_first_page():
    question = asked("q=a&page=4")
    assert question.with_chosen("court", ["ca9"]).address == "/briefs/?q=a&court=ca9"
    assert question.sorted_by("date").address == "/briefs/?q=a&sort=date"
    assert question.on_page(5).address == "/briefs/?q=a&page=5"


@pytest.mark.parametrize("query", ["", "q=a&court=ca9&year=2008&sort=name", "tab=holdings&kind=lead&page=3"])
@pytest.mark.parametrize("values", [(), ("x",), ("x", "y z&")])
def test_the_quick_way_to_an_address_writes_the_same(query: str, values: tuple[str, ...]):
    question = asked(query)
    for name in FACET_NAMES:
        assert question.addresses_with(name)(values) == question.with_chosen(name, values).address


def test_the_words_stay_when_the_facets_are_cleared():
    assert asked("q=a&court=ca9&kind=lead").without_facets().address == "/briefs/?q=a"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("tab=drawers", "There is no tab “drawers”, so briefs are shown."),
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


NAMES = ["q", "sort", "page", "first", "last", *FACET_NAMES]


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(), max_size=3)))
def test_no_address_is_an_error(parameters):
    query = QueryDict(mutable=True)
    for name, values in parameters.items():
        query.setlist(name, values)
    question = read(query)
    assert question.order
    assert Words.read(question.words.typed) == Words(question.words.typed)
