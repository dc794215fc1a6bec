"""The log says what went wrong, and nothing about people."""

import logging

import pytest

from clinic.log import Discreet


def line(message: str, *values: object) -> str:
    record = logging.LogRecord("briefs", logging.ERROR, __file__, 1, message, values, None)
    return Discreet("%(levelname)s %(message)s").format(record)


@pytest.mark.parametrize(
    "message",
    ['"GET /briefs/?q=asylum+gang HTTP/1.1" 200', "Bad Request: /briefs/?q=asylum", "https://x.example/a?q=asylum#b"],
)
def test_searched_words_are_not_logged(message: str):
    assert "asylum" not in line(message)
    assert "/" in line(message)


def test_an_alien_registration_number_is_masked():
    assert "075" not in line("could not import %s", "A 075 123 456")


def test_the_rest_is_said_as_it_is():
    assert line("Not Found: %s", "/briefs/none/") == "ERROR Not Found: /briefs/none/"
