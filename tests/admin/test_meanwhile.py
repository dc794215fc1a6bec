"""Two people have one form of the desk open: what each changed stays, what both changed is told to the later one."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Annotation, Case, CaseJudge, Issue
from tests.rows import make_opinion, mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(staff) -> Case:
    case = make_opinion(staff).case
    Case.objects.filter(pk=case.pk).update(caption="A v. B\nC, intervening", counsel="")
    CaseJudge.objects.create(case=case, name="Judge One", role="panel", position=0)
    return Case.objects.get(pk=case.pk)


def where(row) -> str:
    return reverse(f"admin:briefs_{row._meta.model_name}_change", args=[row.pk])


def as_shown(client: Client, row) -> dict[str, object]:
    """What a browser would send of the form as it is shown: every control of the page, hidden ones among them."""
    return sent_by(client.get(where(row)).content.decode())


def sent_by(page: str) -> dict[str, object]:
    from lxml import html

    form = next(one for one in html.fromstring(page).forms if "_form" in (one.get("id") or ""))
    fields: dict[str, object] = {}
    for name, value in form.form_values():
        fields[name] = [*fields[name], value] if name in fields else [value]  # type: ignore[misc]
    return {name: [line.replace("\n", "\r\n") for line in values] for name, values in fields.items()}  # type: ignore[union-attr]


def told(answer) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_what_each_of_two_changed_stays(as_staff: Client, as_attorney: Client, case: Case):
    early, late = as_shown(as_staff, case), as_shown(as_attorney, case)
    assert as_staff.post(where(case), early | {"short_name": "A v. Besson"}).status_code == 302
    assert as_attorney.post(where(case), late | {"counsel": "For the petitioner: a clinic."}).status_code == 302
    case.refresh_from_db()
    assert (case.short_name, case.counsel) == ("A v. Besson", "For the petitioner: a clinic.")
    assert case.caption == "A v. B\nC, intervening"


def test_what_both_changed_is_told_with_both_wordings_and_saved_when_meant(
    as_staff: Client, as_attorney: Client, case: Case
):
    early, late = as_shown(as_staff, case), as_shown(as_attorney, case)
    as_staff.post(where(case), early | {"short_name": "A v. Besson"})
    answer = as_attorney.post(where(case), late | {"short_name": "A v. Bessonova"})
    assert answer.status_code == 200
    assert "staff saved “A v. Besson” here while you were writing." in told(answer)
    case.refresh_from_db()
    assert case.short_name == "A v. Besson"
    shown = sent_by(answer.content.decode())
    assert shown["short_name"] == ["A v. Bessonova"]
    assert as_attorney.post(where(case), shown).status_code == 302
    case.refresh_from_db()
    assert case.short_name == "A v. Bessonova"


def test_the_same_words_from_both_are_no_quarrel(as_staff: Client, as_attorney: Client, case: Case):
    early, late = as_shown(as_staff, case), as_shown(as_attorney, case)
    for client, form in ((as_staff, early), (as_attorney, late)):
        assert client.post(where(case), form | {"short_name": "A v. Besson"}).status_code == 302


def test_a_number_that_another_saved_is_told_covered(as_staff: Client, as_attorney: Client, case: Case):
    late = as_shown(as_attorney, case)
    Case.objects.filter(pk=case.pk).update(caption="In re A 075 836 651")
    assert "836" not in told(as_attorney.post(where(case), late | {"caption": "In re X"}))


@pytest.mark.parametrize(
    ("field", "theirs", "mine", "words"),
    [
        ("court", "ca2", "ca1", "Second Circuit"),
        ("decided_on", "2001-02-03", "2002-02-03", "2001-02-03"),
        ("decided_precision", "year", "month", "saved “"),
        ("docket_numbers", "01-1\n01-2", "02-2", "01-1"),
        ("counsel", "Theirs", "Mine", "saved “Theirs”"),
        ("source_court", "PACER", "Westlaw", "saved “PACER”"),
    ],
)
def test_every_kind_of_field_tells(as_staff: Client, as_attorney: Client, case: Case, field, theirs, mine, words):
    early, late = as_shown(as_staff, case), as_shown(as_attorney, case)
    assert as_staff.post(where(case), early | {field: theirs}).status_code == 302, "saved first"
    answer = as_attorney.post(where(case), late | {field: mine})
    assert answer.status_code == 200
    assert words in told(answer)
    assert "while you were writing" in told(answer)


def test_a_judge_on_the_case_is_held_alike(as_staff: Client, as_attorney: Client, case: Case):
    early, late = as_shown(as_staff, case), as_shown(as_attorney, case)
    as_staff.post(where(case), early | {"judges-0-name": "Judge Won"})
    assert as_attorney.post(where(case), late | {"judges-0-title": "Chief Judge"}).status_code == 302
    judge = case.judges.get()
    assert (judge.name, judge.title) == ("Judge Won", "Chief Judge")


def test_a_judge_whom_another_took_away_comes_back_where_one_was_writing(as_attorney: Client, case: Case):
    second = CaseJudge.objects.create(case=case, name="Judge Two", role="panel", position=1)
    late = as_shown(as_attorney, case)
    case.judges.exclude(pk=second.pk).delete()
    answer = as_attorney.post(where(case), late | {"judges-0-name": "Judge Won"})
    assert "Somebody took away what you were changing." in told(answer)
    assert set(case.judges.values_list("name", flat=True)) == {"Judge Two"}
    assert as_attorney.post(where(case), sent_by(answer.content.decode())).status_code == 302
    assert set(case.judges.values_list("name", flat=True)) == {"Judge Two", "Judge Won"}


@pytest.mark.parametrize("ticked", [False, True])
def test_a_judge_whom_another_took_away_stays_away_where_nobody_was_writing(
    as_attorney: Client, case: Case, ticked: bool
):
    late = as_shown(as_attorney, case)
    case.judges.all().delete()
    late |= {"judges-0-DELETE": "on", "judges-0-name": "x"} if ticked else {}
    assert as_attorney.post(where(case), late | {"counsel": "A clinic."}).status_code == 302
    case.refresh_from_db()
    assert (case.counsel, case.judges.count()) == ("A clinic.", 0)


def test_a_mark_s_issues_and_note_are_held_alike(as_staff: Client, as_attorney: Client, staff):
    made = mark(make_opinion(staff), staff)
    nexus, asylum = Issue.objects.get(slug="nexus"), Issue.objects.get(slug="asylum")
    early, late = as_shown(as_staff, made), as_shown(as_attorney, made)
    assert as_staff.post(where(made), early | {"issues": [nexus.pk], "note": "Look."}).status_code == 302
    answer = as_attorney.post(where(made), late | {"issues": [asylum.pk]})
    assert "staff made another choice here" in told(answer)
    assert as_attorney.post(where(made), sent_by(answer.content.decode())).status_code == 302
    made = Annotation.objects.get(pk=made.pk)
    assert (list(made.issues.all()), made.note) == ([asylum], "Look.")
