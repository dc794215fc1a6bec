"""Short forms: each traced to its authority, or left open with a reason; never past what is not known."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations import find
from briefs.text.marks import Mark

ACOSTA = "Matter of Acosta, 19 I. & N. Dec. 211 (BIA 1985)."
GILL = "Gill v. INS, 420 F.3d 82, 86-87 (2d Cir. 2005)."


def last(text: str, marks: list[Mark] | None = None) -> str | None:
    return find(text, marks or [])[-1].key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"{GILL} See Gill, 420 F.3d at 86.", "case:420:F.3d:82"),
        (f"{GILL} See 420 F.3d, at 86.", "case:420:F.3d:82"),
        (f"{GILL} So it goes. See Gill, 420 at 86-87.", "case:420:F.3d:82"),  # the reporter was left out
        (f"{GILL} So it was put in 420 F.3d at pages 86-87.", "case:420:F.3d:82"),
        (
            "Doe v. Roe (2015) 61 Cal.4th 100. In Doe, supra, 61 Cal.4th 100, so. (Id. at p. 114.)",
            "case:61:Cal. 4th:100",
        ),
        ("Doe v. Roe, --- U.S. ----, 129 S.Ct. 2294 (2009). The Doe court agreed.", "case:129:S. Ct.:2294"),
        ("Doe v. Roe (2015) 61 Cal.4th 100, 112. (Doe, supra, 61 Cal.4th at pp. 112-113.)", "case:61:Cal. 4th:100"),
        (
            "Doe v. Roe, 318 U.S. 332, 63 S.Ct. 608 (1943). See 318 U.S. at pages 340-41, 63 S.Ct. 608.",
            "case:318:U.S.:332",
        ),
        (
            "Doe v. Roe, 498 U.S. 505, __, 111 S. Ct. 905, 909 (1991). 498 U.S. at __, 111 S. Ct. at 910.",
            "case:498:U.S.:505",
        ),
        (f"{ACOSTA} Acosta, 19 I. & N. Dec. at 233.", "agency:19:I&N:211"),
        (f"{GILL} See Gill, 421 F.3d at 86.", None),  # another volume
        (f"{GILL} See Gill, 420 F.3d at 12.", None),  # before its first page
        ("A v. B, 1 F.3d 2 (1st Cir. 1993). C v. D, 1 F.3d 900 (1st Cir. 1993). B, 1 F.3d at 905.", "case:1:F.3d:900"),
        ("A v. Be, 1 F.3d 2 (1st Cir. 1993). C v. Dee, 1 F.3d 20 (1st Cir. 1993). Id. See 1 F.3d at 30.", None),
        (
            "Alpha v. B, 1 F.3d 2 (1st Cir. 1993). Carol v. D, 1 F.3d 20 (1st Cir. 1993). Alpha, 1 F.3d at 25.",
            "case:1:F.3d:2",
        ),
        ("Stone v. Commissioner, 87 T.C. 892 (1986). Stone, 87 T.C. at 900.", "case:87:T.C.:892"),
        (  # a respondent's initials tell two decisions of one volume apart
            "Matter of M-E-V-G-, 26 I. & N. Dec. 227 (BIA 2014); Matter of W-G-R-, 26 I. & N. Dec. 208 (BIA 2014). M-E-V-G-, 26 I. & N. Dec. at 242.",
            "agency:26:I&N:227",
        ),
        ("Loud v. Doe, 470 U.S. 532 (1985). Loud, 470 U.S at 546.", "case:470:U.S.:532"),
        ("Nken v. Holder, 556 U.S. 418, 129 S. Ct. 1749 (2009). 129 S. Ct. at 1756.", "case:556:U.S.:418"),
    ],
)
def test_a_short_form_is_the_full_citation_of_its_volume_and_page(text: str, key: str | None) -> None:
    assert last(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"{GILL} Id. at 87.", "case:420:F.3d:82"),
        ("In California: Pen. Code, § 1473.7, subd. (a)(1); id., subd. (e)(1).", "state:Cal. Penal Code:1473.7:e.1"),
        (f"{GILL} See id., subd. (e)(1).", None),  # a decision has no subdivisions
        (  # the parallel says which decision is meant
            "INS v. Stevic, 467 U.S. 407, 104 S.Ct. 2489 (1984). Under § 243(h) of the Act, 8 U.S.C. § 1253(h), it is withheld. Id. at 429, 104 S.Ct. at 2501.",
            "case:467:U.S.:407",
        ),
        (f"{GILL} It goes on (id.).", "case:420:F.3d:82"),
        (  # history, though the page of the official reports was blank
            f"{GILL.rstrip('.')}, cert. denied, --- U.S. ----, 126 S.Ct. 80 (2005). Id.",
            "case:420:F.3d:82",
        ),
        (  # a section named in quoted words is not what is cited
            'See 42 U.S.C. § 602(a)(38). It says "as described in section 602(b)." Id.',
            "usc:42:602:a.38",
        ),
        (  # a treaty has no such pages; the decision has
            "Matter of Dunar, 14 I. & N. Dec. 310 (BIA 1973). It read the Protocol Relating to the Status of Refugees, Jan. 31, 1967, 19 U.S.T. 6223, as a whole. Id. at 319.",
            "agency:14:I&N:310",
        ),
        (
            "In Zadvydas v. Davis, 533 U.S. 678 (2001), the Court read 8 U.S.C. § 1231(a)(6) to set a limit. Id. at 689.",
            "case:533:U.S.:678",
        ),
        (  # the pages were blank when it was written
            "Doe v. Roe, 585 U. S. ___, ___-___ (2018) (slip op., at 21-22). So. Id., at ___ (slip op., at 21).",
            "blank:585:U.S.:doe-v-roe",
        ),
        ("Doe v. Roe, 582 U. S. 120 (2017). Id., at ___ (slip op., at 26). So it is, ibid.", "case:582:U.S.:120"),
        (f"{GILL} He wanted, a Fed. R. App. P. 4(a)(5) extension, and got it. Id. at 87.", "case:420:F.3d:82"),
        (f"{GILL} See 8 U.S.C. § 1252. Id. at [slip op. at 11].", None),  # no statute has a slip opinion
        (f"{GILL} The regulation, 8 C.F.R. § 1003.18(b), asks for the time. Id.", "cfr:8:1003.18:b"),  # its subject
        (f"{GILL} Id. at 400.", None),  # no page of so short an opinion
        (f"{GILL} Id. § 12.", None),  # a case has no sections
        (f"{ACOSTA} Section 208 of the Act governs. Id. at 215", None),  # a statute has no pages
        ("26 U.S.C. § 6211. Id. § 6212.", "usc:26:6212"),
        ("26 U.S.C. 6212. Id. 6213(a).", "usc:26:6213:a"),  # the sign was lost
        ("16 U.S.C. § 1854(b). See id. at 1854(b)(3).", "usc:16:1854:b.3"),
        ("8 C.F.R. § 208.13. Id. § 208.16(c)(2).", "cfr:8:208.16:c.2"),
        ("See I-589 at 4. Id.", None),
        ("Rivers Act, 82 Stat. 906 (1968). Id. at 475.", None),
        (f"{GILL} He was arrested. Tr. at 45. Id. at 86.", None),
        (f"{GILL} So he said (J.A. 123). Id. at 86.", None),
        (f"{GILL} 12 Foo. L. Gaz. 345. Id. at 86.", None),
        ("Id. at 5.", None),
        ("2022 WL 17982, at *3. Id. at *5.", "case:2022:WL:17982"),
        ("A v. B, 1 F.3d 2, 3 (1st Cir. 1993) (citing C v. D, 3 F.3d 4 (2d Cir. 1993)). Id. at 5.", "case:1:F.3d:2"),
        ("A v. B, 1 F.3d 2 (1st Cir. 1993), cert. denied, 510 U.S. 1 (1994). Id. at 3.", "case:1:F.3d:2"),
        (f"{GILL} Review was denied under 8 U.S.C. § 1252. Id. at 87.", "case:420:F.3d:82"),
        (f"{GILL} Review was denied under 8 U.S.C. § 1252. Id.", None),  # either
        (f"{GILL} There we held that review was denied under 8 U.S.C. § 1252. Id.", "case:420:F.3d:82"),
        (f"{GILL} A statute [8 U.S.C. § 1252] bars it. We noted that it is like section 1252. Id.", "case:420:F.3d:82"),
        ("INA § 208(b)(1)(B)(ii). Id. § 208(b)(1)(B)(iii)", "usc:8:1158:b.1.B.iii"),  # the Act's number, not the Code's
        (
            "Matter of Y-L-, A-G- & R-S-R-, 23 I&N Dec. 270 (A.G. 2002). Under Matter of Y-L-, it is so. Id. at 277.",
            "agency:23:I&N:270",
        ),
        (f"{GILL}\n[590 F. Supp. 3d 863]\nSo held. Id. at 87.", "case:420:F.3d:82"),  # a page of the reprint begins
        ("N.H. Rev. Stat. Ann. § 642:2; id. § 631:2-a(I)(a)", "state:N.H. Rev. Stat. Ann.:631_2-a:I.a"),
        (f"{GILL} See 1 App. 24. Id. at 25.", None),  # a volume of the appendix, and no reporter
    ],
)
def test_id_is_the_authority_just_before_it_or_nothing(text: str, key: str | None) -> None:
    assert last(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("P v. Q, 111 S. Ct. 1700 (1991). 28 U.S.C. 1442. Hence, section 1442 permits it. See id. at 1709.", None),
        ("28 U.S.C. 1442. P v. Q, 111 S. Ct. 1700, 1705 (1991). Hence, section 1442 permits it. Id. at 1709.", "case:111:S. Ct.:1700"),
        ("G v. H, 711 F.2d 473 (1st Cir. 1983). Then the Rivers Act, 82 Stat. 906 (1968), was enacted. Id. at 475.", "case:711:F.2d:473"),
        (f"{GILL} See discussion supra Part I. See id.", None),
        (f"{GILL} See supra note 1. See id. at 88.", "case:420:F.3d:82"),
        (f"{GILL} 42 U.S.C. 300aa-15. Head v. S, 26 Cl. Ct. 546 (1992). It forbids it. Id. 300aa-15(d)(2).", "usc:42:300aa-15:d.2"),
        (f"{GILL} Indeed, it prohibits it. Id. 300aa-15(d)(2).", None),
        ("(Transcript at 34). Id. at 35. A v. B, 879 F.2d 1, 7 (1st Cir. 1989). He came. Id. at 26-27.", None),
        ("A v. B, 879 F.2d 1, 7 (1st Cir. 1989). So held. Id. at 26-27.", "case:879:F.2d:1"),
        ('See A v. B, 905 F.2d 499, 507 (1st Cir. 1990) (quoting 18 U.S.C. 3742(e). Cf. id. at 508.', "case:905:F.2d:499"),
        ("1 LaFave, Wayne, Search and Seizure § 3.2. 2 W. LaFave, Search and Seizure § 4.1. X.", "book:w-lafave-search-and-seizure:4.1"),
        ("2 Wayne R. LaFave, Search and Seizure § 3.2 (4th ed. 2004). So. LaFave, supra, § 3.3.", "book:wayne-r-lafave-search-and-seizure:3.3"),
        ("Charlotte Gibson, Note, Citizen Suits, 98 Mich. L. Rev. 269 (1999). See Gibson, supra, at 276.", "journal:98:Mich. L. Rev.:269"),
    ],
)  # fmt: skip
def test_an_id_reaches_the_decision_or_section_it_can_only_mean(text: str, key: str | None) -> None:
    assert last(text) == key


def test_an_unresolved_citation_says_why() -> None:
    found = find("See I-589 at 4. Id.")[-1]
    assert found.form == "id"
    assert found.why == "The record or a source that is not known is cited just before it."


def test_an_unresolved_id_is_not_guessed_through_by_the_next() -> None:
    assert [found.key for found in find(f"{GILL} Tr. at 4. Id. at 86. Id. at 87.")][1:] == [None, None]


def test_id_stays_in_its_own_stream() -> None:
    body, note, rest = f"{GILL} The rest.\n\n", "Alba v. INS, 500 F.3d 90 (2d Cir. 2007).", "\n\nSo held. Id. at 87."
    text = body + note + rest
    marks = [
        Mark(0, len(body) - 2, "paragraph", {"number": 1}),
        Mark(len(body), len(body) + len(note), "footnote", {"number": "1"}),
        Mark(len(body + note) + 2, len(text), "paragraph", {"number": 2}),
    ]
    assert last(text, marks) == "case:420:F.3d:82"


def test_a_footnote_does_not_borrow_the_bodys_citation() -> None:
    note = "Id. at 87."
    text = f"{GILL}\n\n{note}"
    assert last(text, [Mark(0, len(GILL), "paragraph", {}), Mark(len(GILL) + 2, len(text), "footnote", {})]) is None


def test_id_reads_past_a_block_quotation() -> None:
    quote = "Under Alba v. INS, 500 F.3d 90 (2d Cir. 2007), it is so."
    lead, tail = f"{GILL} It said:\n", "\nId. at 87."
    text = lead + quote + tail
    marks = [Mark(0, len(text), "paragraph", {}), Mark(len(lead), len(lead + quote), "blockquote", {})]
    assert last(text, marks) == "case:420:F.3d:82"


def test_a_pin_that_fits_only_the_case_named_last_tells_which_is_meant() -> None:
    text = (
        "We follow Alba v. United States, 449 U.S. 490 (1981). See Zhou v. INS, 434 F.3d 136, 140 (2d Cir. 2006). "
        "In a footnote, Alba says: so it is. Id. at 512 n.34."
    )
    found = find(text)[-1]
    assert (found.key, found.pin) == ("case:449:U.S.:490", "512 n.34")


def test_a_name_before_id_decides() -> None:
    text = f"{GILL} Alba v. INS, 420 F.3d 500 (2d Cir. 2005). It is so in Gill, id. at 86 & n.1."
    found = find(text)[-1]
    assert (found.form, found.key, found.pin) == ("id", "case:420:F.3d:82", "86 & n.1")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Soler v. Scott, 942 F.2d 597 (9th Cir. 1991). See Soler, supra, at 600.", "case:942:F.2d:597"),
        (f"{GILL} See supra Part II.", "case:420:F.3d:82"),  # points inside this text: no citation
        (f"{GILL} Brown, supra, at 4.", "case:420:F.3d:82"),  # a name that is not cited here
    ],
)
def test_supra_needs_a_name_that_is_cited(text: str, key: str) -> None:
    assert last(text) == key


@pytest.mark.parametrize(
    ("between", "keys"),
    [
        ("Tr. of Oral Arg. 12. ", [None]),
        ("App. to Pet. for Cert. 12a. ", [None]),
        ("Brief for Respondents in Opposition 23. ", [None]),
        ("ECF No. 45 at 3. ", [None]),
        ("A Terry stop was made. ", ["case:556:U.S.:418"]),  # what the law calls after a case is not cited
        ("The section 1983 claim failed. ", ["case:556:U.S.:418"]),
    ],
)
def test_what_stands_between_a_decision_and_its_id(between: str, keys: list[str | None]) -> None:
    text = f"Terry v. Ohio, 392 U.S. 1 (1968). Nken v. Holder, 556 U.S. 418 (2009). {between}Ibid."
    assert [each.key for each in find(text) if each.form == "id"] == keys
