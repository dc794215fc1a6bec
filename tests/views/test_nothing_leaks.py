"""No export of any kind, and no data for programs, has what must stay in the clinic (INV-12, INV-13)."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pytest
from django.urls import get_resolver, reverse

from briefs.exporters import FORMATS, LISTS, REFERENCES
from briefs.exporters.openapi import OPERATIONS
from briefs.models import Brief, Edition
from briefs.workflow.comment import comment
from tests.house.test_addresses import OURS
from tests.rows import make_brief
from tests.views.editions import published, unreleased

pytestmark = pytest.mark.django_db

DIGITS = ("A75", "75 836 651", "75836651", "836 651")
SECRETS = {
    "a clinic note": "Xylophone",
    "a note on a mark": "Zither",
    "a comment": "Bassoon",
    "a draft of the published brief": "Harmonium",
    "a brief nobody published": "Glockenspiel",
    "an opinion nobody released": "Hidden words",
}
SUBJECTS = {"api-authority": "883-f2d-788", "api-issue": "nexus"}  # of the others it is the brief or the opinion
PARTS = ("places", "briefs", "opinions", "authorities", "issues")
# What the names of addresses begin with that give files or data; pages have tests of their own.
DATA = ("api", "export", "feed", "issue-feed", "sitemap", "robots", "annotations", "unapi")
NO_DATA = {"api-nothing"}


@pytest.fixture
def edition(student: Any, attorney: Any) -> Edition:
    """A published brief on an opinion with a registration number, with everything beside it that is not public."""
    edition = published(student, attorney)
    edition.opinion.annotations.update(note="Zither: A75 836 651")
    brief = edition.brief
    comment(brief, by=attorney, text="Bassoon: A75 836 651")
    Brief.objects.filter(pk=brief.pk).update(facts="Harmonium: what the draft says now.")
    make_brief(unreleased(student), student, submitted=False, summary="Glockenspiel")
    assert "Xylophone" in brief.clinic_notes
    return edition


def taken(edition: Edition) -> dict[str, str]:
    """Every address that gives a file or data, filled in for the edition; the brief's and opinion's pages too."""
    slug, opinion = edition.slug, edition.opinion.slug
    found = {f"export {one.slug}": reverse("export", args=[slug, one.slug]) for one in FORMATS}
    found |= {f"edition {one.slug}": reverse("export-edition", args=[slug, 1, one.slug]) for one in FORMATS}
    found |= {f"list {one.slug}": reverse("export-list", args=[one.slug]) for one in LISTS}
    for one in OPERATIONS:
        subject = SUBJECTS.get(one.name) or (opinion if "/opinions/" in one.path else slug)
        found[one.name] = one.path.format(slug=subject, number=1)
    found |= {name: reverse(name) for name in ("feed", "api", "api-start", "api-openapi", "api-edition-schema")}
    found |= {name: reverse(name) for name in ("robots", "sitemap")}
    found |= {f"map {part}": reverse("sitemap-part", args=[part]) for part in PARTS}
    found |= {f"unapi {one.slug}": f"/unapi?id={slug}&format={one.slug}" for one in REFERENCES}
    found |= {"issue-feed": reverse("issue-feed", args=["nexus"]), "brief": edition.get_absolute_url()}
    return found | {"opinion": edition.opinion.get_absolute_url()}


def unpacked(content: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed in them: the parts of a zip, the streams of a PDF and the words on its pages."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            for name in file.namelist():
                yield name.encode()
                yield file.read(name)
                yield re.sub(rb"<[^>]+>", b"", file.read(name))  # a word may be cut by runs
    if content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            yield from (one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
            yield str(pdf.docinfo).encode()
        with pypdfium2.PdfDocument(content) as pdf:
            yield from (page.get_textpage().get_text_bounded().encode() for page in pdf)


def test_nothing_taken_away_holds_what_must_stay(anyone, edition):
    for name, address in taken(edition).items():
        answer = anyone.get(address)
        assert answer.status_code == 200, name
        for piece in unpacked(answer.content):
            text = piece.decode("utf-8", "replace")
            assert not [digits for digits in DIGITS if digits in text], name
            assert not [what for what, word in SECRETS.items() if word in text], name


def test_the_search_would_find_them():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", "<w:t>Xylo</w:t><w:t>phone</w:t>")
    assert any(b"Xylophone" in piece for piece in unpacked(packed.getvalue()))


def test_every_address_that_gives_data_is_among_them(edition):
    """A new export or view of data has to be added above: this finds the ones that were not."""
    asked = {get_resolver().resolve(address.partition("?")[0]).url_name for address in taken(edition).values()}
    ours = {pattern.name or "" for pattern in OURS.values()} - NO_DATA
    assert {name for name in ours if name.startswith(DATA)} <= asked
