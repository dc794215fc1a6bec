"""Every record of the corpus: its texts beside each other, and the details beside what the record's address tells."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.distance import LCSseq

from briefs.importers import courtlistener
from briefs.importers.clusters import opinion_details
from briefs.importers.imported import Imported
from tests.importers.check import accounted

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = [
    pytest.mark.skipif(not CORPUS.is_dir(), reason="The corpus of real opinions is not on this machine."),
]
RECORDS = sorted(path.stem for path in CORPUS.glob("*.json"))
# Records one of whose texts is not the opinion, or not all of it, with what it is.
OTHERWISE = {
    "194709": "the plain text only says that the opinion is not available",
    "194742": "the plain text only says that the opinion is not available",
    "195191": "the plain text leaves out an appendix: it refers to the slip opinion",
}


@cache
def record(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CORPUS / f"{name}.json").read_text())
    return found


@cache
def imported(name: str, field: str) -> Imported:
    return courtlistener.from_field(record(name), field)


def letters(given: Imported) -> list[str]:
    """The words of the opinion itself, without its caption: editions differ in that."""
    kinds = ("byline", "heading", "paragraph", "footnote")
    text = " ".join(given.clean.text[mark.start : mark.end] for mark in given.clean.marks if mark.kind in kinds)
    return re.findall(r"[^\W_]+", text.casefold().replace("’", "").replace("'", ""))


def agree(there: list[str], here: list[str]) -> float:
    return LCSseq.similarity(there, here) / max(1, len(there), len(here))


def markup() -> list[tuple[str, str]]:
    return [
        (name, field) for name in RECORDS for field in courtlistener.MARKUP if (record(name).get(field) or "").strip()
    ]


@pytest.mark.parametrize("name", [name for name, field in markup() if field == "html_with_citations"])
def test_the_texts_of_a_record_agree(name: str):
    """The same edition in 98 words of 100; the reporter's, with its parallel citations and other caption, in 91."""
    given = record(name)
    if not given["plain_text"].strip() or name in OTHERWISE:
        return
    same = given["html_with_citations"].lstrip().startswith("<pre")
    plain, marked = imported(name, "plain_text"), imported(name, "html_with_citations")
    accounted(marked)
    if same:
        assert agree(plain.clean.text.split(), marked.clean.text.split()) >= 0.98
    else:
        assert agree(letters(plain), letters(marked)) >= 0.91
    assert abs(notes(plain) - notes(marked)) <= (0 if same else 1)


def notes(given: Imported) -> int:
    return sum(str(mark.data["number"]).isdigit() for mark, _ in given.clean.of_kind("footnote"))


def sides(text: str) -> list[set[str]]:
    small = set("v in re of the and inc co corp company et al us united states".split())
    return [set(re.findall(r"[a-z]+", side.casefold())) - small for side in re.split(r"\bv\.? |-v-", text)]


def told(name: str) -> dict[str, tuple[str, Any, Any]]:
    """What was read off a record's text beside what its addresses say: right, wrong or not given."""
    given = record(name)
    found = {one.field: one.value for one in imported(name, courtlistener._chosen(given)).details}
    said = {one.field: one.value for one in opinion_details(given)}
    slug = re.search(r"/opinion/\d+/([a-z0-9-]+)/", given["absolute_url"])
    number = re.search(r"(?<!\d)(\d\d)-(\d{4})(?!\d)", given["download_url"] or "")
    beside = {
        "short_name": (found["short_name"], slug and slug.group(1), _same_name),
        "court": (found["court"], said.get("court"), str.__eq__),
        "docket_numbers": (found["docket_numbers"], number and "-".join(number.groups()), _has_number),
    }
    return {
        field: ("not given" if not here else "right" if same(here, there) else "wrong", here, there)
        for field, (here, there, same) in beside.items()
        if there
    }


def _same_name(here: str, there: str) -> bool:
    """Tell whether each side of a short name shares a word with that side of the address, as far as it names one."""
    address = sides(there)
    return len(address) == 2 and any(one & two for one, two in zip(sides(here), address, strict=False))


def _has_number(here: tuple[str, ...], there: str) -> bool:
    return any(there in one.replace("–", "-") for one in here)


def test_the_details_read_off_the_texts_are_those_of_the_records():
    counts = Counter((field, result) for name in RECORDS for field, (result, _, _) in told(name).items())
    table = {
        field: {result: counts[field, result] for result in ("right", "wrong", "not given")} for field, _ in counts
    }
    assert table["court"]["right"] >= 138, table
    assert not table["court"]["wrong"], table
    assert table["docket_numbers"]["right"] >= 100, table
    assert table["docket_numbers"]["wrong"] <= 1, table  # one file's number is misprinted in its text
    assert table["short_name"]["right"] >= 130, table
    assert table["short_name"]["wrong"] <= 10, table


@pytest.mark.parametrize(
    ("field", "least"),
    [
        ("caption", 140), ("docket_numbers", 142), ("decided_on", 131), ("panel", 131), ("counsel", 132),
        ("opinion_kind", 132), ("below_tribunal", 100), ("author", 89), ("disposition", 64), ("publication_status", 49),
    ],
)  # fmt: skip
def test_most_texts_give_a_detail(field: str, least: int):
    """Eight records are sheets of errata, which name no judges; a third of the opinions are per curiam."""
    given = 0
    for name in RECORDS:
        value = next(
            one.value for one in imported(name, courtlistener._chosen(record(name))).details if one.field == field
        )
        given += bool(value) and value != "unknown"
    assert given >= least
