"""A brief as a file."""

import pytest
from django.urls import reverse

from briefs.exporters import FORMATS
from briefs.workflow.withdraw import withdraw
from tests.rows import republish
from tests.views.editions import published

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("format", [one.slug for one in FORMATS])
def test_a_brief_is_taken_away_once_and_then_known(anyone, student, attorney, format):
    edition = published(student, attorney)
    address = reverse("export", args=[edition.slug, format])
    answer = anyone.get(address)
    assert answer.status_code == 200
    assert answer.content
    assert answer["Content-Disposition"].startswith(f'attachment; filename="{edition.slug}')
    assert not answer.cookies
    assert anyone.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304
    republish(edition.brief, by=attorney)
    assert anyone.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 200


def test_an_unknown_format_or_a_withdrawn_brief_gives_no_file(anyone, student, attorney):
    edition = published(student, attorney)
    assert anyone.get(reverse("export", args=[edition.slug, "papyrus"])).status_code == 404
    withdraw(edition.brief, by=attorney, because="Wrong.")
    assert anyone.get(reverse("export", args=[edition.slug, FORMATS[0].slug])).status_code == 404
