"""What was typed in haste or pasted from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.search.printed import as_printed, without_address
from briefs.search.words import Words


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        # codes and reporters
        ("8 usc 1158", "8 U.S.C. 1158"),
        ("8 U. S. C. § 1158", "8 U.S.C. § 1158"),
        ("8 U.S. Code § 1158", "8 U.S.C. § 1158"),
        ("28 usca 2412", "28 U.S.C.A. 2412"),
        ("8 code of federal regulations 208.13", "8 C.F.R. 208.13"),
        ("502 U. S., at 483", "502 U.S. at 483"),
        ("130 sct 827", "130 S. Ct. 827"),
        ("590 Fed. 3d 7", "590 F.3d 7"),
        ("18 i n dec 244", "18 I. & N. Dec. 244"),
        ("23 I&N 737", "23 I. & N. Dec. 737"),
        ("give us 12", "give us 12"),
        ("between 18 in 244 and", "between 18 in 244 and"),
        # parts of a section
        ("8 usc 1158 a 2 B", "8 U.S.C. 1158(a)(2)(B)"),
        ("8 cfr 1208.16 c 2", "8 C.F.R. 1208.16(c)(2)"),
        ("8 usc 1158 (a) (2)", "8 U.S.C. 1158(a)(2)"),
        ("INA 240A b 1", "INA 240A(b)(1)"),
        ("8 usc 1101 a refugee", "8 U.S.C. 1101 a refugee"),
        ("title 8 section 1252", "8 U.S.C. § 1252"),
        ("Title 42, United States Code, Section 1983", "42 U.S.C. § 1983"),
        ("title 8 section 208.13", "title 8 section 208.13"),  # which may be of the regulations
        ("the title 8 sections", "the title 8 sections"),
        # what says that a docket number follows
        ("docket no. 09-1200", "09-1200"),
        ("Case Number: 1:20-cv-01234", "1:20-cv-01234"),
        ("appeal #07-2278-ag persecution", "07-2278-ag persecution"),
        ("No. 07-2278-ag", "No. 07-2278-ag"),
        ("a case 12 years old", "a case 12 years old"),
        # names
        ("Doe vs US", "Doe v. United States"),
        ("Doe versus Roe", "Doe v. Roe"),
        ("Doe -v- Roe", "Doe v. Roe"),
        ("verse and versus", "verse and versus"),
        ("Doe v.Roe", "Doe v. Roe"),
        # words that are not set apart, dashes, connectors of the law databases
        ("asylum/withholding,torture—fear", "asylum withholding torture fear"),
        ("persecution...nexus & fear", "persecution nexus fear"),
        ("and/or a/k/a AT&T 07/11", "and/or a/k/a AT&T 07/11"),
        ("No. 09–2085", "No. 09-2085"),
        ("07‑2278‑ag", "07-2278-ag"),
        ("pages 478–483", "pages 478–483"),
        ("persecution /p gang w/10 police +s fear", "persecution gang police fear"),
        ("INA s. 208", "INA § 208"),
        # what a quotation leaves out or changes
        ('"a more critical eye . . . procedure"', '"a more critical eye" "procedure"'),
        ('"a more critical eye … procedure"', '"a more critical eye" "procedure"'),
        ('"[w]ithout knowing who"', '" "knowing who"'),
        ("[w]ithout knowing . . . who", "[w]ithout knowing . . . who"),
    ],
)
def test_a_line_is_written_as_texts_print_it(typed: str, printed: str):
    assert as_printed(typed) == printed


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.example.org/opinion/150186/nako-v-holder/", "nako v holder"),
        ("http://example.org/cases/Matter_of_Frentescu.html?page=2", "Matter of Frentescu"),
        ("https://example.org/search?q=political+neutrality&page=2", "political neutrality"),
        ("https://example.org/uscode/text/8/1158", "8 U.S.C. 1158"),
        ("https://example.org/view.xhtml?req=granuleid:USC-prelim-title8-section1158&num=0", "8 U.S.C. 1158"),
        ("www.example.org/link/uscode/8/1229b", "8 U.S.C. 1229b"),
        ("https://example.org/cfr/text/8/1208.16", "8 C.F.R. 1208.16"),
        ("https://example.org/current/title-8/part-1208/subpart-A/section-1208.16", "8 C.F.R. 1208.16"),
        ("https://example.org/cases/federal/us/502/478/", "502 U.S. 478"),
        ("https://example.org/appellate-courts/F3/220/1077/473452/", "220 F.3d 1077"),
        ("www.example.org", "www.example.org"),
        ("http://[", "http://["),
        ("see https://example.org/asylum", "see https://example.org/asylum"),
        ("asylum", "asylum"),
    ],
)
def test_of_a_pasted_address_what_it_means_is_read(address: str, words: str):
    assert without_address(address) == words


def test_an_alien_registration_number_in_an_address_is_masked():
    words = Words.read("https://example.org/search?q=A75%20836%20651")
    assert words.was_masked
    assert "836" not in words.typed + words.printed


@given(st.text(max_size=80), st.sampled_from(["", "http://", "https://a/b?q=", "www."]))
def test_any_line_is_read(line: str, before: str):
    read = without_address(before + line)
    as_printed(read)
    assert without_address(read) == read
