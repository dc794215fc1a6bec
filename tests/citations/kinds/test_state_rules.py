"""The rules of state and local courts as their own courts cite them, and the states' regulations."""

import pytest

from briefs.citations import find
from briefs.citations.keys import describe

WASHINGTON = "The State of Washington appeals. "
MONTANA = "In Montana we review for correctness. "


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("CrR 3.5", "rule:Wash. CrR:3.5"),
        ("RAP 2.5(a)(3)", "rule:Wash. RAP:2.5:a.3"),
        (WASHINGTON + "ER 404(b)", "rule:Wash. ER:404:b"),
        ("ORCP 21 A(8)", "rule:Or. ORCP:21A:8"),
        ("MCR 2.116(C)(10)", "rule:Mich. MCR:2.116:C.10"),
        ("R. 4:46-2(c)", "rule:N.J. R.:4_46-2:c"),
        ("Rule 3:22-2", "rule:N.J. R.:3_22-2"),
        ("N.J.R.E. 403", "rule:N.J. R. E.:403"),
        ("N.D.R.Ev. 404(b)", "rule:N.D. R. Ev.:404:b"),
        ("Neb. Ct. R. App. P. § 2-109(D)(1)", "rule:Neb. Ct. R. App. P.:2-109:D.1"),
        ("S.Ct.Prac.R. 12.04", "rule:Ohio S.Ct.Prac.R.:12.04"),
        ("HRPP Rule 48(b)", "rule:Haw. HRPP:48:b"),
        ("M. R. Civ. P. 12(b)", "rule:Me. M.R.Civ.P.:12:b"),
        (MONTANA + "M. R. Civ. P. 12(b)", "rule:Mont. M.R.Civ.P.:12:b"),
        ("Rule 404(b), SCRE", "rule:S.C. SCRE:404:b"),
        ("Rule 404(b), Ala. R. Evid.", "rule:Ala. R. Evid.:404:b"),
        ("Rule 11-404(B) NMRA", "rule:N.M. NMRA:11-404:B"),
        ("Florida Rule of Criminal Procedure 3.850", "rule:Fla. R. Crim. P.:3.850"),
        ("Rule 3.850 of the Florida Rules of Criminal Procedure", "rule:Fla. R. Crim. P.:3.850"),
        ("Tex. R. Civ. P. 166a(i)", "rule:Tex. R. Civ. P.:166a:i"),
        ("New Hampshire Supreme Court Rule 7", "rule:N.H. S. Ct. R.:7"),
        ("Maryland Rule 4-215", "rule:Md. Rule:4-215"),
        ("Ind. Trial Rule 60(B)(8)", "rule:Ind. Trial Rule:60:B.8"),
        ("California Rules of Court, rule 8.204(a)", "rule:Cal. Rules of Court:8.204:a"),
        ("Cal. Rules of Court, rule 8.204(a)", "rule:Cal. Rules of Court:8.204:a"),
        ("N.D. Cal. Civ. L.R. 7-2(b)", "rule:N.D. Cal. Civ. L.R.:7-2:b"),
        ("D.P.R. Loc. R. 311.12", "rule:D.P.R. L.R.:311.12"),
        ("Rule 4(b) of the Rules Governing Section 2255 Proceedings", "rule:2255:4:b"),
        ("Mass. R. Crim. P. 25 (a), 378 Mass. 896 (1979)", "rule:Mass. R. Crim. P.:25:a"),
        ("WAC 296-155-100", "sreg:Wash. Admin. Code:296-155-100"),
        ("310 Code Mass. Regs. § 7.00", "sreg:310 Mass. Code Regs.:7.00"),
        ("310 CMR 7.00", "sreg:310 Mass. Code Regs.:7.00"),
        ("18 NYCRR 505.14(a)(1)", "sreg:18 N.Y.C.R.R.:505.14:a.1"),
        ("N.J.A.C. 10:53-1.1", "sreg:N.J. Admin. Code:10_53-1.1"),
        ("Cal. Code Regs., tit. 8, § 3203", "sreg:Cal. Code Regs. tit. 8:3203"),
        ("20 Ill. Adm. Code 504.810(a)", "sreg:20 Ill. Admin. Code:504.810:a"),
        ("12 C.M.R. 45", "case:12:C.M.R.:45"),  # a court-martial's report, not Massachusetts's regulations
    ],
)
def test_a_rule_or_regulation_of_a_state_has_its_key(text: str, key: str) -> None:
    (found,) = [each for each in find(f"{text}.") if each.key and ":" in each.key]
    assert found.key == key


@pytest.mark.parametrize(
    "text", ["ER 45", "CP 12; RP 45", "CR 12", "R. 45", "C.A.R. 123", "L.R. 7(d)", "Maine Rule 5 Corp."]
)
def test_the_record_is_no_rule(text: str) -> None:
    assert find(text + ".") == []


def test_initials_are_shown_as_printed_and_the_authority_with_its_state() -> None:
    (found,) = find("See CrR 3.5.")
    assert found.cite == "CrR 3.5"
    assert describe(found.key or "").cite == "Wash. CrR 3.5"
    assert describe("rule:N.J. R.:4_46-2:c").cite == "N.J. R. 4:46-2(c)"
    assert describe("rule:Cal. Rules of Court:8.204:a").cite == "Cal. Rules of Court, rule 8.204(a)"
    assert describe("rule:9th Cir.:36-3").cite == "9th Cir. R. 36-3"
