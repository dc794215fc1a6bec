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
