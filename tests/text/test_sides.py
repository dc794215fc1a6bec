"""Captions typed in two columns."""

import pytest

from briefs.text.normalise import normalise

WORDS = "The petitioner asks us to review an order of the Board, and we deny the petition for want of error. " * 3

RULED = """
ALEXEI PETROV,                    )
                                  )
            Petitioner,           )
                                  )    Case No. 20-cv-01234-ABC
      v.                          )
                                  )    MEMORANDUM AND ORDER
MERRICK B. GARLAND,               )
            Respondent.           )
__________________________________)
"""
SPACED = """
ALEXEI PETROV,                         Case No. 20-cv-01234-ABC

            Petitioner,
                                       MEMORANDUM AND ORDER
      v.                               Re: Dkt. No. 31

MERRICK B. GARLAND,

            Respondent.
"""
BARRED = RULED.replace(")", "|").replace("__|", "__")
SIGNED = RULED.replace(")", "§")


@pytest.mark.parametrize("caption", [RULED, SPACED, BARRED, SIGNED])
def test_the_left_column_is_read_before_the_right(caption: str):
    clean = normalise(f"UNITED STATES DISTRICT COURT\nDISTRICT OF UTAH\n{caption}\n\n{WORDS}\n")
    text = " ".join(words for _, words in clean.of_kind("caption")).replace("\n", " ")
    assert "PETROV, Petitioner, v. MERRICK B. GARLAND, Respondent. Case No. 20-cv-01234-ABC MEMORANDUM" in text
    assert not set(")|§_") & set(text)


@pytest.mark.parametrize(
    "table",
    [
        "Date          Event\nMay 3         Served\nJune 9        Heard\n",
        "(a) the first) and\n(b) the second) and\n(c) the third) too.\n",
        "Judge Roe                  Judge Doe\nJudge Poe                  Judge Law\n",
    ],
)
def test_columns_that_name_no_sides_are_left_as_they_are(table: str):
    text = normalise(f"{WORDS}\n\n{table}\n{WORDS}\n").text
    assert [text.index(line.split()[0]) for line in table.splitlines()] == sorted(
        text.index(line.split()[0]) for line in table.splitlines()
    )
    assert "".join(table.split()) in "".join(text.split())
