"""Opinions pasted as text out of services, pages, e-mails, viewers and word processors: each comes back as it was."""

from functools import cache

import pytest

from briefs.importers import Imported
from briefs.importers.txt import read
from tests.importers.check import accounted
from tests.importers.press.pasted import MANNERS, said, told
from tests.importers.test_fresh import bare

NOTED = [manner for manner in MANNERS if manner != "pleading"]
DAYS = {"argued_on": "2003-12-09", "decided_on": "2004-03-02"}
CASE = {"court": "ca9", "short_name": "Petrov v. Ashcroft", "docket_numbers": ("02-70755",)}
JUDGES = {"author": "Roe", "panel": ("Roe", "Doe", "Poe")}
LINED = {
    "court": "cand", "docket_numbers": ("02-cv-01234-ABC",), "short_name": "Petrov v. Ashcroft",
    "decided_on": "2004-03-02",
}  # fmt: skip


@cache
def pasted(manner: str) -> Imported:
    return read(MANNERS[manner]().encode())


def words(part: dict) -> str:
    return said(part, lambda _: "")


@pytest.mark.parametrize("manner", MANNERS)
def test_every_paragraph_heading_and_quotation_is_whole(manner: str):
    imported, blocks = pasted(manner), told()["blocks"]
    accounted(imported)
    wanted = ["\n".join(map(words, block["parts"])) for block in blocks if block["kind"] != "heading"]
    assert [bare(text) for _, text in imported.clean.of_kind("paragraph")] == list(map(bare, wanted))
    heads = [words(block["parts"][0]) for block in blocks if block["kind"] == "heading"]
    assert [text for _, text in imported.clean.of_kind("heading")] == heads
    quoted = [words(part) for block in blocks for part in block["parts"] if part["quoted"]]
    assert [bare(text) for _, text in imported.clean.of_kind("blockquote")] == list(map(bare, quoted))


@pytest.mark.parametrize("manner", NOTED)
def test_every_note_is_whole_and_called_where_it_was(manner: str):
    clean = pasted(manner).clean
    notes = {number: bare("".join(map(words, parts))) for number, parts in told()["notes"].items()}
    assert {str(mark.data["number"]): bare(text) for mark, text in clean.of_kind("footnote")} == notes
    before = [
        (number, bare("".join(run for sort, run in part["runs"][:place] if sort != "call"))[-12:])
        for block in told()["blocks"]
        for part in block["parts"]
        for place, (kind, number) in enumerate(part["runs"])
        if kind == "call"
    ]
    calls = [mark for mark in clean.marks if mark.kind == "call"]
    assert [(mark.data["number"], bare(clean.text[: mark.start])[-12:]) for mark in calls] == before


@pytest.mark.parametrize(
    ("manner", "field", "value"),
    [(manner, field, value) for manner in NOTED for field, value in (CASE | DAYS | JUDGES).items()]
    + [("pleading", field, value) for field, value in LINED.items()],
)
def test_the_front_is_read(manner: str, field: str, value: object):
    assert pasted(manner).detail(field).value == value


@pytest.mark.parametrize(
    ("manner", "pages"),
    [("lexis", ["1013", "1014", "1015"]), ("viewer", ["1", "2", "3", "4"]), ("pleading", ["1", "2", "3", "4", "5"])],
)
def test_pages_are_the_reporter_s_or_the_print_s(manner: str, pages: list[str]):
    assert [mark.data["label"] for mark in pasted(manner).clean.marks if mark.kind == "page"] == pages


@pytest.mark.parametrize(
    ("manner", "gone"),
    [
        ("lexis", "[**"), ("lexis", "Footnotes"), ("lexis", "OPINION:"), ("westlaw", "[FN"), ("westlaw", "Citations"),
        ("westlaw", "End of"), ("mail", ">"), ("mail", "example.org"), ("viewer", "V. ASHCROFT"), ("notebook", "[^"),
        ("pleading", "Filed"),
    ],
)  # fmt: skip
def test_what_is_none_of_its_words_is_left_out(manner: str, gone: str):
    assert gone not in pasted(manner).clean.text
    assert gone in pasted(manner).raw
