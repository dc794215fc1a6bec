"""Numbers and days as courts print them."""

import pytest

from briefs.importers.txt import read

WORDS = "The petitioner asks us to review an order of the Board, and we deny the petition for want of any error in it. "


def detail(front: str, field: str) -> object:
    return read(f"{front}\n\nROE, Judge.\n\n{WORDS * 3}\n".encode()).detail(field).value


@pytest.mark.parametrize(
    ("line", "argued", "decided"),
    [
        ("Argued December 9, 2021, Decided March 2, 2022", "2021-12-09", "2022-03-02"),
        ("December 9, 2021, Argued and Submitted\nMarch 2, 2022, Filed", "2021-12-09", "2022-03-02"),
        ("Argued: December 9, 2021. -- March 2, 2022", "2021-12-09", "2022-03-02"),
        ("Suffolk. December 9, 2021. - March 2, 2022.", "2021-12-09", "2022-03-02"),
        ("Heard on 9 December 2021\n\nJUDGMENT GIVEN ON\n2 March 2022", "2021-12-09", "2022-03-02"),
        ("Hearing date: 9th December 2021\n\nDate: 2 March 2022", "2021-12-09", "2022-03-02"),
        ("Heard: December 9, 2021\n\nJudgment: March 2, 2022", "2021-12-09", "2022-03-02"),
        ("Dated: March 2, 2022", None, "2022-03-02"),
        ("Filed 3/2/22  P. v. Petrov CA2/1", None, "2022-03-02"),
        ("A motion for a new trial, filed on June 9, 2020, was heard by Ann B. Court, J.", None, None),
        ("Appeal from the Judgment of Sentence Entered May 3, 2021", None, None),
        ("Clerk of Court of Appeals\nMarch 2, 2022\nSheila T. Nash", None, "2022-03-02"),
        ("Clerk of Court of Appeals\nMarch 2, 2022\nMarch 3, 2022\nNash", None, None),
    ],
)
def test_days_are_read_as_they_are_written(line: str, argued: str | None, decided: str | None):
    front = f"SUPREME COURT OF VERMONT\n\nNo. 2021-123\n\nState v. Petrov\n\n{line}"
    assert (detail(front, "argued_on"), detail(front, "decided_on")) == (argued, decided)


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Record No. 0123-21-2", ("0123-21-2",)),
        ("No. 1234 EDA 2021", ("1234 EDA 2021",)),
        ("No. 20-123C", ("20-123C",)),
        ("Appeal No. 2020AP1234-CR", ("2020AP1234-CR",)),
        ("CASE NO. 21-01234-5-ABC", ("21-01234-5-ABC",)),
        ("Court No. 20-00123", ("20-00123",)),
        ("(SC 20512)", ("SC 20512",)),
        ("No. 351234\nLC No. 18-001234-01-FC", ("351234",)),
        ("No. 351234\n\nORDER [ECF No. 31]", ("351234",)),
        ("No. 20-70123\n\n03-02-2022", ("20-70123",)),
    ],
)
def test_a_court_s_own_numbers_are_read_and_no_others(line: str, numbers: tuple[str, ...]):
    front = f"SUPREME COURT OF VERMONT\n\nROE v. DOE\n\n{line}\n\nMarch 2, 2022"
    assert detail(front, "docket_numbers") == numbers


@pytest.mark.parametrize(
    ("front", "court"),
    [
        ("UNITED STATES DISTRICT COURT\n\nNORTHERN DISTRICT OF CALIFORNIA\n\nNo. 20-cv-1\n\nROE v. DOE", "cand"),
        ("SJC-13012\n\nCOMMONWEALTH vs. ALEXEI PETROV.\n\nMarch 2, 2022.", "mass"),
        ("STATE OF CONNECTICUT v. ALEXEI PETROV\n(SC 20512)\n\nMarch 2, 2022", "conn"),
        ("S T A T E   O F   M I C H I G A N\n\nC O U R T   O F   A P P E A L S\n\nROE v. DOE", "michctapp"),
        ("STATE OF WISCONSIN\n\nROE,\nPlaintiff,\n\nv.\n\nDOE,\nDefendant.\n\nIN COURT OF APPEALS", "wisctapp"),
    ],
)
def test_a_court_is_told_by_its_name_in_parts_or_by_its_numbers(front: str, court: str):
    assert detail(front, "court") == court


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("THE PEOPLE &c.,\nRespondent,\n\nv.\n\nALEXEI PETROV,\nAppellant.", "People v. Petrov"),
        ("ALEXEI PETROV,\nPlaintiff,\n\nv.\n\nTHE UNITED STATES,\nDefendant.", "Petrov v. United States"),
        ("MICHAEL PERRY AND HOUSING, INC.,\nPlaintiffs,\n\nv.\n\nSTEVEN BLUM,\nDefendant.", "Perry v. Blum"),
        ("PETROV STEEL CO., LTD.,\nPlaintiff,\n\nv.\n\nROE,\nDefendant.", "Petrov Steel Co. v. Roe"),
        ("State of Utah\n\nv.\n\nAlexei Petrov", "State of Utah v. Petrov"),
        ("ALEXEI PETROV\n\nv.  Record No. 0123-21-2\n\nCOMMONWEALTH OF VIRGINIA", "Petrov v. Commonwealth of Virginia"),
        ("IN RE:\n\nCASE NO. 21-01234\n\nALEXEI PETROV,", "In re Petrov"),
    ],
)
def test_a_case_is_named_by_its_parties(caption: str, name: str):
    assert detail(f"SUPREME COURT OF VERMONT\n\nNo. 2021-123\n\n{caption}\n\nMarch 2, 2022", "short_name") == name


def test_the_writer_is_named_in_the_caption_or_signs_over_those_who_concur():
    front = "COURT OF APPEALS OF VIRGINIA\n\nROE v. DOE\n\nOPINION BY JUDGE MARIA POE\n\nMarch 2, 2022\n\n"
    imported = read((front + WORDS * 3).encode())
    assert imported.detail("author").value == imported.writings[0].author == "Maria Poe"
    signed = "IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA\n\nROE v. DOE\n\nB312345\n\n"
    signed += f"{WORDS * 3}\n\nPOE, J.\n\nWe concur:\n\nDOE, P. J.\n\nROE, J.\n"
    assert read(signed.encode()).detail("author").value == "Poe"
