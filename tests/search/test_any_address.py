"""Whatever stands in the library's address, the page is shown, and says what is so."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.search import Found
from briefs.search.facets import Choice

WORDS = """asylum persecution Russia credibility "past harm" "well-founded or -asylum -"bar" … ... [w]ithout 8 usc 1158
    § INA PSG CAT v. -v- https://x.org/a/b-c/ www.x.org/uscode/text/8/1158 Чучков 陈 502 U.S. at 481 I&N ' " - ( % \\
    & | ! : * <b> &lt; ½ ² 😀 Straße A75-836-651""".split()
TYPED = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join))
VALUES = {
    "court": ["ca9", "ca2", "zz"],
    "circuit": ["9", "x"],
    "year": ["2000-2010", "-2008", "9999999999-1", "²"],
    "issue": ["nexus", "asylum", "nope"],
    "kind": ["dissent", "lead", "x"],
    "outcome": ["noncitizen", "x"],
    "weight": ["holding", "dissent"],
    "ground": ["religion", "x"],
    "country": ["Russia", "x"],
    "authority": ["8-usc-1158", "nope"],
    "first": ["1990", "²"],
    "last": ["2005", "0"],
    "cites": ["8 usc 1158", "Elias-Zacarias, 502 U.S. at 481", "nonsense"],
    "tab": ["holdings", "opinions", "authorities", "apart", "x"],
    "sort": ["date", "x"],
    "page": ["0", "2", "-1", "999999999", "²"],
}
ADDRESSES = st.fixed_dictionaries(
    {"q": TYPED}, optional={name: st.sampled_from(values) for name, values in VALUES.items()}
)


@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=ADDRESSES)
def test_any_address_is_answered_and_each_choice_finds_as_many_as_it_says(samples, asked):
    try:
        query = urlencode(asked)
    except UnicodeEncodeError:  # half a character, which no browser sends
        return
    assert Client().get(f"/briefs/?{query}").status_code in (200, 302)
    found = Found(QueryDict(query))
    assert bool(found.total) == bool(found.hits or found.named)
    shown = [choice for facet, choices in found.groups if not facet.values for choice in choices]
    for choice in shown[::7]:
        assert Found(QueryDict(choice.address.partition("?")[2])).total == choice.count, choice.label
    for hit in found.hits:
        marked = [words for words, matches in (hit.snippet.parts if hit.snippet else []) if matches]
        assert all(words[0].isalnum() and words[-1].isalnum() for words in marked), marked


@pytest.mark.django_db
def test_a_section_typed_into_its_facet_counts_what_cites_its_parts(samples):
    typed = Found(QueryDict("cites=8+usc+1158"))
    chosen = Found(QueryDict("authority=8-usc-1158"))
    assert typed.total == chosen.total > 1
    assert typed.counts == chosen.counts
    counts: list[Choice] = [one for facet, choices in typed.groups if facet.name == "authority" for one in choices]
    assert next(one.count for one in counts if one.label == "8 U.S.C. § 1158") == typed.total
