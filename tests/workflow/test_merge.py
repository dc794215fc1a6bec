"""Two spellings of one authority become one, everywhere, and the old address still leads somewhere."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Authority, Edition
from briefs.reading.public import mark_now
from briefs.workflow.cite import authority_for
from briefs.workflow.merge import merge
from briefs.workflow.publish import publish
from briefs.workflow.refusal import Refused
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


def test_citations_editions_and_the_old_address_follow_the_authority_that_stays(student, staff, attorney, anyone):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    old, stays = Authority.objects.get(slug="883-f2d-788"), authority_for("100 F.3d 1", name="Another v. INS")
    merge(old, stays, by=staff)
    edition.refresh_from_db()
    assert stays.pk in edition.authority_ids
    assert old.pk not in edition.authority_ids
    assert not old.citations.exists()
    assert stays.citations.exists()
    assert authority_for("883 F.2d 788") == stays
    answer = anyone.get("/authorities/883-f2d-788/")
    assert (answer.status_code, answer["Location"]) == (301, "/authorities/100-f3d-1/")


def test_what_briefs_cite_follows_and_kept_pages_learn_of_it(student, staff, attorney):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    old, stays, before = Authority.objects.get(slug="883-f2d-788"), authority_for("100 F.3d 1"), mark_now()
    merge(old, stays, by=staff)
    assert not old.edition_citations.exists()
    assert edition.citations.filter(authority=stays).exists()
    assert mark_now() != before


def test_what_was_merged_before_leads_on_to_what_stays(student, staff):
    first, second, third, fourth = (authority_for(f"{volume} F.3d 1") for volume in (100, 101, 102, 103))
    merge(first, second, by=staff)
    merge(second, third, by=staff)
    merge(fourth, second, by=staff)  # by now it is the third
    rows = Authority.objects.filter(pk__in=(first.pk, second.pk, fourth.pk))
    assert {row.merged_into for row in rows} == {third}


def test_what_cannot_be_one_thing_is_refused(student, staff):
    make_opinion(student)
    case, statute = Authority.objects.get(slug="883-f2d-788"), Authority.objects.get(slug="8-usc-1158-b-1")
    with pytest.raises(Refused, match="cannot be one"):
        merge(case, statute, by=staff)
    with pytest.raises(Refused, match="into itself"):
        merge(case, case, by=staff)
    with pytest.raises(PermissionDenied):
        merge(case, authority_for("100 F.3d 1"), by=student)
    assert Authority.objects.filter(merged_into__isnull=False).count() == 0


def test_the_page_of_an_edition_stays_frozen(student, attorney, staff):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    page = edition.page
    merge(Authority.objects.get(slug="883-f2d-788"), authority_for("100 F.3d 1"), by=staff)
    assert Edition.objects.get().page == page
