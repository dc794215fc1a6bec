"""What a scanner or a printer spoilt is read as it was meant, and stands where it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.citations import find
from briefs.citations.misprints import mended


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("l63 F.3d 123", "case:163:F.3d:123"),
        ("899 F.2cl 100", "case:899:F.2d:100"),
        ("45 F.Zd 12", "case:45:F.2d:12"),
        ("123 F.Sd 456", "case:123:F.3d:456"),
        ("123 S.W.Sd 456", "case:123:S.W.3d:456"),
        ("12 F .3d 123", "case:12:F.3d:123"),
        ("45 F.Supp. 2d. 100", "case:45:F. Supp. 2d:100"),
        ("12 F.3d l23", "case:12:F.3d:123"),
        ("5 Fed. (2d) 12", "case:5:F.2d:12"),
        ("10 Gratt. (51 Va.) 400", "case:51:Va.:400"),
        ("16 Wall. (83 U.S.) 36", "case:83:U.S.:36"),
        ("337 U.S. [*12] 541", "case:337:U.S.:541"),
        ("15 F.C.C.R. 5000", "case:15:FCC Rcd:5000"),
        ("2 Paine, C. C. 184", "case:2:Paine:184"),
        ("2 Curt. C. C. 5", "case:2:Curt.:5"),
    ],
)
def test_a_spoilt_citation_is_read_as_it_was_meant(printed: str, key: str) -> None:
    text = f"See Smith v. Jones, {printed}, and so on."
    (found,) = find(text)
    assert found.key == key
    assert text[found.start : found.end] == f"Smith v. Jones, {printed}"


def test_a_later_misprint_moves_nothing() -> None:
    text = "Smith v. Jones, 899 F.2cl 100, 104 (1st Cir. 1990); 5 Fed. (2d) 12; l63 F.3d 5."
    assert [text[each.start : each.end] for each in find(text)] == [
        "Smith v. Jones, 899 F.2cl 100, 104 (1st Cir. 1990)",
        "5 Fed. (2d) 12",
        "l63 F.3d 5",
    ]


@pytest.mark.parametrize("text", ["id. at l2, 899 F.2d 5", "Appendix I 45", "l2 Angry Men 5", "12 F. 2c 5"])
def test_what_is_no_citation_is_not_mended_into_one(text: str) -> None:
    assert [each.key for each in find(text) if each.form == "full"] == (["case:899:F.2d:5"] if "899" in text else [])


@given(
    st.integers(1, 999),
    st.sampled_from(["F.2d", "F. Supp. 2d", "U.S.", "So. 2d", "Cal. App. 4th"]),
    st.integers(1, 1999),
)
def test_what_is_well_printed_stays(volume: int, reporter: str, page: int) -> None:
    words = f"{volume} {reporter} {page}, {page + 2} (1st Cir. 1990)"
    assert mended(words) == words
