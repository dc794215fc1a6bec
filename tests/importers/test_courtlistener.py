"""Opinion records of CourtListener."""

import json

import pytest

from briefs.importers import courtlistener
from briefs.importers.imported import Imported, Unreadable

PLAIN = (
    "SMITH, Circuit Judge:\n\nThe petition for review is denied because the record does not compel another result.\n"
)


def read(**record: object) -> Imported:
    return courtlistener.read(json.dumps({"plain_text": PLAIN, **record}).encode())


def values(imported: Imported, where: str = "record") -> dict[str, object]:
    return {detail.field: detail.value for detail in imported.details if detail.where == where and detail.value}


def test_plain_text_is_taken_as_it_stands():
    assert read(html="<p>Other words</p>").raw == PLAIN


def test_html_is_read_where_there_is_no_plain_text_or_only_a_scrap():
    html = "<p>SMITH, Circuit Judge:</p>" + "<p>The petition for review is <i>denied</i> on the record.</p>" * 40
    for scrap in ("", "Usage: converter [OPTION]"):
        imported = read(plain_text=scrap, html=html)
        assert "<" not in imported.raw
        assert sum(mark.kind == "paragraph" for mark in imported.clean.marks) == 40
        assert "review is denied on" in imported.clean.text


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("020lead", "lead"),
        ("030concurrence", "concurrence"),
        ("035concurrenceinpart", "concurrence_in_part"),
        ("040dissent", "dissent"),
        ("010combined", None),
    ],
)
def test_the_record_s_type_fills_in_where_the_text_is_silent(given, kind):
    text = "The petition for review is denied because the record does not compel another result.\n"
    assert values(read(plain_text=text, type=given)).get("opinion_kind") == kind
    assert values(read(type=given)).get("opinion_kind") is None  # the byline already said so


@pytest.mark.parametrize(
    ("address", "court"),
    [
        ("http://www.ca1.uscourts.gov/pdf.opinions/08-1818E-01A.pdf", "ca1"),
        ("https://cdn.ca9.uscourts.gov/x.pdf", "ca9"),
        ("http://www.cadc.uscourts.gov/x", "cadc"),
        ("https://www.supremecourt.gov/opinions/x.pdf", "scotus"),
        ("http://bulk.resource.org/courts.gov/c/F2/x.html", None),
        ("http://www.ca1.uscourts.gov.example.com/x", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
    ],
)
def test_the_court_is_told_by_its_own_address_only(address, court):
    assert values(read(download_url=address)).get("court") == court


def test_the_record_s_address_hints_at_the_name():
    found = values(read(absolute_url="/opinion/148837/gonzalez-fuentes-v-molina/", author_str="Doe"))
    assert found["short_name"] == "Gonzalez Fuentes v. Molina"
    assert "author" not in found  # the byline names the author


@pytest.mark.parametrize("broken", ["Doe\ud800", "\udfffDoe", "Doe\x00"])
@pytest.mark.parametrize(
    ("field", "given"), [("author_str", "{}"), ("download_url", "https://x.example/{}"), ("author_str", "  {}\n")]
)
def test_a_detail_that_cannot_be_kept_is_refused_with_a_sentence(field, given, broken):
    silent = "The petition for review is denied because the record does not compel another result.\n"
    with pytest.raises(Unreadable, match=r"^The record's .*\.$"):
        read(plain_text=silent, **{field: given.format(broken)})


CLUSTER = {
    "case_name": "Krasnoperov v. Ashcroft",
    "case_name_full": "Igor Krasnoperov, Petitioner, v. John Ashcroft, Respondent",
    "date_filed": "2003-03-04",
    "judges": "Pooler, Cote, Paez",
    "attorneys": "<p>For the petitioner.</p>",
    "precedential_status": "Published",
    "citations": [{"volume": 331, "reporter": "F.3d", "page": "297", "type": 1}],
    "docket": {"docket_number": "02-70755, 02-70756", "court_id": "ca9", "date_argued": "2002-12-01"},
}
SILENT = "The petition for review is denied because the record does not compel another result.\n"


def test_a_cluster_and_its_docket_nested_in_the_opinion_give_the_details_of_the_case():
    assert values(read(plain_text=SILENT, cluster=CLUSTER)) == {
        "short_name": "Krasnoperov v. Ashcroft",
        "caption": "Igor Krasnoperov, Petitioner, v. John Ashcroft, Respondent",
        "decided_on": "2003-03-04",
        "decided_precision": "day",
        "argued_on": "2002-12-01",
        "panel": ("Pooler", "Cote", "Paez"),
        "counsel": "For the petitioner.",
        "publication_status": "published",
        "citations": ("331 F.3d 297",),
        "docket_numbers": ("02-70755", "02-70756"),
        "court": "ca9",
    }


def test_a_cluster_with_its_opinions_gives_each_as_a_writing_the_court_s_own_first():
    opinions = [
        {"type": "040dissent", "author_str": "Paez", "plain_text": "I would grant the petition.\n"},
        {"type": "020lead", "author_str": "Pooler", "plain_text": SILENT},
    ]
    record = {**CLUSTER, "resource_uri": "", "sub_opinions": opinions}
    imported = courtlistener.read(json.dumps(record).encode())
    assert [(one.kind, one.author) for one in imported.writings] == [("lead", "Pooler"), ("dissent", "Paez")]
    assert [part.clean.text for part in imported.apart()] == [SILENT.strip(), "I would grant the petition."]
    assert imported.detail("court").value == "ca9"


def test_a_text_with_the_reporter_s_pages_is_chosen_over_a_plain_one():
    pages = '<p>SMITH, Circuit Judge:</p><p>The petition <span class="star-pagination">*7</span> is denied on it.</p>'
    imported = read(plain_text="The petition is denied on it.\n", html_with_citations=pages)
    assert [mark.data["label"] for mark in imported.clean.marks if mark.kind == "page"] == ["7"]
    assert "The petition is denied on it." in imported.clean.text


def test_words_that_were_read_by_ocr_are_said_to_be():
    assert "OCR" in read(extracted_by_ocr=True).note
