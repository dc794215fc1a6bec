"""Encyclopedias, The Federalist, Blackstone, and books by author, title and page; never a case or a reporter's page."""

import pytest

from briefs.citations import find

GILL = "Gill v. INS, 420 F.3d 82 (2d Cir. 2005)."


@pytest.mark.parametrize(
    ("text", "cite", "pin"),
    [
        ("32 Am. Jur. 2d Federal Courts § 145 (2010)", "Am. Jur. 2d Federal Courts § 145", None),
        ("39 C.J.S. Habeas Corpus § 81 (2003)", "C. J. S. Habeas Corpus § 81", None),
        ("17 C.J.S., Contracts, § 328", "C. J. S. Contracts § 328", None),
        ("The Federalist No. 78, at 465 (C. Rossiter ed. 1961)", "The Federalist No. 78", "465"),
        ("THE FEDERALIST NO. 51, at 349 (James Madison)", "The Federalist No. 51", "349"),
        ("1 Blackstone, Commentaries *91", "1 Blackstone, Commentaries", "*91"),
        (
            "G. Goodwin-Gill, The Refugee in International Law 31 (1983)",
            "G. Goodwin-Gill, The Refugee in International Law",
            "31",
        ),
        (
            "W. Page Keeton et al., Prosser and Keeton on Torts 93-94 (5th ed. 1984)",
            "W. Page Keeton et al., Prosser and Keeton on Torts",
            "93-94",
        ),
        (
            "Deborah E. Anker, Law of Asylum in the United States § 4:8 (2013 ed.)",
            "Deborah E. Anker, Law of Asylum in the United States",
            "§ 4:8",
        ),
        (
            "Wayne R. LaFave, Search and Seizure § 9.2(f) (4th ed. 2004)",
            "Wayne R. LaFave, Search and Seizure",
            "§ 9.2(f)",
        ),
    ],
)
def test_a_work_is_known_by_its_name(text: str, cite: str, pin: str | None) -> None:
    (found,) = find(f"See {text}.")
    assert (found.kind, found.cite, found.pin) == ("book", cite, pin)


@pytest.mark.parametrize(
    "text",
    [
        "Smith v. Town of Jones County 31 (1983)",
        "John Smith, Director of the Office 12 (1990)",
        "On May 5, John Smith came to Boston in 1983 (a year of rain).",
    ],
)
def test_a_name_and_a_number_are_no_book(text: str) -> None:
    assert [found.kind for found in find(text) if found.kind == "book" and found.pin is None] == []
    assert not [found for found in find(text) if found.kind == "case"]


def test_an_id_after_a_book_is_not_of_the_case_before_it() -> None:
    text = f"{GILL} See G. Goodwin-Gill, The Refugee in International Law 31 (1983). Id. at 85."
    assert find(text)[-1].key != "case:420:F.3d:82"


@pytest.mark.parametrize(
    ("again", "pin"),
    [
        ("18 Wright & Miller, supra, § 4451, at 430", "§ 4451"),
        ("18 Wright & Miller, supra, 4451 at 430", "§ 4451"),  # its sign was lost
        ("18 Wright et al., supra, § 4451", "§ 4451"),
    ],
)
def test_a_treatise_in_volumes_is_named_again_by_its_authors(again: str, pin: str) -> None:
    full = "18 Charles A. Wright, Arthur R. Miller & Edward H. Cooper, Federal Practice and Procedure § 4457 (1981)"
    first, second = find(f"{full}. The limits are clear. See {again}.")
    assert (second.form, second.pin) == ("supra", pin)
    assert second.key == (first.key or "").replace(":4457", ":4451")
