"""The site as files: whole, its links lead to files that are there, and nothing in it that is not public."""

import json
import posixpath
import zipfile
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from django.core.management import call_command
from lxml import html

from briefs.models import Brief
from briefs.workflow.comment import comment
from tests.rows import make_brief
from tests.views.editions import published, published_dissent, unreleased

pytestmark = pytest.mark.django_db
SECRETS = ("Xylophone", "Zither", "Bassoon", "Harmonium", "Glockenspiel", "Hidden words", "75 836 651", "75836651")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, people: dict[str, Any]) -> dict[str, bytes]:
    student, attorney, folder = people["student"], people["attorney"], tmp_path_factory.mktemp("copy")
    edition = published(student, attorney)
    published_dissent(student, attorney)
    edition.opinion.annotations.update(note="Zither: A75 836 651")
    comment(edition.brief, by=attorney, text="Bassoon: A75 836 651")
    Brief.objects.filter(pk=edition.brief_id).update(facts="Harmonium: what the draft says now.")
    make_brief(unreleased(student), student, submitted=False, summary="Glockenspiel")
    call_command("export_site", folder / "site.zip")
    with zipfile.ZipFile(folder / "site.zip") as file:
        return {name: file.read(name) for name in file.namelist()}


def test_every_link_is_relative_and_leads_to_a_file(site: dict[str, bytes]):
    led = 0
    for name in [name for name in site if name.endswith(".html")]:
        for element in html.document_fromstring(site[name].decode()).iter():
            for address in filter(None, (element.get("href"), element.get("src"), element.get("action"))):
                parts = urlsplit(address)
                if parts.scheme or address.startswith("#"):
                    assert "localhost" not in address
                    continue
                assert not address.startswith("/"), (name, address)
                where = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
                assert where in site, (name, address)
                led += 1
    assert led > 100


def test_it_has_the_briefs_their_papers_and_a_search_without_a_server(site: dict[str, bytes]):
    assert {"index.html", "briefs/index.html", "search.html", "static/js/search_offline.js"} <= set(site)
    assert [name for name in site if name.endswith("brief.pdf")]
    rows = json.loads(site["search-index.js"].decode().removeprefix("window.PINCITE = ").rstrip().removesuffix(";"))
    assert {row["at"] for row in rows} <= set(site)
    assert any("conjecture" in row["text"] for row in rows)
    assert b"fetch(" not in site["static/js/search_offline.js"]


def test_pages_have_no_script_no_form_but_the_search_and_no_sign_in(site: dict[str, bytes]):
    for name in [name for name in site if name.endswith("index.html")]:
        page = html.document_fromstring(site[name].decode())
        assert not page.xpath("//script")
        assert {form.get("role") for form in page.iter("form")} <= {"search"}
        assert not page.xpath("//*[contains(@href, 'admin')]")


def test_no_link_is_dead_and_what_needs_a_server_is_left_out(site: dict[str, bytes]):
    for name in [name for name in site if name.endswith("index.html")]:
        page = html.document_fromstring(site[name].decode())
        assert not page.xpath("//a[not(@href)]"), name
        told = page.text_content()
        for words in ("Make a packet", "Clinic sign-in", "BibTeX", "Reading list", "the file this text came from"):
            assert words not in told, (name, words)
    assert "issues/speculation/courts/index.html" in site


def test_nothing_that_must_stay_is_in_it(site: dict[str, bytes]):
    for name, content in site.items():
        if not name.endswith((".pdf", ".docx")):  # these are searched with the exports
            assert not [secret for secret in SECRETS if secret in content.decode()], name
