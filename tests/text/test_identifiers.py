"""Alien registration numbers are found in every spelling, and nothing else is."""

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.identifiers import COVER, find_identifiers, mask
from briefs.text.normalise import normalise

SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"


@pytest.mark.parametrize(
    "number",
    [
        "A75 123 456",
        "A 75 123 456",
        "A-75-123-456",
        "A75-123-456",
        "A75123456",
        "A075123456",
        "A 075 123 456",
        "A075-123-456",
        "A# 75-123-456",
        "A075·123·456",
        "A75 • 123 • 456",
        "A#75123456",
        "A No. 75 123 456",
        "A 75\N{NO-BREAK SPACE}123\N{NO-BREAK SPACE}456",
        "A75\u2011123\u2011456",
        "A75\N{EN DASH}123\N{EN DASH}456",
        "A75\n123 456",
        "A75 123\n  456",
        "a75-123-456",
        "A7 123 456",
        "A75 123 456/457/458",
        "A75\u200b123\u2060456",
        "A\u200b7\u200b5 1\u00ad23 456",
        "A75\u00ad123\u00ad456",
        "A75\u2009123\u202f456",
        "A75,123,456",
        "A75/123/456",
        "A/75/123/456",
        "A75_123_456",
        "A75   123    456",
        "A(75) 123 456",
        "A (75) 123-456",
        "\N{CYRILLIC CAPITAL LETTER A}75 123 456",
        "\N{FULLWIDTH LATIN CAPITAL LETTER A}\N{FULLWIDTH DIGIT SEVEN}\N{FULLWIDTH DIGIT FIVE}123456",
        "A75 123 456-52",
        "A 0 7 5 1 2 3 4 5 6",
        "A0-7-5-1-2-3-4-5-6",
        "A:075:123:456",
        "A|075|123|456",
        "A*075*123*456",
        "A'075'123'456",
        "A\N{RIGHT SINGLE QUOTATION MARK}075\N{RIGHT SINGLE QUOTATION MARK}123\N{RIGHT SINGLE QUOTATION MARK}456",
        "A075;123;456",
        "A075\\123\\456",
        "A=075123456",
        "A0751 23456",
        "A075 123 45 6",
        "A75 123 4567",
        "AO75 123 456",
        "A075 123 45l",
        "A.no. 075123456",
        "\N{CYRILLIC CAPITAL LETTER A}0751 23456",
        "\N{GREEK CAPITAL LETTER ALPHA} 0 7 5 1 2 3 4 5 6",
        "A75 123 456\N{EN DASH}457",
        "Axx-xxx-xxx",
        "Azb-wqk-rtp",
    ],
)
@pytest.mark.parametrize("around", ["{}", "In re Doe, No. {} (B.I.A. 2007)", "Nos. {}, {}.", "({})", "File: {};"])
def test_a_number_is_found_in_every_spelling(number, around):
    text = around.format(number, number)
    found = [text[start:end] for start, end, _ in find_identifiers(text)]
    assert found == [number] * around.count("{}")
    assert not any(char.isalnum() for part in (mask(number),) for char in part)


@pytest.mark.parametrize(
    "words",
    [
        "Alien Registration No. 75 123 456",
        "alien number 075-123-456",
        "A-file no. 75123456",
        "Alien File Nos. 75-123-456",
        "A-File 75 123 456",
        "A-number 75-123-456",
        "Alien No. 75 123 456",
        "Alien # 075-123-456",
        "Alien 075-123-456",
        "Alien Registration Number (A-Number): 075123456",
        "USCIS # 075-123-456",
        "USCIS Number: 075 123 456",
        "Registration No. 075 123 456",
        "registration number: 075123456",
        "Alien number of 075-123-456",
        "Alien registration number (A-number) is 075 123 456",
    ],
)
def test_a_number_named_in_words_is_found_without_its_letter(words):
    assert "123" not in mask(words)
    assert mask(words).startswith(words.split(" ")[0])


@pytest.mark.parametrize(
    "text",
    [
        "A75 836 651 and 71 501 481",
        "A75 836 651, 71 501 481, and 71 501 482",
        "A75 836 651 & 071-501-481; 71-501-482",
        "Alien Nos. 75 836 651, 71 501 481",
        "A75 836 651 -A 71 501 481",
        "A75 836 651-A71 501 481",
        "A75 836 651\n71 501 481",
        "_A75836651",
        "/A75836651/",
        "/A75836651_.txt",
        "A75836651.pdf",
        "A75836651x",
        "A75\u200b836\u200b651 and 71 501 481",
    ],
)
def test_no_digit_is_left_of_a_list_or_a_path(text):
    assert not any(char.isdigit() for char in mask(text))
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "note # 099-044",
        "No. 02-70755",
        "K-568-99/1543",
        "Nos. 07-2278-ag (L); 07-2279-ag (Con)",
        "B42 111 222",
        "USA75 123 456",
        "A 20 000 000 ruble loan",
        "Exhibit A 12",
        "Form A-75",
        "Appendix A, 123 456",
        "A1234",
        "883 F.2d 788, 791",
        "A 1975 agreement of 123 456",
        "8 U.S.C. § 1101(a)(42)(A)",
        "All-you-can-eat",
        "21 U.S.C. §§ 841(a)(1), 846, 952(a), 963",
        "INA §§ 212(A)(1), 846, 952",
        "A 1,234,567 ruble loan",
        "a 1,234,567-acre reserve",
        "A $75,836,651 judgment",
        "call 212-555-1234 or (212) 555-1234",
        "USCIS # 099-044",
        "Alien Tort Statute, 28 U.S.C. § 1350",
        "Exhibit A, 123 456 789",
        "phone 617-555-123-456",
        "Matter of A-M-, 23 I. & N. Dec. 737",
        "J.A. 123, 456, 789",
        "J.A. 1234567",
        "80 A. 123, 456, 789",
        "Vitamin A 1000000",
        "Trademark Registration No. 2,345,678",
        "Registration No. 333-123456",
        "Table A4 2008 1234",
        "Exhibit A 1, 2, 3, 4, 5, 6, 7, 8",
        "Rule A.1.2.3.4",
        "§ A § 212 § 846 § 952",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert find_identifiers(text) == []
    assert mask(text) is text


@pytest.mark.parametrize(
    ("html", "masked"),
    [
        ("A<b>075</b>123456", "█<b>███</b>██████"),
        ("A&nbsp;075&nbsp;123&nbsp;456", "█&nbsp;███&nbsp;███&nbsp;███"),
        ("A075&#8211;123&#8211;456", "████&#8211;███&#8211;███"),
        ("&#65;075123456", "██████████████"),
        ("A<sup>0</sup>75<i>123</i>456 &amp; more", "█<sup>█</sup>██<i>███</i>███ &amp; more"),
    ],
)
def test_a_number_with_markup_in_it_is_covered_and_the_markup_left(html, masked):
    assert mask(html) == masked


def test_a_docket_like_number_with_the_letter_is_masked_rather_than_leaked():
    assert mask("A 42 111 222") == f"{COVER} {COVER * 2} {COVER * 3} {COVER * 3}"


def test_a_docket_number_after_the_number_is_left_alone():
    assert mask("A75 836 651, No. 07-2278-ag; 02-70755").endswith(", No. 07-2278-ag; 02-70755")


@pytest.mark.parametrize("part", ["A", "A75 836 651,", "alien no. ", "(", "A75836651-", " ", "A7/", "А\u200b", "and "])
def test_a_long_text_takes_no_long_time(part):
    began = process_time()
    mask(part * 40_000)
    assert process_time() - began < 3


@pytest.mark.parametrize(("name", "count"), [("kaptsov", 0), ("chouchkov", 0), ("balachova", 3)])
def test_the_samples_hold_as_many_as_they_do_raw_and_clean(name, count):
    raw = (SAMPLES / f"{name}.txt").read_text()
    assert len(find_identifiers(raw)) == count
    assert len(find_identifiers(normalise(raw).text)) == count


PIECES = st.sampled_from(["A", "a", "75", "123", "456", " ", "-", "\n", "#", "No.", "word", "xxx", "Axx", "é", "/"])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_masking_keeps_the_length_and_everything_outside(text):
    masked = mask(text)
    assert len(masked) == len(text)
    spans = find_identifiers(text)
    inside = {at for start, end, _ in spans for at in range(start, end)}
    assert all(masked[at] == text[at] for at in range(len(text)) if at not in inside)
    assert not any(masked[at].isalnum() for at in inside)
    assert spans == sorted(spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize("gap", ["\u2028", "\x85", "\x1c", "\N{NO-BREAK SPACE}", "-", ""])
@pytest.mark.parametrize("around", ["", "“é” § ", "三 "])
def test_a_number_is_found_with_any_white_space_in_any_text(gap: str, around: str):
    text = f"{around}A75{gap}836{gap}651 came."
    assert [text[start:end] for start, end, _ in find_identifiers(text)] == [f"A75{gap}836{gap}651"]


@given(
    st.integers(10_000_000, 999_999_999),
    st.sampled_from(["", " ", "-", "\N{EN DASH}"]),
    st.text("bcdé .,;(", max_size=9),
)
def test_no_digit_of_a_number_survives_masking(number, sign, around):
    digits = str(number)
    grouped = sign.join((digits[:-6], digits[-6:-3], digits[-3:]))
    masked = mask(f"{around} A{grouped}. {around}")
    assert not any(char.isdigit() for char in masked)
