"""What a reader takes away from a page, and what machines read in its head."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.core.cache import caches
from django.http import QueryDict
from django.template import Context, Template
from django.urls import reverse

from briefs.exporters import DATA, FORMATS, PAPER, REFERENCES
from briefs.exporters.reference import cited
from briefs.models import Authority
from briefs.templatetags.taking import PIN, cite_opinion, data_block, export_list, export_menu
from briefs.workflow.caption import as_cited
from tests.rows import republish
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    caches["exports"].clear()


def page_of(client: Any, edition: Any) -> str:
    return client.get(edition.get_absolute_url()).content.decode()


def words(markup: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", markup)))


def test_every_format_is_a_link_that_says_what_it_is_and_its_size(anyone, student, attorney):
    edition = published(student, attorney)
    page = page_of(anyone, edition)
    for one in FORMATS:
        assert f'href="{reverse("export", args=[edition.slug, one.slug])}"' in page
    menu = words(page)
    for one in REFERENCES + DATA:
        assert re.search(rf"Take this brief away as {one.label} [\d.]+\s(bytes|KB)", menu)
    for one in PAPER:
        anyone.get(reverse("export", args=[edition.slug, one.slug]))
    menu = words(Template("{% load taking %}{% paper_of edition %}").render(Context({"edition": edition})))
    for one in PAPER:
        assert re.search(rf"Take this brief away as {one.label}, [\d.]+\s(bytes|KB)", menu)


def test_the_citation_stands_there_in_both_styles_to_be_selected(anyone, student, attorney):
    edition = published(student, attorney)
    menu = words(page_of(anyone, edition))
    cite = "Petitioner v. Respondent, No. 01-12345, slip op. (9th Cir. May 4, 2001)"
    assert f"Bluebook-style and EOIR style {cite}" in menu
    assert "Petitioner v. Respondent, No. 01-12345, slip op., para. 3 (9th Cir. May 4, 2001)" in menu
    assert "The source prints no page numbers" in menu


def test_a_dissent_s_citation_says_so_with_and_without_a_pin(student, attorney):
    told = export_menu(published_dissent(student, attorney))
    written = [str(one) for row in ({"written": told["styles"]}, *told["pinned"]) for _, one in row["written"]]
    assert len(written) == 2
    assert all(one.endswith("(Judge, J., dissenting)") for one in written)
    assert [row["labels"] for row in told["pinned"]] == ["Dissent 1"]


def test_a_pin_is_the_printed_page_where_the_source_prints_one(student, attorney):
    edition = published(student, attorney)
    edition.page["holdings"][0]["pins"][0]["page"] = "p. 7"
    edition.page["case"] |= {"citation": "1 F.3d 2 (9th Cir. 2001)"}
    told = export_menu(edition)
    assert told["printed"]
    ((names, written),) = told["pinned"][0]["written"]
    assert str(written) == "Petitioner v. Respondent, 1 F.3d 2, 7 (9th Cir. 2001)"
    assert names == "Bluebook-style and EOIR style"


def test_a_slip_opinion_s_page_is_no_pin_of_the_reporter(student, attorney):
    edition = published(student, attorney)
    edition.page["holdings"][0]["pins"][0]["page"] = "8552"
    edition.page["case"] |= {"citation": "220 F.3d 1077 (9th Cir. 2000)"}
    told = export_menu(edition)
    assert not told["printed"]
    ((_, written),) = told["pinned"][0]["written"]
    assert str(written) == "Petitioner v. Respondent, 220 F.3d 1077, para. 3 (9th Cir. 2001)"


def test_the_opinion_is_cited_as_its_brief_cites_it(student, attorney):
    for edition in (published(student, attorney), published_dissent(student, attorney)):
        assert as_cited(edition.opinion) == cited(edition.page)
        assert [one["written"] for one in cite_opinion(edition.opinion)["styles"]] == [
            written for _, written in export_menu(edition)["styles"]
        ]


def test_an_opinion_s_citation_has_a_place_for_a_page_and_one_for_a_paragraph(student, attorney):
    opinion = published(student, attorney).opinion
    (style,) = cite_opinion(opinion)["styles"]
    assert style["by_page"] == f", No. 01-12345, slip op. at {PIN} (9th Cir. May 4, 2001)"
    assert style["by_place"] == f", No. 01-12345, slip op., {PIN} (9th Cir. May 4, 2001)"
    authority = Authority.objects.create(kind="case", key="case:1:f3d:2", cite="1 F.3d 2", slug="1-f3d-2")
    opinion.case.authority = authority
    told = cite_opinion(opinion)
    assert told["styles"][0]["by_page"] == f", 1 F.3d 2, {PIN} (9th Cir. 2001)"
    assert (told["first_page"], told["last_page"]) == ("2", 402)


def test_the_board_s_decisions_are_cited_in_each_style_apart(student, attorney):
    edition = published(student, attorney)
    case = {"citation": "19 I. & N. Dec. 502 (B.I.A. 1987)", "court_abbreviation": "B.I.A.", "decided_on": "1987-01-01"}
    edition.page["case"] |= case | {"short_name": "Matter of A-G-"}
    edition.page["holdings"][0]["pins"][0]["page"] = "506"
    ((_, ours), (_, theirs)) = export_menu(edition)["pinned"][0]["written"]
    assert str(ours) == "Matter of A-G-, 19 I. & N. Dec. 502, 506 (B.I.A. 1987)"
    assert str(theirs) == "Matter of A-G-, 19 I&N Dec. 502, 506 (BIA 1987)"


def test_an_earlier_edition_offers_no_file_but_says_what_it_is(anyone, student, attorney):
    edition = published(student, attorney)
    republish(edition.brief, by=attorney)
    page = anyone.get(reverse("edition", args=[edition.slug, 1])).content.decode()
    assert "/export/" not in page
    assert 'property="og:title"' in page


def test_the_head_has_what_networks_and_search_engines_read(anyone, student, attorney):
    edition = published_dissent(student, attorney)
    page = page_of(anyone, edition)
    assert '<meta property="og:title" content="Petitioner v. Other (dissent)">' in page
    assert 'property="og:description" content="Dissent (Judge, J.).' in page
    told = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert told["@type"] == "Article"
    assert told["headline"] == "Petitioner v. Other (dissent)"
    assert told["version"] == "1"
    opinion = anyone.get(edition.opinion.get_absolute_url()).content.decode()
    assert "annotations.jsonld" in opinion
    assert '"additionalType": "court opinion"' in opinion


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "<!-- & -->", "line\u2028line"])
def test_no_words_end_the_data_block(words: str):
    block = data_block({"name": words})
    assert block.count("<") == 2
    assert "\u2028" not in block
    assert json.loads(block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")) == {
        "name": words
    }


def test_a_list_is_taken_away_with_what_was_asked_but_not_the_page():
    told = export_list(2, QueryDict("q=fear&kind=dissent&page=3"))
    markup = Template("{% load taking %}{% export_list 2 asked %}").render(
        Context({"asked": QueryDict("q=fear&kind=dissent&page=3")})
    )
    assert told["query"] == "q=fear&kind=dissent"
    assert 'href="/briefs/export/ris?q=fear&amp;kind=dissent"' in markup
    assert words(markup).strip() == "These 2 briefs as RIS, BibTeX, CSL-JSON or CSV"
    assert not Template("{% load taking %}{% export_list 0 asked %}").render(Context({"asked": QueryDict("")})).strip()
