"""The details of an opinion are settled in one deed: case, writing, where each was found, and the search with them."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import NOT_GIVEN, Case, Opinion
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive
from briefs.workflow.refusal import Refused
from briefs.workflow.release import release
from briefs.workflow.settle import settle
from tests.rows import TEXT, make_opinion

pytestmark = pytest.mark.django_db
TOLD = {
    "short_name": "Petitioner v. Somebody",
    "caption": "Petitioner v. Somebody Else",
    "court": "ca2",
    "docket_numbers": ["01-12345", "01-12346"],
    "argued_on": None,
    "decided_on": None,
    "decided_precision": "unknown",
    "opinion_kind": "per_curiam",
    "author": "",
    "completeness": "complete",
    "publication_status": "published",
    "citation": "999 F.3d 111",
    "disposition": "",
    "counsel": "For petitioner: somebody, for A75 836 651.",
}


@pytest.fixture
def opinion(student) -> Opinion:
    return make_opinion(student)


def test_case_and_writing_are_what_was_settled_and_the_history_says_by_whom(opinion, staff):
    settle(opinion, by=staff, details=TOLD, sources={"court": "The docket."}, in_text=["docket_numbers"])
    case = Case.objects.get(pk=opinion.case_id)
    assert (case.short_name, case.court_id, case.docket_numbers) == (
        "Petitioner v. Somebody",
        "ca2",
        ["01-12345", "01-12346"],
    )
    assert case.authority.cite == "999 F.3d 111"
    assert "836" not in case.counsel
    assert case.sources["court"] == "The docket."
    assert case.sources["decided_on"] == case.sources["disposition"] == NOT_GIVEN
    assert "docket_numbers" not in case.sources
    opinion.refresh_from_db()
    assert (opinion.kind, opinion.author) == ("per_curiam", "")
    assert case.history.first().short_name == "Petitioner v. Somebody"
    assert opinion.history.first().kind == "per_curiam"


def test_what_was_found_elsewhere_before_stays_recorded(opinion, staff):
    opinion.case.sources = {"short_name": "The reporter.", "decided_on": NOT_GIVEN, "precedential_note": "A rule."}
    opinion.case.save()
    day = {"decided_on": opinion.case.decided_on, "decided_precision": "day"}
    settle(opinion, by=staff, details=TOLD | day, sources={})
    sources = Case.objects.get(pk=opinion.case_id).sources
    assert (sources["short_name"], sources["precedential_note"]) == ("The reporter.", "A rule.")
    assert "decided_on" not in sources


def test_a_released_opinion_is_found_under_its_new_name(opinion, staff, anyone):
    release(opinion, by=staff)
    settle(opinion, by=staff, details=TOLD | {"short_name": "Quince v. Holder"}, sources={})
    assert b"Quince v. Holder" in anyone.get("/briefs/", {"q": "Quince", "tab": "opinions"}).content


def test_nothing_is_written_where_nothing_is_changed(opinion, staff):
    settle(opinion, by=staff, details=TOLD, sources={})
    before = Case.history.count(), Opinion.history.count()
    settle(opinion, by=staff, details=TOLD, sources={})
    assert (Case.history.count(), Opinion.history.count()) == before


def test_another_case_s_citation_is_refused_and_nothing_is_kept(opinion, staff, student):
    settle(opinion, by=staff, details=TOLD, sources={})
    other = ingest(receive("other.txt", TEXT.replace("grant", "deny").encode(), by=student), by=student)
    with pytest.raises(Refused, match="is the citation of another case here"):
        settle(other, by=staff, details=TOLD, sources={})
    assert Case.objects.get(pk=other.case_id).authority is None


def test_students_settle_nothing_once_it_is_kept(opinion, student):
    with pytest.raises(PermissionDenied):
        settle(opinion, by=student, details=TOLD, sources={})
