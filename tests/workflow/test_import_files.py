"""Bringing folders in: each file alone, the refused named, the rest imported."""

import json
import os
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
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


def test_a_file_that_fails_in_any_way_does_not_stop_the_rest(tmp_path: Path, staff):
    silent = "The petition for review is denied because the record does not compel another result.\n"
    (tmp_path / "a.json").write_text(json.dumps({"plain_text": silent, "author_str": "Doe\ud800"}))
    (tmp_path / "b.json").write_text(json.dumps({"plain_text": silent, "download_url": "https://x.example/" + "y" * 9}))
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "d.txt").symlink_to(tmp_path / "d.txt")
    (tmp_path / "z.txt").write_text(TEXT)
    outcomes = {one.path.name: one for one in import_files(files_under([tmp_path, Path("n" * 5000)]), by=staff)}
    assert len(outcomes) == 6
    assert outcomes.pop("z.txt").is_new
    assert outcomes.pop("b.json").is_new
    assert all(one.opinion is None and one.why.endswith(".") for one in outcomes.values())


@pytest.mark.parametrize("error", [MemoryError(), UnicodeEncodeError("utf-8", "\ud800", 0, 1, "no"), KeyError("x")])
def test_an_error_nobody_foresaw_gets_a_sentence(tmp_path: Path, staff, error: Exception):
    class Failing(type(tmp_path)):
        def read_bytes(self) -> bytes:
            raise error

    (tmp_path / "a.txt").write_text(TEXT)
    first, second = import_files([Failing(tmp_path / "a.txt"), tmp_path / "a.txt"], by=staff)
    assert first.opinion is None
    assert first.why.endswith(".")
    assert second.is_new


def test_who_may_not_import_is_told_so(tmp_path: Path, django_user_model):
    (tmp_path / "a.txt").write_text(TEXT)
    stranger = django_user_model.objects.create_user("stranger")
    with pytest.raises(PermissionDenied):
        list(import_files([tmp_path / "a.txt"], by=stranger))


def test_what_is_no_regular_file_is_refused_unopened(tmp_path: Path, staff):
    os.mkfifo(tmp_path / "pipe.txt")  # opening it would wait for ever
    paths = [*files_under([tmp_path]), Path("/dev/zero")]
    assert [one.why for one in import_files(paths, by=staff)] == ["This is a folder or a device, not a file."] * 2


def test_a_name_that_is_not_utf8_is_kept_with_replacement_characters(tmp_path: Path, staff):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(TEXT)
    assert [one.is_new for one in import_files(files_under([tmp_path]), by=staff)] == [True]
    assert Source.objects.get().name == "caf\N{REPLACEMENT CHARACTER}.txt"
