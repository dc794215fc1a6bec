"""Files made to harm, through the real desk and command: a sentence, no rows, no files, and the rest goes on."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client, override_settings

from briefs.models import Case, Opinion, Source
from tests.importers.test_bad_pdf import GOOD, encrypted, pages, scripted
from tests.rows import TEXT

pytestmark = pytest.mark.django_db


def archive(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, content in members:
            made.writestr(name, content)
    return out.getvalue()


def word(document: bytes) -> bytes:
    return archive(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document))


ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document>&e;</w:document>'
# Made when they are wanted: some are large, and every worker reads this page.
BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("encrypted.pdf", encrypted, "encrypted"),
    ("truncated.pdf", lambda: GOOD[: len(GOOD) // 3], "damaged or cut off"),
    ("long.pdf", lambda: pages(5000), "5,000 pages"),
    ("no-words.pdf", lambda: pages(2), "no text"),
    ("no-pages.pdf", lambda: pages(0), "no pages|damaged"),
    ("entities.docx", lambda: word(ENTITY), "."),
    ("bomb.docx", lambda: word(b" " * (80 * 1024 * 1024)), "unpacks to more|larger than"),
    ("up.zip", lambda: archive(("../out.txt", TEXT.encode())), "leads out"),
    ("nested.zip", lambda: archive(("in.zip", archive(("a.txt", TEXT.encode())))), "inside the ZIP"),
    ("large.zip", lambda: archive(("a.txt", b" " * (60 * 1024 * 1024))), "larger than|unpacks to more"),
    ("empty.html", lambda: b"<html><script>alert(1)</script></html>", "no words|no text|empty"),
]
CASES = pytest.mark.parametrize(("name", "made", "says"), BAD, ids=[name for name, _, _ in BAD])


@CASES
def test_the_desk_says_a_sentence_and_keeps_nothing(as_staff: Client, name: str, made: Callable[[], bytes], says: str):
    answer = as_staff.post("/admin/briefs/source/import/", {"files": [SimpleUploadedFile(name, made())]})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert any(part in page for part in says.split("|"))
    assert name in page
    assert "root:" not in page
    assert not Source.objects.exists()
    assert not Case.objects.exists()


def test_the_command_names_each_in_its_report_and_imports_the_rest(tmp_path: Path, staff):
    files = tmp_path / "files"
    files.mkdir()
    for name, made, _ in BAD:
        (files / name).write_bytes(made())
    (files / "z-good.txt").write_text(TEXT)
    (files / "z-good.zip").write_bytes(archive(("again.txt", TEXT.encode()), ("new.txt", (TEXT + "More.").encode())))
    (files / "z-script.pdf").write_bytes(scripted())
    report = tmp_path / "report.csv"
    with pytest.raises(SystemExit):
        call_command("import_opinions", files, jobs=1, report=report)
    rows = [line.split(",") for line in report.read_text().splitlines()[1:]]
    became = {Path(row[0]).name: row[1] for row in rows}
    assert [name for name, what in became.items() if what == "imported"] == ["z-good.txt", "new.txt", "z-script.pdf"]
    assert became["again.txt"] == "same as"
    assert sum(what == "refused" for what in became.values()) == len(BAD)
    assert Opinion.objects.count() == Source.objects.count() == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["files", "report.csv"]


@override_settings(IMPORT_SECONDS=1, IMPORT_MEGABYTES=256)
def test_a_file_that_takes_too_much_is_stopped_within_the_limits_of_the_settings(as_staff: Client):
    content = ("<html><body>" + "<div>" * 200_000 + "The petition is denied.").encode()
    answer = as_staff.post("/admin/briefs/source/import/", {"files": [SimpleUploadedFile("deep.html", content)]})
    assert answer.status_code in (302, 400)
    assert answer.status_code == 302 or not Source.objects.exists()
