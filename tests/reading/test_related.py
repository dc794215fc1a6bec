"""Briefs that share issues and authorities, and why."""

import pytest

from briefs.reading.related import related
from briefs.workflow.withdraw import withdraw
from tests.rows import TEXT, make_brief, make_opinion
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db


def test_what_shares_most_comes_first_with_its_reasons(student, attorney):
    edition = published(student, attorney)
    less = published_dissent(student, attorney)
    most = published(student, attorney, number=1)
    found = related(edition)
    assert [one.edition.pk for one in found] == [most.pk, less.pk]
    assert "Nexus (“on account of”)" in found[0].why
    assert any("Maldonado-Cruz" in name for name in found[0].why)
    assert "8 U.S.C. § 1158(b)(1)" in found[0].authorities
    assert "8 U.S.C. § 1158(b)(1)" not in found[1].authorities


def test_drafts_withdrawn_briefs_and_the_brief_itself_are_not_related(student, attorney, django_assert_num_queries):
    edition = published(student, attorney)
    make_brief(make_opinion(student, text=f"{TEXT}\nDraft.\n", name="d.txt"), student, submitted=False)
    other = published(student, attorney, number=1)
    with django_assert_num_queries(1):
        assert [one.edition for one in related(edition)] == [other]
    withdraw(other.brief, by=attorney, because="Wrong.")
    assert related(edition) == []
