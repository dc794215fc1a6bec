"""Citing again, where names are shortened and marks of emphasis stand in a plain text."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations import find


def test_a_case_may_be_named_shorter_again() -> None:
    text = "Adamson v. People of State of California, 332 U.S. 46. Cf. Adamson v. California, supra. Adamson v. Ohio, supra."
    assert [each.key for each in find(text)] == ["case:332:U.S.:46", "case:332:U.S.:46"]


@pytest.mark.parametrize("mark", ["_", "*"])
def test_marks_of_emphasis_hide_nothing(mark: str) -> None:
    text = "See ~Smith v. Roe~, 12 F.3d 4 (9th Cir. 1993). ~Id.~ at 6. ~Roe v. Poe~, 5 F.3d 5. ~Smith~, ~supra~, at 7."
    found = find(text.replace("~", mark))
    assert [each.key for each in found] == ["case:12:F.3d:4", "case:12:F.3d:4", "case:5:F.3d:5", "case:12:F.3d:4"]
    assert [each.pin for each in found] == [None, "6", None, "7"]
    assert [each.name for each in found[::2]] == ["Smith v. Roe", "Roe v. Poe"]
