"""No packet, in any style or format, has what must stay in the clinic (INV-12, INV-13)."""

from typing import Any

import pytest

from briefs.models import Brief
from briefs.workflow.comment import comment
from briefs.workflow.make_packet import FORMATS, make_packet
from tests.views.editions import published, published_dissent
from tests.views.test_nothing_leaks import DIGITS, SECRETS, unpacked

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", [name for name, *_ in FORMATS])
@pytest.mark.parametrize("style", ["study", "bluebook"])
def test_nothing_that_must_stay_is_in_a_packet(student: Any, attorney: Any, form: str, style: str):
    edition = published(student, attorney)
    edition.opinion.annotations.update(note="Zither: A75 836 651")
    comment(edition.brief, by=attorney, text="Bassoon: A75 836 651")
    Brief.objects.filter(pk=edition.brief_id).update(facts="Harmonium: what the draft says now.")
    wanted = {"title": "Nexus", "style": style, "format": form, "separate": True, "unpublished": True}
    wanted["editions"] = [edition.pk, published_dissent(student, attorney).pk]
    made = make_packet(wanted, by=student, progress=lambda done, total: None)
    assert made.content
    for piece in unpacked(made.content):
        text = piece.decode("utf-8", "replace")
        assert not [word for word in (*DIGITS, *SECRETS.values()) if word in text]
