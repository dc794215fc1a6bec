"""Two briefs side by side: the samples' own pages, and small made ones."""

import pytest
from django.utils import timezone

from briefs.models import Edition
from briefs.reading.beside import beside
from briefs.reading.related import related

KAPTSOV, CHOUCHKOV = "kaptsov-v-ashcroft", "chouchkov-v-ins"


@pytest.fixture
def editions(samples, db):
    return {one.slug: one for one in Edition.objects.current()}


def test_the_dissent_and_the_ninth_circuit_s_opinion_share_a_statute_and_issues_but_no_case(editions):
    shown = beside(editions[KAPTSOV].page, editions[CHOUCHKOV].page)
    cites = [line["cite"] for _, lines in shown.authorities for line in lines]
    assert "8 U.S.C. § 1101(a)(42)(A)" in cites
    assert not shown.shares_a_case
    assert {"imputed-political-opinion", "substantial-evidence"} <= {row.issue["slug"] for row in shown.issues}
    facets = {one.label: one for one in shown.facets}
    assert facets["Country"].is_same
    assert facets["Country"].first == "Russia"
    assert not facets["Court"].is_same
    assert facets["Publication"].first == "not given in source"


def test_what_they_share_does_not_depend_on_which_comes_first(editions):
    one, other = editions[KAPTSOV].page, editions[CHOUCHKOV].page
    there, back = beside(one, other), beside(other, one)
    assert there.shared_authorities == back.shared_authorities
    assert {row.issue["slug"] for row in there.issues} == {row.issue["slug"] for row in back.issues}
    assert there.authorities_apart == tuple(reversed(back.authorities_apart))


def test_the_page_says_it_in_words_and_related_briefs_lead_to_it(editions, anyone):
    page = anyone.get(f"/briefs/compare/?a={KAPTSOV}&b={CHOUCHKOV}").content.decode()
    assert "No case is cited in both opinions." in page
    brief = anyone.get(f"/briefs/{KAPTSOV}/").content.decode()
    assert f"/briefs/compare/?a={KAPTSOV}&amp;b={CHOUCHKOV}" in brief
    assert {one.edition.slug for one in related(editions[KAPTSOV])} == {CHOUCHKOV, "balachova-v-mukasey"}


def test_the_voices_that_are_not_the_court_s_are_left_out_on_request(editions, anyone):
    page = anyone.get("/briefs/balachova-v-mukasey/").content.decode()
    assert 'class="voices"' in page
    at = page.index("couldn’t hit somebody for no reason at all")
    assert 'class="proved other-voice"' in page[at - 300 : at]
    assert "[words of a witness]" in page[at : at + 200]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 200),
        (f"?a={KAPTSOV}", 200),
        (f"?a={KAPTSOV}&b={KAPTSOV}", 200),
        (f"?a={KAPTSOV}&b=no-such-brief", 404),
    ],
)
def test_two_briefs_are_needed(editions, anyone, query, status):
    answer = anyone.get(f"/briefs/compare/{query}")
    assert answer.status_code == status
    assert b"Issues both are on" not in answer.content


def test_a_withdrawn_brief_is_neither_offered_nor_compared(editions, anyone):
    Edition.objects.filter(slug=CHOUCHKOV).update(withdrawn_at=timezone.now(), withdrawn_because="Reversed.")
    assert anyone.get(f"/briefs/compare/?a={KAPTSOV}&b={CHOUCHKOV}").status_code == 404
    assert CHOUCHKOV not in anyone.get("/briefs/compare/").content.decode()
