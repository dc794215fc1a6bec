"""What is decided is decided on what stands now, and two who decide at once never wait for each other in a ring."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from briefs.models import Authority, Brief, Opinion
from briefs.workflow.annotate import annotate
from briefs.workflow.approve import approve
from briefs.workflow.cite import authority_for
from briefs.workflow.hand_over import hand_over
from briefs.workflow.merge import merge
from briefs.workflow.publish import publish
from briefs.workflow.refusal import Refused
from briefs.workflow.release import release, unrelease
from briefs.workflow.submit import send_back, take_back
from briefs.workflow.withdraw import withdraw
from tests.rows import HELD, make_brief, make_opinion

pytestmark = pytest.mark.django_db
HOLDS = re.compile(r'^SELECT .* FROM "briefs_(\w+)".* FOR (?:NO KEY )?UPDATE', re.DOTALL)


def held(asked: CaptureQueriesContext) -> list[str]:
    """The tables whose rows are held, in order."""
    return [found.group(1) for query in asked.captured_queries if (found := HOLDS.match(query["sql"]))]


def test_the_opinion_is_held_before_the_brief(student, attorney):
    brief = make_brief(make_opinion(student), student)
    verbs = {
        "annotate": lambda: annotate(brief.opinion, by=attorney, quote=HELD, kind="rule", used_in=brief),
        "publish": lambda: publish(brief, by=attorney),
        "withdraw": lambda: withdraw(brief, by=attorney, because="Amended."),
    }
    for name, verb in verbs.items():
        with CaptureQueriesContext(connection) as asked:
            verb()
        assert [one for one in held(asked) if one in ("opinion", "brief")][:2] == ["opinion", "brief"], name


@pytest.mark.parametrize("verb", [release, unrelease])
def test_an_opinion_is_held_before_anything_is_asked_about_it(student, staff, verb):
    opinion = make_opinion(student)
    with CaptureQueriesContext(connection) as asked:
        verb(opinion, by=staff)
    ours = [query["sql"] for query in asked.captured_queries if '"briefs_' in query["sql"]]
    assert HOLDS.match(ours[0])


@pytest.mark.parametrize(
    ("meanwhile", "decided", "why"),
    [
        (take_back, approve, "has not been submitted"),
        (take_back, lambda brief, by: send_back(brief, by=by, because="Mend it."), "Only a brief in review"),
        (approve, take_back, "Only a brief in review"),
        (publish, approve, "has not been submitted"),
    ],
)
def test_a_decision_is_made_on_where_the_brief_stands_now(student, attorney, meanwhile, decided, why):
    brief = make_brief(make_opinion(student), student)
    seen = Brief.objects.get(pk=brief.pk)
    meanwhile(brief, by=attorney)
    with pytest.raises(Refused, match=why):
        decided(seen, by=attorney)


def test_a_brief_handed_to_an_attorney_meanwhile_is_not_theirs_to_publish(student, staff, attorney):
    brief = make_brief(make_opinion(student), student)
    seen = Brief.objects.get(pk=brief.pk)
    hand_over(brief, by=staff, to=attorney)
    with pytest.raises(PermissionDenied, match="never their own"):
        publish(seen, by=attorney)


def test_who_released_first_stays_named(student, staff, attorney):
    opinion = make_opinion(student)
    seen = Opinion.objects.get(pk=opinion.pk)
    release(opinion, by=staff)
    release(seen, by=attorney)
    assert Opinion.objects.get(pk=opinion.pk).released_by == staff


def test_two_authorities_are_not_merged_into_each_other(student, staff):
    make_opinion(student)
    one, other = Authority.objects.get(slug="883-f2d-788"), authority_for("100 F.3d 1")
    seen = Authority.objects.get(pk=one.pk), Authority.objects.get(pk=other.pk)
    merge(one, other, by=staff)
    with pytest.raises(Refused, match="into itself"):
        merge(seen[1], seen[0], by=staff)
    assert list(Authority.objects.filter(merged_into__isnull=False)) == [one]
