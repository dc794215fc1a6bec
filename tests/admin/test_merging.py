"""Merging two authorities in the admin: shown before it is done, refused in sentences."""

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Authority
from briefs.workflow.cite import authority_for
from briefs.workflow.publish import publish
from tests.admin.forms import filled, said
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority(student, attorney) -> Authority:
    publish(make_brief(make_opinion(student), student), by=attorney)
    return Authority.objects.get(slug="883-f2d-788")


def at(name: str, authority: Authority) -> str:
    return reverse(f"admin:briefs_authority_{name}", args=[authority.pk])


def test_what_would_move_is_shown_and_then_moved(as_staff: Client, anyone: Client, authority: Authority):
    stays = authority_for("100 F.3d 1", name="Another v. INS")
    page = as_staff.get(at("merge", authority), {"cite": "100 f3d 1"}).content.decode()
    assert "1 citation and 1 edition of published briefs" in page
    assert "Another v. INS, 100 F.3d 1" in page
    authority.refresh_from_db()
    assert authority.merged_into is None  # a look changes nothing
    assert "Merged: 883 F.2d 788 is 100 F.3d 1 now" in said(
        as_staff.post(at("merge", authority), {"into": stays.pk}, follow=True)
    )
    authority.refresh_from_db()
    assert authority.merged_into == stays
    assert anyone.get(authority.get_absolute_url())["Location"] == stays.get_absolute_url()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("999 F.2d 1", "“999 F.2d 1” names no one authority that is here"),
        ("", "names no one authority"),
        ("nonsense", "names no one authority"),
    ],
)
def test_what_is_not_here_is_said_and_not_made(as_staff: Client, authority: Authority, typed: str, sentence: str):
    before = Authority.objects.count()
    assert sentence in said(as_staff.get(at("merge", authority), {"cite": typed}, follow=True))
    assert Authority.objects.count() == before


def test_what_cannot_be_one_is_refused_on_the_authority_s_own_page(as_staff: Client, authority: Authority):
    statute = Authority.objects.get(slug="8-usc-1158-b-1")
    for into, sentence in ((statute, "they cannot be one"), (authority, "into itself")):
        answer = as_staff.post(at("merge", authority), {"into": into.pk}, follow=True)
        assert sentence in said(answer)
        assert answer.redirect_chain[-1][0] == at("change", authority)


def test_what_was_merged_is_not_merged_again(as_staff: Client, authority: Authority):
    stays, third = authority_for("100 F.3d 1"), authority_for("101 F.3d 1")
    as_staff.post(at("merge", authority), {"into": stays.pk})
    assert "was merged into" in said(as_staff.post(at("merge", authority), {"into": third.pk}, follow=True))
    assert "Merge into" not in as_staff.get(at("change", authority)).content.decode()


@pytest.mark.parametrize("named", ["", "x", "0", "²"])
def test_a_merge_into_nothing_is_no_page(as_staff: Client, authority: Authority, named: str):
    assert as_staff.post(at("merge", authority), {"into": named}).status_code == 404


def test_only_staff_and_attorneys_merge(as_student: Client, as_attorney: Client, authority: Authority):
    stays = authority_for("100 F.3d 1")
    for answer in (as_student.get(at("merge", authority)), as_student.post(at("merge", authority), {"into": stays.pk})):
        assert answer.status_code == 403
    authority.refresh_from_db()
    assert authority.merged_into is None
    assert "Merge into" not in as_student.get(at("change", authority)).content.decode()
    assert "Merge into" in as_attorney.get(at("change", authority)).content.decode()


def test_the_form_itself_does_not_merge(as_staff: Client, authority: Authority):
    shown = as_staff.get(at("change", authority))
    assert "merged_into" not in shown.context["adminform"].form.fields
    sent = filled(shown, merged_into=authority_for("100 F.3d 1").pk)
    assert as_staff.post(at("change", authority), sent).status_code == 302
    authority.refresh_from_db()
    assert authority.merged_into is None
