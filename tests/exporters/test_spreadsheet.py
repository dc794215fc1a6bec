"""A list of briefs for a spreadsheet."""

import csv
import io
from typing import Any

import pytest

from briefs.exporters import spreadsheet
from tests.exporters import pages, samples


def rows(*given: Any) -> list[dict[str, str]]:
    content = spreadsheet.listed(given, site_url=pages.SITE).content
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_brief_is_a_row_under_the_library_s_heads():
    (row,) = rows(samples.balachova())
    assert row["name"] == "Balachova v. Mukasey"
    assert row["citation"] == "547 F.3d 374 (2d Cir. 2008)"
    assert row["decided"] == "2008-11-12"
    assert row["docket numbers"] == "07-2278-ag (L); 07-2279-ag (Con)"
    assert (row["court's propositions"], row["separate propositions"]) == ("11", "0")
    assert row["address"] == f"{pages.SITE}/briefs/balachova-v-mukasey/"


def test_a_dissent_counts_among_the_separate_only_and_what_is_not_given_is_empty():
    (row,) = rows(samples.kaptsov())
    assert (row["court's propositions"], row["separate propositions"]) == ("0", "6")
    assert row["opinion"] == "dissent (Paez, J.)"
    assert [row[name] for name in ("citation", "court", "decided", "publication", "disposition")] == [""] * 5


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_run_as_a_formula(words: str):
    page = pages.bare()
    page["case"] |= {"short_name": words}
    assert rows(page)[0]["name"] == f"'{words}"
