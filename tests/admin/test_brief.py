"""Writing a brief: its form, its holdings and pins, and what the form says no to."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Annotation, Brief, Holding
from briefs.workflow.comment import comment
from briefs.workflow.publish import publish
from briefs.workflow.submit import submit
from tests.admin.forms import filled, new_holding, said
from tests.rows import TEXT, make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db


def form_of(brief: Brief) -> str:
    return reverse("admin:briefs_brief_change", args=[brief.pk])


def way(client: Client, brief: Brief) -> str:
    return client.get(form_of(brief)).content.decode().partition('id="way"')[2].partition("</section>")[0]


def add_holding(brief: Brief, number: int, answer: str) -> Holding:
    return Holding.objects.create(brief=brief, number=number, answer=answer, outcome="none", weight="dicta")


def answers(brief: Brief) -> list[str]:
    return list(brief.holdings.order_by("number").values_list("answer", flat=True))


def reasons(answer) -> str:
    context = answer.context
    found = list(context["adminform"].form.non_field_errors())
    for inline in context["inline_admin_formsets"]:
        found += inline.formset.non_form_errors()
        found += [str(error) for form in inline.formset.forms for error in form.errors.values()]
    return "\n".join(found)


@pytest.fixture
def brief(student) -> Brief:
    return make_brief(make_opinion(student), student, submitted=False)


def test_holdings_change_places_in_one_save(as_student: Client, brief: Brief):
    first = brief.holdings.get().answer
    add_holding(brief, 2, "Second.")
    sent = filled(as_student.get(form_of(brief)), **{"holdings-0-number": 2, "holdings-1-number": 1})
    assert as_student.post(form_of(brief), sent).status_code == 302
    assert answers(brief) == ["Second.", first]


def test_a_holding_without_a_number_becomes_the_next(as_student: Client, brief: Brief):
    sent = filled(as_student.get(form_of(brief)), **new_holding(1, answer="Another."), **{"holdings-TOTAL_FORMS": 2})
    assert as_student.post(form_of(brief), sent).status_code == 302
    assert answers(brief)[1] == "Another."


def test_the_same_number_twice_is_refused(as_student: Client, brief: Brief):
    add_holding(brief, 2, "Second.")
    answer = as_student.post(form_of(brief), filled(as_student.get(form_of(brief)), **{"holdings-1-number": 1}))
    assert answer.status_code == 200
    assert "Two holdings have the number 1" in reasons(answer)


def test_pins_are_set_and_taken_away_with_their_holding(as_student: Client, student, brief: Brief):
    second = mark(brief.opinion, student, "timely petition for review")
    sent = filled(as_student.get(form_of(brief)), **{"holdings-0-passages": [second.pk]})
    assert as_student.post(form_of(brief), sent).status_code == 302
    assert [pin.annotation for pin in brief.holdings.get().pins.all()] == [second]
    sent = filled(as_student.get(form_of(brief)), **{"holdings-0-passages": None})
    assert as_student.post(form_of(brief), sent).status_code == 302
    assert not brief.holdings.get().pins.exists()


def test_weight_and_pins_may_change_together_though_neither_fits_alone(as_staff: Client, staff):
    opinion = make_opinion(staff)
    brief = make_brief(opinion, staff, submitted=False)
    text = "Petitioner v. Respondent\n\nJudge, dissenting:\n\nI would deny it all.\n"
    dissent = make_opinion(staff, text=text, name="dissent.txt")
    dissent.case, dissent.kind, dissent.position = opinion.case, "dissent", 1
    dissent.save()
    apart = mark(dissent, staff, "I would deny it all.")
    changes = {"holdings-0-weight": "dissent", "holdings-0-outcome": "none", "holdings-0-passages": [apart.pk]}
    answer = as_staff.post(form_of(brief), filled(as_staff.get(form_of(brief)), **changes))
    assert answer.status_code == 302
    assert brief.holdings.get().weight == "dissent"


def test_a_weight_that_does_not_fit_the_pin_comes_back_with_a_sentence_and_nothing_is_lost(as_student: Client, student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    sent = filled(as_student.get(form_of(brief)), facts="Newly typed.", **{"holdings-0-weight": "dissent"})
    answer = as_student.post(form_of(brief), sent)
    assert answer.status_code == 200
    assert "Holding 1 weighs “dissent”, but its pin is lead in the voice “court”." in reasons(answer)
    assert "Newly typed." in answer.content.decode()
    brief.refresh_from_db()
    assert brief.facts != "Newly typed."


def test_words_of_the_agency_support_no_holding(as_student: Client, student, brief: Brief):
    agency = mark(brief.opinion, student, "found no nexus", voice="agency", kind="quotation")
    sent = filled(as_student.get(form_of(brief)), **{"holdings-0-passages": [agency.pk]})
    assert "in the voice “agency”" in reasons(as_student.post(form_of(brief), sent))


def test_a_passage_of_another_case_is_not_offered(as_student: Client, student, brief: Brief):
    other = make_opinion(student, text="Some v. Other\n\nOPINION\n\nQuite another matter.\n", name="o.txt")
    foreign = mark(other, student, "Quite another matter.")
    sent = filled(as_student.get(form_of(brief)), **{"holdings-0-passages": [foreign.pk]})
    assert "is not one of the available choices" in reasons(as_student.post(form_of(brief), sent))


def test_a_question_that_was_not_reached_has_no_outcome(as_student: Client, brief: Brief):
    changes = {"holdings-0-weight": "not_reached", "holdings-0-outcome": "government"}
    answer = as_student.post(form_of(brief), filled(as_student.get(form_of(brief)), **changes))
    assert "A question that was not reached has no outcome." in reasons(answer)


def test_in_a_dissent_a_holding_is_not_offered(as_student: Client, student):
    opinion = make_opinion(student, opinion_kind="dissent")
    brief = make_brief(opinion, student, weight="dissent", submitted=False)
    shown = as_student.get(form_of(brief)).context["inline_admin_formsets"][0].formset.forms[0]
    assert [value for value, _ in shown.fields["weight"].choices] == ["concurrence", "dissent"]


def test_passages_to_choose_from_are_masked_and_escaped(as_student: Client, student):
    text = "A v. B\n\nOPINION\n\nThe petitioner, No. A75 836 651, said <script>alert(1)</script> twice.\n"
    opinion = make_opinion(student, text=text)
    brief = make_brief(make_opinion(student), student, submitted=False)
    brief.opinion = opinion
    brief.holdings.all().delete()
    brief.save()
    mark(opinion, student, "The petitioner, No. A75 836 651, said <script>alert(1)</script> twice.")
    page = as_student.get(form_of(brief)).content.decode()
    assert "███ ███ ███" in page
    assert "A75 836 651" not in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_brief_is_begun_from_its_opinion_with_a_title(as_student: Client, student):
    opinion = make_opinion(student)
    add = reverse("admin:briefs_brief_add")
    answer = as_student.post(add, {"opinion": opinion.pk, "title": "A second look"}, follow=True)
    brief = Brief.objects.get()
    assert answer.redirect_chain[-1][0] == form_of(brief)
    assert (brief.author, brief.title, brief.slug) == (student, "A second look", "petitioner-v-respondent")


def test_the_checklist_is_what_refuses(as_student: Client, as_attorney: Client, student):
    brief = make_brief(make_opinion(student), student, facts="He said “a thing nobody said.”", reasoning="")
    Annotation.objects.get().pins.all().delete()
    shown = as_student.get(form_of(brief)).context["missing"]
    assert len(shown) == 3
    refused = as_attorney.post(reverse("admin:briefs_brief_publish", args=[brief.pk]), follow=True)
    for sentence in shown:
        assert f"<li>{sentence}</li>" in said(refused)
        assert sentence in refused.content.decode()


def test_what_would_be_refused_is_not_the_button_that_stands_out(as_student: Client, as_attorney: Client, student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    loud = re.compile(r'<button type="submit" class="button">([^<]+)<')
    assert loud.findall(way(as_student, brief)) == ["Submit for review"]
    submit(brief, by=student)
    assert loud.findall(way(as_attorney, brief)) == ["Approve and publish"]
    brief.facts = ""
    brief.save()
    shown = way(as_attorney, brief)
    assert loud.findall(shown) == ["Return to the author"]
    assert "Approving and publishing are refused while" in shown


def test_who_may_publish_is_told_of_comments_that_nobody_resolved(
    as_student: Client, as_attorney: Client, student, attorney
):
    brief = make_brief(make_opinion(student), student)
    comment(brief, by=attorney, text="Add the date.", field="facts")
    told = '<a href="#open-comments">1 comment</a> is not resolved.'
    assert told in way(as_attorney, brief)
    assert told not in way(as_student, brief)


def test_a_brief_goes_back_and_comes_again(as_student: Client, as_attorney: Client, student):
    brief = make_brief(make_opinion(student), student)
    back, again = (reverse(f"admin:briefs_brief_{verb}", args=[brief.pk]) for verb in ("return", "submit"))
    assert "Say what is to be mended." in said(as_attorney.post(back, {"because": " "}, follow=True))
    as_attorney.post(back, {"because": "The facts <b>need</b> a date."})
    page = as_student.get(form_of(brief)).content.decode()
    assert "The facts &lt;b&gt;need&lt;/b&gt; a date." in page
    assert "Submitted" in said(as_student.post(again, follow=True))
    assert "in review already" in said(as_attorney.post(again, follow=True))


def test_publishing_then_withdrawing(as_attorney: Client, student):
    brief = make_brief(make_opinion(student), student)
    publish, withdraw = (reverse(f"admin:briefs_brief_{verb}", args=[brief.pk]) for verb in ("publish", "withdraw"))
    shown = as_attorney.post(publish, follow=True)
    assert "Edition 1 of" in shown.content.decode()
    assert f'<a href="/briefs/{brief.slug}/">This edition</a> is the live page now.' in said(shown)
    assert "readers are shown" in said(as_attorney.post(withdraw, {"because": ""}, follow=True))
    gone = as_attorney.post(withdraw, {"because": "The court amended its opinion."}, follow=True)
    assert "was withdrawn on" in gone.content.decode()
    assert "The brief is not published." in said(as_attorney.post(withdraw, {"because": "Again."}, follow=True))


def test_the_queries_of_the_form_do_not_grow_with_holdings(as_student: Client, brief: Brief, student):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number in (2, 7):
        for n in range(number, number + 5):
            add_holding(brief, n, f"Answer {n}.")
        with CaptureQueriesContext(connection) as queries:
            as_student.get(form_of(brief))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_brief_keeps_its_opinion_and_its_author(as_staff: Client, staff, student, brief: Brief):
    other = make_opinion(student, text=f"{TEXT}\nAnother.\n", name="another.txt", short_name="Another v. Respondent")
    page = reverse("admin:briefs_brief_change", args=[brief.pk])
    sent = filled(as_staff.get(page), facts="By staff.") | {"opinion": str(other.pk), "author": str(staff.pk)}
    assert as_staff.post(page, sent).status_code == 302
    now = Brief.objects.get(pk=brief.pk)
    assert (now.facts, now.opinion, now.author) == ("By staff.", brief.opinion, student)


def test_a_save_does_not_undo_what_happened_to_the_brief_meanwhile(as_staff, student, attorney):
    brief = make_brief(make_opinion(student), student)
    address = reverse("admin:briefs_brief_change", args=[brief.pk])
    form = filled(as_staff.get(address))
    publish(brief, by=attorney)
    as_staff.post(address, form | {"country": "Russia"})
    brief.refresh_from_db()
    assert brief.state == "published"


def test_the_list_says_which_brief_was_changed_since_its_edition(as_attorney: Client, student, attorney):
    opinion = make_opinion(student)
    for title in ("Left alone", "Rewritten"):
        publish(make_brief(opinion, student, title=title), by=attorney)
    brief = Brief.objects.get(title="Rewritten")
    brief.facts = "Other facts."
    brief.save()
    rows = as_attorney.get(reverse("admin:briefs_brief_changelist")).context["cl"].result_list
    said = {row.title: row.standing for row in rows}
    assert said == {"Left alone": "Published", "Rewritten": "Published; changed since edition 1"}
