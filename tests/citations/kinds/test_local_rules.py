"""Local rules of federal courts: of the court that is named, of the one whose opinion it is, of the one court cited."""

import pytest

from briefs.citations import find
from briefs.text.marks import Mark


def ruled(court: str, text: str) -> list[str | None]:
    whole = f"{court}\n\n{text}"
    marks = [Mark(0, len(court), "caption", {"part": "court"}), Mark(len(court) + 2, len(whole), "paragraph", {})]
    return [found.key for found in find(whole, marks) if found.kind == "court_rule"]


@pytest.mark.parametrize(
    ("court", "text", "keys"),
    [
        ("UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA", "Under Civil Local Rule 7-1(b), it is.",
         ["rule:N.D. Cal. Civ. L.R.:7-1:b"]),
        ("UNITED STATES DISTRICT COURT\nSOUTHERN DISTRICT OF NEW YORK", "See Local Civil Rule 56.1(d).",
         ["rule:S.D.N.Y. Local Civ. R.:56.1:d"]),
        ("UNITED STATES DISTRICT COURT\nFOR THE DISTRICT OF COLUMBIA", "See LCvR 7(h).", ["rule:D.D.C. LCvR:7:h"]),
        ("UNITED STATES DISTRICT COURT\nFOR THE SOUTHERN DISTRICT OF WEST VIRGINIA", "See Local Rule 7.1.",
         ["rule:S.D. W. Va. L.R.:7.1"]),
        ("UNITED STATES DISTRICT COURT\nDISTRICT OF MAINE", "Massachusetts Local Rule 7.1 differs.", []),  # another's
        ("UNITED STATES COURT OF APPEALS\nFOR THE SECOND CIRCUIT", "See this court's Local Rule 32.1.1.",
         ["rule:2d Cir.:32.1.1"]),
        ("UNITED STATES COURT OF APPEALS\nFOR THE SECOND CIRCUIT", "He broke Local Rule 7.1.", []),  # of which court?
        ("UNITED STATES COURT OF APPEALS\nFOR THE FIRST CIRCUIT",
         "Local Rule 32 of the United States District Court for the District of Maine is strict. So is Local Rule 19.",
         ["rule:D. Me. L.R.:32", "rule:D. Me. L.R.:19"]),
        ("SUPREME COURT OF OHIO", "See Local Rule 7.1.", []),
    ],
)  # fmt: skip
def test_a_local_rule_is_of_the_court_that_the_text_makes_known(court: str, text: str, keys: list[str]) -> None:
    assert ruled(court, text) == keys


def test_one_set_of_rules_has_one_key_and_is_shown_as_printed() -> None:
    found = find("D. Mass. Loc. R. 7.1 is D. Mass. Local Rule 7.1.")
    assert [each.key for each in found] == ["rule:D. Mass. L.R.:7.1"] * 2
    assert found[0].cite == "D. Mass. Loc. R. 7.1"
