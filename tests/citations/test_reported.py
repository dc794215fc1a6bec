"""Citations to reporters of many makes: how each is read, dated and cited again."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations import find


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("61 FERC ¶ 61,182 (1992)", ["case:61:FERC:61,182"]),
        ("12 FCC Rcd 15,499, 15,500 (1996). 12 FCC Rcd at 15,500.", ["case:12:FCC Rcd:15499"] * 2),
        ("Doe v. Roe, 443 U. S. 307 (99 SCt 2781, 61 LE2d 560) (1979)", ["case:443:U.S.:307"]),
        ("Doe v. Roe, 92 J.T.S. 11 (1992)", ["case:92:J.T.S.:11"]),
        ("T.C. Memo.1998-35", ["tcmemo:1998:35"]),
        ("No. S-14054, slip op. (Alaska Oct. 29, 2010); No. 100,234, slip op. at 3 (Kan. 2010)", ["docket:alaska:S-14054", "docket:kan:100,234"]),
        ("In No. 12345 the court erred. Case No. 93-1424 is affirmed.", []),
        ("22 Misc 3d 1105[A]", ["case:22:Misc. 3d:1105(A)"]),
        ("2003-2 U.S. Tax Cas. (CCH) ¶ 50,123", ["case:2003-2:U.S. Tax Cas. (CCH):50,123"]),
        ("1992 Cl. Ct. LEXIS 473", ["case:1992:Cl. Ct. LEXIS:473"]),
        ("In re Cady, Roberts & Co., 40 S.E.C. 907, 911 (1961)", ["agency:40:S.E.C.:907"]),
        ("Apt. 12 F. 3 and Flight 12 A. 5 and 45 W. 3", []),
        ("See 12 F. 3; 5 A. 12", ["case:12:F.:3", "case:5:A.:12"]),
        ("28 U.S.C. ' 1291; 18 U .S.C. § 371", ["usc:28:1291", "usc:18:371"]),
        ("20 C.F.R. § 404.1520(a)(4)(i)-(v)", ["cfr:20:404.1520:a.4.i", "cfr:20:404.1520:a.4.v"]),
        ("28 U.S.C. §§ 1915A, 1915(e); 20 Ill. Adm. Code 504.8", ["usc:28:1915A", "usc:28:1915:e", "sreg:20 Ill. Admin. Code:504.8"]),
        ("No. 91-2183, slip. op. at 15 (1st Cir., July 14, 1993)", ["docket:ca1:91-2183"]),
    ],
)  # fmt: skip
def test_reports_and_codes_of_many_makes(text: str, keys: list[str]) -> None:
    assert [found.key for found in find(text + ".")] == keys


@pytest.mark.parametrize(
    ("text", "name", "court", "year"),
    [
        ("Guz v. Bechtel, Inc. (2000) 24 Cal.4th 317", "Guz v. Bechtel, Inc.", None, 2000),
        ("People v. Roe (9th Cir. 1993) 12 F.3d 4", "People v. Roe", "ca9", 1993),
        ("Roe v. Doe, 467 F. 3d 400 (CA9 2006)", "Roe v. Doe", "ca9", 2006),
        ("Roe v. Doe, 12 F.3d 5 (CADC 1993)", "Roe v. Doe", "cadc", 1993),
        ("Ross v Hydro-Elec. Co., 81 NY2d 494 [1993]", "Ross v Hydro-Elec. Co.", None, 1993),
    ],
)
def test_the_date_may_stand_before_the_reporter_and_the_court_be_in_short(
    text: str, name: str, court: str | None, year: int
) -> None:
    (found,) = find(text + ".")
    assert (found.name, found.court, found.year) == (name, court, year)


def test_an_id_with_a_parallel_page_is_one_citation() -> None:
    text = "United States v. Wade, 388 U.S. 218, 87 S. Ct. 1926 (1967). Id. at 227, 87 S. Ct. at 1932. Id. at 1933."
    wade, same, last = find(text)
    assert text[same.start : same.end] == "Id. at 227, 87 S. Ct. at 1932"
    assert (wade.key, same.key, last.key) == ("case:388:U.S.:218",) * 3
    assert (same.pin, last.pin) == ("227", "1933")  # the last one's page is the other reporter's


def test_connecticut_cites_again_without_at() -> None:
    text = "State v. Doe, 275 Conn. 534, 547 (2005). Id., 548. State v. Doe, supra, 275 Conn. 550. Id., 12 men."
    full, page, supra, plain = find(text)
    assert {each.key for each in (full, page, supra, plain)} == {"case:275:Conn.:534"}
    assert (page.pin, supra.form, supra.pin, plain.pin) == ("548", "short", "550", None)


def test_a_range_may_be_printed_with_a_long_dash() -> None:
    (found,) = find("Mathews v. Diaz, 426 U. S. 67, 79\u201480 (1976).")
    assert (found.key, found.pin) == ("case:426:U.S.:67", "79-80")


def test_a_blank_official_page_is_part_of_the_citation() -> None:
    text = "See Doe v. Roe, --- U.S. ----, 112 S.Ct. 5 (1992)."
    (found,) = find(text)
    assert (found.key, text[found.start : found.end]) == ("case:112:S. Ct.:5", text[4:-1])
