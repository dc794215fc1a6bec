"""The opinion's reader, and the list of opinions."""

import re

import pytest
from django.urls import reverse

from briefs.models import Opinion
from briefs.workflow.correct import dismiss
from briefs.workflow.pin import pin
from briefs.workflow.release import release
from briefs.workflow.withdraw import withdraw
from tests.rows import make_opinion, mark, republish
from tests.views.editions import published, published_dissent, unreleased

pytestmark = pytest.mark.django_db

NOTED = "A paragraph calls a note.\n\nThe note says that 8 U.S.C. § 1158 governs."
NOTE_MARKS = [
    [0, 25, "paragraph", {"number": 1}],
    [25, 25, "call", {"number": "1"}],
    [27, len(NOTED), "footnote", {"number": "1"}],
]


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def test_paragraphs_are_numbered_links_to_themselves(anyone, student, attorney):
    page = read(anyone, published(student, attorney).opinion.get_absolute_url())
    numbers = re.findall(r'id="para-(\d+)"', page)
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert len(numbers) >= 3
    for number in numbers:
        assert f'class="para-number" href="#para-{number}"' in page


def test_what_a_published_brief_quotes_is_marked_and_leads_to_the_holding(anyone, student, attorney):
    edition = published(student, attorney)
    page = read(anyone, edition.opinion.get_absolute_url())
    assert re.search(r'<mark class="pin" aria-describedby="note-1">The Board&#x27;s reasoning amounts', page)
    assert f'<li id="note-1"><a href="/briefs/{edition.slug}/#holding-1">Holding 1</a>' in page


def test_a_withdrawn_brief_marks_nothing(anyone, student, attorney):
    edition = published(student, attorney)
    withdraw(edition.brief, by=attorney, because="Wrong.")
    assert '<mark class="pin"' not in read(anyone, edition.opinion.get_absolute_url())


def test_a_dissent_s_words_are_labelled_as_such(anyone, student, attorney):
    page = read(anyone, published_dissent(student, attorney).opinion.get_absolute_url())
    assert "The majority opinion is not in this library." in page
    assert ">Dissent 1</a>" in page
    assert "Holding" not in page.replace("Nothing here is a holding", "")
    assert "Dissent: not the court’s" in read(anyone, reverse("opinions"))


def test_citations_are_linked_and_lead_outside_where_nothing_is_held(anyone, student, attorney):
    page = read(anyone, published(student, attorney).opinion.get_absolute_url())
    assert 'class="cite" href="/authorities/883-f2d-788/"' in page
    assert "883 F.2d 788 at courtlistener.com" in page


def test_the_table_of_authorities_leads_to_the_paragraphs_that_cite(anyone, student, attorney):
    opinion = published(student, attorney).opinion
    page = read(anyone, opinion.get_absolute_url())
    table = page.split('id="authorities"')[1]
    assert table.index("Cases") < table.index("Maldonado-Cruz v. INS") < table.index("Statutes")
    assert '<a href="#para-2">para. 2</a>' in table
    assert "at 791" in table
    assert 'href="/authorities/883-f2d-788/"' in table
    assert 'href="#authorities"' in page
    assert "other opinion" not in table
    published_dissent(student, attorney)
    assert "cited by 1 other opinion here" in read(anyone, opinion.get_absolute_url())


def test_what_is_dismissed_or_unresolved_is_in_no_table(anyone, student, attorney, staff):
    opinion = published(student, attorney).opinion
    for citation in opinion.citations.all():
        dismiss(citation, by=staff)
    assert 'id="authorities"' not in read(anyone, opinion.get_absolute_url())


def test_an_unresolved_citation_stands_without_a_link(anyone, student, attorney):
    opinion = published(student, attorney).opinion
    opinion.citations.update(authority=None)
    page = read(anyone, opinion.get_absolute_url())
    assert 'class="cite"' not in page
    assert "883 F.2d 788" in page


def test_an_alien_registration_number_is_covered_and_announced(anyone, student, attorney):
    page = read(anyone, published(student, attorney).opinion.get_absolute_url())
    assert "836" not in page
    assert "651" not in page
    assert "A-number omitted" in page


def test_a_footnote_and_its_call_lead_to_each_other(anyone, student, staff):
    opinion = make_opinion(student)
    opinion.citations.all().delete()
    opinion.text, opinion.marks = NOTED, NOTE_MARKS
    opinion.save()
    release(opinion, by=staff)
    page = read(anyone, opinion.get_absolute_url())
    assert 'id="fnref-1" href="#fn-1"' in page
    assert '<li class="para" id="fn-1">' in page
    assert 'href="#fnref-1"' in page


@pytest.mark.parametrize(
    ("completeness", "said"),
    [("beginning_missing", "Beginning missing in the source"), ("excerpt", "an excerpt only"), ("complete", "")],
)
def test_what_is_missing_is_said(anyone, student, staff, completeness, said):
    opinion = make_opinion(student, completeness=completeness)
    release(opinion, by=staff)
    page = read(anyone, opinion.get_absolute_url())
    assert said in page
    assert bool(said) == ('class="notice"' in page)


def test_an_unreleased_opinion_has_no_page_and_stands_in_no_list(anyone, student, attorney):
    published(student, attorney)
    hidden = unreleased(student)
    assert anyone.get(hidden.get_absolute_url()).status_code == 404
    page = read(anyone, reverse("opinions"))
    assert "Hidden" not in page
    assert "Petitioner v. Respondent" in page


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", ""])
def test_a_page_out_of_range_is_a_page(anyone, student, attorney, page):
    published(student, attorney)
    assert anyone.get(reverse("opinions"), {"page": page}).status_code == 200


def test_an_opinion_costs_few_questions_however_much_it_cites(anyone, student, attorney, django_assert_max_num_queries):
    published(student, attorney)
    for number in (1, 2):
        published(student, attorney, number=number)
    dissent = published_dissent(student, attorney).opinion
    for opinion in (Opinion.objects.released().first(), dissent):
        with django_assert_max_num_queries(5):
            anyone.get(opinion.get_absolute_url())
    with django_assert_max_num_queries(3):
        anyone.get(reverse("opinions"))


def test_the_file_it_came_from_is_staff_s_alone(anyone, as_student, as_staff, student, attorney):
    opinion = published(student, attorney).opinion
    address = reverse("admin:briefs_source_download", args=[opinion.source_id])
    assert address in anyone.get(opinion.get_absolute_url()).content.decode()
    assert anyone.get(address).status_code == 302
    assert as_student.get(address).status_code == 403
    assert as_staff.get(address).status_code == 200


def test_an_opinion_is_cited_from_its_own_page(anyone, student, attorney, staff):
    page = read(anyone, published_dissent(student, attorney).opinion.get_absolute_url())
    assert "<em>Petitioner v. Other</em>, No. 02-55555 (Judge, J., dissenting)" in page
    assert 'data-by-place=", No. 02-55555, PIN (Judge, J., dissenting)"' in page
    unnamed = make_opinion(student, text="We affirm.", name="three.txt", docket_numbers=[], court=None, decided_on=None)
    release(unnamed, by=staff)
    assert "Cite the opinion" not in read(anyone, unnamed.get_absolute_url())


def test_a_caption_that_goes_on_for_lines_is_set_smaller(anyone, student, staff):
    opinion = make_opinion(student, short_name="Association of Independent Owners " * 4 + "v. INS")
    release(opinion, by=staff)
    assert '<h1 class="long-name">' in read(anyone, opinion.get_absolute_url())


def test_two_stretches_of_a_paragraph_under_one_holding_show_one_note(anyone, student, attorney):
    brief = published(student, attorney).brief
    holding = brief.holdings.get()
    more = mark(brief.opinion, student, "We therefore grant the petition and remand.")
    pin(holding, [*(one.annotation for one in holding.pins.all()), more], by=student)
    republish(brief, by=attorney)
    page = read(anyone, brief.opinion.get_absolute_url())
    assert '<mark class="pin" aria-describedby="note-2">We therefore grant' in page
    assert page.count('<li id="note-1"><a') == 1
    assert '<li id="note-2" hidden>Holding 1 of the brief on' in page
