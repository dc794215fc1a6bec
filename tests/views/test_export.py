"""A brief as a file, and a list of briefs as one."""

import importlib
import json

import pytest
import rispy
from django.urls import reverse

from briefs.exporters import FORMATS, LISTS
from briefs.workflow.withdraw import withdraw
from tests.rows import republish
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("format", [one.slug for one in FORMATS])
def test_a_brief_is_taken_away_once_and_then_known(anyone, edition, attorney, format):
    address = reverse("export", args=[edition.slug, format])
    answer = anyone.get(address)
    assert answer.status_code == 200
    assert answer.content
    assert answer["Content-Disposition"].startswith(f'attachment; filename="{edition.slug}')
    assert not answer.cookies
    assert anyone.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304
    republish(edition.brief, by=attorney)
    assert anyone.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 200


@pytest.mark.parametrize("format", [one.slug for one in FORMATS])
def test_an_earlier_edition_keeps_its_file(anyone, edition, attorney, format):
    first = anyone.get(reverse("export", args=[edition.slug, format]))
    republish(edition.brief, by=attorney)
    again = anyone.get(reverse("export-edition", args=[edition.slug, 1, format]))
    assert again.content == first.content
    assert again["ETag"] == first["ETag"]
    assert "edition-1." in again["Content-Disposition"]


def test_an_unknown_format_or_a_withdrawn_brief_gives_no_file(anyone, edition, attorney):
    assert anyone.get(reverse("export", args=[edition.slug, "papyrus"])).status_code == 404
    assert anyone.get(reverse("export-edition", args=[edition.slug, 9, "pdf"])).status_code == 404
    assert anyone.get(reverse("export", args=[edition.slug, "ris"])).status_code == 200
    withdraw(edition.brief, by=attorney, because="Wrong.")
    for format in (one.slug for one in FORMATS):
        assert anyone.get(reverse("export", args=[edition.slug, format])).status_code == 404
        assert anyone.get(reverse("export-edition", args=[edition.slug, 1, format])).status_code == 404


@pytest.mark.parametrize("format", [one.slug for one in LISTS])
def test_a_list_is_one_file_known_by_its_etag(anyone, edition, format):
    address = reverse("export-list", args=[format])
    answer = anyone.get(address)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="briefs.')
    assert b"Petitioner v. Respondent" in answer.content
    assert anyone.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_a_list_holds_what_the_library_finds_in_its_order_and_from_every_page(anyone, edition, student, attorney):
    published_dissent(student, attorney)
    published(student, attorney, number=2)
    address = reverse("export-list", args=["ris"])

    def names(query: str) -> list[str]:
        return [entry["title"] for entry in rispy.loads(anyone.get(f"{address}?{query}").content.decode())]

    assert names("kind=dissent") == ["Petitioner v. Other"]
    assert names("q=deserted") == ["Petitioner v. Other"]
    everything = ["Petitioner 2 v. Respondent", "Petitioner v. Other", "Petitioner v. Respondent"]
    assert names("sort=name") == names("sort=name&page=7") == everything
    assert anyone.get(f"{address}?q=zzzyx").content == b""


def test_a_list_that_is_too_long_is_refused_in_a_sentence(anyone, edition, student, attorney, monkeypatch):
    published(student, attorney, number=2)
    monkeypatch.setattr(importlib.import_module("briefs.views.export"), "MOST", 1)
    answer = anyone.get(reverse("export-list", args=["csv"]))
    assert answer.status_code == 400
    assert "At most 1 can be taken away" in answer.content.decode()


def test_a_list_has_few_formats_and_no_others(anyone):
    assert anyone.get(reverse("export-list", args=["pdf"])).status_code == 404
    assert json.loads(anyone.get(reverse("export-list", args=["csl"]), {"q": "zzzyx"}).content) == []


def test_a_list_asks_the_database_as_often_for_many_briefs_as_for_one(
    anyone, student, attorney, django_assert_max_num_queries
):
    for number in range(4):
        published(student, attorney, number=number)
    with django_assert_max_num_queries(12):
        anyone.get(reverse("export-list", args=["ris"]))
