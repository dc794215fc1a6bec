"""The case on page 1."""

import json

import pytest

from briefs.exporters.page import Page
from briefs.exporters.paper.caption import caption, day, strip
from tests.exporters import pages, samples


def rows(page: Page) -> list[str]:
    said = [" · ".join(words for _, words in row) for row in caption(page)["rows"]]
    return [row.replace("\u00a0", " ") for row in said]


def status(page: Page) -> dict[str, str]:
    return {label: value for label, value, _ in strip(page)}


def test_what_the_source_does_not_give_says_so():
    page = samples.kaptsov()
    assert caption(page)["court"] == "Court not given in source"
    assert rows(page) == [
        "No. 02-70755 · Date argued and date decided not given in source",
        "Reporter citation not given in source",
        "Paez, Circuit Judge; other panel members not given in source",
    ]


def test_what_it_gives_is_printed():
    page = samples.balachova()
    assert caption(page)["full"].startswith("EIGUENIA BALACHOVA")
    assert rows(page) == [
        "Nos. 07-2278-ag (L), 07-2279-ag (Con)",
        "Argued April 25, 2008 · Decided November 12, 2008",
        "547 F.3d 374 (2d Cir. 2008)",
        "Before McLaughlin, Circuit Judge; Pooler, Circuit Judge (author); "
        "Cote, District Judge (S.D.N.Y., sitting by designation)",
    ]
    assert caption(page)["author"] == ""  # the panel says it
    page["case"]["judges"] = []
    assert caption(page)["author"] == "Opinion of the court by Pooler, Circuit Judge"


def test_the_banner_says_whose_a_separate_opinion_is_and_nothing_above_repeats_it():
    page = samples.kaptsov()
    assert "issent" not in json.dumps([caption(page), strip(page)])
    page["banner"] = ""
    assert caption(page)["author"] == "Dissent by Paez, Circuit Judge"
    assert rows(page)[-1] == "Paez, Circuit Judge (dissenting); other panel members not given in source"
    assert status(page)["Opinion"] == "Dissent"


def test_outside_details_are_noted_where_they_stand_and_each_source_is_told_once():
    page = samples.balachova()
    page["case"]["sources"] += [
        {"field": "Short name", "source": "Shortened by the editor."},
        {"field": "decided_precision", "source": "The report gives the day"},
    ]
    assert caption(page)["sources"] == {
        "told": [
            ["Citation, publication status", "From the reported decision, 547 F.3d 374."],
            ["Short name", "Shortened by the editor."],
            ["Date decided", "The report gives the day."],
        ],
        "places": ["name", "dates", "citation", "publication"],
    }
    assert caption(pages.bare())["sources"] == {"told": [], "places": []}


@pytest.mark.parametrize("field", ["caption", "short_name", "argued_on", "docket_numbers", "something new"])
def test_every_source_is_noted_somewhere(field: str):
    page = pages.bare()
    page["case"]["sources"] = [{"field": field, "source": "The court's docket."}]
    sources = caption(page)["sources"]
    assert [source for _, source in sources["told"]] == ["The court's docket."]
    assert len(sources["places"]) == 1


@pytest.mark.parametrize(
    ("on", "by", "flagged", "law"),
    [
        ("", "", False, "Law not checked"),
        ("", "", True, "Not run through a citator; 2 changes noted"),
        ("2026-03-31", "RM", False, "No negative history recorded as of March 31, 2026 by RM"),
        ("2026-03-31", "", False, "No negative history recorded as of March 31, 2026"),
        ("2026-03-31", "RM", True, "Law checked through March 31, 2026 by RM"),
    ],
)
def test_the_strip_claims_no_more_than_was_checked(on: str, by: str, flagged: bool, law: str):
    page = samples.balachova()
    page["law_checked"] = {"on": on, "by": by}
    page["flags"] = page["flags"] if flagged else []
    assert status(page)["Law"] == law


def test_one_noted_change_is_one():
    assert status(samples.kaptsov())["Law"] == "Not run through a citator; 1 change noted"


def test_the_rule_on_citing_an_unpublished_opinion_is_a_note_on_its_status():
    notes = {label: note for label, _, note in strip(samples.kaptsov())}
    assert notes["Publication"].startswith("Treat as unpublished")


@pytest.mark.parametrize(
    ("given", "printed"),
    [("2008-11-02", "November 2, 2008"), ("November 2008", "November 2008"), ("", "not given in source")],
)
def test_a_day_is_written_out(given: str, printed: str):
    assert day(given) == printed
