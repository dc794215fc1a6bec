"""Files kept once they are made."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import CacheHandler, caches

from briefs.exporters import DATA, PAPER, REFERENCES, kept, ris
from briefs.exporters.page import File
from tests.rows import republish
from tests.views.editions import published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    caches["exports"].clear()


def counted(calls: list[int]) -> Any:
    def export(page: Any, *, site_url: str) -> File:
        calls.append(page["edition"])
        return File(f"{page['edition']}.txt", "text/plain", b"words")

    return SimpleNamespace(slug="counted", label="Counted", about="", export=export)


def test_a_file_is_made_once_for_an_edition(student, attorney):
    edition, calls = published(student, attorney), []
    exporter = counted(calls)
    assert kept.file_of(edition, exporter) == kept.file_of(edition, exporter)
    assert calls == [1]
    kept.file_of(republish(edition.brief, by=attorney), exporter)
    assert calls == [1, 2]


def test_the_menu_measures_texts_and_knows_paper_once_it_was_made(student, attorney):
    edition = published(student, attorney)
    assert [one.size for one in kept.offers(edition, PAPER)] == [None] * len(PAPER)
    sizes = {one.slug: one.size for one in kept.offers(edition, REFERENCES + DATA)}
    assert sizes["ris"] == len(ris.export(edition.page, site_url="http://localhost:8000").content)
    assert all(sizes.values())
    for exporter in PAPER:
        made = kept.file_of(edition, exporter)
        (offer,) = kept.offers(edition, (exporter,))
        assert offer.size == len(made.content)


def test_new_code_makes_new_files(student, attorney, monkeypatch):
    edition, calls = published(student, attorney), []
    exporter = counted(calls)
    kept.file_of(edition, exporter)
    monkeypatch.setattr(kept, "fingerprint", lambda: "another")
    kept.file_of(edition, exporter)
    assert calls == [1, 1]
    assert kept.etag(edition, exporter).endswith("-another")


def test_where_nothing_can_be_kept_the_file_is_made_each_time(student, attorney, monkeypatch, tmp_path):
    closed = tmp_path / "a file, not a folder"
    closed.write_text("")
    backend = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": closed}
    monkeypatch.setattr(kept, "caches", CacheHandler({"default": backend, "exports": backend}))
    edition, calls = published(student, attorney), []
    exporter = counted(calls)
    assert kept.file_of(edition, exporter).content == kept.file_of(edition, exporter).content == b"words"
    assert calls == [1, 1]


def test_the_fingerprint_takes_in_everything_a_file_is_made_of():
    found = {path.name for pattern in kept.SOURCES for path in kept.ROOT.glob(pattern)}
    assert {"sheet.py", "brief.typ", "styles.xml", "weave.py", "styles.py", "ris.py", "requirements.txt"} <= found
