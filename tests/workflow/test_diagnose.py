"""Findings beside the text: kept, decided, carried over; nothing unsigned is released, what is signed is covered."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Finding, Opinion
from briefs.workflow.change_text import apply_fix, take_back
from briefs.workflow.diagnose import diagnose
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive
from briefs.workflow.refusal import Refused
from briefs.workflow.release import release
from briefs.workflow.renew import renew, replace_text
from briefs.workflow.sign_finding import sign_all, sign_finding

pytestmark = pytest.mark.django_db
REAL, NONE = Finding.Decision.REAL, Finding.Decision.NO_IDENTIFIER
TEXT = """
Petitioner v. Respondent, No. 01-12345

OPINION

The petitioner, No. A75 836 651, was born in Kiev on March 4, 1961, and can be reached at (415) 555-2671.

She relies on Osorio v. INS, 99 F.2d 928 (9th Cir. 1996), and again on (415) 555-2671. The petition is denied.
"""


@pytest.fixture
def opinion(student) -> Opinion:
    return ingest(receive("opinion.txt", TEXT.encode(), by=student), by=student)


def kinds(opinion: Opinion) -> list[str]:
    return [one.kind for one in opinion.findings.in_reading_order()]


def test_the_doctor_looks_at_every_import_and_finds_the_same_twice(opinion):
    assert kinds(opinion) == ["a-number", "birth-date", "phone", "reporter-year", "phone"]
    before = list(opinion.findings.order_by("start").values_list("kind", "start", "words"))
    diagnose(opinion)
    assert list(opinion.findings.order_by("start").values_list("kind", "start", "words")) == before


def test_nothing_unsigned_is_released_and_each_is_named(opinion, staff, student):
    with pytest.raises(Refused) as refused:
        release(opinion, by=staff)
    assert len(refused.value.reasons) == 4
    assert "75 836" not in str(refused.value)
    assert "1961" not in str(refused.value)
    with pytest.raises(PermissionDenied):
        sign_all(opinion, "a-number", by=student)
    for kind in ("a-number", "birth-date", "phone"):
        sign_all(opinion, kind, by=staff)
    release(opinion, by=staff)
    assert Opinion.objects.get().released_at


def test_what_is_signed_is_covered_for_the_public_and_what_is_none_is_not(opinion, staff, anyone):
    for one in opinion.findings.unsigned():
        sign_finding(one, NONE if one.kind == "birth-date" else REAL, by=staff)
    release(opinion, by=staff)
    opinion = Opinion.objects.get()
    assert len(opinion.masked) == len(opinion.text)
    for address in (f"/opinions/{opinion.slug}/", f"/api/v1/opinions/{opinion.slug}/"):
        page = anyone.get(address).content.decode()
        assert "555-2671" not in page
        assert "A75 836 651" not in page
    assert "March 4, 1961" in opinion.masked
    assert not opinion.passages.filter(text__contains="555-2671").exists()
    assert not opinion.passages.filter(search="2671").exists()


def test_until_it_is_signed_an_identifier_is_covered(opinion):
    assert "1961" not in opinion.masked
    assert "555-2671" not in opinion.masked


def test_a_decision_goes_along_with_its_words_and_a_new_identifier_waits(opinion, staff):
    sign_all(opinion, "phone", by=staff)
    source = receive(
        "slip.txt", TEXT.replace("OPINION", "OPINION\n\nHer SSN: 219-09-9999 is known.").encode(), by=staff
    )
    replace_text(opinion, source, by=staff, because="A better copy.")
    rows = {(one.kind, one.decision) for one in opinion.findings.identifiers()}
    assert rows == {("a-number", ""), ("birth-date", ""), ("phone", REAL), ("social-security", "")}


def test_a_finding_is_signed_only_as_what_it_is(opinion, staff):
    phone = opinion.findings.filter(kind="phone").first()
    year = opinion.findings.get(kind="reporter-year")
    with pytest.raises(Refused, match="as none"):
        sign_finding(phone, Finding.Decision.DISMISSED, by=staff)
    with pytest.raises(Refused, match="Only an identifier"):
        sign_finding(year, REAL, by=staff)
    with pytest.raises(Refused, match="Say why"):
        sign_finding(year, Finding.Decision.DISMISSED, by=staff, because=" ")
    sign_finding(year, Finding.Decision.DISMISSED, by=staff, because="The court prints it so; A75 836 651 too.")
    diagnose(opinion)
    dismissed = opinion.findings.get(kind="reporter-year")
    assert dismissed.decision == Finding.Decision.DISMISSED
    assert dismissed.because.startswith("The court prints it so; ")
    assert "836" not in dismissed.because
    sign_finding(dismissed, "", by=staff)
    assert (dismissed.decision, dismissed.because) == ("", "")


def test_what_is_signed_in_a_public_opinion_stays_signed(opinion, staff):
    for kind in opinion.findings.unsigned().values_list("kind", flat=True).distinct():
        sign_all(opinion, kind, by=staff)
    release(opinion, by=staff)
    with pytest.raises(Refused, match="stays signed"):
        sign_finding(opinion.findings.filter(kind="phone").first(), "", by=staff)
    assert not opinion.findings.unsigned().exists()


def test_a_fix_is_applied_apart_from_the_raw_text_survives_a_new_reading_and_is_taken_back(opinion, staff, student):
    finding = opinion.findings.get(kind="reporter-year")
    with pytest.raises(PermissionDenied):
        apply_fix(finding, by=student)
    apply_fix(finding, by=staff)
    opinion = Opinion.objects.get()
    assert "99 F.3d 928" in opinion.text
    assert "99 F.2d 928" in opinion.raw
    assert renew(opinion) is None
    fixed = opinion.findings.get(kind="reporter-year")
    assert fixed.decision == Finding.Decision.FIXED
    with pytest.raises(Refused, match="take the fix back first"):
        sign_finding(fixed, Finding.Decision.DISMISSED, by=staff, because="It is so printed.")
    take_back(fixed.change, by=staff)
    opinion = Opinion.objects.get()
    assert "99 F.2d 928" in opinion.text
    assert [one.decision for one in opinion.findings.filter(kind="reporter-year")] == [""]


def test_a_change_that_no_longer_fits_becomes_a_finding_and_is_never_dropped(opinion, staff):
    apply_fix(opinion.findings.get(kind="reporter-year"), by=staff)
    opinion = Opinion.objects.get()
    other = TEXT.replace("She relies on Osorio v. INS, 99 F.2d 928 (9th Cir. 1996), and again on", "She relies on")
    replace_text(opinion, receive("other.txt", other.encode(), by=staff), by=staff, because="A better copy.")
    assert "change" in kinds(Opinion.objects.get())
    assert opinion.text_changes.standing().get().is_placed is False


def test_who_signs_with_an_older_page_before_them_covers_all_the_same(opinion, staff):
    phone = opinion.findings.filter(kind="phone").first()
    stale = Finding.objects.select_related("opinion").get(pk=phone.pk)
    for one in opinion.findings.filter(kind="phone"):
        sign_finding(one, NONE, by=staff)
    assert phone.words not in Opinion.objects.get().hidden
    sign_finding(stale, REAL, by=staff)
    assert phone.words in Opinion.objects.get().hidden


def test_a_finding_that_was_found_anew_meanwhile_is_refused_in_words(opinion, staff):
    stale = opinion.findings.unsigned().first()
    diagnose(opinion)
    with pytest.raises(Refused, match="looked at anew"):
        sign_finding(stale, REAL, by=staff)
