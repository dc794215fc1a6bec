"""Facets: exact counts that follow the other choices."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.models import Authority, Court, Issue
from briefs.models.vocabulary import OpinionKind
from briefs.search.facets import AuthorityFacet, CourtFacet, Facet, IssueFacet, KindFacet, YearFacet, tally
from briefs.search.rank import Row
from briefs.search.taxonomy import Taxonomy

COURTS = {"ca9": Court(id="ca9", name="Ninth", rank=2), "ca2": Court(id="ca2", name="Second", rank=2)}
AREA, TOPIC, LEAF, OTHER = 1, 2, 3, 4
TREE = Taxonomy(
    [
        Issue(pk=AREA, slug="area", name="Area", level=1),
        Issue(pk=TOPIC, slug="topic", name="Topic", level=2, parent_id=AREA),
        Issue(pk=LEAF, slug="leaf", name="Leaf", level=3, parent_id=TOPIC),
        Issue(pk=OTHER, slug="other", name="Other", level=2, parent_id=AREA),
    ]
)
AUTHORITIES = [Authority(pk=n, slug=f"a{n}", cite=f"{n} U.S. 1") for n in range(1, 4)]

ROWS = st.lists(
    st.builds(
        Row,
        pk=st.integers(1, 999),
        name=st.just("Case"),
        court_id=st.sampled_from([*COURTS, None]),
        year=st.sampled_from([1999, 2008, None]),
        kind=st.sampled_from(OpinionKind.values[:3]),
        issue_ids=st.lists(st.sampled_from([TOPIC, LEAF, OTHER]), unique=True),
        authority_ids=st.lists(st.integers(1, 3), unique=True),
        decided_on=st.just(date(2001, 1, 1)),
        relevance=st.just(1.0),
    ),
    max_size=12,
)
CHOSEN = st.fixed_dictionaries(
    {
        "court": st.lists(st.sampled_from([*COURTS, "unknown"]), unique=True, max_size=2),
        "year": st.lists(st.sampled_from(["1999", "2008", "unknown"]), unique=True, max_size=2),
        "kind": st.lists(st.sampled_from(OpinionKind.values[:3]), unique=True, max_size=2),
        "issue": st.lists(st.sampled_from(["area", "topic", "leaf", "other"]), unique=True, max_size=2),
        "authority": st.lists(st.sampled_from(["a1", "a2", "a3"]), unique=True, max_size=2),
    }
)
BELOW = {"area": {TOPIC, LEAF, OTHER}, "topic": {TOPIC, LEAF}, "leaf": {LEAF}, "other": {OTHER}}


def facets(chosen: dict[str, list[str]]) -> tuple[Facet, ...]:
    return (
        CourtFacet(chosen["court"], COURTS),
        YearFacet(chosen["year"]),
        KindFacet(chosen["kind"]),
        IssueFacet(chosen["issue"], TREE),
        AuthorityFacet(chosen["authority"], AUTHORITIES),
    )


def has(row: Row, facet: str, value: str) -> bool:
    """Say by itself, without the code under test, whether a row has a value."""
    return {
        "court": lambda: (row.court_id or "unknown") == value,
        "year": lambda: str(row.year or "unknown") == value,
        "kind": lambda: row.kind == value,
        "issue": lambda: bool(BELOW[value] & set(row.issue_ids)),
        "authority": lambda: int(value.removeprefix("a")) in row.authority_ids,
    }[facet]()


def admitted(row: Row, chosen: dict[str, list[str]], besides: str = "") -> bool:
    return all(
        any(has(row, name, value) for value in values) for name, values in chosen.items() if values and name != besides
    )


@given(ROWS, CHOSEN)
def test_hits_are_what_every_facet_admits(rows, chosen):
    assert tally(rows, facets(chosen)) == [row for row in rows if admitted(row, chosen)]


@given(ROWS, CHOSEN)
def test_a_count_is_the_number_of_hits_that_the_value_alone_would_leave(rows, chosen):
    made = facets(chosen)
    tally(rows, made)
    every = {"court": [*COURTS, "unknown"], "year": ["1999", "2008", "unknown"], "kind": OpinionKind.values[:3]}
    every |= {"issue": list(BELOW), "authority": ["a1", "a2", "a3"]}
    for facet in made:
        for value in every[facet.name]:
            left = [row for row in rows if has(row, facet.name, value) and admitted(row, chosen, besides=facet.name)]
            assert facet.counts[facet.key_of(value)] == len(left), (facet.name, value)


@given(ROWS, CHOSEN)
def test_several_values_of_a_facet_widen_it_and_another_facet_narrows(rows, chosen):
    hits = len(tally(rows, facets(chosen)))
    for name in chosen:
        alone = chosen | {name: []}
        assert hits <= len(tally(rows, facets(alone)))
        if len(chosen[name]) == 2:
            assert hits >= len(tally(rows, facets(chosen | {name: chosen[name][:1]})))


@pytest.mark.parametrize(
    ("facet", "nonsense"),
    [
        (CourtFacet(["ca9", "ca99"], COURTS), ("ca99",)),
        (YearFacet(["1999", "20x", "99999", "3000"]), ("20x", "99999", "3000")),
        (KindFacet(["lead", "LEAD"]), ("LEAD",)),
        (IssueFacet(["topic", "1", ""], TREE), ("1", "")),
        (AuthorityFacet(["a1", "1"], AUTHORITIES), ("1",)),
    ],
)
def test_a_value_that_names_nothing_is_left_out_with_a_sentence(facet, nonsense):
    assert facet.nonsense == nonsense
    assert len(facet.values) == 1
    assert [
        f"“{value}” is not {facet.noun} in this library, so it was left out." for value in nonsense
    ] == facet.notices


@pytest.mark.parametrize(
    ("chosen", "value", "then"),
    [
        ([], "topic", ("topic",)),
        (["topic"], "topic", ()),
        (["topic"], "leaf", ("leaf",)),  # narrower: otherwise the topic would still widen it
        (["leaf"], "topic", ("topic",)),
        (["leaf"], "area", ("area",)),
        (["leaf"], "other", ("leaf", "other")),
        (["leaf", "other"], "area", ("area",)),
    ],
)
def test_an_issue_is_put_on_instead_of_those_above_and_below_it(chosen, value, then):
    assert IssueFacet(chosen, TREE).toggled(value) == then


def row(**words) -> Row:
    told = {"pk": 1, "name": "Case", "court_id": "ca9", "year": 1999, "kind": "lead", "issue_ids": [LEAF]}
    return Row(**(told | {"authority_ids": [], "decided_on": None, "relevance": 1.0} | words))


def slugs(choices, depth=0):
    return [line for one in choices for line in ((one.value, one.count, depth), *slugs(one.children, depth + 1))]


def test_subtopics_are_listed_once_their_topic_is_chosen():
    closed, opened = IssueFacet([], TREE), IssueFacet(["topic"], TREE)
    tally([row()], [closed])
    tally([row()], [opened])
    assert slugs(closed.choices()) == [("area", 1, 0), ("topic", 1, 1)]
    assert slugs(opened.choices()) == [("area", 1, 0), ("topic", 1, 1), ("leaf", 1, 2)]


def test_courts_stand_by_rank_years_newest_first_and_the_unknown_last():
    court, year = CourtFacet([], COURTS), YearFacet([])
    tally([row(court_id=None, year=None), row(court_id="ca2"), row(year=2008)], [court, year])
    assert [one.value for one in court.choices()] == ["ca9", "ca2", "unknown"]
    assert [one.value for one in year.choices()] == ["2008", "1999", "unknown"]
    assert court.choices()[-1].label == "Not given in source"


def test_a_chosen_value_that_leaves_nothing_is_still_listed():
    facet = CourtFacet(["ca2"], COURTS)
    tally([row()], [facet])
    assert [(one.value, one.count, one.chosen) for one in facet.choices()] == [("ca9", 1, False), ("ca2", 0, True)]


@pytest.mark.django_db
def test_the_ten_most_cited_authorities_are_listed_and_those_chosen():
    made = [
        Authority.objects.create(kind="case", key=f"case:{n}:U.S.:1", slug=f"s{n}", cite=f"{n} U.S. 1")
        for n in range(12)
    ]
    facet = AuthorityFacet(["s11"], made[11:])
    tally([row(authority_ids=[one.pk for one in made[: n + 1]]) for n in range(11)], [facet])
    assert [one.value for one in facet.choices()] == [*(f"s{n}" for n in range(10)), "s11"]
    assert [one.count for one in facet.choices()] == [*range(11, 1, -1), 0]


def test_what_was_merged_into_another_counts_as_that_other_once():
    kept = Authority(pk=1, slug="kept", cite="1 U.S. 1")
    gone = Authority(pk=2, slug="gone", cite="2 U.S. 2", merged_into=kept)
    facet = AuthorityFacet(["gone"], [gone, kept])
    hits = tally([row(authority_ids=[1, 2]), row(authority_ids=[2]), row(authority_ids=[3])], [facet])
    assert (len(hits), facet.counts[1], facet.counts[2]) == (2, 2, 0)
    assert facet.chips[0].label == "1 U.S. 1"


def test_a_chosen_section_gathers_what_cites_its_subsections():
    section = Authority(pk=1, slug="s", cite="8 U.S.C. § 1158", key="usc:8:1158")
    below = Authority(pk=2, slug="b", cite="8 U.S.C. § 1158(b)", key="usc:8:1158:b")
    other = Authority(pk=3, slug="o", cite="8 U.S.C. § 1158a", key="usc:8:1158a")
    facet = AuthorityFacet(["s"], [section, below, other])
    rows = [row(pk=pk, authority_ids=[pk]) for pk in (1, 2, 3)]
    assert [hit.pk for hit in tally(rows, [facet])] == [1, 2]
