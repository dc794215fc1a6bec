"""Where an opinion begins: after its caption, whatever stands there, and never later."""

import pytest

from briefs.text.lines import split
from briefs.text.openings import opening

BODY = (
    "The respondent is a native and citizen of Russia who was admitted in 1999 and stayed on.\n"
    "He seeks asylum and withholding of removal because of the harm that he suffered there.\n"
    "We find that the record supports the decision below, and we dismiss the appeal.\n"
)
FORM = (
    "U.S. Department of Justice\nExecutive Office for Immigration Review\nFalls Church, Virginia 22041\n\n"
    "File: A075-836-651 - New York, NY\n\nIn re: IVAN PETROV\n\nIN REMOVAL PROCEEDINGS\n\nAPPEAL\n\n"
    "ON BEHALF OF RESPONDENT: Maria Roe, Esquire\n\nAPPLICATION: Asylum; withholding of removal\n\n"
)
HEADNOTES = (
    "Matter of A-B-, Respondent\n\nDecided June 11, 2018\n\nU.S. Department of Justice\n\n"
    "(1) An applicant must show membership in a group which is composed of members who share a common\n"
    "immutable characteristic and is socially distinct within the society in question.\n\n"
    "FOR RESPONDENT: Maria Roe, Esquire\n\n"
    "BEFORE: Board Panel: GRANT and PEPPER, Board Members.\n\n"
)
MEMORANDUM = (
    "NOT FOR PUBLICATION\n\nUNITED STATES COURT OF APPEALS\nFOR THE NINTH CIRCUIT\n\nIVAN PETROV,\nPetitioner,\nv.\n"
    "ERIC HOLDER,\nRespondent.\n\nNo. 07-72278\n\nMEMORANDUM*\n\nOn Petition for Review of an Order of the\n"
    "Board of Immigration Appeals\n\nSubmitted November 10, 2008\n\n"
    "Before: PAEZ, RAWLINSON, and SHADUR, Circuit Judges.\n\n"
)
STATE = (
    "IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA\n\nTHE PEOPLE,\nPlaintiff and Respondent,\nv.\nIVAN PETROV,\n"
    "Defendant and Appellant.\n\nB207278\n\nAPPEAL from a judgment of the Superior Court of Los Angeles County,\n"
    "Maria Roe, Judge. Reversed.\n\n"
    "John Poe, under appointment by the Court of Appeal, for Defendant and Appellant.\n\n"
)


APPEALS_OFFICE = (
    "U.S. Citizenship\nand Immigration\nServices\n\nNon-Precedent Decision of the\nAdministrative Appeals Office\n\n"
    "In Re: 12345678                Date: MAR. 02, 2022\n\nAppeal of Texas Service Center Decision\n\n"
    "Form I-601, Application to Waive Inadmissibility Grounds\n\n"
)


TRIBUNAL = (
    "Upper Tribunal\n(Immigration and Asylum Chamber)        Appeal Number: PA/01234/2019\n\nTHE IMMIGRATION ACTS\n\n"
    "Heard at Field House\n\nBefore\n\nUPPER TRIBUNAL JUDGE ROE\n\nBetween\n\nIP\n\nAppellant\n\nand\n\nTHE SECRETARY"
    " OF STATE FOR THE HOME DEPARTMENT\n\nRespondent\n\nDECISION AND REASONS\n\n"
)


@pytest.mark.parametrize("heading", ["", "BACKGROUND\n\n", "I. INTRODUCTION\n\n"])
@pytest.mark.parametrize("front", [FORM, HEADNOTES, MEMORANDUM, STATE, APPEALS_OFFICE, TRIBUNAL])
def test_an_opinion_without_a_byline_begins_after_its_caption(front: str, heading: str):
    lines = split(front + heading + BODY)
    assert lines[opening(lines)].text == (heading or BODY).splitlines()[0]


def test_the_order_at_the_end_of_a_short_decision_is_not_its_title():
    lines = split(FORM + BODY + "\nORDER\n\nThe appeal is dismissed.\n")
    assert lines[opening(lines)].text == BODY.splitlines()[0]


def test_a_text_without_a_caption_begins_with_its_first_line():
    assert opening(split(BODY)) == 0


@pytest.mark.parametrize(
    "later",
    ["Before the BIA dismissed it, Petrov, who was ill, had asked for time.", "Before Justices Roe, Doe, and Poe"],
)
def test_judges_named_far_below_and_sentences_that_begin_so_are_of_the_opinion(later: str):
    body = (BODY.replace("\n", " ") + "\n\n") * 30
    text = "TEXAS COURT OF APPEALS\n\nNO. 03-20-00123-CV\n\nPetrov, Appellant\n\nv.\n\nRoe, Appellee\n\nOPINION\n\n"
    lines = split(
        text + BODY.replace("\n", " ") + "\n\n" + (later if "BIA" in later else "") + "\n\n" + body + later + "\n"
    )
    assert lines[opening(lines)].text.startswith("The respondent is a native")


@pytest.mark.parametrize(
    "named", ["Statement of JUSTICE ROE respecting the denial of certiorari.", "ROE, J., dissenting."]
)
def test_the_order_that_a_judge_speaks_to_is_no_front_matter(named: str):
    front = "SUPREME COURT OF THE UNITED STATES\n\nPETROV v. GARLAND\n\nNo. 20-1234. Decided March 21, 2022\n\n"
    order = "The motion for leave to file a brief is granted. The petition for a writ\nof certiorari is denied."
    lines = split(f"{front}{order}\n\n{named}\n\n{BODY}")
    assert lines[opening(lines)].text == order.split("\n")[0]


def test_a_byline_that_a_site_sets_over_the_caption_is_not_where_the_opinion_begins():
    front = "Roe, J.\n\nDecided on March 2, 2022\n\nIN THE SUPREME COURT OF NEW YORK\n\nPetrov v. Doe\n\nROE, J.\n\n"
    lines = split(front + BODY)
    assert lines[opening(lines)].text == "ROE, J."


def test_a_judge_who_signs_at_the_end_does_not_begin_the_opinion():
    lines = split(f"{FORM}{BODY}\n\nMARIA ROE, UNITED STATES DISTRICT JUDGE\n\nDated: March 2, 2022\n")
    assert lines[opening(lines)].text == BODY.split("\n")[0]


def test_a_name_and_office_under_the_day_is_a_byline_though_judges_are_listed_above():
    front = "FOR THE FIRST CIRCUIT\n\nNo. 20-1234\n\nBefore\n\nRoe, Chief Judge,\n\nDoe and Poe, Circuit Judges.\n\n"
    lines = split(f"{front}March 2, 2022\n\n             ROE, Chief Judge.\n\n{BODY * 3}")
    assert lines[opening(lines)].text == "ROE, Chief Judge."
