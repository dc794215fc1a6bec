"""`manage.py cite`: what is printed stands in the raw file where it says."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.rows import TEXT


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("cite", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def opinion(tmp_path: Path) -> Path:
    path = tmp_path / "opinion.txt"
    path.write_text(TEXT)
    return path


def test_json_gives_places_in_the_raw_file(opinion: Path):
    rows = {row["cite"]: row for row in json.loads(run(opinion, "--json"))}
    case = rows["883 F.2d 788"]
    assert "883 F.2d 788, 791" in TEXT[case["start"] : case["end"]].replace("\n", " ")
    assert (case["form"], case["pin"]) == ("full", "791")
    assert "8 U.S.C. § 1158(b)(1)" in rows


def test_lines_are_for_reading(opinion: Path):
    assert "883 F.2d 788, at 791" in run(opinion)


def test_a_file_that_cannot_be_read_ends_with_a_sentence(tmp_path: Path):
    (tmp_path / "bad.txt").write_bytes(b"%PDF-1.4")
    with pytest.raises(CommandError, match="PDF is damaged"):
        run(tmp_path / "bad.txt")
    with pytest.raises(CommandError, match="cannot be opened"):
        run(tmp_path / "gone.txt")
