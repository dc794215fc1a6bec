"""Bringing folders in: each file alone, the refused named, the rest imported."""

import json
from pathlib import Path

import pytest
from django.test import override_settings

from briefs.models import Opinion, Source
from briefs.workflow.import_files import files_under, import_files
from tests.rows import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.TXT").write_text(TEXT + "More.\n")
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "again.txt").write_text(TEXT)
    (tmp_path / "broken.json").write_text('{"plain_text": ')
    (tmp_path / "record.json").write_text(json.dumps({"plain_text": TEXT + "From a record.\n", "case_name": "A v. B"}))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "empty.txt").write_text("")
    return tmp_path


def test_folders_are_searched_in_order_and_no_file_comes_twice(folder: Path):
    found = [str(path.relative_to(folder)) for path in files_under([folder, folder / "a.txt"])]
    assert found == ["a.txt", "again.txt", "b/two.TXT", "broken.json", "empty.txt", "record.json"]


def test_what_became_of_each_file_is_said(folder: Path, staff):
    outcomes = {one.path.name: one for one in import_files(files_under([folder, folder / "gone.txt"]), by=staff)}
    assert {name for name, one in outcomes.items() if one.is_new} == {"a.txt", "two.TXT", "record.json"}
    assert outcomes["again.txt"].opinion == outcomes["a.txt"].opinion
    assert not outcomes["again.txt"].is_new
    assert outcomes["empty.txt"].why == "The file is empty."
    assert outcomes["broken.json"].why.endswith(".")
    assert outcomes["gone.txt"].why == "The file cannot be opened: No such file or directory."
    assert Opinion.objects.count() == Source.objects.count() == 3


@override_settings(MAX_UPLOAD_BYTES=1024 * 1024)
def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, staff):
    (tmp_path / "large.txt").write_text("word " * 300_000)
    assert [one.why for one in import_files(files_under([tmp_path]), by=staff)] == ["The file is larger than 1 MB."]
    assert not Source.objects.exists()
