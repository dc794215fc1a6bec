"""The queue of the citation desk: what waits, in which order, and what it most likely means."""

import pytest
from django.http import QueryDict

from briefs.models import Authority, Citation
from briefs.reading.doubts import PER_PAGE, Doubts
from briefs.workflow.cite import authority_for
from briefs.workflow.correct import dismiss
from tests.rows import make_opinion

pytestmark = pytest.mark.django_db

TEXT = """
Petitioner v. Respondent, No. 01-12345

OPINION

The petitioner, No. A75 836 651, is believed. See Alpha v. INS, 883 F.2d 788, 791 (9th Cir. 1989). So held the court in
Beta v. INS, 913 F.2d 1443, 1450 (9th Cir. 1990). The record is to the same effect. Tr. at 45. Id. at 46.

The presumption holds. Gamma v. INS, 99 F.2d 928, 932 (9th Cir. 1996). A statute governs: 8 U.S.C. § 1158.
"""


def doubts(query: str = "") -> Doubts:
    return Doubts(QueryDict(query))


@pytest.fixture
def opinion(student):
    """An opinion with two citations that wait: an Id. after the record, and a year that cannot be."""
    made = make_opinion(student, text=TEXT)
    made.citations.filter(form="id").delete()
    passage = made.passages.get(text__contains="Id. at 46")
    start = passage.start + passage.text.index("Id. at 46")
    Citation.objects.create(
        opinion=made, passage=passage, start=start, end=start + 9, form="id", why="The record is cited just before it."
    )
    return made


def shown(query: str = "") -> list[str]:
    return [doubt.words for doubt in doubts(query).doubts]


def test_a_citation_comes_with_its_sentence_its_reasons_and_what_was_cited_before_nearest_first(opinion):
    first, second = doubts().doubts
    assert first.words == "Id. at 46"
    assert first.reasons == ["The record is cited just before it."]
    assert [one.name for one in first.likely] == ["Beta v. INS", "Alpha v. INS"]
    assert second.words.startswith("Gamma v. INS, 99 F.2d 928")
    assert second.before.endswith("The presumption holds. ")
    assert any("1996" in reason for reason in second.reasons)
    assert [one.name for one in second.likely] == ["Gamma v. INS"]


def test_what_a_flag_proposes_is_likely_when_it_is_an_authority_here(opinion):
    row = Citation.objects.undecided().get(authority__name="Gamma v. INS")
    row.flags = [["year-outside-reporter", "It may be 99 F.3d 928, which is of 1996."]]
    row.save()
    assert [one.cite for one in doubts().doubts[1].likely] == ["99 F.2d 928"]
    authority_for("99 F.3d 928")
    assert [one.cite for one in doubts().doubts[1].likely] == ["99 F.2d 928", "99 F.3d 928"]


def test_a_short_form_s_namesake_comes_before_what_is_nearer(opinion):
    Citation.objects.filter(form="id").update(form="short")
    row = Citation.objects.get(form="short")
    assert doubts().doubts[0].likely[0].name == "Beta v. INS"
    text = row.passage.text.replace("Id. at 46", "Alpha, 46")
    row.passage.text = text
    row.passage.save()
    assert doubts().doubts[0].likely[0].name == "Alpha v. INS"


def test_what_was_merged_is_offered_as_what_it_is_now(opinion):
    heir = authority_for("100 F.3d 1", name="Heir v. INS")
    Authority.objects.filter(name="Beta v. INS").update(merged_into=heir)
    assert [one.name for one in doubts().doubts[0].likely] == ["Heir v. INS", "Alpha v. INS"]


def test_registration_numbers_are_masked_at_the_desk_too(opinion):
    row = Citation.objects.get(form="id")
    row.start, row.end = row.passage.start, row.passage.start + 5
    row.save()
    card = next(one for one in doubts().doubts if one.citation == row)
    assert "836" not in card.before + card.words + card.after
    assert "███" in card.after


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", ["Id. at 46", "Gamma"]),
        ("form=id", ["Id. at 46"]),
        ("form=full", ["Gamma"]),
        ("reason=unresolved", ["Id. at 46"]),
        ("reason=year-outside-reporter", ["Gamma"]),
        ("opinion=0", []),
        ("opinion=x&form=x&reason=X!&page=x", ["Id. at 46", "Gamma"]),
        ("opinion=99999999999999999999", ["Id. at 46", "Gamma"]),
    ],
)
def test_the_queue_is_narrowed_by_opinion_form_and_reason_and_nonsense_is_ignored(opinion, query, words):
    assert [one[: len(wanted)] for one, wanted in zip(shown(query), words, strict=True)] == words


def test_the_filters_count_what_waits(opinion):
    told = doubts(f"opinion={opinion.pk}")
    assert [(choice.count, choice.chosen) for choice in told.opinions] == [(2, True)]
    assert {choice.value: choice.count for choice in told.forms} == {"full": 1, "id": 1}
    assert {choice.label: choice.count for choice in told.reasons} == {"Unresolved": 1, "Year outside reporter": 1}
    assert told.total == 2


def test_after_one_comes_the_next_of_the_same_queue(opinion, student, staff):
    first, second = (doubt.citation for doubt in doubts().doubts)
    assert doubts().after(first) == second.pk
    assert doubts("form=id").after(first) is None
    assert doubts().after(second) is None
    dismiss(second, by=staff)
    assert doubts().after(first) is None


def test_the_queue_costs_a_few_questions_however_much_waits(opinion, student, django_assert_max_num_queries):
    def cost():
        told = doubts()
        return [told.opinions, told.forms, told.reasons, told.total, told.doubts]

    for number in range(PER_PAGE):
        made = make_opinion(student, text=f"{TEXT}\nCopy {number}.\n", name=f"{number}.txt")
        made.citations.filter(authority__name="Gamma v. INS").update(authority=None)
    with django_assert_max_num_queries(8):
        cost()
    Citation.objects.undecided().exclude(opinion=opinion).delete()
    with django_assert_max_num_queries(8):
        assert len(cost()[-1]) == 2
