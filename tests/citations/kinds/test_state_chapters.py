"""A chapter of a state's laws that is cited whole, and one that a section follows."""

import pytest

from briefs.citations import find
from briefs.citations.keys import describe


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("M.G.L. c. 93A", ["state:Mass. Gen. Laws ch. 93A"]),
        ("G. L. c. 151B", ["state:Mass. Gen. Laws ch. 151B"]),
        ("Mass. Gen. Laws ch. 93A", ["state:Mass. Gen. Laws ch. 93A"]),
        ("chapter 677 of the New Hampshire Revised Statutes", ["state:N.H. Rev. Stat. Ann. ch. 677"]),
        ("Mass. Gen. Laws ch. 93A, § 11", ["state:Mass. Gen. Laws ch. 93A:11"]),
        ("Mass. Gen. L. ch. 106, 2-314", ["state:Mass. Gen. Laws ch. 106:2-314"]),
        ("chapter 7 of the record", []),
    ],
)
def test_a_whole_chapter_is_cited_by_itself(text: str, keys: list[str]) -> None:
    assert [found.key for found in find(f"It is so under {text}.")] == keys


def test_a_chapter_is_shown_without_the_comma_of_its_sections() -> None:
    assert describe("state:Mass. Gen. Laws ch. 93A").cite == "Mass. Gen. Laws ch. 93A"
    assert describe("state:Mass. Gen. Laws ch. 93A:11").cite == "Mass. Gen. Laws ch. 93A, § 11"
