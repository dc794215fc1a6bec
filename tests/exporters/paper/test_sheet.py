"""What a printed brief says, before it is set."""

import json

import pytest

from briefs.exporters.page import Page
from briefs.exporters.paper.sheet import file_stem, sheet
from tests.exporters import pages, samples

ORDER = (
    "Cases", "Administrative decisions", "Statutes", "Regulations", "Rules", "Treaties", "Reports", "Other",
)  # fmt: skip


def flat(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def test_a_dissent_is_never_called_a_holding():
    laid = sheet(samples.kaptsov(), pages.SITE)
    laid["banner"] = ""  # which says that it is not the court's holding
    assert laid["head"] == ["Kaptsov v. Ashcroft", "Dissent brief"]
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


def test_groups_and_sections_come_in_order():
    page = samples.balachova()
    page["authorities"] = [
        {**pages.authority("a-g"), "group": group, "slug": f"{group}-{cite}", "cite": cite, "name": ""}
        for group in reversed(ORDER)
        for cite in ("8 U.S.C. § 1158", "8 U.S.C. § 1101", "28 U.S.C. § 2")
    ]
    groups = sheet(page, "")["authorities"]
    assert tuple(group["title"] for group in groups) == ORDER
    cites = [entry["cite"].replace("\u00a0", " ") for entry in groups[0]["entries"]]
    assert cites == ["8 U.S.C. § 1101", "8 U.S.C. § 1158", "28 U.S.C. § 2"]


def test_what_a_holding_cites_is_chiefly_relied_on():
    groups = sheet(samples.kaptsov(), "")["authorities"]
    chief = {entry["slug"] for group in groups for entry in group["entries"] if entry["chief"]}
    assert {"maldonado-cruz", "barraza", "a-g"} <= chief
    assert not {"bolanos", "handbook", "elias"} & chief


def test_a_paragraph_quoted_twice_is_printed_once():
    appendix = sheet(samples.kaptsov(), pages.SITE)["appendix"]
    assert appendix[0]["title"].replace("\u00a0", " ") == "Passages 1 and 2, para. 3"
    assert [holding["name"] for holding in appendix[0]["holdings"]] == ["No. 1 (Dissent)", "No. 2 (Dissent)"]
    assert len(appendix) == 5


def test_without_an_address_of_the_site_nothing_leads_to_it():
    laid = sheet(samples.kaptsov(), "")
    assert laid["address"] is None
    assert {passage["opinion"] for passage in laid["appendix"]} == {None}
    assert "/opinions/" not in flat(laid).replace("courtlistener", "")


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
    assert cite_as["name"] == ("Kaptsov v. Ashcroft" if cite else "")
