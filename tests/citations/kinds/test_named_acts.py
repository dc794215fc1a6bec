"""Sections of Acts that are cited by the Act's own numbers are sections of the Code."""

import pytest

from briefs.citations import find

LABOR = 'The National Labor Relations Act ("the Act") governs. '


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Section 8(a)(1) of the National Labor Relations Act", ["usc:29:158:a.1"]),
        ("sections 8(a)(1) and (5) of the NLRA", ["usc:29:158:a.1", "usc:29:158:a.5"]),
        ("in violation of 8(a)(1) of the National Labor Relations Act", ["usc:29:158:a.1"]),  # its sign was lost
        ("Section 4 of the Clayton Act", ["usc:15:15"]),
        ("section 10(b) of the Securities Exchange Act of 1934", ["usc:15:78j:b"]),
        ("section 5(a) of the Securities Act of 1933", ["usc:15:77e:a"]),
        ("§ 502(a)(1)(B) of ERISA", ["usc:29:1132:a.1.B"]),
        ("section 505 of the Federal Food, Drug, and Cosmetic Act", ["usc:21:355"]),
        ("§§ 703(a) and 704(a) of Title VII", ["usc:42:2000e-2:a", "usc:42:2000e-3:a"]),
        (LABOR + "He relies on section 8(b)(4) of the Act", ["usc:29:158:b.4"]),
        ("section 900 of the Clayton Act", []),  # it has no such section
        ("section 101 of the Clean Air Act Amendments", []),  # another Act
        ("The Sherman Act is old. Section 2 of the Act", []),  # which Act is not said
    ],
)
def test_a_section_of_a_known_act_is_its_section_of_the_code(text: str, keys: list[str]) -> None:
    assert [found.key for found in find(f"See {text}.")] == keys


def test_the_number_goes_on_for_the_act_once_it_was_given() -> None:
    text = "Under Section 4 of the Clayton Act, he has standing. The courts ask what Section 4 requires."
    assert [(found.form, found.key) for found in find(text)] == [("full", "usc:15:15"), ("section", "usc:15:15")]


def test_a_number_of_two_acts_is_left_open() -> None:
    text = "Section 4 of the Clayton Act and section 4 of the Wharves Act differ. Section 4 is broad."
    assert [found.key for found in find(text)] == ["usc:15:15"]


def test_a_section_of_a_paper_is_not_the_acts() -> None:
    text = "Under Section 4 of the Clayton Act, he has standing. Section 4 of the lease gives him none."
    assert [found.form for found in find(text)] == ["full"]


def test_an_act_of_two_defined_as_the_act_is_not_guessed() -> None:
    text = 'The Sherman Act ("the Act") and the Clayton Act ("the Act") differ. Section 2 of the Act is broad.'
    assert find(text) == []
