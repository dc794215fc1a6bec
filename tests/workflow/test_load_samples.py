"""The three sample briefs go through the real workflow."""

import pytest

from briefs.models import Annotation, Citation, Edition, Opinion
from briefs.workflow.load_samples import demo_people, load_samples
from briefs.workflow.refusal import Refused

pytestmark = pytest.mark.django_db


def test_demonstration_accounts_are_made_only_where_debug_is_on():
    with pytest.raises(Refused, match="only where DEBUG is on"):
        demo_people()


def test_each_sample_is_published_once_and_loading_again_changes_nothing(settings):
    settings.DEBUG = True
    people = demo_people()
    assert [edition.slug for edition in load_samples(people)] == [
        "balachova-v-mukasey",
        "chouchkov-v-ins",
        "kaptsov-v-ashcroft",
    ]
    assert list(load_samples(demo_people())) == []
    assert Edition.objects.current().count() == Opinion.objects.released().count() == 3
    for edition in Edition.objects.all():
        assert edition.brief.author == people["student"]
        assert edition.published_by == people["attorney"]
        assert all(holding["pins"] for holding in edition.page["holdings"])
    assert all(
        mark.opinion.text[mark.start : mark.end] == mark.quote for mark in Annotation.objects.select_related("opinion")
    )
    kaptsov = Edition.objects.get(slug="kaptsov-v-ashcroft")
    assert set(kaptsov.holdings.values_list("weight", "is_separate")) == {("dissent", True)}
    assert kaptsov.page["case"]["court"] == kaptsov.page["case"]["decided"] == "not given in source"
    statute = set(
        Citation.objects.filter(authority__key__startswith="usc:8:1101:a.42").values_list("opinion__slug", flat=True)
    )
    assert statute == {"balachova-v-mukasey", "chouchkov-v-ins", "kaptsov-v-ashcroft"}
