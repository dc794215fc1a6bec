"""Laws set in capitals are the laws they are in small letters, and nothing else of a text changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.citations import find
from briefs.citations.capitals import lowered


@pytest.mark.parametrize(
    ("capitals", "small"),
    [
        ("FED. R. CIV. P. 12(b)(6)", "Fed. R. Civ. P. 12(b)(6)"),
        ("FED. R. EVID. 803(6)", "Fed. R. Evid. 803(6)"),
        ("FEDERAL RULE OF EVIDENCE 404(b)", "Federal Rule of Evidence 404(b)"),
        ("5 COLLIER ON BANKRUPTCY ¶ 547.04", "5 Collier on Bankruptcy ¶ 547.04"),
        ("U.S. CONST. amend. XIV, § 1", "U.S. Const. amend. XIV, § 1"),
        ("CAL. PENAL CODE § 187", "Cal. Penal Code § 187"),
        ("TEX. CIV. PRAC. & REM. CODE ANN. § 16.003(a)", "Tex. Civ. Prac. & Rem. Code Ann. § 16.003(a)"),
        ("TEX. R. APP. P. 38.1(h)", "Tex. R. App. P. 38.1(h)"),
        ("MASS. GEN. LAWS ch. 265, § 13A", "Mass. Gen. Laws ch. 265, § 13A"),
        ("WIS. STAT. § 940.01", "Wis. Stat. § 940.01"),
        ("U.S. SENTENCING GUIDELINES MANUAL § 2D1.1(b)(1)", "U.S. Sentencing Guidelines Manual § 2D1.1(b)(1)"),
        ("RESTATEMENT (SECOND) OF TORTS § 402A", "Restatement (Second) of Torts § 402A"),
        ("5TH CIR. R. 47.5", "5th Cir. R. 47.5"),
        ("RULE FOR COURTS-MARTIAL 910(c)(1)", "Rule for Courts-Martial 910(c)(1)"),
    ],
)
def test_a_law_in_capitals_is_the_same_law(capitals: str, small: str) -> None:
    (one,), (other,) = find(f"See {capitals}."), find(f"See {small}.")
    assert one.key is not None
    assert one.key == other.key


def test_a_heading_and_a_case_name_keep_their_capitals() -> None:
    text = (
        "OPINION OF THE COURT\n\nSMITH v. JONES, 12 F.3d 4 (9th Cir. 1993). THE CODE OF CONDUCT. FLA. STAT. § 90.803."
    )
    case, law = find(text)
    assert case.name == "SMITH v. JONES"
    assert law.cite == "Fla. Stat. § 90.803"
    assert lowered(text).startswith("OPINION OF THE COURT\n\nSMITH v. JONES")


@given(st.text(alphabet="ABCDEV. §&(1SECOND)CODE,'-\n", max_size=200))
def test_a_text_stays_as_long_as_it_was(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_a_long_run_of_capitals_takes_no_time_to_speak_of() -> None:
    assert lowered("A" * 5_000 + "( CODE § 5") == "A" * 5_000 + "( Code § 5"
