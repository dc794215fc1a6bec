"""Publishing: what is refused, what is frozen, and what never gets out."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from briefs.models import Citation, Edition, EditionHolding, LawFlag, Opinion, SearchRow
from briefs.workflow.freeze import masked, printed_page
from briefs.workflow.publish import publish
from briefs.workflow.readiness import missing
from briefs.workflow.refusal import Refused
from briefs.workflow.release import unrelease
from briefs.workflow.submit import send_back, submit
from briefs.workflow.withdraw import withdraw
from tests.rows import make_brief, make_opinion, mark, republish

pytestmark = pytest.mark.django_db
DISSENT = """Petitioner v. Respondent, No. 01-12345

Paez, Circuit Judge, dissenting:

I would hold a novel thing entirely.
"""


def reasons(brief, by):
    with pytest.raises(Refused) as refused:
        publish(brief, by=by)
    return refused.value.reasons


def test_an_author_never_approves_their_own_brief(attorney):
    brief = make_brief(make_opinion(attorney), attorney)
    with pytest.raises(PermissionDenied, match="never their own"):
        publish(brief, by=attorney)


def test_students_and_staff_do_not_publish(student, staff):
    brief = make_brief(make_opinion(student), student)
    for person in (student, staff):
        with pytest.raises(PermissionDenied):
            publish(brief, by=person)
    assert not Edition.objects.exists()


def test_a_brief_that_was_not_submitted_is_refused(student, attorney):
    brief = make_brief(make_opinion(student), student, submitted=False)
    assert reasons(brief, attorney) == ["The brief has not been submitted for review."]


def test_everything_that_is_missing_is_said_at_once(student, attorney):
    brief = make_brief(make_opinion(student), student, facts="He said “a thing nobody said.”", reasoning="")
    brief.holdings.get().pins.all().delete()
    brief.issues.clear()
    brief.holdings.get().issues.clear()
    said = "\n".join(reasons(brief, attorney))
    for gap in ("“Reasoning” is empty", "no issue tag", "pinned to no passage", "“a thing nobody said.”"):
        assert gap in said
    assert not Edition.objects.exists()
    assert not Opinion.objects.released().exists()


def test_a_false_quotation_is_refused_and_a_true_one_is_not(student):
    brief = make_brief(make_opinion(student), student)
    assert missing(brief) == []
    brief.facts = "The Board “found no nexus whatever.”"
    assert missing(brief) == [
        "Facts: the quotation “found no nexus whatever.” does not stand in the opinion word for word; "
        "the opinion has “found no nexus” (para. 1)."
    ]


def test_an_open_problem_in_the_opinion_is_refused(student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student)
    problem = mark(opinion, student, "lies with the government", kind="problem")
    assert "problem is marked" in missing(brief)[0]
    problem.is_resolved = True
    problem.save()
    assert missing(brief) == []


def test_a_pin_that_lost_its_place_is_refused(student):
    brief = make_brief(make_opinion(student), student)
    brief.opinion.annotations.update(anchor_state="orphan")
    assert "lost its place" in missing(brief)[0]


def test_an_alien_registration_number_in_the_prose_is_refused(student):
    brief = make_brief(make_opinion(student), student, significance="The file A75 836 651 is closed.")
    assert "alien registration number" in missing(brief)[0]


def test_an_edition_is_the_whole_page_and_stays_as_it_was(student, attorney):
    brief = make_brief(make_opinion(student), student)
    edition = publish(brief, by=attorney)
    brief.refresh_from_db()
    brief.facts = "Rewritten."
    brief.save()
    edition.refresh_from_db()
    facts = next(section for section in edition.page["sections"] if section["field"] == "facts")
    assert facts["prose"]["text"] == "The Board “found no nexus” and denied asylum."
    assert edition.page["holdings"][0]["pins"][0]["place"] == "para. 3"
    assert edition.court_id == "ca9"
    assert edition.year == 2001


def test_publishing_releases_the_opinion_it_stands_on(student, attorney):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    assert list(Opinion.objects.released()) == [edition.opinion]


def test_citations_of_a_brief_become_links_and_lines_of_the_table(student, attorney):
    page = publish(make_brief(make_opinion(student), student), by=attorney).page
    marks = [row for section in page["sections"] for row in section["prose"]["marks"] if row[2] == "cite"]
    assert [row[3]["slug"] for row in marks] == ["883-f2d-788", "8-usc-1158-b-1"]
    lines = {line["slug"]: line for line in page["authorities"]}
    assert lines["883-f2d-788"]["in_brief"] == ["Reasoning"]
    assert lines["883-f2d-788"]["in_opinion"] == ["para. 2"]
    assert lines["883-f2d-788"]["host"] == "courtlistener.com"


def test_a_quotation_in_the_prose_points_to_its_paragraph(student, attorney):
    page = publish(make_brief(make_opinion(student), student), by=attorney).page
    pins = [row[3] for row in page["sections"][0]["prose"]["marks"] if row[2] == "pin"]
    assert pins == [{"opinion": "petitioner-v-respondent", "anchor": "para-1", "place": "para. 1"}]


def test_notes_and_numbers_never_reach_an_edition(student, attorney):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student)
    marked = mark(opinion, student, "The petitioner, No. A75 836 651, filed", kind="fact", note="Quokka.")
    brief.holdings.get().pins.create(annotation=marked, position=1)
    edition = publish(brief, by=attorney)
    kept = json.dumps(edition.page) + str(list(EditionHolding.objects.values_list("frozen", flat=True)))
    kept += str(list(edition.passages.values_list("text", flat=True)))
    kept += str(list(SearchRow.objects.filter(edition=edition).values_list("words", flat=True)))
    for secret in ("Xylophone", "xylophon", "Quokka", "836 651", "75836651", "836"):
        assert secret not in kept


def test_a_dissent_wears_its_label_and_holds_nothing(student, attorney):
    dissent = make_opinion(student, opinion_kind="dissent", author="Paez", completeness="separate_only")
    edition = publish(make_brief(dissent, student, weight="dissent"), by=attorney)
    assert edition.page["banner"] == (
        "Dissent (Paez, J.). The majority opinion is not in this library. Nothing here is a holding of the court."
    )
    assert edition.page["case"]["disposition"] == "not given in source"
    assert edition.holdings.get().is_separate


def test_the_order_of_a_case_cannot_be_given_where_only_a_dissent_is_held(student):
    dissent = make_opinion(student, opinion_kind="dissent", completeness="separate_only", disposition="DENIED.")
    assert "cannot be known from it" in missing(make_brief(dissent, student, weight="dissent"))[0]


def test_what_the_source_does_not_give_is_said_and_does_not_stop_publishing(student, attorney):
    brief = make_brief(make_opinion(student, court=None, decided_on=None), student)
    page = publish(brief, by=attorney).page
    assert page["case"]["court"] == page["case"]["decided"] == "not given in source"


def test_the_next_edition_replaces_the_live_page_and_keeps_the_old_one(student, attorney):
    brief = make_brief(make_opinion(student), student)
    first = publish(brief, by=attorney)
    with pytest.raises(Refused, match="not been submitted"):
        publish(brief, by=attorney)  # a second click makes no second edition
    second = republish(brief, by=attorney)
    first.refresh_from_db()
    assert (first.number, first.is_current, second.number, second.is_current) == (1, False, 2, True)
    assert first.get_absolute_url() == "/briefs/petitioner-v-respondent/editions/1/"


def test_a_returned_brief_carries_what_is_to_be_mended(student, attorney):
    brief = make_brief(make_opinion(student), student)
    send_back(brief, by=attorney, because="Say who bore the burden.")
    assert (brief.state, brief.returned_because) == ("returned", "Say who bore the burden.")
    with pytest.raises(Refused, match="not been submitted"):
        publish(brief, by=attorney)
    submit(brief, by=student)
    assert publish(brief, by=attorney).number == 1


def test_what_a_person_covered_in_the_opinion_is_covered_in_the_edition(student, attorney):
    cites = "Glockenspiel won. Glockenspiel relied on *Maldonado-Cruz v. INS*, 883 F.2d 788, 791 (9th Cir. 1989)."
    words = {"summary": "Mr. Glockenspiel fled.", "country": "Glockenspiel", "reasoning": cites}
    brief = make_brief(make_opinion(student), student, **words)
    Opinion.objects.update(hidden=["Glockenspiel"])
    edition = publish(brief, by=attorney)
    assert "lockenspiel" not in json.dumps(edition.page)
    assert edition.page["summary"]["text"] == "Mr. ████████████ fled."
    assert edition.citations.get().sentence.startswith("████████████ relied on")


def test_an_opinion_is_not_taken_back_from_under_a_live_brief(student, attorney):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    with pytest.raises(Refused, match="withdraw the brief first"):
        unrelease(edition.opinion, by=attorney)
    withdraw(edition.brief, by=attorney, because="Reversed.")
    unrelease(edition.opinion, by=attorney)
    assert not Opinion.objects.released().exists()


def test_later_law_prints_until_it_is_cleared(student, attorney):
    brief = make_brief(make_opinion(student), student)
    flag = LawFlag.objects.create(brief=brief, kind="limited", note="Limited since.", bears_on=brief.holdings.get())
    page = publish(brief, by=attorney).page
    assert (
        [one["label"] for one in page["flags"]] == [one["label"] for one in page["holdings"][0]["flags"]] == ["Limited"]
    )
    flag.cleared_on, flag.cleared_by, flag.cleared_source = timezone.localdate(), "AB", "90 Fed. Reg. 1."
    flag.save()
    page = republish(brief, by=attorney).page
    assert page["flags"] == page["holdings"][0]["flags"] == []


@pytest.mark.parametrize(("at", "page"), [(5, ""), (10, "791"), (19, "791"), (20, ""), (35, "793")])
def test_a_pin_names_a_page_only_where_the_source_prints_its_number(at: int, page: str):
    marks = [
        [10, 10, "page", {"label": "791", "known": "printed"}],
        [20, 20, "page", {"label": "792", "known": "counted"}],
    ]
    marks += [[30, 30, "page", {"label": "793", "known": "printed"}]]
    assert printed_page(Opinion(marks=marks), at) == page


def test_a_withdrawn_brief_is_withdrawn_in_every_edition(student, attorney, anyone):
    brief = make_brief(make_opinion(student), student)
    publish(brief, by=attorney)
    republish(brief, by=attorney)
    withdraw(brief, by=attorney, because="Superseded.")
    for address in (f"/briefs/{brief.slug}/", *(f"/briefs/{brief.slug}/editions/{number}/" for number in (1, 2))):
        page = anyone.get(address).content.decode()
        assert "Superseded." in page
        assert "conjecture" not in page


def test_a_withdrawn_brief_is_current_nowhere(student, attorney):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    with pytest.raises(Refused):
        withdraw(edition.brief, by=attorney, because=" ")
    withdraw(edition.brief, by=attorney, because="Superseded.")
    assert not Edition.objects.current().exists()


def test_a_person_s_number_in_the_reason_readers_are_shown_is_covered(student, attorney):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    withdraw(edition.brief, by=attorney, because="It named A75 836 651.")
    edition.refresh_from_db()
    assert edition.withdrawn_because == "It named ███ ███ ███."


def test_a_refused_publication_leaves_nothing_behind(student, attorney):
    brief = make_brief(make_opinion(student), student, facts="")
    citations = Citation.objects.count()
    reasons(brief, attorney)
    assert (Edition.objects.count(), EditionHolding.objects.count(), Citation.objects.count()) == (0, 0, citations)


@pytest.mark.parametrize("written", ["A75 *836* 651", r"A75\-836\-651", "A75 **836** 651"])
def test_a_number_cannot_hide_in_emphasis(student, written):
    brief = make_brief(make_opinion(student), student, significance=f"The file {written} is closed.")
    assert "alien registration number" in missing(brief)[0]


@pytest.mark.parametrize("field", ["title", "country", "content_note"])
def test_a_number_in_a_plain_field_is_refused_and_never_frozen(student, attorney, field):
    brief = make_brief(make_opinion(student), student, **{field: "A75 836 651"})
    assert "alien registration number" in missing(brief)[0]
    assert "836" not in json.dumps(masked({"title": "A75 836 651", "rows": ["A75 836 651"]}))


def test_a_number_in_a_caption_or_a_file_name_is_masked_when_it_comes_in(student):
    opinion = make_opinion(student, name="A75 836 651.txt", caption="IVAN X, A75 836 651, Petitioner")
    assert "836" not in f"{opinion.case.caption} {opinion.source.name} {opinion.case.slug}"


def test_the_dissents_words_are_not_quoted_as_the_courts(student):
    lead = make_opinion(student)
    dissent = make_opinion(
        student, name="dissent.txt", text=DISSENT, opinion_kind="dissent", completeness="separate_only"
    )
    Opinion.objects.filter(pk=dissent.pk).update(case=lead.case, position=1)
    brief = make_brief(lead, student, reasoning="The dissent would say “a novel thing entirely.”")
    assert missing(brief) == []
    brief.holdings.update(answer="Yes: “a novel thing entirely.”")
    assert missing(brief) == ["Holding 1, answer: words of the dissent are quoted as the court's."]
