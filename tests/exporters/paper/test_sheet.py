"""What a printed brief says, before it is set."""

import json

import pytest

from briefs.exporters.page import Page
from briefs.exporters.paper.sheet import file_stem, sheet
from tests.exporters import pages, samples


def flat(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def test_a_dissent_is_never_called_a_holding():
    laid = sheet(samples.kaptsov(), pages.SITE)
    laid["banner"] = ""  # which says that it is not the court's holding
    assert laid["head"] == ["Kaptsov\u00a0v.\u00a0Ashcroft", "Dissent brief"]
    assert laid["title"] == "Kaptsov v. Ashcroft (dissent brief)"
    assert [group["title"] for group in laid["groups"]] == ["Propositions of the dissent"]
    labels = [laid["title"], laid["strip"], [h["weight"] for g in laid["groups"] for h in g["holdings"]]]
    labels += [flag["holding_name"] for flag in laid["flags"]]
    labels += [holding["name"] for passage in laid["appendix"] for holding in passage["holdings"]]
    assert "olding" not in flat(labels)
    assert laid["outcome"]["line"] == "Disposition not given in source."


def test_a_separate_opinion_s_proposition_stands_apart_from_the_court_s():
    page = samples.balachova()
    page["holdings"][3] |= {"is_separate": True, "weight": "concurrence", "weight_label": "Concurrence"}
    court, separate = sheet(page, pages.SITE)["groups"]
    assert [court["title"], separate["title"]] == ["Holdings", "Propositions of a separate opinion"]
    assert [holding["number"] for holding in separate["holdings"]] == [4]
    assert 4 not in [holding["number"] for holding in court["holdings"]]


def test_without_an_address_of_the_site_nothing_leads_to_it():
    laid = sheet(samples.kaptsov(), "")
    assert laid["address"] is None
    assert {passage["opinion"] for passage in laid["appendix"]} == {None}
    assert "/opinions/" not in flat(laid).replace("courtlistener", "")


@pytest.mark.parametrize("site", ["http://localhost:8000", "http://127.0.0.1:8000", "http://[::1]:8000/"])
def test_an_address_that_only_this_machine_knows_is_linked_but_not_printed(site: str):
    laid = sheet(samples.kaptsov(), site)
    assert laid["address"]["href"].startswith(site.rstrip("/") + "/briefs/")
    assert {laid["address"]["shown"], *(passage["opinion"]["shown"] for passage in laid["appendix"])} == {""}
    assert sheet(samples.kaptsov(), pages.SITE)["address"]["shown"].startswith("pincite.example.edu/briefs/")


@pytest.mark.parametrize(
    ("label", "effective", "head"),
    [
        ("Needs checking", "March 1, 2003", "Needs checking: law changed March 1, 2003"),
        ("Needs checking", "", "Needs checking"),
        ("Superseded by statute", "May 11, 2005", "Superseded by statute, effective May 11, 2005"),
    ],
)
def test_a_flag_says_what_its_date_is(label: str, effective: str, head: str):
    page = samples.kaptsov()
    page["flags"][0] |= {"label": label, "effective": effective}
    assert sheet(page, "")["flags"][0]["head"].replace("\u00a0", " ") == head


@pytest.mark.parametrize(
    ("outcome", "review", "printed"),
    [
        ("Appeal denied.", "De novo review.", "Appeal denied; de novo review"),
        ("Affirmed", "Summary affirmance", "Affirmed; summary affirmance"),
        ("Denied.", "Ninth Circuit law applied.", "Denied. Ninth Circuit law applied"),
        ("Denied.", "", "Denied"),
        ("", "De novo", "De novo"),
        ("", "", "not given in source"),
    ],
)
def test_the_result_below_is_one_line(outcome: str, review: str, printed: str):
    page = samples.balachova()
    page["case"]["below"] = [{**page["case"]["below"][0], "outcome": outcome, "review": review}]
    assert sheet(page, "")["below"][0][3] == printed


def test_the_grounds_claimed_are_told_from_the_issues_on_grounds():
    rows = dict(sheet(samples.kaptsov(), "")["subjects"])
    assert rows["Ground claimed"] == "Political opinion"
    assert rows["Protected grounds and nexus"] == "Political neutrality; Desertion"
    assert "Protected grounds" not in rows


def test_no_full_stop_is_doubled_after_the_clinic():
    page = pages.bare()
    page["clinic"] = "Riverside Clinic, Inc."
    assert sheet(page, "")["brief"].replace("\u00a0", " ") == "Riverside Clinic, Inc. Edition 1, November 20, 2026"


@pytest.mark.parametrize(
    ("page", "stem"),
    [
        (samples.kaptsov(), "kaptsov-v-ashcroft-dissent-brief-edition-1"),
        (samples.balachova(), "balachova-v-mukasey-brief-edition-2"),
    ],
    ids=["dissent", "court"],
)
def test_the_file_is_named_for_what_it_is(page: Page, stem: str):
    assert file_stem(page) == stem


def test_a_printed_page_is_given_only_where_the_source_has_it():
    page = pages.bare()
    page["holdings"][0]["pins"][0]["page"] = "8552"
    pin = sheet(page, "")["groups"][0]["holdings"][0]["pins"][0]
    assert pin["place"] == "para.\u00a01, p.\u00a08552"


@pytest.mark.parametrize(
    ("kind", "cite", "printed"),
    [
        ("lead", "Kaptsov v. Ashcroft, 1 F.3d 2", ", 1 F.3d 2"),
        ("dissent", "Kaptsov v. Ashcroft, 1 F.3d 2", ", 1 F.3d 2 (Paez, J., dissenting)"),
        ("dissent", "Kaptsov v. Ashcroft, 1 F.3d 2 (Paez, J., dissenting)", ", 1 F.3d 2 (Paez, J., dissenting)"),
        ("concurrence", "Kaptsov v. Ashcroft, 1 F.3d 2", ", 1 F.3d 2 (Paez, J., concurring)"),
        ("dissent", "", ""),
    ],
)
def test_the_citation_of_a_separate_opinion_says_whose_it_is(kind: str, cite: str, printed: str):
    page = samples.kaptsov()
    page["opinion"]["kind"] = kind
    page["case"]["full_citation"] = cite
    cite_as = sheet(page, "")["cite_as"]
    assert cite_as["rest"].replace("\u00a0", " ") == printed
    assert cite_as["name"].replace("\u00a0", " ") == ("Kaptsov v. Ashcroft" if cite else "")
