"""Courts that number their paragraphs, lines and pages in their own ways: the opinion comes back as it was given."""

from functools import cache

import pytest

from briefs.importers import Imported, read
from tests.importers.check import accounted
from tests.importers.press.fresh import FRESH, fresh, given


@cache
def printed(manner: str) -> Imported:
    return read("slip.pdf", fresh(manner))


def words(part: dict) -> str:
    return "".join(text for kind, text in part["runs"] if kind not in ("call", "star"))


def bare(text: str) -> str:
    """Letters and signs alone: where a line of the sample lacks a space, a line's end gives one."""
    return "".join(text.split())


def expected(manner: str) -> list[str]:
    """The paragraphs as the court sets them, each with the number it gives it."""
    count, found = FRESH[manner]["style"].get("count", ""), []
    for block in given(manner)["blocks"]:
        if block["kind"] != "heading":
            sign = count.replace("{}", str(len(found) + 1)) + " " if count else ""
            found.append(sign + "\n".join(words(part) for part in block["parts"]))
    return found


@pytest.mark.parametrize("manner", FRESH)
def test_every_paragraph_is_whole_and_none_is_added_before_the_end(manner: str):
    imported = printed(manner)
    accounted(imported)
    texts = [bare(text) for text in expected(manner)]
    assert [bare(text) for _, text in imported.clean.of_kind("paragraph")][: len(texts)] == texts


@pytest.mark.parametrize("manner", FRESH)
def test_headings_and_quotations_are_told(manner: str):
    blocks, clean = given(manner)["blocks"], printed(manner).clean
    heads = [words(block["parts"][0]) for block in blocks if block["kind"] == "heading"]
    assert [text for _, text in clean.of_kind("heading")] == heads
    quoted = [words(part) for block in blocks for part in block["parts"] if part["quoted"]]
    assert [bare(text) for _, text in clean.of_kind("blockquote")] == list(map(bare, quoted))


@pytest.mark.parametrize("manner", FRESH)
def test_every_note_stands_apart_and_is_called_where_it_was(manner: str):
    notes, clean = given(manner)["notes"], printed(manner).clean
    assert [(mark.data["number"], bare(text)) for mark, text in clean.of_kind("footnote")] == [
        (number, bare("".join(map(words, parts)))) for number, parts in notes.items()
    ]
    calls = [mark for mark in clean.marks if mark.kind == "call"]
    called = [(mark.data["number"], clean.text[mark.start - 8 : mark.start]) for mark in calls]
    before: list[tuple[str, str]] = []
    for block in given(manner)["blocks"]:
        for part in block["parts"]:
            text = ""
            for kind, run in part["runs"]:
                if kind == "call":
                    before.append((run, text[-8:]))
                text += run if kind not in ("call", "star") else ""
    assert called == before


@pytest.mark.parametrize(
    ("manner", "field", "value"),
    [(manner, field, value) for manner, own in FRESH.items() for field, value in own["details"].items()],
)
def test_the_front_and_the_end_of_it_are_read(manner: str, field: str, value: object):
    assert printed(manner).detail(field).value == (tuple(value) if isinstance(value, list) else value)


def test_pages_set_in_brackets_are_the_reporters():
    starred = [text for block in given("slip")["blocks"] for kind, text in block["parts"][0]["runs"] if kind == "star"]
    labels = [mark.data["label"] for mark in printed("slip").clean.marks if mark.kind == "page"]
    assert [f"[*{label}]" for label in labels] == starred
    labels = [mark.data["label"] for mark in printed("tax").clean.marks if mark.kind == "page"]
    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    assert "[*" not in printed("tax").clean.text
