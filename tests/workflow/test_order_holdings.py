"""Holdings change places in the form."""

import pytest

from briefs.workflow.order_holdings import moved


def form(*numbers: str) -> dict[str, list[str]]:
    sent = {"holdings-TOTAL_FORMS": [str(len(numbers))]}
    for at, number in enumerate(numbers):
        sent |= {f"holdings-{at}-number": [number], f"holdings-{at}-answer": [f"Answer {at}"]}
    return sent


@pytest.mark.parametrize(
    ("numbers", "index", "step", "now"),
    [
        (("1", "2", "3"), 1, -1, ["2", "1", "3"]),
        (("1", "2", "3"), 1, 1, ["1", "3", "2"]),
        (("1", "2", "3"), 0, -1, ["1", "2", "3"]),
        (("1", "2", "3"), 2, 1, ["1", "2", "3"]),
        (("3", "2", "1"), 0, -1, ["2", "3", "1"]),
        (("2", "5", ""), 2, -1, ["1", "3", "2"]),
    ],
)
def test_a_holding_is_moved_one_place(numbers, index, step, now):
    sent, number = moved(form(*numbers), index, step)
    assert [sent[f"holdings-{at}-number"][0] for at in range(3)] == now
    assert str(number) == now[index]


def test_what_is_not_there_is_not_moved():
    assert moved(form("1"), 7, 1) == (form("1"), 0)
