"""Each authority in both styles, pin included, from its own data alone."""

import pytest

from briefs.citations.styles import Authority, bluebook, eoir, reported, tidy_pin, writer_s

BALACHOVA = Authority("case", "547 F.3d 374", "Balachova v. Mukasey", "2d Cir.", "2008")
SLIP = Authority("case", "No. 07-2278-ag", "Balachova v. Mukasey", "2d Cir.", "Nov. 12, 2008")
KAPTSOV = Authority("case", "No. 02-70755", "Kaptsov v. Ashcroft", writing="dissent", writer="Paez, Circuit Judge")
A_G = Authority("agency_decision", "19 I. & N. Dec. 502", "Matter of A-G-", "B.I.A.", "1987")
NEGUSIE = Authority("agency_decision", "28 I. & N. Dec. 120", "Matter of Negusie", "A.G.", "2020")
SUPREME = Authority("case", "555 U.S. 511", "Negusie v. Holder", "U.S.", "2009")


@pytest.mark.parametrize(
    ("authority", "pin", "in_bluebook", "in_eoir"),
    [
        (BALACHOVA, "", "Balachova v. Mukasey, 547 F.3d 374 (2d Cir. 2008)", ...),
        (BALACHOVA, "378", "Balachova v. Mukasey, 547 F.3d 374, 378 (2d Cir. 2008)", ...),
        (BALACHOVA, "p. 378-79", "Balachova v. Mukasey, 547 F.3d 374, 378–79 (2d Cir. 2008)", ...),
        (BALACHOVA, "para. 14", "Balachova v. Mukasey, 547 F.3d 374, para. 14 (2d Cir. 2008)", ...),
        (SLIP, "", "Balachova v. Mukasey, No. 07-2278-ag, slip op. (2d Cir. Nov. 12, 2008)", ...),
        (SLIP, "3", "Balachova v. Mukasey, No. 07-2278-ag, slip op. at 3 (2d Cir. Nov. 12, 2008)", ...),
        (SLIP, "fn. 2", "Balachova v. Mukasey, No. 07-2278-ag, slip op., fn. 2 (2d Cir. Nov. 12, 2008)", ...),
        (KAPTSOV, "", "Kaptsov v. Ashcroft, No. 02-70755 (Paez, J., dissenting)", ...),
        (KAPTSOV, "para. 3", "Kaptsov v. Ashcroft, No. 02-70755, para. 3 (Paez, J., dissenting)", ...),
        (SUPREME, "520", "Negusie v. Holder, 555 U.S. 511, 520 (2009)", ...),
        (
            A_G,
            "506",
            "Matter of A-G-, 19 I. & N. Dec. 502, 506 (B.I.A. 1987)",
            "Matter of A-G-, 19 I&N Dec. 502, 506 (BIA 1987)",
        ),
        (
            NEGUSIE,
            "",
            "Matter of Negusie, 28 I. & N. Dec. 120 (A.G. 2020)",
            "Matter of Negusie, 28 I&N Dec. 120 (A.G. 2020)",
        ),
        (Authority("statute", "8 U.S.C. § 1158(b)(2)(A)"), "", "8 U.S.C. § 1158(b)(2)(A)", "INA § 208(b)(2)(A)"),
        (Authority("statute", "8 U.S.C. § 1101(a)(42)"), "", "8 U.S.C. § 1101(a)(42)", "INA § 101(a)(42)"),
        (Authority("statute", "8 U.S.C. § 1229a"), "", "8 U.S.C. § 1229a", "INA § 240"),
        (Authority("statute", "18 U.S.C. § 1158"), "", "18 U.S.C. § 1158", ...),
        (Authority("regulation", "8 C.F.R. § 1003.1(e)(4)"), "", "8 C.F.R. § 1003.1(e)(4)", ...),
        (Authority("public_law", "Pub. L. No. 109-13", "REAL ID Act", "", "2005"), "",
         "REAL ID Act, Pub. L. No. 109-13 (2005)", ...),
        (Authority("case", "2008 WL 4876850", "Doe v. Roe", "S.D.N.Y.", "2008"), "",
         "Doe v. Roe, 2008 WL 4876850 (S.D.N.Y.)", ...),
        (Authority("case", "12 F. App'x 3", "Doe v. Roe", "9th Cir.", "2001", unpublished=True), "",
         "Doe v. Roe, 12 F. App'x 3 (9th Cir. 2001) (unpublished)", ...),
    ],
)  # fmt: skip
def test_an_authority_is_cited_in_both_styles(authority: Authority, pin: str, in_bluebook: str, in_eoir: object):
    assert str(bluebook(authority, pin)) == in_bluebook
    assert str(eoir(authority, pin)) == (in_bluebook if in_eoir is ... else in_eoir)


@pytest.mark.parametrize("authority", [BALACHOVA, A_G, KAPTSOV])
def test_only_the_name_of_a_decision_is_set_in_italics_and_not_its_comma(authority: Authority):
    for style in (bluebook, eoir):
        assert style(authority).name == authority.name
        assert style(authority).rest.startswith(", ")
    assert bluebook(Authority("public_law", "Pub. L. No. 109-13", "REAL ID Act")).name == ""


@pytest.mark.parametrize(
    ("writing", "writer", "aside"),
    [
        ("lead", "Pooler", ""),
        ("dissent", "Paez, Circuit Judge", "Paez, J., dissenting"),
        ("concurrence", "", "concurring"),
        ("concurrence_in_part", "Roe", "Roe, J., concurring in part and dissenting in part"),
    ],
)
def test_a_separate_opinion_is_never_cited_without_saying_so(writing: str, writer: str, aside: str):
    assert writer_s(writing, writer) == aside
    cite = str(bluebook(Authority("case", "1 F.3d 2", "A v. B", "9th Cir.", "1993", writing, writer)))
    assert cite == "A v. B, 1 F.3d 2 (9th Cir. 1993)" + (f" ({aside})" if aside else "")


@pytest.mark.parametrize(
    ("cite", "parts"),
    [
        ("547 F.3d 374", ("547", "F.3d", "374")),
        ("19 I. & N. Dec. 502", ("19", "I. & N. Dec.", "502")),
        ("12 F. App'x 3", ("12", "F. App'x", "3")),
        ("8 U.S.C. § 1158(b)", ("", "", "")),
        ("No. 02-70755", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_reporter_citation_comes_apart_and_nothing_else_does(cite: str, parts: tuple[str, str, str]):
    assert reported(cite) == parts


@pytest.mark.parametrize(("pin", "tidy"), [("p. 378", "378"), ("pp. 3-4", "3–4"), ("514 n.3", "514 n.3"), (" 9 ", "9")])
def test_a_pin_is_written_as_it_follows_the_first_page(pin: str, tidy: str):
    assert tidy_pin(pin) == tidy
