"""Bare sections, signless ones too, are given to the one law the text makes known; never to a guess."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 U.S.C. § 1453 was new. If § 1453 applies, it is so.", ["usc:28:1453"]),  # a sentence's first word is no law
        ("The section 1983 claim and a section 2254 petition fail.", ["usc:42:1983", "usc:28:2254"]),  # known by number
        ("29 U.S.C. § 1983. Under section 1983 it fails.", ["usc:29:1983"]),
        ("28 U.S.C. § 2254(d)(1). But section 2254(d)(2) of the AEDPA differs.", ["usc:28:2254:d.2"]),
        ("All section references are to the Internal Revenue Code. See sections 6651 and 6654.1 The", ["usc:26:6651", "usc:26:6654"]),
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
        ("section 10(b) of the Dredging Act, 15 U.S.C. § 78j(b). Section 10(b) of the Dredging Act is broad.", ["usc:15:78j:b", "usc:15:78j:b"]),
        ("Sections 1 and 2 of the Foo Act. 15 U.S.C. § 1.", []),
        ("Subsection 1821(j) is new. 12 U.S.C. 1821(j).", ["usc:12:1821:j"]),
        ("8 U.S.C. 1252(i). Congress enacted 1252(i) last.", ["usc:8:1252:i"]),
        ("16 U.S.C. 1854(b)(2). As specified in 1854(a), (b).", ["usc:16:1854:a", "usc:16:1854:b"]),
        ("42 U.S.C. § 1983. Here, Doe's section 1983 claim fails.", ["usc:42:1983"]),  # a plaintiff's name is no law's
        ("42 U.S.C. 1983. The claims under 1983 and his 1983 claim fail.", ["usc:42:1983", "usc:42:1983"]),
        ("26 U.S.C. 7431. They sue under 7432 for the lien, and saw 7430 forms.", ["usc:26:7432"]),
        ("8 C.F.R. § 208.13(b). Under § 208.16(c) it is otherwise.", ["cfr:8:208.16:c"]),  # of the same part
        ("8 C.F.R. § 208.13. 29 C.F.R. § 208.4. Under § 208.16 it is otherwise.", []),  # two titles have the part
        ("Mass. Gen. Laws ch. 106, § 3-305(a). Section 3-305(b) differs.", ["state:Mass. Gen. Laws ch. 106:3-305:b"]),
        ('in violation of 8(a)(1) of the Wharves Act ("the Act"). 29 U.S.C. 158(a)(1). It violates 8(a)(1) of the Act.', ["usc:29:158:a.1"] * 2),
        ("The Board of Immigration Appeals said: section 1226(c), not § 1226(a).", ["usc:8:1226:c", "usc:8:1226:a"]),
        ("It said: section 1226(c), not § 1226(a).", []),  # nothing says that it is of immigration
        ("The Board of Immigration Appeals said: section 1999(c).", []),
        ("8 U.S.C. Sec. 1253(h)(1). Section 243(h) was amended.", ["usc:8:1253:h"]),  # the Act's number of that section
        ("REAL ID Act § 101(h). 8 U.S.C. § 1101(a)(42). Section 101(a)(3) applies to later applications.", []),  # whose?
        ("Pub. L. No. 109-13, div. B, § 101(a)(3). 8 U.S.C. § 1101. Section 101(a)(3) applies.", []),
        ("8 U.S.C. § 1182(c). 18 U.S.C. § 212. Section 212 is clear.", []),  # it could be either
        ("an award under 206(b) of the Old Age Act, 42 U.S.C. 406(b). The 206(b) award stands.", ["usc:42:406:b", "usc:42:406:b"]),
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
        ("See Fed. R. Civ. P. 10. A claim under Rule 10b-5 or Rule 10(b)-5 failed.", []),  # the Exchange Commission's
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
        ("FAR 15.306(d)(3); FAR 52.212-4", ["cfr:48:15.306:d.3", "cfr:48:52.212-4"]),
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
        ("42 U.S.C. 602(a) (38)(B) and 42 U.S.C. § 607(a) (1982)", ["usc:42:602:a.38.B", "usc:42:607:a"]),
        ("8 U.S.C. ? 1251(a)(2)", ["usc:8:1251:a.2"]),  # a sign that the file could not show
        ("Bankruptcy Code 541", ["usc:11:541"]),
        ("Fed R. Evid. 404(b)", ["rule:fre:404:b"]),
        ("Rule 41(e) of the Federal Rules of Criminal Procedure, 18 U.S.C.A. So", ["rule:frcrp:41:e"]),
        ("Ninth Circuit Rule 36-3 and 2d Cir. R. 0.23", ["rule:9th Cir.:36-3", "rule:2d Cir.:0.23"]),
        ("(1) one, 8 C.F.R. § 1003.2(c)(1), or (2) if another", ["cfr:8:1003.2:c.1"]),
        ("8 C.F.R. § 1003.2(c)(2)&(c)(3)(ii)", ["cfr:8:1003.2:c.2", "cfr:8:1003.2:c.3.ii"]),
        ("Rev. Proc. 2010-9, 2010-2 I.R.B. 258", ["report:ruling:Rev. Proc.:2010-9"]),
        ("T.C. Summ. Op. 2003-5", ["tcsumm:2003:5"]),
        ("29 C.F.R. § 1630.2(j)(1)(i)-(iii)", ["cfr:29:1630.2:j.1.i", "cfr:29:1630.2:j.1.iii"]),
        ("8 C.F.R. §§ 1208.16-.18; 1208.13(b)", ["cfr:8:1208.16", "cfr:8:1208.18", "cfr:8:1208.13:b"]),
        ("45 C.F.R. §§ 164.502(a), .504(e)", ["cfr:45:164.502:a", "cfr:45:164.504:e"]),
        ("8 U.S.C. (1940 ed.) § 155(a) and 8 U.S.C. (Supp. IV) § 732", ["usc:8:155:a", "usc:8:732"]),
        ("8 U.S.C. § 1182(c); § 212(c) waivers", ["usc:8:1182:c"] * 2),  # the second number is the Act's
        ("INA 212(c)", ["usc:8:1182:c"]),
        ("Rule 60(b), Federal Rules of Civil Procedure", ["rule:frcp:60:b"]),
        ("F.R.C.P. 4(m) and Bankr. R. 7056", ["rule:frcp:4:m", "rule:frbp:7056"]),
        ("Ill. S. Ct. R. 341(h)", ["rule:Ill. S. Ct. R.:341:h"]),  # a state's supreme court
        ("RSA 651:2", ["state:N.H. Rev. Stat. Ann.:651_2"]),
        ("G.L. c. 93A, § 9", ["state:Mass. Gen. Laws ch. 93A:9"]),
        ("Okla. Stat., Tit. 82, §105.9", ["state:Okla. Stat. tit. 82:105.9"]),
        ("17-A M.R.S.A. § 201", ["state:Me. Rev. Stat. Ann. tit. 17-A:201"]),
        ("5 M.R.S.A. 4681-4685", ["state:Me. Rev. Stat. Ann. tit. 5:4681", "state:Me. Rev. Stat. Ann. tit. 5:4685"]),
        ("N.C. Gen. Stat. § 163-230", ["state:N.C. Gen. Stat.:163-230"]),
        ("Exec. Order No. 12,333", ["report:order:12333"]),
        ("Art. I, § 8, cl. 3 of the Constitution", ["const:us:art:1:8:3"]),
        ("Article III of the Constitution", []),  # spoken of, not cited
        ("7 Moore's Federal Practice 60.30[1]", ["book:moores-federal-practice:60.30[1]"]),
        ("H. Rep. No. 99-120, at 20", ["report:congress:H:99-120"]),
        ("In re Doe, No. A12-345-678, slip op. at 6 (BIA Nov. 8, 1991)", [None]),  # found, its number never shown
        ("12 Mar. 1993; 3 R. 45; 2 App. 16", []),  # a date and two records
    ],
)
def test_sections_are_read_as_worn_texts_print_them(words: str, keys: list[str]) -> None:
    assert [each.key for each in find(f"It rests on {words}.")] == keys
