"""Bringing folders in: each file alone, the refused named, the rest imported."""

import gc
import io
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.test import override_settings

from briefs.models import Authority, Case, Citation, Opinion, Passage, Source
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


def test_files_are_kept_many_at_a_time_and_the_last_ones_few(tmp_path: Path, staff):
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(f"{TEXT}Number {number}.\n")
    together: list[int] = []

    def numbered(execute: Callable[..., Any], statement: str, params: Any, many: bool, context: Any) -> Any:
        if "nextval" in statement and Opinion._meta.db_table in params[0]:
            together.append(params[1])
        return execute(statement, params, many, context)

    with connection.execute_wrapper(numbered):
        assert sum(one.is_new for one in import_files(files_under([tmp_path]), by=staff)) == 20
    assert together == [10, 5, 2, 2, 1]


def test_garbage_is_not_looked_for_while_a_batch_is_read_and_is_afterwards(folder: Path, staff):
    seen = []

    def looked(execute: Callable[..., Any], statement: str, params: Any, many: bool, context: Any) -> Any:
        if "nextval" in statement:
            seen.append(gc.isenabled())
        return execute(statement, params, many, context)

    with connection.execute_wrapper(looked):
        assert sum(one.is_new for one in import_files(files_under([folder]), by=staff)) == 3
    assert set(seen) == {False}
    assert gc.isenabled()


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


def opinion(number: int) -> str:
    return TEXT.replace("01-12345", f"02-{10000 + number}").replace("883 F.2d 788", f"{700 + number} F.2d 788")


@contextmanager
def asked() -> Iterator[list[str]]:
    """The statements sent to the database."""
    said: list[str] = []

    def note(execute, sql, params, many, context):
        said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield said


def test_more_files_cost_hardly_more_queries(tmp_path: Path, staff):
    (tmp_path / "a.txt").write_text(opinion(0))
    many = zipped(tmp_path / "many.zip", {f"{number}.txt": opinion(number).encode() for number in range(1, 17)})
    with asked() as one:
        assert [row.is_new for row in import_files([tmp_path / "a.txt"], by=staff)] == [True]
    with asked() as sixteen:
        assert [row.is_new for row in import_files([many], by=staff)] == [True] * 16
    assert len(sixteen) < 1.5 * len(one), f"{len(one)} queries for one file, {len(sixteen)} for sixteen"


def test_an_address_is_held_until_it_is_kept(tmp_path: Path, staff):
    # So two processes that bring cases of one name give them two addresses, one after the other.
    (tmp_path / "a.txt").write_text(opinion(1))
    assert [one.is_new for one in import_files([tmp_path / "a.txt"], by=staff)] == [True]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        assert cursor.fetchone() == (1,)


def archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    path.write_bytes(archive(files))
    return path


def test_it_makes_the_same_rows_together_and_one_by_one(tmp_path: Path, staff):
    twins = "See 8 C.F.R. § 208.13.\n", "See 8 C.F.R. §§ 1208.13, 208.16.\n", "See 8 C.F.R. § 1208.16 (2001).\n"
    texts = {f"{number}.txt": (opinion(number % 4) + twins[number % 3]).encode() for number in range(9)}

    def rows() -> list[object]:
        citation = ("opinion__slug", "start", "authority__key", "passage__ordinal", "why")
        authority = ("key", "slug", "name", "court", "year", "parent__key")
        return [
            list(Citation.objects.order_by("opinion__slug", "start").values_list(*citation)),
            list(Authority.objects.order_by("key").values_list(*authority)),
            list(Passage.objects.order_by("opinion__slug", "ordinal").values_list("opinion__slug", "text")),
            list(Case.objects.order_by("slug").values_list("slug")),
        ]

    before = transaction.savepoint()
    assert all(one.is_new for one in import_files([zipped(tmp_path / "all.zip", texts)], by=staff))
    together = rows()
    transaction.savepoint_rollback(before)
    for name, content in texts.items():
        (tmp_path / name).write_bytes(content)
        assert [one.is_new for one in import_files([tmp_path / name], by=staff)] == [True]
    assert rows() == together


def test_the_same_case_from_another_place_is_refused_with_the_case_s_name(tmp_path: Path, staff):
    record = {"plain_text": TEXT, "cluster": {"case_name": "Doe v. Roe", "citations": [
        {"volume": 812, "reporter": "F.3d", "page": "45", "type": 1}]}}  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(record))
    assert [one.is_new for one in import_files([tmp_path / "a.json"], by=staff)] == [True]
    (tmp_path / "b.json").write_text(json.dumps(record | {"plain_text": TEXT + "As amended.\n"}))
    (tmp_path / "c.txt").write_text(opinion(1))
    again, other = import_files(files_under([tmp_path / "b.json", tmp_path / "c.txt"]), by=staff)
    assert again.opinion is None
    assert "is here already with the citation this file gives for itself" in again.why
    assert Case.objects.get(authority__cite="812 F.3d 45").short_name in again.why
    assert other.is_new
    assert Source.objects.count() == 2


def test_two_files_of_one_citation_in_one_batch_leave_one_case(tmp_path: Path, staff):
    record = {"plain_text": TEXT, "cluster": {"case_name": "Doe v. Roe", "citations": [
        {"volume": 812, "reporter": "F.3d", "page": "45", "type": 1}]}}  # fmt: skip
    files = {name: json.dumps(record | {"plain_text": TEXT + name}).encode() for name in ("a.json", "b.json")}
    first, second = import_files([zipped(tmp_path / "two.zip", files)], by=staff)
    assert first.is_new
    assert second.opinion is None
    assert "another case here" in second.why
    assert Source.objects.count() == Case.objects.count() == 1


def test_a_batch_with_bad_files_says_of_each_why_and_keeps_the_rest(tmp_path: Path, staff):
    bad = {
        "empty.txt": (b"", "The file is empty."),
        "noise.txt": (bytes(range(1, 9)) * 99, "control characters"),
        "cut.pdf": (b"%PDF-1.7 nothing", "damaged or cut off"),
        "cut.docx": (b"PK\x03\x04nothing", ""),
        "wrong.json": (b"{", ""),
        "nul.txt": (b"words \x00 and words", "NUL"),
        "long.json": (json.dumps({"plain_text": opinion(50), "cluster": {"case_name": "9" * 999}}).encode(), None),
        "inner.zip": (archive({"a.txt": b"words"}), None),
    }  # fmt: skip
    for name, (content, _) in bad.items():
        (tmp_path / name).write_bytes(content)
    for number in range(12):
        (tmp_path / f"good{number:02}.txt").write_text(opinion(number))
    outcomes = {one.path.name: one for one in import_files(files_under([tmp_path]), by=staff)}
    assert all(outcomes[f"good{number:02}.txt"].is_new for number in range(12))
    for name, (_, why) in bad.items():
        if why is not None:
            assert outcomes[name].opinion is None
            assert why in outcomes[name].why
            assert outcomes[name].row()[1] == "refused"
    assert Source.objects.count() == Case.objects.count() == sum(one.is_new for one in outcomes.values())
