"""A lone surname stands for a case where the text shows once that it does, and never for a person."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations import find
from briefs.text.marks import Mark

TERRY = "Terry v. Ohio, 392 U.S. 1 (1968)."


def references(text: str) -> list[str | None]:
    return [found.key for found in find(text) if found.form == "reference"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TERRY} See Terry, 392 U.S. at 20. The search went beyond Terry.", ["case:392:U.S.:1"]),  # a short form shows it
        (f"{TERRY} The Terry court said so. The search went beyond Terry.", ["case:392:U.S.:1", "case:392:U.S.:1"]),
        (f"{TERRY} The search went beyond Terry.", []),  # nothing shows it
        (f"{TERRY} See Terry at 25. It ends there.", ["case:392:U.S.:1"]),  # a page that it can have
        (f"{TERRY} Terry, at p. 25.", ["case:392:U.S.:1"]),
        (f"{TERRY} See Terry at 900. It ends there.", []),
        (f"{TERRY} As we said in _Terry_, it was.", ["case:392:U.S.:1"]),
        (f"{TERRY} Terry does not apply. Terry did not overrule it.", ["case:392:U.S.:1"] * 2),
        (f"{TERRY} As Terry put it, that is so. Terry is no longer cited.", ["case:392:U.S.:1"] * 2),
        (f"{TERRY} Terry did not appear.", []),
        (f"{TERRY} This misreads Terry.", ["case:392:U.S.:1"]),
        (f"{TERRY} In Terry Justice Harlan said so.", ["case:392:U.S.:1"]),
        ('Terry v. Ohio, 392 U.S. 1 (1968) ("Terry").', []),  # it says how it is called, and cites nothing
        (f"{TERRY} See Terry, 392 U.S. at 20. Officer Terry searched him. It went beyond Terry.", []),  # a person
        (f"{TERRY} See Terry, 392 U.S. at 20. Terry testified. It went beyond Terry.", []),
        (f"{TERRY} See Terry, 392 U.S. at 20 (Terry, J., dissenting). It went beyond Terry.", []),
        (f"{TERRY} See Terry, 392 U.S. at 20. They saw Terry's car.", []),
        (f"{TERRY} See Terry, 392 U.S. at 20. It asks Terry's second inquiry.", ["case:392:U.S.:1"]),
        ("Terry v. Ohio (1968) 392 U.S. 1 (Terry ). They went beyond Terry.", ["case:392:U.S.:1"]),  # it says how it is called
        ("CHI v. Blum, 1 F.3d 2 (1st Cir. 1993). See CHI, 1 F.3d at 3. They sued CHI.", []),  # initials are a party's
        ("Oklahoma v. Texas, 258 U.S. 574 (1922). The river leaves Oklahoma.", []),  # a state is no short name
        ("Resolution Trust Corp. v. Diaz, 3 F.3d 62 (3d Cir. 1993). Resolution Trust and others sued.", []),
        ("The Fair Harbors Act of 1988, Pub. L. No. 100-999, is new. The Fair Harbors Act applies.", ["publ:100:999"]),
    ],
)  # fmt: skip
def test_a_surname_is_the_case_where_the_text_shows_it(text: str, expected: list[str]) -> None:
    assert references(text) == expected


def test_a_name_that_no_word_shows_to_be_a_case_is_not_what_id_means() -> None:
    text = f"{TERRY} See Terry, 392 U.S. at 20. Doe v. Roe, 5 F.3d 6 (1st Cir. 1993). It read past Terry. Id. at 9."
    assert find(text)[-1].key == "case:5:F.3d:6"


def test_a_party_of_this_case_in_capitals_is_no_citation_of_its_other_case() -> None:
    caption = "DOE\nv.\nHARBOR ISLAND TRIBE,"
    text = f"{caption}\n\nHarbor Island Tribe v. Roe, 5 F.3d 6 (1st Cir. 1993). The Harbor Island Tribe appeals."
    marks = [Mark(7, len(caption), "caption", {"part": "parties"})]
    assert [found.key for found in find(text, marks)] == ["case:5:F.3d:6"]


def test_a_name_with_a_paragraph_is_a_citation_of_that_paragraph():
    text = "State v. Veney, 120 Ohio St.3d 176, 2008-Ohio-5200, ¶ 8. It goes on. Veney at ¶ 15 and Veney, ¶¶ 16-18."
    _, *again = find(text)
    assert [(each.key, each.pin) for each in again] == [
        ("case:120:Ohio St. 3d:176", "¶ 15"),
        ("case:120:Ohio St. 3d:176", "¶¶ 16-18"),
    ]
