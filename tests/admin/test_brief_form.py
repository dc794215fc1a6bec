"""How the form of a brief reads: its order, its words for what the court held and did not, its buttons and folds."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Brief, Issue, LawFlag
from briefs.workflow.publish import publish
from briefs.workflow.submit import submit
from tests.admin.forms import filled, said
from tests.rows import HELD, make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db
QUEUE = "/admin/briefs/brief/queue/"
BUTTONS = ("Submit for review", "Approve", "Publish", "Return to the author", "Withdraw")


def form_of(brief: Brief) -> str:
    return reverse("admin:briefs_brief_change", args=[brief.pk])


def shown(client: Client, where: str) -> str:
    return client.get(where).content.decode()


def buttons(page: str) -> list[str]:
    found = [words.strip() for words in re.findall(r'<button type="submit" class="button[^"]*">([^<]+)</button>', page)]
    return [words for words in found if words.startswith(BUTTONS)]


@pytest.mark.parametrize(
    ("notes", "parts"),
    [
        (["Overruled since."], ["way", "later-law", "propositions", "sections", "details"]),
        ([], ["way", "propositions", "sections", "later-law", "details"]),
    ],
)
def test_what_an_attorney_looks_at_comes_first(as_attorney: Client, student, notes: list[str], parts: list[str]):
    brief = make_brief(make_opinion(student), student)
    for note in notes:
        brief.law_flags.create(kind="overruled", note=note)
    page = shown(as_attorney, form_of(brief))
    places = [page.index(f'id="{part}"') for part in parts]
    assert places == sorted(places)
    assert [page.count(f'href="#{part}"') >= 1 for part in parts] == [True] * 5


def test_the_buttons_are_those_of_the_state(as_attorney: Client, student, attorney):
    brief = make_brief(make_opinion(student), student, submitted=False)
    assert buttons(shown(as_attorney, form_of(brief))) == ["Submit for review"]
    submit(brief, by=student)
    assert buttons(shown(as_attorney, form_of(brief))) == [
        "Approve and publish",
        "Approve",
        "Return to the author",
    ]
    publish(brief, by=attorney)
    page = shown(as_attorney, form_of(brief))
    assert buttons(page) == ["Withdraw"]
    assert "can be published" not in page
    brief.refresh_from_db()
    brief.facts = "Rewritten."
    brief.save()
    page = shown(as_attorney, form_of(brief))
    assert "Published; changed since edition 1" in page
    submit(brief, by=student)
    assert "Approve and publish edition 2" in buttons(shown(as_attorney, form_of(brief)))


def test_unchecked_law_is_said_before_the_button(as_attorney: Client, student):
    brief = make_brief(make_opinion(student), student)
    LawFlag.objects.create(brief=brief, kind="check", note="Look again.")
    page = shown(as_attorney, form_of(brief))
    warned, button = page.index("The law has not been checked."), page.index(">Approve and publish<")
    assert warned < button
    assert "1 change of law is noted" in page


def test_a_dissent_has_propositions_wherever_the_desk_speaks_of_them(as_attorney: Client, student):
    opinion = make_opinion(student, opinion_kind="dissent")
    brief = make_brief(opinion, student, weight="dissent")
    desk = reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
    assert "proposition 1 (dissent) of" in shown(as_attorney, desk)
    assert "1 proposition" in shown(as_attorney, QUEUE)
    assert "1 proposition" in shown(as_attorney, "/admin/briefs/brief/")
    page = shown(as_attorney, form_of(brief))
    assert "Add another Proposition" in page
    for here in (page, shown(as_attorney, QUEUE), shown(as_attorney, desk)):
        assert not re.search(r"holding 1\b|1 holding|Another Holding", here, re.IGNORECASE)
    brief.holdings.all().delete()
    assert "The brief has no proposition." in shown(as_attorney, form_of(brief))


def test_a_holding_is_headed_by_its_question_in_plain_words(as_student: Client, student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    question = "Does *Maldonado-Cruz v. INS* reach a person who stayed neutral among armed factions " + "again " * 30
    brief.holdings.update(question=f"{question}?")
    page = shown(as_student, form_of(brief))
    heading = re.search(r"<summary><h3>(.+?)</h3>", page)
    assert heading is not None
    assert re.sub(r"<[^>]+>", "", heading[1]) == "1. " + " ".join(f"{question}?".replace("*", "").split())


def test_a_holding_shows_the_passages_it_is_pinned_to_and_the_others_are_listed_once(as_student: Client, student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student, submitted=False)
    for words in ("found no nexus", "timely petition", "past persecution", "future fear", "lies with", "grant the"):
        mark(opinion, student, words)
    page = shown(as_student, form_of(brief))
    assert page.count('name="holdings-0-passages"') == 1
    listed = re.search(r'<ol class="listed-passages"[^>]*>(.*?)</ol>', page, re.DOTALL)
    assert listed is not None
    assert re.findall(r'<li value="(\d)"', listed[1]) == list("1234567")
    assert "“found no nexus”" in listed[1]


def test_without_scripts_passages_are_pinned_by_their_numbers(as_student: Client, student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student, submitted=False)
    first = mark(opinion, student, "found no nexus")
    wrong = filled(as_student.get(form_of(brief)), **{"holdings-0-also": "9"})
    assert "The list has no passage 9" in as_student.post(form_of(brief), wrong).content.decode()
    sent = filled(as_student.get(form_of(brief)), **{"holdings-0-also": "1"})
    assert as_student.post(form_of(brief), sent).status_code == 302
    pins = brief.holdings.get().pins.order_by("position")
    assert [pin.annotation.quote for pin in pins] == [first.quote, HELD]


def test_what_is_to_be_mended_is_open(as_student: Client, student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    assert "<details open>" not in shown(as_student, form_of(brief))
    sent = filled(as_student.get(form_of(brief)), **{"holdings-0-answer": ""})
    assert "<details open>" in as_student.post(form_of(brief), sent).content.decode()


def test_the_queue_says_since_when_and_leaves_out_what_is_published(as_attorney: Client, student, attorney):
    opinion = make_opinion(student)
    publish(make_brief(opinion, student, title="Published and left alone"), by=attorney)
    make_brief(opinion, student, title="Waits")
    page = shown(as_attorney, QUEUE)
    assert "Published and left alone" not in page
    assert re.search(r"Submitted just now, on [A-Z][a-z]+ \d+, \d{4}, \d+:\d\d [ap]\.m\.", page)


def test_without_scripts_issues_are_ticked_or_named(as_student: Client, student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    page = shown(as_student, form_of(brief))
    speculation, nexus = (Issue.objects.get(slug=slug) for slug in ("speculation", "nexus"))
    assert f'name="holdings-0-issues" value="{speculation.pk}" checked> {speculation.name}</label>' in page
    assert page.count(f">{nexus.name}<") == 0  # it stands in the list of all issues, with its box before it
    sent = filled(
        as_student.get(form_of(brief)),
        **{"holdings-0-issues": [str(speculation.pk), "nexus (“on account of”); Remand"]},
    )
    assert as_student.post(form_of(brief), sent).status_code == 302
    names = set(brief.holdings.get().issues.values_list("name", flat=True))
    assert names == {speculation.name, nexus.name, "Remand"}
    wrong = filled(as_student.get(form_of(brief)), **{"holdings-0-issues": "Remand; Witchcraft"})
    again = as_student.post(form_of(brief), wrong)
    assert "No issue is called “Witchcraft”" in again.content.decode()
    assert 'value="Remand; Witchcraft" list="issue-names"' in again.content.decode()


def test_the_list_of_issues_stands_once_on_the_page(as_student: Client, student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    few = len(as_student.get(form_of(brief)).content)
    for number in range(2, 12):
        brief.holdings.create(number=number, answer="Yes.", outcome="split")
    assert len(as_student.get(form_of(brief)).content) - few < 10 * 9_000


def test_marked_holdings_are_written_with_one_press(as_student: Client, student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    mark(brief.opinion, student, "found no nexus", kind="holding")
    page = shown(as_student, form_of(brief))
    assert "1 passage is marked as a holding and supports none yet." in page
    press = reverse("admin:briefs_brief_hold_marked", args=[brief.pk])
    assert "Written: 1 holding from the marked passages" in as_student.post(press, follow=True).content.decode()
    assert [one.answer for one in brief.holdings.filter(number=2)] == ["“found no nexus”"]
    assert press not in shown(as_student, form_of(brief))


def test_a_brief_without_holdings_says_what_submitting_needs(as_student: Client, student):
    brief = make_brief(make_opinion(student), student, submitted=False)
    assert "Next: submit it" in shown(as_student, form_of(brief))
    brief.holdings.all().delete()
    page = shown(as_student, form_of(brief))
    assert "Write at least one holding before submitting the brief." in page
    assert "It can be submitted as it is" not in page
    assert "Next: submit it" not in page


@pytest.mark.parametrize(("button", "goes_on"), [("_continue", True), ("_save", False)])
def test_a_save_is_told_shortly(as_student: Client, student, button: str, goes_on: bool):
    brief = make_brief(make_opinion(student), student, submitted=False)
    sent = filled(as_student.get(form_of(brief)), facts="Other facts.", **{button: "yes"})
    page = as_student.post(form_of(brief), sent, follow=True)
    assert said(page) == f"{brief} is saved."
    assert (page.request["PATH_INFO"] == form_of(brief)) is goes_on


def test_who_may_only_read_a_brief_reads_its_prose_set_and_what_holdings_rest_on(as_student: Client, student):
    brief = make_brief(make_opinion(student), student, facts="He, *Smith*, of A75 836 651, said so.\n\n> Thus.")
    page = shown(as_student, form_of(brief))
    assert "He, <em>Smith</em>, of" in page
    assert "A75 836 651" not in page
    assert "<blockquote><p>Thus.</p></blockquote>" in page
    assert "*Smith*" not in page
    assert "conjecture" in page.partition("<label>Pinned to</label>")[2].partition("</ul>")[0]
    assert '<textarea name="facts"' not in page
    brief.holdings.get().delete()
    assert "New holding" not in shown(as_student, form_of(brief))  # nor is there one to be written
