"""Constitutions as the states' own courts cite them, before and behind their article."""

import pytest

from briefs.citations import find


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("Ill. Const. 1970, art. VI, § 6", ["Ill. Const. art. VI, § 6"]),
        ("art. V, § 3(b)(3), Fla. Const.", ["Fla. Const. art. V, § 3"]),
        ("Article I, section 16 of the Texas Constitution", ["Tex. Const. art. I, § 16"]),
        ("Section 3(B)(1), Article IV, Ohio Constitution", ["Ohio Const. art. IV, § 3"]),
        ("Article I, section 9, of the Oregon Constitution", ["Or. Const. art. I, § 9"]),
        ("Utah Const. art. I, § 1", ["Utah Const. art. I, § 1"]),
        (
            "In Michigan, US Const, Am VI; Const 1963, art 1, § 17",
            ["U.S. Const. amend. VI", "Mich. Const. art. I, § 17"],
        ),
        ("The State of Washington appeals (Const. art. I, § 7).", ["Wash. Const. art. I, § 7"]),
        ("It stands in Const. art. I, § 7.", []),
        ("Article III of the Constitution", []),
    ],
)
def test_an_article_is_of_the_constitution_that_is_named(text: str, cites: list[str]) -> None:
    assert [found.cite for found in find(text)] == cites
