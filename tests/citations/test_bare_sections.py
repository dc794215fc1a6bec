"""Bare sections, signless ones too, are given to the one law the text makes known; never to a guess."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 U.S.C. § 1453 was new. If § 1453 applies, it is so.", ["usc:28:1453"]),  # a sentence's first word is no law
        ("28 U.S.C. § 804. The Fair Housing Act § 804 differs.", []),
        ("29 U.S.C. § 502. ERISA § 502(a) differs.", []),
        ("26 U.S.C. 7431 and 26 U.S.C. 7433 apply. Section 7432 authorizes an award.", ["usc:26:7432"]),  # between the two
        ("26 U.S.C. 7431, 26 U.S.C. 7433 and 42 U.S.C. 7401. Section 7432 authorizes an award.", []),  # another law is near
        ("26 U.S.C. 7431. Section 9999 authorizes an award.", []),
        ("8 U.S.C. 1252(i) is new. The view that 1252(i) is precatory fails.", ["usc:8:1252:i"]),  # the sign was lost
        ("8 U.S.C. § 1252(i) is new. The view that 1252(i) is precatory fails.", []),  # signs are not lost here
        ("42 U.S.C. 1983. It was filed in 1983 and moved to 1983 Main Street.", []),
        ("U.S.S.G. 4A1.2 applies. The 4A1.3 departure under 5K2.0 fails.", ["ussg:4A1.3", "ussg:5K2.0"]),
        ("12 U.S.C. 1823(e) is clear. Any asset under this section or section 1821 of this title is safe.", ["usc:12:1821"]),
        ("section 10(b) of the Exchange Act, 15 U.S.C. § 78j(b). Section 10(b) of the Exchange Act is broad.", ["usc:15:78j:b", "usc:15:78j:b"]),
        ("Sections 1 and 2 of the Foo Act. 15 U.S.C. § 1.", []),
        ("Subsection 1821(j) is new. 12 U.S.C. 1821(j).", ["usc:12:1821:j"]),
    ],
)  # fmt: skip
def test_a_bare_section_is_of_the_law_made_known_or_of_none(text: str, expected: list[str]) -> None:
    assert [each.key for each in find(text) if each.form == "section"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Fed. R. Civ. P. 56. Puerto Rico Rule 44.1(d) and Local Rule 56 differ.", []),
        ("See Fed. R. Civ. P. 56. Rule 44.3(b) is not among them.", []),  # there is no such federal rule
        ("See Fed. R. Civ. P. 12. Rule 56 of the Puerto Rico Rules. Rule 56 governs.", []),
        ("See Fed. R. Civ. P. 56(f). The plaintiffs' Rule 56(f) motion failed.", ["rule:frcp:56:f"]),
    ],
)
def test_a_bare_rule_is_not_another_bodys(text: str, expected: list[str]) -> None:
    assert [each.key for each in find(text) if each.form == "section"] == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Federal Rules of Evidence 7026 allow it.", "rule:fre:702"),
        ("18 U.S.C. 656 governs. He was convicted under 18 U.S.C. 65610 for it.", "usc:18:656"),
        ("42 U.S.C. 14141 governs. See 42 U.S.C. 1414.", "usc:42:1414"),
    ],
)
def test_the_sign_of_a_footnote_does_not_cling_to_a_section(text: str, key: str) -> None:
    assert find(text)[-1].key == key


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("I.R.C. 6653(a)", ["usc:26:6653:a"]),
        ("Treas. Reg. 1.170A-1(c)(2)", ["cfr:26:1.170A-1:c.2"]),
        ("Treas. Reg. § 1.401(k)-1(d)", ["cfr:26:1.401(k)-1:d"]),
        ("46 U.S.C. App. § 1903", ["usc:46a:1903"]),
        ("46 U.S.C.App. 1901", ["usc:46a:1901"]),
        ("18 U.S.C. 510(a)(2) and 2", ["usc:18:510:a.2", "usc:18:2"]),
        ("18 U.S.C. 1956-1957 (structuring)", ["usc:18:1956", "usc:18:1957"]),
        ("42 U.S.C. 300aa-22, 300aa-23 (both)", ["usc:42:300aa-22", "usc:42:300aa-23"]),
        ("5 U.S.C. 702-06", ["usc:5:702", "usc:5:706"]),
        ("U.S.S.G 5G1.1(b)", ["ussg:5G1.1:b"]),
        ("U.S.S.G. Ch. 5, Pt. A", ["ussg:5A"]),
        ("U.S.C.A. 2; 18 U.S.C. @ 922", ["usc:18:922"]),
        ("Coll. v. Conn. Gen. Life Ins. Co., 585 F.3d 33 (1st Cir. 2009)", ["case:585:F.3d:33"]),
        ("Mass. Gen. L. ch. 152", []),
        ("Rule 41(e) of the Federal Rules of Criminal Procedure, 18 U.S.C.A. So", ["rule:frcrp:41:e"]),
        ("Ninth Circuit Rule 36-3 and 2d Cir. R. 0.23", ["rule:9th Cir.:36-3", "rule:2d Cir.:0.23"]),
        ("(1) one, 8 C.F.R. § 1003.2(c)(1), or (2) if another", ["cfr:8:1003.2:c.1"]),
        ("8 C.F.R. § 1003.2(c)(2)&(c)(3)(ii)", ["cfr:8:1003.2:c.2", "cfr:8:1003.2:c.3.ii"]),
        ("Rev. Proc. 2010-9, 2010-2 I.R.B. 258", ["report:ruling:Rev. Proc.:2010-9"]),
        ("T.C. Summ. Op. 2003-5", ["tcsumm:2003:5"]),
    ],
)
def test_sections_are_read_as_worn_texts_print_them(words: str, keys: list[str]) -> None:
    assert [each.key for each in find(f"It rests on {words}.")] == keys
