"""What reporting services set around an opinion."""

import pytest

from briefs.text.normalise import normalise

WORDS = "The court looked at the whole of the record and found no error in what the agency had done."


@pytest.mark.parametrize(
    "line", ["End of Document", "© 2022 Thomson Reuters. No claim to its works.", "All Citations\n\n28 F.4th 1"]
)
def test_what_a_service_says_below_an_opinion_is_left_out(line: str):
    assert normalise(f"{WORDS}\n\n{line}\n").text == WORDS


@pytest.mark.parametrize("line", ["All citations are to the record.", "28 F.4th 1 is not to the point."])
def test_what_the_court_says_stays(line: str):
    assert normalise(f"{WORDS}\n\n{line}\n").text == f"{WORDS}\n\n{line}"


def test_the_name_after_a_label_is_the_byline():
    clean = normalise(f"DOE v. ROE\n\nNo. 20-123\n\nOPINION:  [*12]  POE, Circuit Judge:\n\n{WORDS} [*13] {WORDS}\n")
    assert [text for _, text in clean.of_kind("byline")] == ["POE, Circuit Judge:"]
    assert [mark.data["label"] for mark in clean.marks if mark.kind == "page"] == ["12", "13"]
