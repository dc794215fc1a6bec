"""Decisions of other countries and of international courts."""

import pytest

from briefs.citations import find
from briefs.citations.keys import link


@pytest.mark.parametrize(
    ("text", "key", "cite", "pin"),
    [
        ("Alcock v. Wright, [1992] 1 A. C. 310, 405 (H.L.)", "foreign:[1992] 1:A.C.:310", "[1992] 1 A.C. 310", "405"),
        ("R v. K, [2006] UKHL 46", "foreign:2006:UKHL:46", "[2006] UKHL 46", None),
        ("P v. Canada, [1998] 1 S.C.R. 982 (Can.)", "foreign:[1998] 1:S.C.R.:982", "[1998] 1 S.C.R. 982", None),
        ("U.S. v. Iran, 1980 I.C.J. 3 (May 24)", "foreign:1980:I.C.J.:3", "1980 I.C.J. 3", None),
        ("Hadley v. Baxendale, 156 Eng. Rep. 145 (1854)", "foreign:156:Eng. Rep.:145", "156 Eng. Rep. 145", None),
        ("Rylands v. Fletcher, L. R. 3 H. L. 330", "foreign:L.R. 3:H.L.:330", "L.R. 3 H.L. 330", None),
        ("Soering, App. No. 14038/88, ¶ 91", "foreign:number:14038/88", "App. No. 14038/88", "¶ 91"),
        ("Prosecutor v. T, Case No. IT-94-1-A, Judgment, ¶ 190", "foreign:number:IT-94-1-A", "No. IT-94-1-A", "¶ 190"),
    ],
)
def test_a_foreign_decision_has_its_key_display_and_pin(text: str, key: str, cite: str, pin: str | None) -> None:
    (found,) = find(f"See {text}.")
    assert (found.key, found.cite, found.pin) == (key, cite, pin)
    assert link(key) is None


def test_a_bracketed_year_is_no_volume_of_south_carolina() -> None:
    assert [each.key for each in find("See P v. Canada, [1998] 1 S.C.R. 982.")] == ["foreign:[1998] 1:S.C.R.:982"]


@pytest.mark.parametrize("text", ["Application No. 12 of 1990", "[2006] 12 months", "the FCA 12 times"])
def test_a_number_beside_such_letters_is_no_decision(text: str) -> None:
    assert find(text) == []
