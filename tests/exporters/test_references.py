"""RIS, BibTeX and CSL-JSON, read back by the parsers of the field."""

import json
import re
from typing import Any

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from briefs.exporters import FORMATS, LISTS, REFERENCES, bibtex, csl, ris
from briefs.exporters.page import Page
from briefs.exporters.reference import page_cited
from tests.exporters import pages, samples

COURT = "United States Court of Appeals for the Second Circuit"
STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout>
    <group delimiter=" ">
      <text variable="title" font-style="italic" suffix=","/><text variable="volume"/>
      <text variable="container-title"/><text variable="page"/>
      <group prefix="(" suffix=")" delimiter=" "><text variable="authority"/>
        <date variable="issued"><date-part name="year"/></date></group>
      <text variable="number"/><text variable="note"/>
    </group>
  </layout></bibliography>
</style>"""


def read_ris(page: Page) -> dict[str, Any]:
    (entry,) = rispy.loads(ris.export(page, site_url=pages.SITE).content.decode())
    return entry


def read_bibtex(page: Page) -> tuple[str, dict[str, str]]:
    library = bibtexparser.parse_string(bibtex.export(page, site_url=pages.SITE).content.decode())
    assert not library.failed_blocks
    (entry,) = library.entries
    return entry.entry_type, {field.key: field.value for field in entry.fields}


def read_csl(page: Page) -> dict[str, Any]:
    (item,) = json.loads(csl.export(page, site_url=pages.SITE).content)
    return item


def rendered(item: dict[str, Any], tmp_path: Any) -> str:
    style = tmp_path / "style.csl"
    style.write_text(STYLE, "utf-8")
    source = CitationStylesBibliography(
        CitationStylesStyle(str(style), validate=False), CiteProcJSON([item]), formatter.plain
    )
    source.register(Citation([CitationItem(item["id"])]))
    return str(source.bibliography()[0]).strip()


def test_zotero_gets_a_case_with_all_its_fields_from_ris():
    entry = read_ris(samples.balachova())
    assert entry["type_of_reference"] == "CASE"
    assert entry["title"] == "Balachova v. Mukasey"
    assert entry["secondary_authors"] == ["F.3d"]
    assert (entry["volume"], entry["start_page"], entry["publisher"]) == ("547", "374", COURT)
    assert entry["date"] == "2008/11/12/"
    assert entry["unknown_tag"]["SV"] == ["07-2278-ag (L), 07-2279-ag (Con)"]
    assert entry["urls"] == [f"{pages.SITE}/briefs/balachova-v-mukasey/"]


def test_a_dissent_of_which_nothing_else_is_held_says_so_and_leaves_the_reporter_empty():
    entry = read_ris(samples.kaptsov())
    assert entry["unknown_tag"]["M2"] == ["dissent (Paez, J.)"]
    reporter = {"secondary_authors", "secondary_title", "volume", "start_page"}
    assert not (reporter | {"publisher", "date", "year"}) & set(entry)
    kind, fields = read_bibtex(samples.kaptsov())
    assert (kind, fields["note"]) == ("jurisdiction", "dissent (Paez, J.)")
    assert not {"journaltitle", "volume", "pages", "institution", "date", "year"} & set(fields)
    item = read_csl(samples.kaptsov())
    assert item["note"] == "dissent (Paez, J.)"
    assert not {"container-title", "volume", "page", "authority", "issued"} & set(item)


def test_the_history_of_a_case_is_what_came_before_and_what_changed_for_all_of_it():
    page = samples.balachova()
    below = [
        ("Immigration Court", "2005-11-03", "Denied."),
        ("Board of Immigration Appeals", "not given in source", ""),
    ]
    page["case"]["below"] = [
        {"tribunal": tribunal, "decided": on, "adjudicator": "", "outcome": outcome, "review": ""}
        for tribunal, on, outcome in below
    ]
    flag = page["flags"][0]
    page["flags"] = [
        flag | {"holding": None, "label": "Superseded by statute", "effective": "May 11, 2005"},
        flag | {"holding": None, "label": "Needs checking", "effective": ""},
        flag | {"holding": 6, "label": "Limited", "effective": ""},
    ]
    told = (
        "Immigration Court (November 3, 2005): Denied; Board of Immigration Appeals; "
        "Superseded by statute, effective May 11, 2005"
    )
    assert read_csl(page)["references"] == told
    assert read_ris(page)["original_publication"] == told
    assert "references" not in read_csl(pages.bare())


def test_an_issue_with_a_comma_in_its_name_stays_one_keyword():
    page = samples.balachova()
    page["issues"] = [
        {"slug": "x", "name": "Race, nationality", "area": ""},
        {"slug": "y", "name": "Nexus", "area": ""},
    ]
    assert read_csl(page)["keyword"] == "Race, nationality; Nexus"


@pytest.mark.parametrize("exporter", REFERENCES, ids=lambda one: one.slug)
def test_a_dissent_is_never_called_a_holding(exporter: Any):
    content = exporter.export(samples.kaptsov(), site_url="").content
    assert not re.search(rb"(?i)\bhold(?:ing|s)\b|the court held", content)


def test_bibtex_is_biblatex_s_jurisdiction_and_its_signs_are_escaped():
    kind, fields = read_bibtex(samples.balachova())
    assert kind == "jurisdiction"
    assert fields["title"] == "{Balachova v. Mukasey}"
    assert (fields["journaltitle"], fields["volume"], fields["pages"]) == ("F.3d", "547", "374")
    assert (fields["institution"], fields["date"]) == (COURT, "2008-11-12")
    page = pages.bare() | {"summary": {"text": "50% of A_B & {C} #1 \\x ~ ^", "marks": []}}
    wanted = r"50\% of A\_B \& \{C\} \#1 \textbackslash{}x \textasciitilde{} \textasciicircum{}"
    assert wanted in bibtex.export(page, site_url="").content.decode()
    assert read_bibtex(page)[1]["abstract"] == wanted


def test_a_citation_processor_renders_the_csl_item(tmp_path: Any):
    item = read_csl(samples.balachova())
    assert item["type"] == "legal_case"
    assert rendered(item, tmp_path) == (
        f"Balachova v. Mukasey, 547 F.3d 374 ({COURT} 2008) 07-2278-ag (L), 07-2279-ag (Con)"
    )


@pytest.mark.parametrize(
    ("decided", "on", "parts", "in_ris"),
    [
        ("November 12, 2008", "2008-11-12", [2008, 11, 12], "2008/11/12/"),
        ("November 2008", "2008-11-01", [2008, 11], "2008/11//"),
        ("2008", "2008-01-01", [2008], "2008///"),
        ("not given in source", "", None, None),
    ],
)
def test_a_date_is_as_exact_as_the_caption_spells_it(decided: str, on: str, parts: Any, in_ris: str | None):
    page = pages.bare()
    page["case"] |= {"decided": decided, "decided_on": on}
    assert read_csl(page).get("issued", {}).get("date-parts") == (None if parts is None else [parts])
    assert read_ris(page).get("date") == in_ris


def test_a_list_is_one_file_in_the_order_given():
    both = [samples.kaptsov(), samples.balachova()]
    names = ["Kaptsov v. Ashcroft", "Balachova v. Mukasey"]
    files = {one.slug: one.listed(iter(both), site_url=pages.SITE) for one in LISTS}
    assert [entry["title"] for entry in rispy.loads(files["ris"].content.decode())] == names
    library = bibtexparser.parse_string(files["bibtex"].content.decode())
    assert [entry.fields_dict["title"].value for entry in library.entries] == [f"{{{name}}}" for name in names]
    assert [item["title"] for item in json.loads(files["csl"].content)] == names


@pytest.mark.parametrize("exporter", FORMATS, ids=lambda one: one.slug)
@pytest.mark.parametrize("page", [samples.balachova, samples.kaptsov, pages.bare], ids=lambda made: made.__name__)
def test_the_same_page_gives_the_same_bytes_under_a_name_that_says_what_it_is(exporter: Any, page: Any):
    first, second = (exporter.export(page(), site_url=pages.SITE) for _ in range(2))
    assert first == second
    assert first.name.startswith(page()["slug"])
    assert f"brief-edition-{page()['edition']}." in first.name


@pytest.mark.parametrize(
    ("cite", "page", "pin"),
    [
        ("547 F.3d 374", "378", "378"),
        ("547 F.3d 374", "374", "374"),
        ("547 F.3d 374", "6", ""),  # the slip opinion's own number
        ("220 F.3d 1077", "8552", ""),  # a volume of slip opinions'
        ("19 I. & N. Dec. 502", "p. 506", "p. 506"),
        ("No. 08-1774", "6", "6"),  # cited as a slip opinion, by its own pages
        ("", "6", "6"),
        ("547 F.3d 374", "", ""),
        ("547 F.3d 374", "xii", "xii"),
    ],
)
def test_a_page_is_a_pin_only_where_its_number_is_the_citation_s_own(cite: str, page: str, pin: str):
    assert page_cited(cite, page) == pin
