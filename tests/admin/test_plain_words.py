"""The desk speaks as an office does: no name of a field in a label, a column's head, a filter or a title."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Annotation, Case, Edition, Opinion
from briefs.workflow.publish import publish
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db
ODD = ("Anchor state", "Is resolved", "Submitted at", "released at", "Decided precision", "Slug")
ODD_LABELS = re.compile(
    r"<(?:label|h1|summary|th)[^>]*>[^<]*\b(?:Position|Slug|Is current|Created at)\b", re.IGNORECASE
)
LISTS = ("annotation", "brief", "case", "court", "edition", "issue", "opinion", "source")


@pytest.fixture
def opinion(student, attorney) -> Opinion:
    opinion = make_opinion(student)
    publish(make_brief(opinion, student), by=attorney)
    return opinion


@pytest.mark.parametrize("name", LISTS)
def test_lists_have_plain_heads_and_titles(as_attorney: Client, opinion: Opinion, name: str):
    page = as_attorney.get(reverse(f"admin:briefs_{name}_changelist")).content.decode()
    assert [words for words in (*ODD, f"Select {name}") if words in page] == []
    assert not ODD_LABELS.search(page)
    assert re.search(rf"<h1>{name.capitalize()}s</h1>", page)


@pytest.mark.parametrize("model", [Annotation, Case, Edition, Opinion])
def test_forms_have_plain_labels(as_attorney: Client, opinion: Opinion, model: type):
    row = model.objects.first()
    page = as_attorney.get(reverse(f"admin:briefs_{model._meta.model_name}_change", args=[row.pk])).content.decode()
    assert [words for words in ODD if words in page] == []
    assert not ODD_LABELS.search(page)


def test_dates_are_written_one_way(as_attorney: Client, opinion: Opinion):
    for name in ("brief", "edition", "source"):
        page = as_attorney.get(reverse(f"admin:briefs_{name}_changelist")).content.decode()
        dates = re.findall(r"[A-Z][a-z]+\.? \d{1,2}, \d{4}, [\d:]+ ?[apm.]*", page)
        assert dates
        assert all(re.fullmatch(r"[A-Z][a-z]{2,} \d{1,2}, \d{4}, \d{1,2}:\d\d [ap]\.m\.", date) for date in dates)


def test_courts_stand_by_rank_and_circuit(as_attorney: Client, student):
    for number, court in enumerate(("ca10", "scotus", "ca9", "ca2", "bia")):
        make_opinion(student, text=f"A v. B\n\nOPINION\n\nCase {number}.\n", name=f"{number}.txt", court=court)
    answer = as_attorney.get(reverse("admin:briefs_case_changelist"))
    courts = next(spec for spec in answer.context["cl"].filter_specs if spec.title == "court")
    assert [pk for pk, _ in courts.lookup_choices] == ["scotus", "ca2", "ca9", "ca10", "bia"]
    circuits = as_attorney.get(reverse("admin:briefs_court_changelist")).context["cl"].filter_specs[1]
    numbers = [circuit for circuit in circuits.lookup_choices if circuit]
    assert numbers[:3] + numbers[9:] == ["1", "2", "3", "10", "11", "DC", "Fed"]
