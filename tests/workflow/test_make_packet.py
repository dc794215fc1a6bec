"""A packet asked for and made: checked before it waits, of what is public when it is made."""

from typing import Any

import pytest

from briefs.models import Edition
from briefs.workflow.make_packet import make_packet, packet_of
from briefs.workflow.refusal import Refused
from briefs.workflow.withdraw import withdraw
from briefs.workflow.work import ask, run
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db
ASKED = {"title": " Nexus ", "style": "study", "format": "pdf", "separate": False, "unpublished": False}


@pytest.fixture(scope="module")
def editions(people: dict[str, Any]) -> list[int]:
    by = people["student"], people["attorney"]
    return [published(*by).pk, published_dissent(*by).pk]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"editions": []}, "Tick at least one brief."),
        ({"editions": list(range(301))}, "At most 300 go into one packet."),
        ({"style": "apa"}, "Choose one of the styles."),
        ({"format": "rtf"}, "Choose PDF or Word."),
        ({"editions": [0]}, "Nothing would be left in this packet."),
    ],
)
def test_what_cannot_be_made_is_refused_in_sentences(editions, changed: dict[str, Any], reason: str):
    with pytest.raises(Refused, match=reason):
        packet_of(ASKED | {"editions": editions} | changed)


@pytest.mark.parametrize(("form", "starts"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_the_queue_makes_it_and_says_what_it_left_out(student, editions, form: str, starts: bytes):
    wanted = packet_of(ASKED | {"editions": editions, "style": "bluebook", "format": form, "unpublished": True})
    job = ask("packet", wanted["title"], wanted, by=student)
    run(str(job.pk))
    job.refresh_from_db()
    assert (job.state, job.result_name, job.says) == ("done", f"nexus.{form}", "The packet has 1 brief.")
    assert bytes(job.result).startswith(starts)
    assert "Tick “Dissents and concurrences” to take it in." in job.report[0][0]


def test_what_was_withdrawn_meanwhile_is_not_in_it(attorney, editions):
    withdraw(Edition.objects.get(pk=editions[0]).brief, by=attorney, because="Overruled.")
    with pytest.raises(Refused, match="Nothing is left"):
        make_packet(ASKED | {"editions": editions[:1]}, by=attorney, progress=lambda done, total: None)
