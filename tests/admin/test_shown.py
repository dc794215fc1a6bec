"""Whoever is shown a file as it came, identifiers and all, is written into the log; nothing of the file is."""

import logging

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Opinion
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive
from tests.importers.press.typst_pdf import slip

pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion(student) -> Opinion:
    source = receive("A75 836 651 slip.pdf", slip("kaptsov", "book"), by=student)
    return ingest(source, by=student)


def log_of(caplog: pytest.LogCaptureFixture) -> list[str]:
    told = [row.getMessage() for row in caplog.records if row.name == "briefs.admin.shown"]
    caplog.clear()
    return told


def test_each_showing_of_a_page_and_each_download_is_logged_by_keys(
    as_staff: Client, staff, as_student: Client, opinion, caplog
):
    picture = reverse("admin:briefs_opinion_page_picture", args=[opinion.pk, 2])
    whole = reverse("admin:briefs_source_download", args=[opinion.source_id])
    keys = f"User {staff.pk} was shown source {opinion.source_id}"
    caplog.set_level(logging.INFO, "briefs")
    for _ in range(2):
        assert as_staff.get(picture).status_code == 200
        assert log_of(caplog) == [f"{keys}: page 2."]
    assert as_staff.get(whole).status_code == 200
    assert log_of(caplog) == [f"{keys}: the whole file."]
    assert as_staff.get(picture.replace("/2/", "/99/")).status_code == 404
    assert [as_student.get(address).status_code for address in (picture, whole)] == [403, 403]
    assert log_of(caplog) == []  # nothing was shown
