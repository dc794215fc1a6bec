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
        ("Heard Sept. 9, 2009\n\nPER CURIAM.", "argued_on", "2009-09-09"),
        ("Non-Precedent Decision of the Board\n\nPER CURIAM.", "publication_status", "unpublished"),
        ("Opinion Issued: June 14, 2010\n\nPER CURIAM.", "decided_on", "2010-06-14"),
        ("The opinion issued June 14, 2010 is amended.\n\nPER CURIAM.", "decided_on", None),
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
        ("Before: Ann P.\nRoe and John Doe, Circuit Judges.\n\nPER CURIAM.", "panel", ("Ann P. Roe", "John Doe")),
        ("BEFORE: ROE, Acting Vice Chairman; DOE, Board Mem-\nber.\n\nPER CURIAM.", "panel", ("Roe", "Doe")),
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
        (  # the whole of the outcome
            "So the sentence is VACATED, and the judgment in all else is AFFIRMED.",
            "the sentence is VACATED, and the judgment in all else is AFFIRMED.",
        ),
        ("For these reasons, the petition for review is denied.", "the petition for review is denied."),
        ("The record compels nothing else. We deny the petition. So ordered.", "We deny the petition."),
        ("Petition DENIED. No costs.", "Petition DENIED."),
        ("Affirmed. See 1st Cir. R. 27.0(c).", "Affirmed."),
        (
            "We vacate the order in part. Otherwise, the judgment is affirmed.",
            "We vacate the order in part. Otherwise, the judgment is affirmed.",
        ),
        ("The motion was denied below. We agree with the Board that he was not credible.", None),
        ("If he is right, the petition should be granted and the order is vacated.", None),
        (
            "IT IS ORDERED that the application is DENIED.\n\nIT IS FURTHER ORDERED that removal is GRANTED."
            "\n\nDated: May 3",
            "IT IS ORDERED that the application is DENIED.\nIT IS FURTHER ORDERED that removal is GRANTED.",
        ),
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
            "ON PETITION FOR REVIEW FROM THE UNITED STATES BOARD\nOF IMMIGRATION APPEALS",
            ("Board of Immigration Appeals", None, None, None),
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


@pytest.mark.parametrize(
    ("over", "court"),
    [
        ("IN THE SUPREME COURT OF APPEALS OF WEST VIRGINIA\nJanuary 2022 Term", "wva"),
        ("THE SUPREME COURT OF NEW HAMPSHIRE", "nh"),
        ("DISTRICT COURT OF APPEAL OF THE STATE OF FLORIDA\nFOURTH DISTRICT", "fladistctapp4"),
        ("STATE OF MINNESOTA\nIN COURT OF APPEALS", "minnctapp"),
        ("SUPERIOR COURT OF NEW JERSEY\nAPPELLATE DIVISION\nDOCKET NO. A-1234-20", "njsuperctappdiv"),
        ("U.S. Department of Justice  Decision of the Board of\nExecutive Office for Immigration Review  Immigration"
         " Appeals", "bia"),
    ],
)  # fmt: skip
def test_the_court_is_known_however_its_name_is_set(over: str, court: str):
    assert (
        found(f"{over}\n\nA. DOE,\n\nPetitioner,\n\nv.\n\nERIC ROE,\n\nRespondent.\n\nLYNCH, J.{BODY}")["court"]
        == court
    )


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("No. 4D21-1234", ("4D21-1234",)),
        ("DOCKET NO. A-1234-20", ("A-1234-20",)),
        ("A21-0123", ("A21-0123",)),
        ("No. 99123-4", ("99123-4",)),
        ("OCAHO Case No. 2021A00012", ("2021A00012",)),
        ("Civil Action No. 20-1234 (ABC) (DEF)", ("20-1234 (ABC) (DEF)",)),
        ("No. 20-1234\n\nCounty District Court\nFile No. 27-CR-19-12345", ("20-1234",)),
    ],
)
def test_docket_numbers_are_known_by_their_form(line: str, numbers: tuple[str, ...]):
    assert found(f"{HEAD.replace('No. 09-1', line)}LYNCH, Circuit Judge:{BODY}")["docket_numbers"] == numbers


@pytest.mark.parametrize(
    ("court", "name"),
    [
        ("IN THE SUPREME COURT\nSTATE OF NORTH DAKOTA", "State v. Petrov"),
        ("United States Court of Appeals\nFor the First Circuit", "State of North Dakota v. Petrov"),
    ],
)
def test_a_state_is_the_state_in_its_own_courts(court: str, name: str):
    sides = "2022 ND 45\n\nState of North Dakota, Plaintiff and Appellee\nv.\nAlexei Petrov, Defendant and Appellant\n"
    assert found(f"{court}\n\n{sides}\nNo. 20210123\n\nRoe, Justice.{BODY}")["short_name"] == name


def test_a_dissent_from_an_opinion_that_names_no_writer_is_not_the_file_s():
    given = found(f"{HEAD}{BODY * 60}\n\nLYNCH, Circuit Judge, dissenting:{BODY}")
    assert (given["opinion_kind"], given["author"]) == (None, None)
    assert given["completeness"] != "separate_only"


@pytest.mark.parametrize(
    ("front", "name"),
    [
        (
            "IN THE SUPREME COURT OF THE STATE OF WASHINGTON\nSTATE OF WASHINGTON,\nRespondent,\nv.\nIVAN PETROV,\n"
            "Petitioner.\n\nNo. 99123-4\n\nROE, J.—",
            "State v. Petrov",
        ),
        ("Administrative Appeals Office\n\nIn Re: 12345678  Date: MAR. 02, 2022\n\nForm I-601\n\n", None),
    ],
)
def test_a_case_is_named_by_its_parties_alone(front: str, name: str | None):
    assert found(front + BODY.strip() * 3)["short_name"] == name
