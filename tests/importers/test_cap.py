"""Case records of Harvard's Caselaw Access Project."""

import json
from typing import Any

import pytest

from briefs.importers import Imported, Unreadable, read
from tests.importers.check import accounted

HEAD = (
    "Igor KRASNOPEROV, Petitioner, v. John ASHCROFT, Respondent.\nNo. 02-70755.\n"
    "United States Court of Appeals, Ninth Circuit."
)
LEAD = {
    "type": "majority",
    "author": "POOLER, Circuit Judge:",
    "text": "POOLER, Circuit Judge:\nThe petition is denied.\nSo it is ordered.",
}
DISSENT = {
    "type": "dissent",
    "author": "PAEZ, Circuit Judge",
    "text": "I would grant the petition.\nNothing else will do.",
}
RECORD = {
    "name": "Igor Krasnoperov, Petitioner, v. John Ashcroft, Respondent",
    "name_abbreviation": "Krasnoperov v. Ashcroft",
    "decision_date": "2003-03-04",
    "docket_number": "No. 02-70755",
    "citations": [{"type": "official", "cite": "331 F.3d 297"}],
}  # fmt: skip


def cap(body: Any, **more: Any) -> Imported:
    imported = read("case.json", json.dumps({**RECORD, "casebody": body, **more}).encode())
    accounted(imported)
    return imported


@pytest.mark.parametrize("nested", [True, False])
def test_every_opinion_of_a_case_is_a_writing_as_the_record_types_it(nested: bool):
    data = {"head_matter": HEAD, "opinions": [LEAD, DISSENT]}
    imported = cap({"status": "ok", "data": data} if nested else data)
    assert [(one.kind, one.author) for one in imported.writings] == [("lead", "Pooler"), ("dissent", "Paez")]
    lead, dissent = imported.apart()
    assert [text for _, text in lead.clean.of_kind("paragraph")] == ["The petition is denied.", "So it is ordered."]
    assert [text for _, text in dissent.clean.of_kind("paragraph")] == [
        "I would grant the petition.",
        "Nothing else will do.",
    ]


def test_details_the_text_does_not_give_come_from_the_record():
    found = {one.field: (one.value, one.where) for one in cap({"head_matter": HEAD, "opinions": [LEAD]}).details}
    assert found["decided_on"] == ("2003-03-04", "record")
    assert found["citations"] == (("331 F.3d 297",), "record")
    assert found["docket_numbers"] == (("02-70755",), "text")
    assert found["court"] == ("ca9", "text")


def test_a_casebody_of_markup_is_read_as_a_page():
    markup = "<casebody><opinion type='majority'><author>PAEZ, Circuit Judge:</author><p>It is <page-number label='378'>*378</page-number>denied.</p></opinion></casebody>"  # noqa: E501
    imported = cap({"status": "ok", "data": markup})
    assert [text for _, text in imported.clean.of_kind("paragraph")] == ["It is denied."]
    assert [mark.data["label"] for mark in imported.clean.marks if mark.kind == "page"] == ["378"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"status": "error_limit_exceeded", "data": None}, "did not give it out"),
        ({"status": "ok", "data": None}, "no text"),
        ({"opinions": []}, "no opinion"),
        ({"opinions": [{"text": ""}]}, "no opinion"),
        ({"opinions": "words"}, "no opinion"),
        (7, "no text"),
    ],
)
def test_a_record_without_a_text_gets_its_sentence(body: Any, says: str):
    with pytest.raises(Unreadable, match=says):
        cap(body)
