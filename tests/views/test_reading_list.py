"""The reading list: briefs chosen in the address, in its order."""

import pytest
from django.urls import reverse

from briefs.models import LawFlag
from briefs.workflow.withdraw import withdraw
from tests.rows import republish
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db


def listed(client, *slugs: str) -> str:
    answer = client.get(reverse("reading-list"), {"brief": slugs})
    assert answer.status_code == 200
    return answer.content.decode()


def test_briefs_stand_in_the_order_of_the_address_each_once(anyone, student, attorney):
    one, two = published(student, attorney), published_dissent(student, attorney)
    page = listed(anyone, two.slug, one.slug, two.slug)
    assert page.index(f'id="brief-{two.pk}"') < page.index(f'id="brief-{one.pk}"')
    assert page.count(f'id="brief-{two.pk}"') == 1
    assert f'?brief={one.slug}" data-take-off="{two.slug}"' in page


def test_a_dissent_says_what_it_is_and_later_law_stands_over_the_holdings(anyone, student, attorney):
    dissent = published_dissent(student, attorney)
    LawFlag.objects.create(brief=dissent.brief, kind="limited", note="Later law.")
    dissent = republish(dissent.brief, by=attorney)
    page = listed(anyone, dissent.slug)
    assert "The majority opinion is not in this library." in page
    assert page.index("Later law") < page.index("Propositions of the dissent")
    assert ">Holdings<" not in page


def test_what_is_withdrawn_or_unknown_is_counted_and_not_shown(anyone, student, attorney):
    edition = published(student, attorney)
    withdraw(edition.brief, by=attorney, because="Wrong.")
    page = listed(anyone, edition.slug, "no-such-brief")
    assert "2 of those it names are not published." in page
    assert "conjecture" not in page


def test_a_list_that_is_too_long_says_so(anyone, student, attorney):
    edition = published(student, attorney)
    assert "The first 30 are shown." in listed(anyone, edition.slug, *(f"none-{n}" for n in range(40)))
    assert "Nothing is on this list." in listed(anyone)


def test_a_name_no_brief_can_have_is_counted_too(anyone, student, attorney):
    edition = published(student, attorney)
    assert "1 of those it names is not published." in listed(anyone, edition.slug, "a\0b")
    assert anyone.get(reverse("side-by-side"), {"a": edition.slug, "b": "a\0b"}).status_code == 404
