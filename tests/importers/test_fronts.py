"""Where front matter ends, in the ways that courts and agencies have."""

import pytest

from briefs.importers.txt import read

FIRST = "Before sentencing, the court asked both sides to say what the guidelines called for, and each of them did so."
WORDS = "The petitioner asks us to review an order of the Board, and we deny the petition for want of any error in it. "
SAID = (WORDS * 2).strip()
IMMIGRATION = (
    "UNITED STATES DEPARTMENT OF JUSTICE\nIMMIGRATION COURT\n\nIn the Matter of\n\nALEXEI PETROV\n\nRESPONDENT\n\n"
)
STATE = "COURT OF APPEALS OF UTAH\n\nNo. 2021-123\n\nROE v. DOE\n\nMarch 2, 2022\n\n"
TRADE = "UNITED STATES COURT OF INTERNATIONAL TRADE\n\nROE v. UNITED STATES\n\n"
TRADE += "Before: Ann Poe, Judge\nCourt No. 20-00123\n\n"


@pytest.mark.parametrize(
    ("front", "first"),
    [
        (f"{IMMIGRATION}ORAL DECISION OF THE IMMIGRATION JUDGE", FIRST),
        (
            f"{STATE}APPEAL from a judgment of the Superior Court of the County, Ann B.\nRoe, Judge. Affirmed.\n\n"
            "Jane Q. Roe, under appointment by the Court of Appeal, for Defendant and Appellant.",
            SAID,
        ),
        (f"{STATE}OPINION BY ROE, J.:                     FILED MARCH 2, 2022", SAID),
        (f"{TRADE}OPINION AND ORDER\n\n[Remanding the agency’s results.]\n\nDated: March 2, 2022", SAID),
        (f"{STATE}Lord Justice Roe:", SAID),
        (f"{STATE}LADY ROE: (with whom Lord Poe agrees)", SAID),
    ],
)
def test_the_first_paragraph_is_the_opinion_s(front: str, first: str):
    clean = read(f"{front}\n\n{first}\n\n{WORDS * 3}\n".encode()).clean
    paragraphs = [text for _, text in clean.of_kind("paragraph")]
    assert paragraphs[0] == first
    assert len(paragraphs) == 2


def test_the_panel_of_a_court_that_sits_alone_is_its_judge():
    imported = read(f"{TRADE}OPINION AND ORDER\n\n{WORDS * 2}\n".encode())
    assert imported.detail("panel").value == ("Ann Poe",)
    assert imported.detail("docket_numbers").value == ("20-00123",)


def test_judges_that_no_word_comes_before_are_the_panel():
    front = f"{STATE}Robinson, C. J., and McDonald, D’Auria, Kahn and Keller, Js.\n\nKAHN, J.\n\n{WORDS * 2}\n"
    assert read(front.encode()).detail("panel").value == ("Robinson", "McDonald", "D’Auria", "Kahn", "Keller")
