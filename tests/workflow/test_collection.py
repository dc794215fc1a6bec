"""A collection travels from one clinic to another: whole, once, under its clinic's name, or not at all."""

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import override_settings

from briefs.models import (
    Authority,
    Brief,
    Case,
    Edition,
    EditionCitation,
    EditionHolding,
    EditionPassage,
    Job,
    Opinion,
    Source,
)
from briefs.workflow.collect import collect
from briefs.workflow.collection import MANIFEST, parts_of_collection, write_collection
from briefs.workflow.comment import comment
from briefs.workflow.refusal import Refused
from tests.rows import make_brief
from tests.views.editions import published, published_dissent, unreleased

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, people: dict[str, Any]) -> Path:
    student, attorney, folder = people["student"], people["attorney"], tmp_path_factory.mktemp("collection")
    with override_settings(CLINIC_NAME="Riverside Clinic"):
        edition = published(student, attorney)
        published_dissent(student, attorney)
        edition.opinion.annotations.update(note="Zither: A75 836 651")
        comment(edition.brief, by=attorney, text="Bassoon: A75 836 651")
        Brief.objects.filter(pk=edition.brief_id).update(facts="Harmonium: what the draft says now.")
        make_brief(unreleased(student), student, submitted=False, summary="Glockenspiel")
        write_collection(folder / "collection.zip")
    return folder / "collection.zip"


@pytest.fixture
def file(written: Path, tmp_path: Path, settings: Any) -> Path:
    """The collection of one clinic, with everything beside it that is not public."""
    settings.CLINIC_NAME = "Riverside Clinic"
    return Path(shutil.copy(written, tmp_path))


def empty() -> None:
    """Make this database another clinic's, which has nothing yet."""
    tables = [noun._meta.db_table for noun in (Edition, Brief, Opinion, Case, Source, Authority, Job)]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")


def test_a_round_trip_gives_the_same_collection(file: Path, attorney, settings):
    sent = parts_of_collection()
    empty()
    settings.CLINIC_NAME = "Hillside Clinic"
    taken = collect(file, by=attorney)
    assert (taken.clinic, taken.new, taken.here, taken.refused) == ("Riverside Clinic", 2, 0, [])
    assert parts_of_collection() == sent
    assert EditionHolding.objects.count() == 2


def test_taken_in_twice_it_is_there_once(file: Path, attorney):
    empty()
    collect(file, by=attorney)
    again = collect(file, by=attorney)
    assert (again.new, again.here) == (0, 2)
    assert (Edition.objects.count(), Opinion.objects.count()) == (2, 2)


def test_the_clinic_it_came_from_has_it_already(file: Path, attorney):
    before = Edition.objects.count()
    assert (taken := collect(file, by=attorney)).new == 0
    assert (taken.here, Edition.objects.count()) == (2, before)


def test_what_it_brings_is_public_under_its_own_clinics_name(file: Path, attorney, anyone, settings):
    empty()
    settings.CLINIC_NAME = "Hillside Clinic"
    collect(file, by=attorney)
    page = anyone.get(Edition.objects.order_by("slug").first().get_absolute_url()).content.decode()
    assert "Published by Riverside Clinic" in page


def altered(file: Path, name: str, change: Any) -> Path:
    other = file.with_name("altered.zip")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(other, "w") as new:
        for one in old.namelist():
            content = old.read(one)
            new.writestr(one, change(content) if one.startswith(name) else content)
    return other


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("editions/", lambda content: content.replace(b"conjecture", b"certainty."), "altered"),
        (MANIFEST, lambda content: content.replace(b"Riverside", b"Lakeside."), "altered"),
        (MANIFEST, lambda content: content.replace(b'"version": 1', b'"version": 9'), "not a collection that this"),
        (MANIFEST, lambda content: b"[]", "not a collection, or it did not arrive whole"),
    ],
)
def test_an_altered_collection_is_refused_and_leaves_nothing(file: Path, attorney, name: str, change: Any, said: str):
    empty()
    with pytest.raises(Refused, match=said):
        collect(altered(file, name, change), by=attorney)
    assert not Opinion.objects.exists()


def test_what_is_no_zip_is_refused(tmp_path: Path, attorney):
    (tmp_path / "x.zip").write_bytes(b"hello")
    with pytest.raises(Refused, match="not a collection"):
        collect(tmp_path / "x.zip", by=attorney)


def without_editions() -> None:
    for noun in (EditionCitation, EditionPassage, EditionHolding, Edition):
        noun.objects.all().delete()


def test_a_draft_of_this_clinic_gets_no_edition_of_another_s(file: Path, attorney):
    empty()
    collect(file, by=attorney)
    without_editions()  # what is left are briefs at the same addresses that nobody published
    taken = collect(file, by=attorney)
    assert (taken.new, len(taken.refused), Edition.objects.count()) == (0, 2, 0)
    assert "another brief has its address here" in taken.refused[0]


def test_another_brief_at_the_same_address_stays(file: Path, attorney):
    empty()
    collect(file, by=attorney)
    without_editions()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE briefs_opinion SET text = text || ' More.', raw = raw || ' More.'")
    taken = collect(file, by=attorney)
    assert (taken.new, len(taken.refused)) == (0, 2)
    assert "another opinion has its address here" in taken.refused[0]


def test_only_an_attorney_takes_one_in(file: Path, staff):
    with pytest.raises(PermissionDenied):
        collect(file, by=staff)


def test_nothing_that_must_stay_travels(file: Path):
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as packed:
        text = "\n".join(packed.read(name).decode() for name in packed.namelist())
    for secret in ("Xylophone", "Zither", "Bassoon", "Harmonium", "Glockenspiel", "Hidden words", "75 836 651"):
        assert secret not in text
