"""Citations that cannot be right are kept as printed and flagged, with the likely true reading in the sentence."""

import pytest

from briefs.citations import find


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            "99 F.2d 928, 932 (9th Cir. 1996)",
            "year-outside-reporter",
            "F.2d ran from 1924 to 1993, so it has no decision of 1996. Perhaps 99 F.3d 928.",
        ),
        (
            "777 F.2d 509, 514 (9th Cir. 1995)",  # volume 777 of F.3d is of about 2015: nothing is proposed
            "year-outside-reporter",
            "F.2d ran from 1924 to 1993, so it has no decision of 1995.",
        ),
        (
            "1 F. Supp. 44 (D. Mass. 2000)",
            "year-outside-reporter",
            "F. Supp. ran from 1932 to 1998, so it has no decision of 2000. Perhaps 1 F. Supp. 2d 44.",
        ),
        (
            "12 F. Supp. 3 (9th Cir. 1935)",
            "court-not-of-reporter",
            "F. Supp. has no decisions of the courts of appeals.",
        ),
        (
            "5 F.3d 6 (S.D.N.Y. 1993)",
            "court-not-of-reporter",
            "F.3d has decisions of the courts of appeals only.",
        ),
        ("480 U.S. 421 (9th Cir. 1987)", "court-not-of-reporter", "U.S. has decisions of the Supreme Court only."),
        (
            "386 F.3d 450, 436 (1st Cir. 2004)",
            "pin-outside-decision",
            "Page 436 cannot be in a decision that begins at 450.",
        ),
    ],
)
def test_an_impossible_citation_is_flagged_and_linked_as_printed(words: str, code: str, sentence: str) -> None:
    (found,) = find(f"See {words}.")
    assert found.flags == ((code, sentence),)
    assert found.cite is not None
    assert words.startswith(found.cite)


@pytest.mark.parametrize(
    "words",
    [
        "5 F.3d 6 (3d Cir. 1993)",
        "5 F.3d 6 (D.C. Cir. 1993)",
        "5 F.3d 6 (Fed. Cir. 1993)",
        "112 S. Ct. 719 (1992)",
        "725 F. Supp. 1264 (D. Mass. 1989)",
        "215 F. App'x 8 (1st Cir. 2007)",
        "555 N.E.2d 576 (Mass. 1990)",
        "152 B.R. 40 (B.A.P. 9th Cir. 1993)",
    ],
)
def test_a_court_in_its_own_reporter_is_not_flagged(words: str) -> None:
    assert [each.flags for each in find(f"See {words}.")] == [()]


def test_a_citation_of_a_later_year_than_the_decision_is_flagged() -> None:
    text = "See A v. B, 24 F.4th 395 (5th Cir. 2021); C v. D, 5 F.3d 6 (1st Cir. 1993)."
    later, earlier = find(text, year=2008)
    assert later.flags == (("year-after-decision", "A decision of 2008 cannot cite one of 2021."),)
    assert earlier.flags == ()
    assert [each.flags for each in find(text)] == [(), ()]
