"""The states' own ways of citing: one name for a code however it is spelt, and codes named without their state."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations import find
from briefs.citations.kinds.state_names import standard


def test_a_code_may_be_named_as_the_code_of_its_state() -> None:
    text = (
        "Section 17-13-23 of the Code of Alabama; Code of Virginia § 18.2-248; § 62-3-1 of the Code of West Virginia. "
        "The Code of Iowa has section 17-13-23 too."
    )
    assert [found.cite for found in find(text)] == [
        "Ala. Code § 17-13-23",
        "Va. Code § 18.2-248",
        "W. Va. Code § 62-3-1",
        "Ala. Code § 17-13-23",
    ]


def test_what_each_section_of_a_list_is_about_may_stand_between() -> None:
    text = "18 Pa.C.S. §§ 6105 (person not to possess), 6106 (carrying without a license), and 6108."
    assert [found.cite for found in find(text)] == ["18 Pa.C.S. § 6105", "18 Pa.C.S. § 6106", "18 Pa.C.S. § 6108"]


@pytest.mark.parametrize(
    ("spellings", "name"),
    [
        (("Mass. Gen. Laws Ann. ch. 2", "M.G.L. c. 2", "M.G.L.A. c. 2", "G. L. c. 2", "Mass. Gen. L. ch. 2"), "Mass. Gen. Laws ch. 2"),
        (("RCW", "R.C.W.", "Wash. Rev. Code Ann."), "Wash. Rev. Code"),
        (("MCL", "M.C.L.A.", "Mich. Comp. Laws Ann."), "Mich. Comp. Laws"),
        (("N. J. S. A.", "N.J.S.A.", "N.J. Stat. Ann."), "N.J. Stat. Ann."),
        (("O.C.G.A.", "OCGA", "Ga. Code"), "Ga. Code Ann."),
        (("HRS", "Haw. Rev. Stat."), "Haw. Rev. Stat."),
        (("42 Pa.C.S.", "42 Pa. C.S.A.", "42 Pa. Cons. Stat. Ann."), "42 Pa. Cons. Stat."),
        (("Cal. Pen. Code", "Cal. Penal Code"), "Cal. Penal Code"),
        (("N.Y. DRL", "N.Y. Domestic Relations Law"), "N.Y. Dom. Rel. Law"),
        (("N.Y. Insurance Law", "N.Y. Ins. Law"), "N.Y. Ins. Law"),
        (("Cal. Code Civ. Proc.", "Cal. Civ. Proc. Code"), "Cal. Civ. Proc. Code"),
        (("Tex. Penal Code", "Tex. Penal Code Ann."), "Tex. Penal Code Ann."),
        (("11 Del. C.", "Del. Code Ann. tit. 11"), "Del. Code Ann. tit. 11"),
        (("Guam Code", ), "Guam Code"),
    ],
)  # fmt: skip
def test_a_code_has_one_name_however_it_is_spelt(spellings: tuple[str, ...], name: str) -> None:
    assert {standard(spelling) for spelling in spellings} == {name}


def test_a_citation_keeps_the_name_as_it_is_printed() -> None:
    first, second = find("Under RCW 9A.36.011(1)(a) and Wash. Rev. Code § 9A.36.011(1)(a) it is assault.")
    assert (first.cite, second.cite) == ("RCW § 9A.36.011(1)(a)", "Wash. Rev. Code § 9A.36.011(1)(a)")
    assert first.key == second.key


CALIFORNIA = "The People of the State of California charged him. "
NEW_YORK = "The courts of New York held so. "


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (CALIFORNIA + "(Pen. Code, § 187, subd. (a).)", ["state:Cal. Penal Code:187:a"]),
        (CALIFORNIA + "Evidence Code section 1101, subdivision (b), applies.", ["state:Cal. Evid. Code:1101:b"]),
        (CALIFORNIA + "(Health & Saf. Code, § 11359.)", ["state:Cal. Health & Safety Code:11359"]),
        (
            CALIFORNIA + "(Pen. Code, § 187, subd. (a); all further statutory references are to this code.) Section"
            " 12022.53 adds a term.",
            ["state:Cal. Penal Code:187:a", "state:Cal. Penal Code:12022.53"],
        ),
        (NEW_YORK + "He was convicted (Penal Law § 125.25 [1]).", ["state:N.Y. Penal Law:125.25:1"]),
        (NEW_YORK + "CPL 440.10(1)(h) governs.", ["state:N.Y. Crim. Proc. Law:440.10:1.h"]),
        (NEW_YORK + "CPLR 5501(c) governs.", ["state:N.Y. C.P.L.R.:5501:c"]),
        (NEW_YORK + "Social Services Law § 384-b is the statute.", ["state:N.Y. Soc. Serv. Law:384-b"]),
        ("Penal Code section 187 was not said to be of any state.", []),
        ("In California and in Texas alike. Penal Code § 22.01 is cited.", []),
        ("Section 5, under § 784.045(1)(a)1., Fla. Stat. (2010), is met.", ["state:Fla. Stat.:784.045:1.a"]),
    ],
)  # fmt: skip
def test_a_code_named_without_its_state_is_of_the_state_that_the_text_is_of(text: str, keys: list[str]) -> None:
    assert [found.key for found in find(text)] == keys


CONNECTICUT = "This court, in Connecticut, held so. "
VIRGINIA = "The Commonwealth of Virginia appeals. "


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("section 565.020.1, RSMo 2000", ["state:Mo. Rev. Stat.:565.020.1"]),
        ("§ 45-5-102, MCA", ["state:Mont. Code Ann.:45-5-102"]),
        ("section 18-3-102, C.R.S. 2005", ["state:Colo. Rev. Stat.:18-3-102"]),
        ("§ 13A-5-40(a)(2), Ala. Code 1975", ["state:Ala. Code:13A-5-40:a.2"]),
        ("HRS § 707-701; § 45-5-102, MCA", ["state:Haw. Rev. Stat.:707-701", "state:Mont. Code Ann.:45-5-102"]),
        ("K.S.A. 2010 Supp. 22-3716(b)", ["state:Kan. Stat. Ann.:22-3716:b"]),
        ("La. C.C. art. 2315; La. C.Cr.P. art. 930.8", ["state:La. Civ. Code art.:2315", "state:La. Code Crim. Proc. art.:930.8"]),
        ("75 P.S. § 1; G.L. 1956 § 11-23-1", ["state:75 Pa. Stat. Ann.:1", "state:R.I. Gen. Laws:11-23-1"]),
        ("AS 11.41.100; N.D.C.C. § 12.1-20-03", ["state:Alaska Stat.:11.41.100", "state:N.D. Cent. Code:12.1-20-03"]),
        ("Ill. Rev. Stat. 1989, ch. 38, par. 9-1(a)", ["state:Ill. Rev. Stat. ch. 38:9-1:a"]),
        ("735 ILCS 5/2-615. Under section 2-615 it fails.", ["state:735 ILCS:5/2-615"] * 2),
        ("Cal. Civ. Code §§ 1750-84", ["state:Cal. Civ. Code:1750", "state:Cal. Civ. Code:1784"]),
        ("G. L. c. 90, § 24 (1) (a) (1)", ["state:Mass. Gen. Laws ch. 90:24:1.a.1"]),
        ("section 29.03(a)(2) of the Texas Penal Code", ["state:Tex. Penal Code Ann.:29.03:a.2"]),
        ("section 1298 of the Penal Law of New York", ["state:N.Y. Penal Law:1298"]),
        ("section 11500 of the Health and Safety Code of the State of California", ["state:Cal. Health & Safety Code:11500"]),
        ("Ohio Revised Code § 2929.14", ["state:Ohio Rev. Code Ann.:2929.14"]),
        ("Massachusetts General Laws chapter 265, section 13A", ["state:Mass. Gen. Laws ch. 265:13A"]),
        ("Md. Code (2002), § 3-202 of the Criminal Law Article", ["state:Md. Code Ann., Crim. Law:3-202"]),
        (CONNECTICUT + "General Statutes § 53a-70 (a) (1)", ["state:Conn. Gen. Stat.:53a-70:a.1"]),
        (VIRGINIA + "Code § 18.2-31", ["state:Va. Code Ann.:18.2-31"]),
        ("Code § 18.2-31", []),
        (NEW_YORK + "CPLR 3212 [b]", ["state:N.Y. C.P.L.R.:3212:b"]),
        (CALIFORNIA + "Penal Code section 667, subdivisions (b) through (i)", ["state:Cal. Penal Code:667:b"]),
        ("MCA 45; AS 12; 12 P.S.", []),
        ("The Texas Code of Conduct, 5 of the Ohio teams", []),
    ],
)  # fmt: skip
def test_a_state_s_own_way_of_naming_its_code(text: str, keys: list[str]) -> None:
    assert [found.key for found in find(text + ".")] == keys
