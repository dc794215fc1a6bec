"""Several opinions in one file: each with its kind, its author, its paragraphs and its footnotes."""

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import typst

from briefs.importers import Imported, read
from briefs.importers.writings import author_of, kind_of
from tests.importers.check import accounted

PRESS = Path(__file__).parent / "press"
FILL = (
    "The record shows that the petitioner was questioned on several occasions, that nobody was charged, and that the"
    " agency gave no reason for what it concluded about the whole of the evidence before it. "
)


def fill(seed: str, times: int = 1) -> str:
    """Some prose, no two lines of it alike."""
    words = FILL.lower().replace(".", "").replace(",", "").split() * times
    Random(seed).shuffle(words)
    return " ".join(words) + ". "


def writing(byline: str, head: str, name: str, count: int) -> dict[str, Any]:
    paragraphs = [f"{name} paragraph {number} begins. {fill(f'{name} {number}', 4)}" for number in range(1, count + 1)]
    notes = [
        f"{name} note {number} says so, {fill(name + str(number))}" if number in (1, 3) else ""
        for number in range(1, count + 1)
    ]
    return {"byline": byline, "head": head, "paragraphs": paragraphs, "notes": notes}


BYLINES = {
    "supreme": (
        "JUSTICE POOLER delivered the opinion of the Court.",
        "JUSTICE SHADUR, with whom JUSTICE COTE joins, concurring in part and concurring in the judgment.",
        "CHIEF JUSTICE PAEZ, dissenting.",
    ),
    "circuit": (
        "POOLER, Circuit Judge:",
        "SHADUR, District Judge, with whom COTE, District Judge, joins, concurring in part and concurring in the"
        " judgment because the record compels it:",
        "PAEZ, Circuit Judge, dissenting:",
    ),
}
HEADS = ("Opinion of the Court", "Opinion of SHADUR, J.", "PAEZ, C. J., dissenting")
NAMES = ("Lead", "Other", "Third")


@cache
def several(manner: str) -> Imported:
    writings = [
        writing(byline, head, name, 6) for byline, head, name in zip(BYLINES[manner], HEADS, NAMES, strict=True)
    ]
    data = {"manner": manner, "writings": writings}
    return read("slip.pdf", typst.compile((PRESS / "separate.typ").read_bytes(), sys_inputs={"data": json.dumps(data)}))


@pytest.mark.parametrize("manner", BYLINES)
def test_a_pdf_of_three_opinions_gives_three_writings(manner: str):
    imported = several(manner)
    accounted(imported)
    assert [(one.kind, one.author) for one in imported.writings] == [
        ("lead", "Pooler"),
        ("concurrence_in_part", "Shadur"),
        ("dissent", "Paez"),
    ]
    assert imported.writings[0].start == 0
    assert imported.writings[-1].end == len(imported.clean.text)


@pytest.mark.parametrize("manner", BYLINES)
def test_each_writing_keeps_its_own_paragraphs_and_footnotes(manner: str):
    parts = several(manner).apart()
    for part, name in zip(parts, NAMES, strict=True):
        accounted(part)
        paragraphs = list(part.clean.of_kind("paragraph"))
        assert [words.split(" begins", 1)[0] for _, words in paragraphs] == [
            f"{name} paragraph {n}" for n in range(1, 7)
        ]
        assert [mark.data["number"] for mark, _ in paragraphs] == [1, 2, 3, 4, 5, 6]
        assert [words.split(" says", 1)[0] for _, words in part.clean.of_kind("footnote")] == [
            f"{name} note 1",
            f"{name} note 3",
        ]
        assert [mark.data["number"] for mark in part.clean.marks if mark.kind == "call"] == ["1", "2"]
        assert part.raw == several(manner).raw


def test_each_writing_has_its_own_kind_and_author_and_only_the_court_disposes():
    lead, other, third = several("circuit").apart()
    assert [part.detail("author").value for part in (lead, other, third)] == ["Pooler", "Shadur", "Paez"]
    assert third.detail("opinion_kind").value == "dissent"
    assert third.detail("disposition").value is None
    assert third.detail("docket_numbers") == lead.detail("docket_numbers")


def test_a_single_opinion_is_one_writing_that_covers_all():
    imported = read("a.txt", b"SMITH, Circuit Judge:\n\nThe petition is denied.\n")
    assert [(one.kind, one.start, one.end) for one in imported.writings] == [("lead", 0, len(imported.clean.text))]
    assert imported.apart() == (imported,)


TWO = """PAEZ, Circuit Judge:

The petition is denied because the record does not compel another result.1

1 The lead's note.

SHADUR, District Judge, dissenting:

I would grant the petition because the record compels it.1

1 The dissent's note.
"""


def test_footnotes_that_begin_again_are_of_the_later_writing():
    lead, dissent = read("a.txt", TWO.replace("1 The", "____\n1 The").encode()).apart()
    assert [words for _, words in lead.clean.of_kind("footnote")] == ["The lead's note."]
    assert [words for _, words in dissent.clean.of_kind("footnote")] == ["The dissent's note."]
    for part in (lead, dissent):
        assert [mark.data["number"] for mark in part.clean.marks if mark.kind == "call"] == ["1"]


@pytest.mark.parametrize(
    ("byline", "kind", "author"),
    [
        ("PAEZ, Circuit Judge, dissenting:", "dissent", "Paez"),
        ("SHADUR, Senior District Judge, concurring:", "concurrence", "Shadur"),
        ("COTE, District Judge, concurring in part and dissenting in part:", "concurrence_in_part", "Cote"),
        ("COTE, District Judge, concurring and dissenting:", "concurrence_in_part", "Cote"),
        ("PER CURIAM.", "per_curiam", None),
        ("JUSTICE POOLER delivered the opinion of the Court.", "lead", "Pooler"),
        ("CHIEF JUSTICE POOLER, dissenting.", "dissent", "Pooler"),
        ("Mr. Justice POOLER, after stating the facts, delivered the opinion of the court.", "lead", "Pooler"),
        (
            "JUSTICE POOLER announced the judgment of the Court and delivered an opinion, in which JUSTICE COTE joins.",
            "plurality",
            "Pooler",
        ),
        ("McLAUGHLIN, Circuit Judge:", "lead", "McLaughlin"),
    ],
)
def test_a_byline_says_what_a_writing_is_and_whose(byline: str, kind: str, author: str | None):
    assert (kind_of(byline), author_of(byline)) == (kind, author)


def test_what_a_justice_says_of_a_petition_denied_is_not_the_court_s():
    front = "SUPREME COURT OF THE UNITED STATES\n\nPETROV v. GARLAND\n\nNo. 20-1234. Decided March 21, 2022\n\n"
    text = f"{front}The petition for a writ of certiorari is denied.\n\n"
    text += f"Statement of JUSTICE ROE respecting the denial of certiorari.\n\n{fill('roe', 3)}\n\n"
    text += f"JUSTICE DOE, dissenting from the denial of certiorari.\n\n{fill('doe', 3)}\n"
    imported = read("a.txt", text.encode())
    assert [(one.kind, one.author) for one in imported.writings] == [
        ("lead", None),
        ("concurrence", "Roe"),
        ("dissent", "Doe"),
    ]
    order = next(text for _, text in imported.apart()[0].clean.of_kind("paragraph"))
    assert order == "The petition for a writ of certiorari is denied."
