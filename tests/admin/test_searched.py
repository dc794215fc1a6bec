"""What staff edit is found as it stands now, at once."""

import pytest
from django.http import QueryDict
from django.test import Client

from briefs.models import Authority, Court, Issue, SearchName, SearchRow
from briefs.search import Found
from briefs.workflow.index import reindex
from tests.admin.test_nouns import change
from tests.rows import make_brief, make_opinion
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db


def listed(query: str) -> list[str]:
    return [hit.name for hit in Found(QueryDict(query)).hits]


@pytest.fixture
def edition(student, attorney):
    return Shelf(student, attorney).put("Alpha v. INS", issues=("nexus",))


def unlike_made_anew() -> bool:
    """Say whether any row says other than it would if it were made anew."""
    columns = ("shelf", "name", "words", "pairs", "issue_ids", "authority_ids", "court_id", "kind", "cited")

    def rows():
        return list(SearchRow.objects.order_by("shelf", "opinion", "name").values_list(*columns))

    before = rows()
    list(reindex())
    return rows() != before


def test_a_case_is_found_by_its_new_name_and_no_more_by_the_old(as_staff: Client, edition):
    assert listed("q=alpha") == ["Alpha v. INS"]
    assert change(as_staff, edition.opinion.case, short_name="Zebrowski v. INS").status_code == 302
    assert listed("q=zebrowski") == ["Zebrowski v. INS"]
    assert [hit.name for hit in Found(QueryDict("q=zebrowski&tab=holdings")).hits] == ["Zebrowski v. INS"]
    assert Found(QueryDict("q=zebrovsky")).respelt.casefold() == "zebrowski"
    assert not unlike_made_anew()


def test_a_case_moves_to_its_new_court_and_year(as_staff: Client, edition):
    change(as_staff, edition.opinion.case, court="ca2", decided_on="1999-02-03", decided_precision="day")
    assert listed("court=ca2&year=1999") == ["Alpha v. INS"]
    assert listed("court=ca9") == []


def test_the_citation_a_case_loses_is_offered_no_more(as_staff: Client, edition):
    case = edition.opinion.case
    first, second = (
        Authority.objects.create(kind="case", key=f"case:{n}:F.2d:1", slug=f"own-{n}", cite=f"{n} F.2d 1")
        for n in (111, 222)
    )
    change(as_staff, case, authority=first.pk)
    assert SearchName.objects.filter(authority=first).exists()
    change(as_staff, case, authority=second.pk)
    assert list(SearchName.objects.filter(authority__in=[first, second]).values_list("authority", flat=True)) == [
        second.pk
    ]
    assert not unlike_made_anew()


def test_an_opinion_counts_under_its_new_kind(as_staff: Client, edition):
    change(as_staff, edition.opinion, kind="per_curiam")
    assert listed("kind=per_curiam") == ["Alpha v. INS"]
    assert listed("kind=lead") == []


def test_an_issue_is_found_by_its_new_name_and_synonym(as_staff: Client, edition, student, attorney):
    Shelf(student, attorney).put("Beta v. INS", issues=("past-persecution",))
    issue = Issue.objects.get(slug="nexus")
    was = issue.name
    change(as_staff, issue, name="Quagga doctrine", synonyms="zorilla rule\n")
    for query in ("q=quagga", "q=%22quagga+doctrine%22", "q=zorilla"):
        assert listed(query) == ["Alpha v. INS"], query
    assert Found(QueryDict("q=quagga&tab=opinions")).total == 1
    change(as_staff, issue, name=was, synonyms="")
    assert listed("q=quagga") == []
    assert listed("q=%22quagga+doctrine%22") == []
    assert not unlike_made_anew()


def test_an_issue_counts_under_its_new_parent(as_staff: Client, edition):
    issue = Issue.objects.get(slug="nexus")
    other = Issue.objects.filter(level=issue.level - 1).exclude(pk=issue.parent_id).first()
    assert listed(f"issue={other.slug}") == []
    assert change(as_staff, issue, parent=other.pk).status_code == 302
    assert listed(f"issue={other.slug}") == ["Alpha v. INS"]


def test_what_an_issue_is_merged_into_is_found_by_its_words(as_staff: Client, edition):
    gone = Issue.objects.exclude(slug="nexus").filter(level=Issue.objects.get(slug="nexus").level).first()
    Issue.objects.filter(pk=gone.pk).update(name="Zorilla", synonyms=[])
    assert listed("q=zorilla") == []
    assert change(as_staff, gone, merged_into=Issue.objects.get(slug="nexus").pk).status_code == 302
    assert listed("q=zorilla") == ["Alpha v. INS"]


def test_a_renamed_issue_asks_the_same_however_many_rows_carry_it(
    as_staff: Client, student, attorney, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from briefs.workflow.index_edits import index_issue

    shelf, issue = Shelf(student, attorney), Issue.objects.get(slug="nexus")
    shelf.put("Alpha v. INS", issues=("nexus",))
    with CaptureQueriesContext(connection) as once:
        index_issue(issue, {})
    for name in ("Beta v. INS", "Gamma v. INS"):
        shelf.put(name, issues=("nexus",))
    with django_assert_num_queries(len(once)):
        index_issue(issue, {})


def test_a_court_goes_by_its_new_name_and_circuit(as_staff: Client, edition):
    change(as_staff, Court.objects.get(pk="ca9"), name="Court of Zorillas", circuit="2")
    found = Found(QueryDict("q=alpha"))
    assert "Court of Zorillas" in {choice.label for facet, told in found.groups for choice in told}
    assert listed("circuit=2") == ["Alpha v. INS"]


def test_an_authority_is_found_by_its_new_name(as_staff: Client, student, staff):
    from briefs.workflow.release import release

    release(make_opinion(student), by=staff)
    authority = Authority.objects.get(key="case:883:F.2d:788")
    change(as_staff, authority, name="Zorilla v. INS")
    assert "Zorilla" in SearchName.objects.get(authority=authority).label
    assert Found(QueryDict("q=zorilla&tab=authorities")).total == 1


def test_nothing_of_a_draft_is_found_because_it_was_edited(as_staff: Client, student):
    opinion = make_brief(make_opinion(student), student).opinion
    change(as_staff, opinion.case, short_name="Draft v. INS")
    change(as_staff, opinion, kind="per_curiam")
    assert not SearchRow.objects.exists()
    assert not SearchName.objects.filter(opinion=opinion).exists()
