"""What words find, and what they never find."""

import numpy as np
import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from briefs.models import Edition
from briefs.search import Found
from briefs.search.columns import MOST_KEPT, Columns
from briefs.workflow.publish import publish
from briefs.workflow.release import unrelease
from briefs.workflow.submit import submit
from briefs.workflow.withdraw import withdraw
from tests.rows import TEXT, make_opinion

pytestmark = pytest.mark.django_db


def names(typed: str) -> list[str]:
    parameters = QueryDict(mutable=True)
    parameters["q"] = typed
    return sorted(hit.name for hit in Found(parameters).hits)


@pytest.fixture
def two(shelf):
    shelf.put("Alpha v. INS", says="The sergeant deserted. He was beaten¹ in Pskov, and the São Paulo consul knew.")
    shelf.put(
        "Beta v. INS", says="The sergeant stayed. He was never beaten.", facts="He lived among the Mongoose herders."
    )


FOUND = {
    "sergeant": ["Alpha v. INS", "Beta v. INS"],
    "SERGEANTS": ["Alpha v. INS", "Beta v. INS"],
    "desertion": ["Alpha v. INS"],  # the same stem
    "sergeant -deserted": ["Beta v. INS"],
    "deserted or mongoose": ["Alpha v. INS", "Beta v. INS"],
    "deserted mongoose": [],
    '"sergeant stayed"': ["Beta v. INS"],
    "“sergeant stayed”": ["Beta v. INS"],
    '"stayed sergeant"': [],
    "sao paulo": ["Alpha v. INS"],  # accents fold both ways
    "Pskóv": ["Alpha v. INS"],
    "mongoose": ["Beta v. INS"],
    "01-12345": ["Alpha v. INS", "Beta v. INS"],
    "the": [],
}


def test_words_find_the_brief_and_its_opinion(two):
    assert {typed: names(typed) for typed in FOUND} == FOUND


def test_without_words_everything_published_is_listed(two):
    assert names("") == ["Alpha v. INS", "Beta v. INS"]


def test_a_footnote_of_the_opinion_is_found(shelf):
    edition = shelf.put(
        "Alpha v. INS", says="He testified.1\n\n____________________\n\n1 The affidavit mentions a walrus.\n"
    )
    assert "walrus" in edition.opinion.text
    assert names("walrus") == ["Alpha v. INS"]


def test_a_synonym_of_an_issue_is_found(shelf):
    shelf.put("Alpha v. INS", issues=("withholding",))
    shelf.put("Beta v. INS", issues=("nexus",))
    assert names("nonrefoulement") == ["Alpha v. INS"]


def test_drafts_and_the_clinic_s_own_notes_are_never_found(shelf, student):
    shelf.put("Alpha v. INS", clinic_notes="An armadillo, between us.")
    shelf.draft("Beta v. INS", facts="An armadillo came in.")
    submit(shelf.draft("Gamma v. INS", facts="An armadillo waits."), by=student)
    make_opinion(student, text=TEXT + "\nAn armadillo, unreleased.\n", name="delta.txt")
    assert Edition.objects.count() == 1
    assert names("armadillo") == []
    assert names("") == ["Alpha v. INS"]


def test_what_is_rewritten_is_not_found_before_it_is_published_and_the_old_words_not_after(shelf, student, attorney):
    brief = shelf.put("Alpha v. INS", facts="A gopher came in.").brief
    brief.facts = "A badger came in."
    brief.save()
    assert (names("gopher"), names("badger")) == (["Alpha v. INS"], [])
    submit(brief, by=student)
    publish(brief, by=attorney)
    assert (names("gopher"), names("badger")) == ([], ["Alpha v. INS"])


def test_what_is_withdrawn_is_not_found(shelf, attorney):
    brief = shelf.put("Alpha v. INS", facts="A gopher came in.").brief
    withdraw(brief, by=attorney, because="It was mistaken.")
    assert names("gopher") == []
    assert names("") == []


@pytest.mark.parametrize(
    "typed", ["A75 836 651", "A75-836-651", "75 836 651", "836", "651", "836651", '"836 651"', "A75836651"]
)
def test_the_digits_of_a_masked_number_find_nothing(shelf, typed):
    assert "836 651" in shelf.put("Alpha v. INS").opinion.text
    assert names(typed) == []


def test_the_end_of_a_very_long_opinion_is_found(shelf, attorney):
    body = "\n\n".join(
        f"Paragraph {n} says that the matter was heard and considered at length. " * 12 for n in range(260)
    )
    edition = shelf.put("Alpha v. INS", says=f"{body}\n\nAt the very end a lone pangolin sleeps.")
    assert len(edition.opinion.text) > 200_000
    assert names("pangolin") == ["Alpha v. INS"]
    assert names('"lone pangolin"') == ["Alpha v. INS"]
    assert names("pangolin or xyzzy") == ["Alpha v. INS"]
    assert names("pangolin -petition") == []  # the petition stands at the beginning
    withdraw(edition.brief, by=attorney, because="It was mistaken.")
    unrelease(edition.opinion, by=attorney)
    assert names("pangolin") == []


def test_a_phrase_that_runs_on_after_a_quotation_or_a_page_is_found(shelf):
    shelf.put("Alpha v. INS", says="He feared what the purple\n\nwalrus would do to him once he had come home again.")
    assert names('"purple walrus"') == ["Alpha v. INS"]
    assert names('"the purple walrus would"') == ["Alpha v. INS"]
    assert names('"walrus purple"') == []
    assert names('"purple would"') == []


def test_what_many_rows_match_is_asked_once_until_the_rows_change(shelf):
    shelf.put("Alpha v. INS", says="The ocelot slept.")
    shelf.put("Beta v. INS", says="An ocelot woke, and a walrus.")
    names("ocelot")  # the rows are read
    for typed in ("walrus", '"ocelot slept"', "ocelot -walrus"):
        first, again = queries_of(typed), queries_of(typed)
        assert first - again == 1, typed
    shelf.put("Gamma v. INS", says="One more ocelot.")
    assert names("ocelot") == ["Alpha v. INS", "Beta v. INS", "Gamma v. INS"]


def test_no_more_is_kept_than_is_said():
    kept = Columns.of([])
    for asked in range(2 * MOST_KEPT):
        kept.keep_broad(asked, np.arange(1))
    assert list(kept.broad) == list(range(MOST_KEPT, 2 * MOST_KEPT))


def queries_of(typed: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        names(typed)
    return len(queries)
