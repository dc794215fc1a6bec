"""What the three shipped opinions say of themselves, and what they do not."""

from pathlib import Path

import pytest

from briefs.importers import read
from briefs.importers.details import FIELDS, from_text
from briefs.text.normalise import normalise

SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"

EXPECTED = {
    "kaptsov": {
        "caption": "Kaptsov v. Ashcroft",
        "short_name": "Kaptsov v. Ashcroft",
        "docket_numbers": ("02-70755",),
        "decided_precision": "unknown",
        "author": "Paez",
        "opinion_kind": "dissent",
        "completeness": "separate_only",
        "publication_status": "unknown",
    },
    "chouchkov": {
        "decided_precision": "unknown",
        "author": "Shadur",
        "disposition": "PETITION GRANTED and CASE REMANDED.",
        "opinion_kind": "lead",
        "completeness": "beginning_missing",
        "publication_status": "unknown",
    },
    "balachova": {
        "caption": "EIGUENIA BALACHOVA and IGOR KRASNOPEROV, Petitioners, -v- MICHAEL B. MUKASEY, Respondent.",
        "short_name": "Balachova v. Mukasey",
        "court": "ca2",
        "docket_numbers": ("07-2278-ag (L)", "07-2279-ag (Con)"),
        "argued_on": "2008-04-25",
        "decided_on": "2008-11-12",
        "decided_precision": "day",
        "author": "Pooler",
        "panel": ("McLaughlin", "Pooler", "Cote"),
        "disposition": (
            "Petition for review DISMISSED in part and GRANTED in part; order of removal VACATED and this matter"
            " REMANDED for further proceedings."
        ),
        "opinion_kind": "lead",
        "completeness": "complete",
        "publication_status": "unknown",
        "below_tribunal": "Board of Immigration Appeals",
    },
}


@pytest.mark.parametrize("name", EXPECTED)
def test_every_detail_is_the_text_s_own_or_not_given(name):
    imported = read(f"{name}.txt", (SAMPLES / f"{name}.txt").read_bytes())
    found = {detail.field: detail.value for detail in imported.details if detail.value is not None}
    counsel = found.pop("counsel", None)
    assert found == EXPECTED[name]
    assert (counsel is not None) is (name == "balachova")
    assert [detail.field for detail in imported.details] == FIELDS


@pytest.mark.parametrize("name", EXPECTED)
def test_the_words_a_detail_came_from_stand_in_the_text(name):
    imported = read(f"{name}.txt", (SAMPLES / f"{name}.txt").read_bytes())
    squeezed = " ".join(imported.clean.text.split())
    for detail in imported.details:
        assert all(" ".join(words.split()) in squeezed for words in detail.words.split("\n")), detail
        assert detail.where == "text"


def found(raw: str) -> dict[str, object]:
    return {detail.field: detail.value for detail in from_text(normalise(raw))}


HEAD = """United States Court of Appeals
For the First Circuit

No. 09-1

A. DOE,

Petitioner,

v.

ERIC H. HOLDER, JR.,

Respondent.

"""
BODY = (
    "\n\nThe petition is denied because nothing in this record, read as a whole, would compel us to grant it to her.\n"
)


@pytest.mark.parametrize(
    ("middle", "field", "value"),
    [
        ("June 14, 2010\n\nPER CURIAM.", "decided_on", "2010-06-14"),
        ("Decided: February 30, 2010\n\nPER CURIAM.", "decided_on", None),
        ("Rules filed on or after January 1, 2007 apply.\n\nPER CURIAM.", "decided_on", None),
        ("PER CURIAM.", "opinion_kind", "per_curiam"),
        ("PER CURIAM.", "author", None),
        ("LYNCH, Circuit Judge, concurring in part and dissenting in part:", "opinion_kind", "concurrence_in_part"),
        ("LYNCH, Circuit Judge, concurring:", "completeness", "separate_only"),
        ("LYNCH, Circuit Judge, dissenting:", "disposition", None),
        ("LYNCH, Circuit Judge:", "court", "ca1"),
        ("LYNCH, Circuit Judge:", "short_name", "Doe v. Holder"),
        ("[NOT FOR PUBLICATION]\n\nLYNCH, Circuit Judge:", "publication_status", "unpublished"),
        ("FOR PUBLICATION\n\nLYNCH, Circuit Judge:", "publication_status", "published"),
        ("Before\nTorruella, Selya, and Cyr,\nCircuit Judges.\n\nPER CURIAM.", "panel", ("Torruella", "Selya", "Cyr")),
    ],
)
def test_a_detail_is_read_off_the_front_matter(middle, field, value):
    assert found(HEAD + middle + BODY)[field] == value


def test_a_text_that_says_nothing_gives_nothing():
    silent = {name: value for name, value in found(BODY).items() if value is not None}
    assert silent == {"decided_precision": "unknown", "publication_status": "unknown"}


@pytest.mark.parametrize(
    ("end", "disposition"),
    [
        ("For these reasons the judgment of the district court is Affirmed.", "Affirmed."),
        ("We find no merit in it. The judgment is therefore AFFIRMED.", "AFFIRMED."),
        ("For that reason the order is hereby VACATED in part.", "VACATED in part."),
        ("So the sentence is VACATED, and the judgment in all else is AFFIRMED.", None),  # not the whole of the outcome
        ("So the judgment of the district court is affirmed because it is right.", None),
    ],
)
def test_the_outcome_that_closes_the_last_sentence_is_the_disposition(end: str, disposition: str | None):
    assert found(f"{HEAD}LYNCH, Circuit Judge:{BODY}\n\n{end}\n")["disposition"] == disposition


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "APPEAL FROM THE UNITED STATES DISTRICT COURT\nFOR THE DISTRICT OF MAINE\n\n"
            "[Hon. Gene Carter, U.S. District Judge]",
            ("United States District Court for the District of Maine", None, "Gene Carter", None),
        ),
        (
            "Appeal from the United States District Court for the\nNorthern District of California, Fern M. Smith,"
            "\nDistrict Judge, Presiding",
            ("United States District Court for the Northern District of California", None, "Fern M. Smith", None),
        ),
        (
            "PETITION FOR REVIEW OF AN ORDER OF\nTHE BOARD OF IMMIGRATION APPEALS dated March 3, 2005",
            ("Board of Immigration Appeals", "2005-03-03", None, None),
        ),
        (
            "ON WRIT OF CERTIORARI TO THE UNITED STATES COURT OF\nAPPEALS FOR THE TENTH CIRCUIT",
            ("United States Court of Appeals for the Tenth Circuit", None, None, None),
        ),
        ("", (None, None, None, None)),
    ],
)
def test_the_decision_below_is_read_off_the_caption(clause, expected):
    given = found(HEAD + clause + "\n\nLYNCH, Circuit Judge:" + BODY)
    fields = ("below_tribunal", "below_decided_on", "below_adjudicator", "prior_citation")
    assert tuple(given[field] for field in fields) == expected
