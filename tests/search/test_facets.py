"""Facets: exact counts that follow the other choices."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.models import Authority, Court, Issue, Shelf
from briefs.models.vocabulary import OpinionKind, Outcome, ProtectedGround, Weight
from briefs.search.citing import gathered
from briefs.search.columns import Columns, Row
from briefs.search.facet_trees import AuthorityFacet, IssueFacet, YearFacet
from briefs.search.facet_values import (
    CircuitFacet,
    CountryFacet,
    CourtFacet,
    GroundFacet,
    KindFacet,
    OutcomeFacet,
    WeightFacet,
)
from briefs.search.facets import Facet, all_of, tally
from briefs.search.facets import admitted as admitted_by
from briefs.search.taxonomy import Taxonomy

COURTS = {
    "ca9": Court(id="ca9", name="Ninth", rank=2, circuit="9"),
    "ca2": Court(id="ca2", name="Second", rank=2, circuit="2"),
    "bia": Court(id="bia", name="Board", rank=4, circuit=""),
}
AREA, TOPIC, LEAF, OTHER = 1, 2, 3, 4
TREE = Taxonomy(
    [
        Issue(pk=AREA, slug="area", name="Area", level=1),
        Issue(pk=TOPIC, slug="topic", name="Topic", level=2, parent_id=AREA),
        Issue(pk=LEAF, slug="leaf", name="Leaf", level=3, parent_id=TOPIC),
        Issue(pk=OTHER, slug="other", name="Other", level=2, parent_id=AREA),
    ]
)
AUTHORITIES = [Authority(pk=n, slug=f"a{n}", cite=f"{n} U.S. 1", key=f"case:{n}:U.S.:1") for n in range(1, 4)]


def row(pk: int = 1, **words: Any) -> Row:
    told: dict[str, Any] = {"pk": pk, "shelf": Shelf.BRIEF, "opinion_id": pk, "edition_id": pk, "court_id": "ca9"}
    told |= {"decided_on": date(1999, 5, 4), "kind": "lead", "country": "", "issue_ids": [LEAF], "authority_ids": []}
    told |= {"weights": [], "outcomes": [], "grounds": [], "is_precedent": True, "cited": 0, "length": 100}
    return Row(**(told | {"number": None, "name": f"Case {pk}"} | words))


def some(values: list[Any], most: int = 9) -> Any:
    return st.lists(st.sampled_from(values), unique=True, max_size=most)


WEIGHTS, OUTCOMES, GROUNDS = Weight.values[:3], Outcome.values[:3], ProtectedGround.values[:3]
ONE = st.builds(
    row,
    court_id=st.sampled_from([*COURTS, None]),
    decided_on=st.sampled_from([date(1999, 1, 1), date(2008, 11, 12), date(2004, 2, 29), None]),
    kind=st.sampled_from(OpinionKind.values[:3]),
    country=st.sampled_from(["Russia", "Kenya", ""]),
    issue_ids=some([TOPIC, LEAF, OTHER]),
    authority_ids=some([1, 2, 3]),
    weights=some(WEIGHTS),
    outcomes=some(OUTCOMES),
    grounds=some(GROUNDS),
    shelf=st.sampled_from([Shelf.BRIEF, Shelf.HOLDING]),
)
ROWS = st.lists(ONE, max_size=12).map(lambda rows: [one._replace(pk=pk) for pk, one in enumerate(rows, 1)])
EVERY = {
    "court": [*COURTS, "unknown"],
    "circuit": ["2", "9"],
    "year": ["1999", "2008", "2000-2010", "-2004", "2004-", "unknown"],
    "kind": OpinionKind.values[:3],
    "issue": ["area", "topic", "leaf", "other"],
    "authority": ["a1", "a2", "a3"],
    "country": ["Russia", "Kenya"],
    "weight": WEIGHTS,
    "outcome": OUTCOMES,
    "ground": GROUNDS,
}
CHOSEN = st.fixed_dictionaries({name: st.one_of(st.just([]), some(values, 2)) for name, values in EVERY.items()})
BELOW = {"area": {TOPIC, LEAF, OTHER}, "topic": {TOPIC, LEAF}, "leaf": {LEAF}, "other": {OTHER}}
NOTHING: dict[str, list[str]] = {name: [] for name in EVERY}


def facets(rows: list[Row], chosen: dict[str, list[str]]) -> tuple[Facet, ...]:
    kept = Columns.of(rows)
    kept.court_rows = COURTS
    return (
        CourtFacet(kept, chosen["court"], COURTS),
        CircuitFacet(kept, chosen["circuit"]),
        YearFacet(kept, chosen["year"]),
        KindFacet(kept, chosen["kind"]),
        IssueFacet(kept, chosen["issue"], TREE),
        AuthorityFacet(kept, chosen["authority"], AUTHORITIES),
        CountryFacet(kept, chosen["country"]),
        WeightFacet(kept, chosen["weight"]),
        OutcomeFacet(kept, chosen["outcome"]),
        GroundFacet(kept, chosen["ground"]),
    )


def has(row: Row, facet: str, value: str) -> bool:
    """Say by itself, without the code under test, whether a row has a value."""
    year = row.decided_on.year if row.decided_on else None
    first, dash, last = value.partition("-")
    return {
        "court": lambda: (row.court_id or "unknown") == value,
        "circuit": lambda: row.court_id is not None and COURTS[row.court_id].circuit == value,
        "year": lambda: (
            value == "unknown"
            if year is None
            else value != "unknown" and int(first or 0) <= year <= int((last or 9999) if dash else first)
        ),
        "kind": lambda: row.kind == value,
        "issue": lambda: bool(BELOW[value] & set(row.issue_ids)),
        "authority": lambda: int(value.removeprefix("a")) in row.authority_ids,
        "country": lambda: row.country == value,
        "weight": lambda: value in row.weights,
        "outcome": lambda: value in row.outcomes,
        "ground": lambda: value in row.grounds,
    }[facet]()


def admitted(row: Row, chosen: dict[str, list[str]], besides: str = "") -> bool:
    return all(
        any(has(row, name, value) for value in values) for name, values in chosen.items() if values and name != besides
    )


def known(rows: list[Row], chosen: dict[str, list[str]]) -> dict[str, list[str]]:
    """What is chosen without the countries that are nowhere: they mean nothing here."""
    return chosen | {"country": [value for value in chosen["country"] if value in {row.country for row in rows}]}


def counted(rows: list[Row], made: tuple[Facet, ...] | list[Facet], shelf: int = Shelf.BRIEF) -> list[int]:
    """Tally, and give the numbers of the rows that are left on the shelf."""
    kept = made[0].columns
    matched, admit = np.ones(len(rows), dtype=bool), admitted_by(made)
    tally(matched, kept.shelf == shelf, made, admit)
    left = all_of(matched, admit)
    return kept.ids[left & (kept.shelf == shelf)].tolist()


@given(ROWS, CHOSEN)
def test_hits_are_what_every_facet_admits(rows, chosen):
    chosen = known(rows, chosen)
    briefs = [row for row in rows if row.shelf == Shelf.BRIEF]
    assert counted(rows, facets(rows, chosen)) == [row.pk for row in briefs if admitted(row, chosen)]


@given(ROWS, CHOSEN)
def test_a_count_is_the_number_of_hits_that_the_value_alone_would_leave(rows, chosen):
    chosen = known(rows, chosen)
    made = facets(rows, chosen)
    counted(rows, made)
    briefs = [row for row in rows if row.shelf == Shelf.BRIEF]
    for facet in made:
        values = EVERY[facet.name] if facet.name != "year" else ["1999", "2008", "unknown", *chosen["year"]]
        for value in values:
            left = [one for one in briefs if has(one, facet.name, value) and admitted(one, chosen, besides=facet.name)]
            key = facet.key_of(value)
            if key is not None:
                assert facet.counts.get(key, 0) == len(left), (facet.name, value)


@given(ROWS, CHOSEN)
def test_several_values_of_a_facet_widen_it_and_another_facet_narrows(rows, chosen):
    chosen = known(rows, chosen)
    hits = len(counted(rows, facets(rows, chosen)))
    for name in chosen:
        alone = chosen | {name: []}
        assert hits <= len(counted(rows, facets(rows, alone)))
        if len(chosen[name]) == 2:
            assert hits >= len(counted(rows, facets(rows, chosen | {name: chosen[name][:1]})))


KEPT = Columns.of([row()])
KEPT.court_rows = COURTS


@pytest.mark.parametrize(
    ("facet", "nonsense"),
    [
        (CourtFacet(KEPT, ["ca9", "ca99"], COURTS), ("ca99",)),
        (CircuitFacet(KEPT, ["9", "12", "ninth"]), ("12", "ninth")),
        (
            YearFacet(KEPT, ["1999", "20x", "99999", "3000", "-", "2008-1999"]),
            ("20x", "99999", "3000", "-", "2008-1999"),
        ),
        (KindFacet(KEPT, ["lead", "LEAD"]), ("LEAD",)),
        (WeightFacet(KEPT, ["dicta", "obiter"]), ("obiter",)),
        (IssueFacet(KEPT, ["topic", "1", ""], TREE), ("1", "")),
        (AuthorityFacet(KEPT, ["a1", "1"], AUTHORITIES), ("1",)),
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
    assert IssueFacet(KEPT, chosen, TREE).toggled(value) == then


def slugs(choices, depth=0):
    return [line for one in choices for line in ((one.value, one.count, depth), *slugs(one.children, depth + 1))]


def test_subtopics_are_listed_once_their_topic_is_chosen():
    closed, opened = IssueFacet(KEPT, [], TREE), IssueFacet(KEPT, ["topic"], TREE)
    counted([row()], [closed])
    counted([row()], [opened])
    assert slugs(closed.choices()) == [("area", 1, 0), ("topic", 1, 1)]
    assert slugs(opened.choices()) == [("area", 1, 0), ("topic", 1, 1), ("leaf", 1, 2)]


def test_courts_stand_by_rank_years_newest_first_and_the_unknown_last():
    rows = [row(1, court_id=None, decided_on=None), row(2, court_id="ca2"), row(3, decided_on=date(2008, 1, 1))]
    kept = Columns.of(rows)
    court, year = CourtFacet(kept, [], COURTS), YearFacet(kept, [])
    counted(rows, [court, year])
    assert [one.value for one in court.choices()] == ["ca9", "ca2", "unknown"]
    assert [one.value for one in year.choices()] == ["2008", "1999", "unknown"]
    assert court.choices()[-1].label == "Not given in source"


def test_the_histogram_has_every_year_and_the_highest_bar_fills_it():
    rows = [row(1), row(2), row(3, decided_on=date(2002, 1, 1)), row(4, decided_on=None)]
    facet = YearFacet(Columns.of(rows), ["2000-"])
    counted(rows, [facet])
    assert [(bar.year, bar.count, bar.height, bar.within) for bar in facet.bars] == [
        (1999, 2, 40, False),
        (2000, 0, 0, True),
        (2001, 0, 0, True),
        (2002, 1, 20, True),
    ]
    assert facet.ends == ("2000", "")


@pytest.mark.parametrize(
    ("value", "words"),
    [("2008", "2008"), ("2004-2008", "2004 to 2008"), ("2004-", "2004 or later"), ("-2008", "2008 or earlier")],
)
def test_years_are_written_in_words(value, words):
    assert YearFacet(KEPT, [value]).chips[0].label == words


def test_a_chosen_value_that_leaves_nothing_is_still_listed():
    facet = CourtFacet(KEPT, ["ca2"], COURTS)
    counted([row()], [facet])
    assert [(one.value, one.count, one.chosen) for one in facet.choices()] == [("ca9", 1, False), ("ca2", 0, True)]


@pytest.mark.django_db
def test_the_ten_most_cited_authorities_are_listed_and_those_chosen():
    made = [
        Authority.objects.create(kind="case", key=f"case:{n}:U.S.:1", slug=f"s{n}", cite=f"{n} U.S. 1")
        for n in range(12)
    ]
    rows = [row(n + 1, authority_ids=[one.pk for one in made[: n + 1]]) for n in range(11)]
    facet = AuthorityFacet(Columns.of(rows), ["s11"], made[11:])
    counted(rows, [facet])
    assert [one.value for one in facet.choices()] == [*(f"s{n}" for n in range(10)), "s11"]
    assert [one.count for one in facet.choices()] == [*range(11, 1, -1), 0]


def test_an_address_with_what_was_merged_means_what_it_was_merged_into():
    kept = Authority(pk=1, slug="kept", cite="1 U.S. 1", key="case:1:U.S.:1")
    gone = Authority(pk=2, slug="gone", cite="2 U.S. 2", key="case:2:U.S.:2", merged_into=kept)
    rows = [row(1, authority_ids=[1]), row(2, authority_ids=[3])]
    facet = AuthorityFacet(Columns.of(rows), ["gone"], [gone])
    assert counted(rows, [facet]) == [1]
    assert facet.chips[0].label == "1 U.S. 1"


def test_a_chosen_section_gathers_what_cites_its_subsections():
    rows = [row(pk, authority_ids=[pk]) for pk in (1, 2, 3)]
    kept = Columns.of(rows)
    kept.citing.parts = gathered({2: 1})  # § 1158(b) is a part of it, § 1158a is not
    facet = AuthorityFacet(kept, ["s"], [Authority(pk=1, slug="s", key="usc:8:1158")])
    assert (counted(rows, [facet]), facet.counts[1]) == ([1, 2], 2)
