"""The details on the text desk: one form, each field with the words it came from, kept by staff."""

import pytest
from django.test import Client

from briefs.models import NOT_GIVEN, Case, Opinion
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive
from tests.rows import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion(student) -> Opinion:
    return ingest(receive("opinion.txt", TEXT.encode(), by=student), by=student)


def desk(opinion: Opinion) -> str:
    return f"/admin/briefs/opinion/{opinion.pk}/text/"


def typed(client: Client, opinion: Opinion, **changes: str) -> dict[str, str]:
    form = client.get(desk(opinion)).context["form"]
    return {field.html_name: "" if field.value() is None else str(field.value()) for field in form} | changes


def rows(client: Client, opinion: Opinion) -> dict[str, dict]:
    return {row["field"].name: row for row in client.get(desk(opinion)).context["form"].rows()}


def test_each_detail_has_the_words_it_came_from_or_says_that_there_are_none(as_staff: Client, opinion):
    told = rows(as_staff, opinion)
    assert "01-12345" in told["docket_numbers"]["words"]
    assert told["caption"]["words"] == "Petitioner v. Respondent"
    assert told["court"]["is_empty"]
    page = as_staff.get(desk(opinion)).content.decode()
    assert "In the text: <q>Petitioner v. Respondent</q>" in page
    assert "Not given in source." in page
    assert 'name="source_court"' in page


def test_sent_as_it_was_shown_it_changes_nothing(as_staff: Client, opinion):
    before = Case.objects.values().get(pk=opinion.case_id)
    answer = as_staff.post(f"{desk(opinion)}details/", typed(as_staff, opinion))
    assert (answer.status_code, answer["Location"]) == (302, desk(opinion))
    assert Case.objects.values().get(pk=opinion.case_id) == before


def test_a_detail_from_elsewhere_needs_its_source_and_nothing_typed_is_lost(as_staff: Client, opinion):
    sent = typed(as_staff, opinion, court="9th Cir.", author="Quince")
    refused = as_staff.post(f"{desk(opinion)}details/", sent)
    page = refused.content.decode()
    assert refused.status_code == 400
    assert "say where you found it" in page
    assert 'value="Quince"' in page
    assert '<details class="known" id="known" open>' in page
    kept = as_staff.post(f"{desk(opinion)}details/", sent | {"source_court": "PACER."}, follow=True)
    assert "The details are kept." in kept.content.decode()
    case = Case.objects.get(pk=opinion.case_id)
    assert (case.court_id, case.sources["court"]) == ("ca9", "PACER.")
    assert case.sources["decided_on"] == NOT_GIVEN
    assert Opinion.objects.get(pk=opinion.pk).author == "Quince"
    assert rows(as_staff, opinion)["court"]["where"].value() == "PACER."


def test_what_the_verb_refuses_is_said_above_what_was_typed(as_staff: Client, opinion, student):
    sent = typed(as_staff, opinion, citation="999 F.3d 111", source_citation="The reporter.")
    assert as_staff.post(f"{desk(opinion)}details/", sent).status_code == 302
    other = ingest(receive("other.txt", TEXT.replace("grant", "deny").encode(), by=student), by=student)
    refused = as_staff.post(f"{desk(other)}details/", sent | {"author": "Quince"})
    page = refused.content.decode()
    assert refused.status_code == 400
    assert "999 F.3d 111 is the citation of another case here: Petitioner v. Respondent." in page
    assert 'value="Quince"' in page
    dates = sent | {"argued_on": "2009-01-01", "decided_on": "2008-01-01"}
    assert "check the two dates" in as_staff.post(f"{desk(other)}details/", dates).content.decode()


def test_students_read_them_and_cannot_send_them(as_student: Client, as_staff: Client, opinion):
    answer = as_student.get(desk(opinion))
    assert answer.context["form"] is None
    assert "<dt>Docket</dt><dd>01-12345</dd>" in answer.content.decode()
    assert as_student.post(f"{desk(opinion)}details/", typed(as_staff, opinion)).status_code == 403


def test_no_identifier_stands_in_the_form(as_staff: Client, student):
    said = TEXT.replace("01-12345", "01-12345\n\nIn the matter of A75 836 651")
    opinion = ingest(receive("masked.txt", said.encode(), by=student), by=student)
    assert "A75 836 651" not in as_staff.get(desk(opinion)).content.decode()
