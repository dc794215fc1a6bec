"""No text is taken for HTML, and no page carries a script or a style inside it."""

import re
from pathlib import Path

import pytest

from tests.house.tree import files, read

MARKUP = [path for path in files(".html", ".svg", ".xml") if path.parts[0] in ("templates", "briefs", "static")]
PYTHON = [path for path in files(".py") if path.parts[0] in ("briefs", "clinic")]

UNESCAPED_MARKUP = re.compile(r"\|\s*safe(?:seq)?\b|autoescape\s+off")
UNESCAPED_CODE = re.compile(r"mark_safe|SafeString|SafeText|autoescape\s*=\s*False|allow_tags|html_safe")
INLINE = re.compile(
    r"""<script(?![^>]*\ssrc\s*=)|<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*["'{]|javascript:""", re.IGNORECASE
)


def having(pattern: re.Pattern[str], paths: list[Path]) -> dict[str, str]:
    """The files that hold what is not allowed, each with the first of it."""
    found = {str(path): pattern.search(read(path)) for path in paths}
    return {path: match.group() for path, match in found.items() if match}


def test_templates_escape_everything():
    assert having(UNESCAPED_MARKUP, MARKUP) == {}


def test_code_calls_no_text_safe():
    assert having(UNESCAPED_CODE, PYTHON) == {}


def test_templates_have_no_script_or_style_inside():
    assert having(INLINE, MARKUP) == {}


@pytest.mark.parametrize(
    ("markup", "inside"),
    [
        ("<script>go()</script>", True),
        ('<script src="{% static \'js/x.js\' %}" type="module"></script>', False),
        ("<script\n  defer src='x.js'></script>", False),
        ('<p style="color:red">', True),
        ('<a onclick="go()">', True),
        ('<a href="javascript:go()">', True),
        ('<p class="style">on = "off"</p>', False),
        ('<link rel="stylesheet" href="x.css">', False),
    ],
)
def test_what_is_inside_a_page_is_seen(markup: str, inside: bool):
    assert bool(INLINE.search(markup)) is inside
