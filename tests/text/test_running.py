"""Running heads that print the number of their page, in texts without page breaks."""

from collections.abc import Callable

import pytest

from briefs.text.normalise import normalise

WORDS = (
    "apple bread cedar dough earth frost grain honey ivory jewel kite lemon maple night olive pearl quill river".split()
)


def page(number: int) -> str:
    """Lines that no other page has."""
    words = WORDS[number:] + WORDS[:number]
    return "\n".join(
        f"the {word} of the {words[-place]} runs on to the {words[place // 2]} that stands under it, as it did before"
        for place, word in enumerate(words)
    )


def sheets(head: Callable[[int], str], count: int = 5) -> str:
    return "\n".join(
        f"{head(number)}\n{page(number)}" if number > 1 else page(number) for number in range(1, count + 1)
    )


@pytest.mark.parametrize(
    "head",
    [
        lambda number: f"{number} DOE V. ROE" if number % 2 else f"DOE V. ROE {number}",
        lambda number: f"No. 12-345   {number}",
        lambda number: f"Case 2:20-cv-01234 Document 4 Filed 03/02/22 Page {number} of 14 Page ID #:512",
    ],
)
def test_a_head_tells_its_page_and_is_no_line_of_it(head: Callable[[int], str]):
    clean = normalise(sheets(head))
    assert [mark.data["label"] for mark in clean.marks if mark.kind == "page"] == ["1", "2", "3", "4", "5"]
    assert clean.text.count("the apple of the") == 5
    assert "DOE" not in clean.text
    assert "No. 12" not in clean.text
    assert "Filed" not in clean.text
    assert "as it did before the cedar of the cedar" in clean.text


@pytest.mark.parametrize(
    "line",
    [
        lambda number: f"Count {number}",
        lambda number: f"Ground for relief {7 - number}",
        lambda number: f"See the record at {number * 7}",
    ],
)
def test_lines_whose_numbers_count_no_pages_are_words(line: Callable[[int], str]):
    raw = "\n".join(f"{line(number)}\n{page(number)}" + f"\n{page(9)}" * (number % 2 * 3) for number in range(1, 6))
    assert line(3) in normalise(raw).text
