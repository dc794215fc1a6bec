"""What a text makes short words stand for: bare sections and rules, defined titles, names of cases."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations import find


def keys(text: str, form: str) -> list[str | None]:
    return [found.key for found in find(text) if found.form == form]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Relief is under Section 1158. All further citations to Title 8 provisions will take the form "Section --," '
            'omitting the prefatory "8 U.S.C."',
            ["usc:8:1158"],
        ),
        (
            "Unless otherwise indicated, all section references are to the Internal Revenue Code. Section 6212(a) applies.",
            ["usc:26:6212:a"],
        ),
        ("He was sentenced under 8 U.S.C. § 1326(a). But § 1326(b)(2) raises the maximum.", ["usc:8:1326:b.2"]),
        ("8 U.S.C. § 1326 and 28 U.S.C. § 1326 differ. Section 1326(b) is clear.", []),  # two laws have it
        ("8 U.S.C. § 1326(a). Section 1327 is another.", []),
        (
            "He pleaded under Penal Code section 1203. (§ 1170, subd. (b).) All further statutory references are to the Penal Code. This is California law.",
            ["state:Cal. Penal Code:1170:b"],
        ),
        (
            "All further references are to the Penal Code unless otherwise stated. He pleaded under Penal Code1 section 1203, not section 422. This is California law.",
            ["state:Cal. Penal Code:422"],
        ),
        ("28 U.S.C. § 1331. Section 1331 of the Clean Water Act differs.", []),
        ("Under U.S.S.G. § 2D1.1(c)(1), not § 3B1.1, he is liable.", ["ussg:3B1.1"]),
        ("The Internal Revenue Service relies on section 6659(a) of the 1954 Code.", ["usc:26:6659:a"]),
        (
            "See Fed. R. Civ. P. 56(c). Under Rule 56(c) and Rule 12(b)(6) it fails.",
            ["rule:frcp:56:c", "rule:frcp:12:b.6"],
        ),
        ("See Fed. R. Civ. P. 12 and Fed. R. Crim. P. 12. Rule 12(b) is clear.", []),
        ("See Fed. R. Civ. P. 12. Rule 603 of the local board is not.", []),
    ],
)
def test_a_bare_section_or_rule_is_what_the_text_makes_known(text: str, expected: list[str]) -> None:
    assert keys(text, "section") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Diallo v. INS, 232 F.3d 279 (2d Cir. 2000). The Diallo court held so.", ["case:232:F.3d:279"]),
        ("Diallo v. INS, 232 F.3d 279 (2d Cir. 2000). In Diallo, we held so.", ["case:232:F.3d:279"]),
        ("Ramos-Vasquez v. INS, 57 F.3d 857 (9th Cir. 1995). Like the petitioner in Ramos-Vasquez, he hid.", ["case:57:F.3d:857"]),
        ("Diallo v. INS, 232 F.3d 279 (2d Cir. 2000). Diallo testified that he fled.", []),
        ("Diallo v. INS, 232 F.3d 279 (2d Cir. 2000). He met Diallo there.", []),
        ("Smith v. Holder, 1 F.3d 2 (1st Cir. 1993). In Holder, it is said.", []),  # an officer's name stands for no case
        ("Alba v. Lin, 1 F.3d 2 (1st Cir. 1993). Lin v. INS, 3 F.3d 4 (1st Cir. 1993). The Lin court agreed.", ["case:3:F.3d:4"]),
        ("Lin v. INS, 1 F.3d 2 (1st Cir. 1993). Lin v. INS, 3 F.3d 4 (1st Cir. 1993). The Lin court agreed.", []),
        ("Barraza Rivera v. INS, 913 F.2d 1443 (9th Cir. 1990). Barraza, 913 F.2d at 1446. Although Barraza’s conclusion holds.", ["case:913:F.2d:1443"]),
        ("the REAL ID Act, Pub. L. No. 109-13, 119 Stat. 231 (2005). The REAL ID Act applies.", ["publ:109:13"]),
    ],
)  # fmt: skip
def test_a_bare_name_is_a_citation_when_it_stands_for_the_case(text: str, expected: list[str]) -> None:
    assert keys(text, "reference") == expected


def test_a_defined_title_stands_for_its_act_and_takes_sections() -> None:
    text = (
        'The Illegal Immigration Reform and Immigrant Responsibility Act of 1996 ("Reform Act") is new. The Reform Act\'s '
        "rules apply (see Reform Act §309(c)(1)). All citations to Title 8 will omit it: Section 1158."
    )
    found = [each for each in find(text) if each.form == "reference"]
    act = "act:illegal-immigration-reform-and-immigrant-responsibility-act-of-1996"
    assert [(each.key, each.pin) for each in found] == [(act, None), (act, None), (act, "§309(c)(1)")]
