"""The text desk: source beside text, findings signed and fixed, paragraphs mended and mended back."""

import pytest
from django.test import Client

from briefs.models import Finding, Opinion
from tests.rows import TEXT, make_opinion

pytestmark = pytest.mark.django_db
MORE = TEXT + "\nOsorio v. INS, 99 F.2d 928 (9th Cir. 1996). Call (415) 555-2671 for more.\n"


@pytest.fixture
def opinion(student) -> Opinion:
    return make_opinion(student, text=MORE)


def address(opinion: Opinion, rest: str = "") -> str:
    return f"/admin/briefs/opinion/{opinion.pk}/text/{rest}"


def ordinal(opinion: Opinion, words: str) -> int:
    return opinion.passages.get(text__contains=words).ordinal


def do(client: Client, opinion: Opinion, words: str, act: str, typed: str = "") -> str:
    opinion.refresh_from_db()
    sent = {"act": act, "passage": ordinal(opinion, words), f"words-{act}": typed, "seen": opinion.text_version}
    return client.post(address(opinion, "change/"), sent, follow=True).content.decode()


def test_source_and_text_stand_side_by_side_with_no_identifier_in_either(as_student: Client, opinion):
    page = as_student.get(address(opinion)).content.decode()
    assert page.count('class="pair" id=') == opinion.passages.count()
    assert "A75 836 651" not in page
    assert "555-2671" not in page
    assert "99 F.2d 928" in page
    assert "Apply the fix" not in page  # students look; staff decide


def test_staff_join_split_and_take_back(as_staff: Client, opinion):
    page = as_staff.get(address(opinion) + f"?passage={ordinal(opinion, 'We have held')}").content.decode()
    assert 'value="join"' in page
    before = opinion.text
    assert "Done" in do(as_staff, opinion, "We have held", "join")
    assert "petition for review. We have held" in Opinion.objects.get().text
    assert "Done" in do(as_staff, opinion, "We have held", "split", "We have held")
    assert Opinion.objects.get().text == before
    assert "exactly once" in do(as_staff, opinion, "We have held", "split", "Xylophone")
    assert "Done" in do(as_staff, opinion, "Osorio", "page", "378")
    for row in opinion.text_changes.order_by("-pk"):
        as_staff.post(address(opinion, f"take-back/{row.pk}/"))
    opinion = Opinion.objects.get()
    assert opinion.text == before
    assert not opinion.text_changes.standing().exists()


def test_a_stale_page_changes_nothing(as_staff: Client, opinion):
    do(as_staff, opinion, "Osorio", "page", "378")
    sent = {"act": "heading", "passage": ordinal(opinion, "Osorio"), "seen": 1}
    assert "replaced meanwhile" in as_staff.post(address(opinion, "change/"), sent, follow=True).content.decode()
    assert opinion.text_changes.count() == 1


def test_findings_are_signed_and_fixed_by_buttons(as_staff: Client, as_student: Client, opinion):
    year = opinion.findings.get(kind="reporter-year")
    assert as_student.post(address(opinion, f"finding/{year.pk}/"), {"decision": "fixed"}).status_code == 403
    as_staff.post(address(opinion, f"finding/{year.pk}/"), {"decision": "fixed"})
    assert "99 F.3d 928" in Opinion.objects.get().text
    phone = opinion.findings.get(kind="phone")
    as_staff.post(address(opinion, f"finding/{phone.pk}/"), {"decision": "none"})
    assert Finding.objects.get(pk=phone.pk).decision == "none"
    assert "555-2671" in as_staff.get(address(opinion)).content.decode()
