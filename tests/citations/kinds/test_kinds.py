"""Each kind of authority: its spellings give one key, a display citation, a pin and an outside link, or none."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations import find, link
from briefs.citations.keys import describe
from briefs.citations.kinds import KINDS

CODE = "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title{}-section{}&num=0&edition=prelim"
ECFR = "https://www.ecfr.gov/current/title-8/"

AUTHORITIES = [
    # words, key, display, pin, link
    ("883 F.2d 788, 791 (9th Cir. 1989)", "case:883:F.2d:788", "883 F.2d 788", "791", "https://www.courtlistener.com/c/F.2d/883/788/"),
    ("480 U.S. 421, 431 (1987)", "case:480:U.S.:421", "480 U.S. 421", "431", "https://supreme.justia.com/cases/federal/us/480/421/"),
    ("24 F.4th 395, 403 (5th Cir. 2021)", "case:24:F.4th:395", "24 F.4th 395", "403", "https://www.courtlistener.com/c/F.4th/24/395/"),
    ("12 Fed. Appx. 33 (4th Cir. 2001)", "case:12:F. App'x:33", "12 F. App'x 33", None, "https://www.courtlistener.com/c/F.%20App%27x/12/33/"),
    ("2022 WL 17982, at *3", "case:2022:WL:17982", "2022 WL 17982", "*3", None),
    ("No. 07-2278-ag, slip op. at 3 (2d Cir. Nov. 12, 2008)", "docket:ca2:07-2278-ag", "No. 07-2278-ag", "3", "https://www.courtlistener.com/?q=%2207-2278-ag%22"),
    ("T.C. Memo. 1999-123, at *4", "tcmemo:1999:123", "T.C. Memo. 1999-123", "*4", None),
    ("27 I. & N. Dec. 316", "agency:27:I&N:316", "27 I. & N. Dec. 316", None, "https://www.justice.gov/eoir/volume-27"),
    ("26 I&N Dec. 227, 237", "agency:26:I&N:227", "26 I. & N. Dec. 227", "237", "https://www.justice.gov/eoir/volume-26"),
    ("23 I & N Dec. 737, 740 (B.I.A. 2005)", "agency:23:I&N:737", "23 I. & N. Dec. 737", "740", "https://www.justice.gov/eoir/volume-23"),
    ("Interim Decision 3289", "interim:3289", "Interim Decision 3289", None, "https://www.justice.gov/eoir/ag-bia-decisions"),
    ("8 U.S.C. § 1158(b)(1)(B)(i)", "usc:8:1158:b.1.B.i", "8 U.S.C. § 1158(b)(1)(B)(i)", None, CODE.format(8, 1158)),
    ("8 U.S.C. 1158(a)", "usc:8:1158:a", "8 U.S.C. § 1158(a)", None, CODE.format(8, 1158)),
    ("8 U.S.C.§1105a", "usc:8:1105a", "8 U.S.C. § 1105a", None, CODE.format(8, "1105a")),
    ("8 USC §1158", "usc:8:1158", "8 U.S.C. § 1158", None, CODE.format(8, 1158)),
    ("28 U.S.C. S 1291", "usc:28:1291", "28 U.S.C. § 1291", None, CODE.format(28, 1291)),
    ("28 U.S.C.A. sec. 2255", "usc:28:2255", "28 U.S.C. § 2255", None, CODE.format(28, 2255)),
    ("Title 18, United States Code, Section 922(g)(1)", "usc:18:922:g.1", "18 U.S.C. § 922(g)(1)", None, CODE.format(18, 922)),
    ("section 1158 of title 8", "usc:8:1158", "8 U.S.C. § 1158", None, CODE.format(8, 1158)),
    ("42 U.S.C. § 2000e-5(k)", "usc:42:2000e-5:k", "42 U.S.C. § 2000e-5(k)", None, CODE.format(42, "2000e-5")),
    ("11 U.S.C.A. § 96, sub. a", "usc:11:96:a", "11 U.S.C. § 96(a)", None, CODE.format(11, 96)),
    ("11 U.S.C.A. § 96, sub. a (2)", "usc:11:96:a.2", "11 U.S.C. § 96(a)(2)", None, CODE.format(11, 96)),
    ("18 USCS § 924(c)", "usc:18:924:c", "18 U.S.C. § 924(c)", None, CODE.format(18, 924)),
    ("Section 408, Title 18 U.S.C.A.", "usc:18:408", "18 U.S.C. § 408", None, CODE.format(18, 408)),
    ("74 FR 67149", "fr:74:67149", "74 Fed. Reg. 67149", None, "https://www.federalregister.gov/citation/74-FR-67149"),
    ("5TH CIR. R. 47.5.4", "rule:5th Cir.:47.5.4", "5th Cir. R. 47.5.4", None, None),
    ("F.R.B.P. 4001(a)", "rule:frbp:4001:a", "Fed. R. Bankr. P. 4001(a)", None, None),
    ("8th Cir. R. 47B", "rule:8th Cir.:47B", "8th Cir. R. 47B", None, None),
    ("Rule 60 (b) (6), Fed. R. Civ. P.", "rule:frcp:60:b.6", "Fed. R. Civ. P. 60(b)(6)", None, "https://www.law.cornell.edu/rules/frcp/rule_60"),
    ("sec. 301.6330-1(e)(3), Q&A-E2, Proced. & Admin. Regs.", "cfr:26:301.6330-1:e.3", "26 C.F.R. § 301.6330-1(e)(3)", None, "https://www.ecfr.gov/current/title-26/section-301.6330-1"),
    ("Rev. St. § 1025", "code:Rev. Stat.:1025", "Rev. Stat. § 1025", None, None),
    ("International Covenant on Civil and Political Rights", "treaty:iccpr", "International Covenant on Civil and Political Rights", None, None),
    ("I.R.C. § 6212(a)", "usc:26:6212:a", "26 U.S.C. § 6212(a)", None, CODE.format(26, 6212)),
    ("section 362 of the Bankruptcy Code", "usc:11:362", "11 U.S.C. § 362", None, CODE.format(11, 362)),
    ("INA § 208(a)", "usc:8:1158:a", "8 U.S.C. § 1158(a)", None, CODE.format(8, 1158)),
    ("section 208 of the Immigration and Nationality Act", "usc:8:1158", "8 U.S.C. § 1158", None, CODE.format(8, 1158)),
    ("INA § 240A(b)", "usc:8:1229b:b", "8 U.S.C. § 1229b(b)", None, CODE.format(8, "1229b")),
    ("8 C.F.R. § 1208.13(b)(1)", "cfr:8:1208.13:b.1", "8 C.F.R. § 1208.13(b)(1)", None, ECFR + "section-1208.13"),
    ("8 CFR 1003.1(d)(3)", "cfr:8:1003.1:d.3", "8 C.F.R. § 1003.1(d)(3)", None, ECFR + "section-1003.1"),
    ("8 C.F.R. pt. 1208", "cfr:8:1208", "8 C.F.R. pt. 1208", None, ECFR + "part-1208"),
    ("Treas. Reg. § 301.7430-1(b)", "cfr:26:301.7430-1:b", "Treas. Reg. § 301.7430-1(b)", None, "https://www.ecfr.gov/current/title-26/section-301.7430-1"),
    ("26 C.F.R. 301.6203-1", "cfr:26:301.6203-1", "26 C.F.R. § 301.6203-1", None, "https://www.ecfr.gov/current/title-26/section-301.6203-1"),
    ("Fed. R. App. P. 28(j)", "rule:frap:28:j", "Fed. R. App. P. 28(j)", None, "https://www.law.cornell.edu/rules/frap/rule_28"),
    ("Federal Rule of Appellate Procedure 43(c)(2)", "rule:frap:43:c.2", "Fed. R. App. P. 43(c)(2)", None, "https://www.law.cornell.edu/rules/frap/rule_43"),
    ("Rule 56(c) of the Federal Rules of Civil Procedure", "rule:frcp:56:c", "Fed. R. Civ. P. 56(c)", None, "https://www.law.cornell.edu/rules/frcp/rule_56"),
    ("9th Cir. R. 36-3", "rule:9th Cir.:36-3", "9th Cir. R. 36-3", None, None),
    ("U.S.S.G. § 2L1.2(b)(1)(A)", "ussg:2L1.2:b.1.A", "U.S.S.G. § 2L1.2(b)(1)(A)", None, None),
    ("Pub. L. No. 109-13, 119 Stat. 231 (2005)", "publ:109:13", "Pub. L. No. 109-13", None, "https://www.govinfo.gov/link/plaw/109/public/13"),
    ("66 Stat. 163", "stat:66:163", "66 Stat. 163", None, None),
    ("83 Fed. Reg. 55934", "fr:83:55934", "83 Fed. Reg. 55934", None, "https://www.federalregister.gov/citation/83-FR-55934"),
    ("65 Fed. Reg. 76,121, 76,133", "fr:65:76121", "65 Fed. Reg. 76121", "76,133", "https://www.federalregister.gov/citation/65-FR-76121"),
    ("U.S. Const. amend. XIV, § 1", "const:us:amend:14:1", "U.S. Const. amend. XIV, § 1", None, "https://constitution.congress.gov/constitution/amendment-14/"),
    ("U.S. Const. art. I, § 8, cl. 3", "const:us:art:1:8:3", "U.S. Const. art. I, § 8, cl. 3", None, "https://constitution.congress.gov/constitution/article-1/"),
    ("189 U.N.T.S. 150", "treaty:refugee-convention", "Convention Relating to the Status of Refugees", None, None),
    ("S. Treaty Doc. No. 100-20", "treaty:cat", "Convention Against Torture", None, "https://www.congress.gov/treaty-document/100th-congress/20"),
    ("UNHCR Handbook ¶ 203", "report:unhcr-handbook", "UNHCR, Handbook on Procedures and Criteria for Determining Refugee Status", "¶ 203", None),
    ("H.R. Rep. No. 104-469, at 12 (1996)", "report:congress:H:104-469", "H.R. Rep. No. 104-469", "12", None),
    ("Mass. Gen. Laws ch. 265, § 15A(a)", "state:Mass. Gen. Laws ch. 265:15A:a", "Mass. Gen. Laws ch. 265, § 15A(a)", None, None),
    ("Cal. Penal Code § 459", "state:Cal. Penal Code:459", "Cal. Penal Code § 459", None, None),
    ("G. L. c. 265, § 13A", "state:Mass. Gen. Laws ch. 265:13A", "G. L. c. 265, § 13A", None, None),
    ("Tex. Code Crim. Proc. Ann. art. 38.23(a)", "state:Tex. Code Crim. Proc. art.:38.23:a", "Tex. Code Crim. Proc. Ann. art. 38.23(a)", None, None),
    ("R.C. 2903.11(A)(1)", "state:Ohio Rev. Code Ann.:2903.11:A.1", "R.C. § 2903.11(A)(1)", None, None),
    ("Tex. R. App. P. 47.1", "rule:Tex. R. App. P.:47.1", "Tex. R. App. P. 47.1", None, None),
    ("Utah R. Crim. P. 11(e)", "rule:Utah R. Crim. P.:11:e", "Utah R. Crim. P. 11(e)", None, None),
    ("Md. Code Ann., Crim. Law § 3-202", "state:Md. Code Ann., Crim. Law:3-202", "Md. Code Ann., Crim. Law § 3-202", None, None),
    ("Pa.R.Crim.P. 907", "rule:Pa. R. Crim. P.:907", "Pa. R. Crim. P. 907", None, None),
    ("Crim.R. 11(C)(2)", "rule:Ohio Crim.R.:11:C.2", "Crim.R. 11(C)(2)", None, None),
    ("R.C.M. 1107(d)(1)", "rule:rcm:1107:d.1", "R.C.M. 1107(d)(1)", None, None),
    ("M.R.E. 403", "rule:mre:403", "Mil. R. Evid. 403", None, None),
    ("sec. 1.274-5T(b)(6), Temporary Income Tax Regs.", "cfr:26:1.274-5T:b.6", "26 C.F.R. § 1.274-5T(b)(6)", None, "https://www.ecfr.gov/current/title-26/section-1.274-5T"),
    ("2012-Ohio-5837, ¶ 17", "case:2012:Ohio:5837", "2012-Ohio-5837", "¶ 17", "https://www.courtlistener.com/c/Ohio/2012/5837/"),
    ("2014 IL App (1st) 130037-U, ¶ 12", "case:2014:IL App (1st):130037-U", "2014 IL App (1st) 130037-U", "¶ 12", "https://www.courtlistener.com/c/IL%20App%20(1st)/2014/130037-U/"),
    ("H.R. Rep. No. 853, 94th Cong., 2d Sess. 45 (1976)", "report:congress:H:94-853", "H.R. Rep. No. 94-853", "45", None),
    ("Proclamation No. 9844", "report:proclamation:9844", "Proclamation No. 9844", None, None),
    ("Art. III, §2, cl. 1", "const:us:art:3:2:1", "U.S. Const. art. III, § 2, cl. 1", None, "https://constitution.congress.gov/constitution/article-3/"),
    ("Black's Law Dictionary 721 (7th ed. 1999)", "book:blacks-law-dictionary:7th", "Black's Law Dictionary (7th ed.)", "721", None),
    ("Restatement (Second) of Torts § 402A", "book:restatement-second-torts:402A", "Restatement (Second) of Torts § 402A", None, None),
    ("87 Tex. L. Rev. 121, 130 (2008)", "journal:87:Tex. L. Rev.:121", "87 Tex. L. Rev. 121", "130", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "key", "cite", "pin", "address"), AUTHORITIES)
def test_an_authority_has_its_key_display_pin_and_link(
    words: str, key: str, cite: str, pin: str | None, address: str | None
) -> None:
    text = f"The court relied on {words}, and affirmed."
    (found,) = find(text)
    assert (found.key, found.cite, found.pin) == (key, cite, pin)
    target = link(key)
    assert (target[0] if target else None) == address
    assert text[found.start : found.end].startswith(words.split(",")[0].split(" (")[0])
    assert describe(key).kind == found.kind


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("8 U.S.C. §§ 1158, 1231(b)(3)", ["usc:8:1158", "usc:8:1231:b.3"]),
        ("8 C.F.R. §§ 208.13, 1208.16(c)(2)", ["cfr:8:208.13", "cfr:8:1208.16:c.2"]),
        ("8 C.F.R. §§208.13(b)(1)(i) and 208.16(b)(2)", ["cfr:8:208.13:b.1.i", "cfr:8:208.16:b.2"]),
        ("28 U.S.C. §§ 2671-80", ["usc:28:2671", "usc:28:2680"]),
        ("42 U.S.C. §§ 1981-1983", ["usc:42:1981", "usc:42:1983"]),
        ("42 U.S.C. § 1983 and § 1988", ["usc:42:1983", "usc:42:1988"]),
        ("8 U.S.C. § 1252(b)(4)(B), (d)(1)", ["usc:8:1252:b.4.B", "usc:8:1252:d.1"]),
        ("8 U.S.C. § 1101(a)(43)(A), (F), (G)", ["usc:8:1101:a.43.A", "usc:8:1101:a.43.F", "usc:8:1101:a.43.G"]),
        ("21 U.S.C. 841(a)(1), 846, and 18 U.S.C. 2", ["usc:21:841:a.1", "usc:21:846", "usc:18:2"]),
        ("Pub. L. No. 109-13, § 101(a)(3), 119 Stat. 302, 303 (2005)", ["publ:109:13"]),
        ("8 U.S.C. § 1158, 119 Stat. 302", ["usc:8:1158", "stat:119:302"]),
        ("18 U.S.C. §§ 2, 1956(a)(1) & (h)", ["usc:18:2", "usc:18:1956:a.1", "usc:18:1956:h"]),
        ("8 U.S.C. § 1158 and 28 U.S.C. § 1331", ["usc:8:1158", "usc:28:1331"]),
        ("66 Stat. 212, 8 U.S.C.A. § 1253(h)", ["stat:66:212", "usc:8:1253:h"]),
        ("INA § 101(a)(42). See section 241(b)(3) of the Act", ["usc:8:1101:a.42", "usc:8:1231:b.3"]),
        ("sections 208 and 241(b)(3) of the INA", ["usc:8:1158", "usc:8:1231:b.3"]),
    ],
)
def test_a_list_or_range_gives_one_citation_for_each_section(words: str, keys: list[str]) -> None:
    assert [found.key for found in find(f"Relief was sought under {words}.")] == keys


@pytest.mark.parametrize(
    ("words", "key", "code"),
    [
        ("8 U.S.C. § 1101(a)(42(A)", "usc:8:1101:a.42.A", "unbalanced-subsection"),
        ("8 U.S.C. § 1158(b)(2)(A)(I)", "usc:8:1158:b.2.A.I", "subsection-case"),
        ("8 U.S.C. § 1158(b)(l)(B)(iii)", "usc:8:1158:b.1.B.iii", "misread-subsection"),
        ("99 F.2d 928, 932-33 (9th Cir. 1996)", "case:99:F.2d:928", "year-outside-reporter"),
        ("952 F.2d 14, 522-23 (D.C. Cir. 1992)", "case:952:F.2d:14", None),
        ("908 F.2d 1077, 184 (1st Cir. 1990)", "case:908:F.2d:1077", "pin-outside-decision"),
        ("899 F.2d, 864, 870-71 (9th Cir. 1990)", "case:899:F.2d:864", None),
    ],
)
def test_a_misprint_is_linked_to_what_is_printed_and_flagged(words: str, key: str, code: str | None) -> None:
    (found,) = find(f"See {words}.")
    assert found.key == key
    assert [flag for flag, _ in found.flags] == ([code] if code else [])


def test_the_reporters_run_of_years_allows_its_first_and_last_volume() -> None:
    for words in (
        "998 F.2d 1 (1st Cir. 1993)",
        "1 F.3d 1 (1st Cir. 1993)",
        "999 F.3d 1 (9th Cir. 2021)",
        "830 F. Supp. 199 (S.D.N.Y. 1993)",
        "104 F.R.D. 10 (E.D. Pa. 1984)",
        "19 U.S. 264 (1821)",
        "11 Mass. 313 (1814)",
    ):
        (found,) = find(f"See {words}.")
        assert found.flags == ()


def test_an_alien_registration_number_is_in_no_label_and_no_key() -> None:
    (found,) = find("In re Doe, No. A12 345 678 (B.I.A. April 30, 2007), was affirmed.")
    assert found.kind == "agency_decision"
    assert found.key is None
    assert "345" not in f"{found.label}{found.cite}{found.why}"


@pytest.mark.parametrize(
    "number", ["A12 345 678", "A-4378923", "A4 378 923", "A012-345-678", "A12345678", "A 012 345 678"]
)
def test_an_alien_registration_number_is_no_docket_number(number: str) -> None:
    for text in (f"Doe v. Roe, No. {number}, slip op. at 3", f"Doe v. Roe, No. {number} (9th Cir. Apr. 3, 2007)"):
        assert not [
            found for found in find(text) if "378" in f"{found.key}{found.cite}" or "345" in f"{found.key}{found.cite}"
        ]


def test_the_two_immigration_tribunals_are_told_apart() -> None:
    board, general = find(
        "Matter of A-G-, 19 I. & N. Dec. 502 (BIA 1987); Matter of A-B-, 27 I&N Dec. 316 (A.G. 2018)."
    )
    assert (board.court, general.court) == ("bia", "ag")


def test_a_text_that_cites_the_old_place_in_the_code_means_the_old_section_of_the_act() -> None:
    first, second, third = find(
        "He was charged under INA § 241(a)(2), 8 U.S.C. § 1251(a)(2). Section 241(a)(2) of the Act applies."
    )
    assert {found.key for found in (first, second, third)} == {"usc:8:1251:a.2"}


def test_a_lost_sign_is_read_where_the_law_is_named_after_the_number() -> None:
    text = (
        "The Immigration and Nationality Act (the Act) governs: relief under 212(c) of the Act, or 101(a)(13), "
        "8 U.S.C. 1101(a)(13). Sections 240A(b)(1)(A)-(D) of the Act differ; page 245 of the Act is blank. He broke "
        "11530 of the California Health and Safety Code, and chapter 677 of the New Hampshire Revised Statutes."
    )
    assert [found.key for found in find(text)] == [
        "usc:8:1182:c",
        "usc:8:1101:a.13",
        "usc:8:1101:a.13",
        "usc:8:1229b:b.1.A",
        "usc:8:1229b:b.1.D",
        "state:Cal. Health & Safety Code:11530",
        "state:N.H. Rev. Stat. Ann. ch. 677",
    ]


def test_a_range_of_rules_is_its_first_and_last() -> None:
    assert [found.key for found in find("Cf. Fed.R.Evid. 401-03.")] == ["rule:fre:401", "rule:fre:403"]


def test_a_section_of_another_act_is_not_of_the_immigration_act() -> None:
    text = 'The Wharves Act (the "Act") is broad. Section 111 of the Act governs. 8 U.S.C. § 1101 does not.'
    assert [found.key for found in find(text)] == ["usc:8:1101"]


def test_every_kind_has_its_own_prefixes() -> None:
    prefixes = [prefix for kind in KINDS for prefix in kind.prefixes]
    assert len(prefixes) == len(set(prefixes))
