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


@pytest.mark.parametrize(
    "path",
    [
        "/admin/A75836651/",
        "/srv/opinions/A75-836-651_decision.txt",
        "/srv/_A75836651.json",
        "/files/A75%20836%20651/",
        "/files/a75%2d836%2D651.txt",
        "/files/%D0%9075%C2%A0836%E2%80%8B651/",
    ],
)
def test_an_alien_registration_number_in_a_path_is_masked(path: str):
    said = line("Not Found: %s", path)
    assert "836" not in said
    assert "651" not in said
    assert said.startswith("ERROR Not Found: /")


def test_escapes_without_a_number_stay_and_none_breaks_the_line():
    assert line("Not Found: %s", "/a%20b%0Ac/") == "ERROR Not Found: /a%20b%0Ac/"
    assert "\n" not in line("Not Found: %s", "/A75%20836%20651%0AERROR/")
