"""Slip opinions by docket number, however their court, date and page stand."""

import pytest

from briefs.citations import find


@pytest.mark.parametrize(
    ("words", "key", "pin"),
    [
        ("Doe v. Roe, No. 07-2278-ag, slip op. at 3 (2d Cir. Nov. 12, 2008)", "docket:ca2:07-2278-ag", "3"),
        ("Doe v. Roe, No. 92-1176, slip op. at 6, n.3 (1st Cir. Aug. 11, 1992)", "docket:ca1:92-1176", "6, n.3"),
        ("Doe v. Roe, No. 05-2222, slip op. (3d Cir. Jan. 2, 2006)", "docket:ca3:05-2222", None),
        ("Doe v. Roe, No. 04-1234, slip op. at 5", "docket:any:04-1234", "5"),
        ("Doe v. Roe, F.3d , No. 93-1388, slip op. at 11 n.8 (1st Cir. Nov. 8, 1993)", "docket:ca1:93-1388", "11 n.8"),
        ("Doe v. Roe, F.3d , (1st Cir. 1994) [No. 93-1998]", "docket:ca1:93-1998", None),
        ("Doe v. Roe, F.2d , (1st Cir. 1993) [No. 92-1827, slip op. at 5]", "docket:ca1:92-1827", "5"),
        ("Doe v. Roe, ___ F.3d ___, No. 93- 1404, slip op. at 11 (1st Cir. May 4, 1994)", "docket:ca1:93-1404", "11"),
    ],
)
def test_a_slip_opinion_is_known_by_its_docket_number(words: str, key: str, pin: str | None) -> None:
    (found,) = find(f"See {words}.")
    assert (found.key, found.pin, found.name) == (key, pin, "Doe v. Roe")


def test_a_docket_number_alone_is_no_citation() -> None:
    assert find("The case was docketed as No. 92-1176 and then argued.") == []


def test_a_slip_opinion_is_cited_again_by_its_name() -> None:
    text = "Doe v. Roe, No. 93-1388, slip op. at 11 (1st Cir. Nov. 8, 1993). So held. Doe, slip op. at 10. Id. at 12."
    assert [(each.form, each.key, each.pin) for each in find(text)] == [
        ("full", "docket:ca1:93-1388", "11"),
        ("short", "docket:ca1:93-1388", "10"),
        ("id", "docket:ca1:93-1388", "12"),
    ]


def test_an_unknown_page_is_left_open_and_id_does_not_reach_past_it() -> None:
    text = "A v. B, 1 F.3d 2 (1st Cir. 1993). See C v. D, F.3d , (1st Cir. 1994). Id. at 5."
    assert [each.key for each in find(text)] == ["case:1:F.3d:2", None, None]


def test_two_courts_that_number_alike_are_told_apart():
    text = "See Alpha v. INS, No. 01-777 (2d Cir. 2001). See also Beta v. INS, No. 01-777 (9th Cir. 2002)."
    assert [each.key for each in find(text)] == ["docket:ca2:01-777", "docket:ca9:01-777"]
