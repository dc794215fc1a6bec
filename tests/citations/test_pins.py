"""Pins as courts print them."""

import pytest

from briefs.citations.pins import after_full, after_id, first_page, tidy


@pytest.mark.parametrize(
    ("words", "pin"),
    [
        (", 791 (9th Cir. 1989)", "791"),
        (", 1451-52 (9th Cir. 1990)", "1451-52"),
        (", 514 n.3 (9th Cir. 1985)", "514 n.3"),
        (", 789, 791 (9th Cir. 1989)", "789, 791"),
        (", *506 (BIA 1987)", "*506"),
        (", 414, note 2, 69 S. Ct. 170", "414, note 2"),
        (", at *3", "*3"),
        (", 23 & nn.4-5 (1990)", "23 & nn.4-5"),
        (", 112 S. Ct. 2130", None),  # the volume of the next citation
        (" (1990)", None),
        (". 12 men were there", None),
    ],
)
def test_the_pin_after_a_full_citation(words: str, pin: str | None) -> None:
    read = after_full(words, 0, len(words))
    assert (read[0] if read else None) == pin


@pytest.mark.parametrize(
    ("words", "pin"),
    [
        (" at 512 n.34 (citation omitted)", "512 n.34"),
        (" at 450-51 & n.1.", "450-51 & n.1"),
        (", at 7", "7"),
        (" ¶ 5", "¶ 5"),
        (" ¶¶ 170-71", "¶¶ 170-71"),
        (" at *10", "*10"),
        (" (citing another)", None),
    ],
)
def test_the_pin_after_id(words: str, pin: str | None) -> None:
    read = after_id(words, 0, len(words))
    assert (read[0] if read else None) == pin


def test_a_pin_is_shown_without_stray_spaces() -> None:
    assert tidy("1451 - 52,  n. 3") == "1451-52, n. 3"


@pytest.mark.parametrize(
    ("pin", "page"), [("512 n.34", 512), ("pp. 4-5", 4), ("*10", None), ("¶ 5", None), (None, None)]
)
def test_the_page_of_a_pin(pin: str | None, page: int | None) -> None:
    assert first_page(pin) == page
