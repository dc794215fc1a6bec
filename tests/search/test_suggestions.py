"""What to try when nothing was found."""

import pytest
from django.http import QueryDict

from briefs.models import Case
from briefs.search import Found
from briefs.search.suggestions import MOST_ISSUES, issues_like, sounds
from briefs.search.taxonomy import Taxonomy
from briefs.search.words import Words
from briefs.workflow.publish import publish
from briefs.workflow.submit import submit
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("persecuton", "past-persecution"),  # a slip
        ("non refoulement", "withholding"),  # a synonym, written apart
        ("imputed political opinon", "imputed-political-opinion"),
        ("opinion political neutrality", "political-neutrality"),  # another order
        ("torture convention", "cat"),
        ("corroborate xyzzy", "corroboration"),
    ],
)
def test_an_issue_that_sounds_like_the_words_is_suggested(typed, slug):
    like = issues_like(Words.read(typed), Taxonomy.load())
    assert slug in [issue.slug for issue in like]
    assert len(like) <= MOST_ISSUES
    assert all(issue.level > 1 for issue in like)


@pytest.mark.parametrize("typed", ["xyzzy", "zebra crossing", "", "-asylum", "a"])
def test_nothing_is_suggested_for_words_like_no_issue(typed):
    assert issues_like(Words.read(typed), Taxonomy.load()) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chouchkov", "Chuchkoff"),
        ("Chouchkov", "Tschutschkow"),
        ("Kaptsov", "Kaptzow"),
        ("Telyatitskiy", "Teliatitsky"),
        ("Kondratieva", "Kondratyeva"),
        ("Khachaturian", "Hachaturyan"),
        ("Telyatitskiy", "Teliatickij"),
    ],
)
def test_a_name_sounds_the_same_however_it_was_brought_into_latin_letters(one: str, other: str):
    assert sounds(one) == sounds(other)


def test_names_that_differ_sound_different():
    assert len({sounds(name) for name in ("Kaptsov", "Karpov", "Kapranov", "Chouchkov", "Balachova")}) == 5


@pytest.mark.parametrize(
    ("typed", "respelt"),
    [
        ("Chuchkoff", "Chouchkov"),  # three slips, one sound
        ("Tschutschkow", "Chouchkov"),  # six
        ("Чучков", "Chouchkov"),
        ("Крашноперов", "Krasnoperov"),
        ("greywalrus", '"grey walrus"'),
        ("thewalrus", ""),  # of a stop word nothing is known
        ('"grey wallrus"', ""),  # no name, and no reason to take “grey” for one
        ("Krasnaperov", "Krasnoperov"),  # a party that only the caption names
        ("neowalrus", ""),  # found as it is
        ("underpelican", "under-pelican"),
        ("0722789", "07-22789"),
        ("depotration", "deportation"),
        ("landlrod", "landlord"),
        ("0799999", ""),
        ("underxylophone", ""),
        ("Chuchkoff Krasnaperov underpelican xyzzy", ""),  # too much of it is wrong
        ("chouch", ""),
        ('"so it is here"', ""),  # nothing but words that every text has
        # each name stands here, and nowhere beside the other
        ("Krasnoperow v. Chouchkov", "Krasnoperov v. Chouchkov"),
    ],
)
def test_what_stands_nowhere_is_spelt_as_it_stands_here(student, attorney, typed: str, respelt: str):
    shelf = Shelf(student, attorney)
    says = "The neo-walrus, a grey walrus, an under-pelican, stood in No. 07-22789."
    brief = shelf.draft("Chouchkov v. INS", says=says)
    Case.objects.filter(pk=brief.opinion.case_id).update(caption="Ivan Chouchkov and Olga Krasnoperov v. INS")
    submit(brief, by=student)
    publish(brief, by=attorney)
    assert Found(QueryDict(f"q={typed}")).respelt == respelt


def test_a_party_of_an_opinion_that_is_not_public_is_not_told(shelf):
    shelf.put("Alpha v. INS")
    brief = shelf.draft("Beta v. INS")
    Case.objects.filter(pk=brief.opinion.case_id).update(caption="Olga Krasnoperov v. INS")
    assert Found(QueryDict("q=Krasnaperov")).respelt == ""


def test_fewer_words_are_suggested_with_how_many_briefs_have_each(shelf):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    shelf.put("Beta v. INS", says="A walrus slept.")
    shelf.put("Gamma v. INS", says="A pelican slept.")
    found = Found(QueryDict("q=walrus+pelican&sort=name&court=ca9"))
    assert found.total == 0
    assert [(one.term, one.count) for one in found.fewer] == [("pelican", 1), ("walrus", 2)]
    assert found.fewer[0].address == "/briefs/?q=pelican&court=ca9&sort=name"


def test_a_word_suggested_alone_is_shown_as_it_was_typed(shelf):
    shelf.put("Alpha v. INS", says="They are members of a particular social group.")
    shelf.put("Beta v. INS", says="A walrus slept.")
    (first, second) = Found(QueryDict("q=walrus+PSG")).fewer
    assert {first.term, second.term} == {"walrus", "PSG"}
    assert all(Found(QueryDict(one.address.partition("?")[2])).total == one.count for one in (first, second))


def test_a_quotation_with_a_word_wrong_is_offered_without_its_quotation_marks(shelf, anyone):
    shelf.put("Alpha v. INS", says="The walrus looked upon the pelican with a critical eye.")
    shelf.put("Beta v. INS", says="A critical walrus.")
    found = Found(QueryDict("q=%22looked+at+the+pelican+with+a+critical+eye%22&court=ca9"))
    assert (found.total, found.respelt) == (0, "")
    assert found.unquoted
    assert found.unquoted.address == "/briefs/?q=looked+at+the+pelican+with+a+critical+eye&court=ca9"
    offered = Found(QueryDict(found.unquoted.address.partition("?")[2]))
    assert offered.hits[0].name == "Alpha v. INS"
    assert offered.total == found.unquoted.count
    page = anyone.get("/briefs/?q=%22looked+at+the+pelican+with+a+critical+eye%22&court=ca9").content.decode()
    assert f'<a href="{found.unquoted.address.replace("&", "&amp;")}">Look for these words without' in page
    assert not Found(QueryDict("q=%22xyzzy+plugh%22")).unquoted
    assert not Found(QueryDict("q=%22critical+pelican%22+-eye")).unquoted


def test_of_two_names_that_stand_apart_the_one_that_is_meant_is_suggested(shelf):
    shelf.put("Mendez v. Gonzales", says="A walrus slept.")
    shelf.put("Mendes v. Medtronic", says="A pelican slept.")
    shelf.put("Gonzalez-Fuentes v. Molina", says="A heron slept.")
    assert Found(QueryDict("q=Mendez+v+Medtronic")).respelt == "Mendes v Medtronic"
    assert Found(QueryDict("q=Mendez+v+Medtronik")).respelt == "Mendes v Medtronic"
    assert Found(QueryDict("q=Gonzales-Fuentes+v+Molina")).respelt == "Gonzalez-Fuentes v Molina"
    assert Found(QueryDict("q=Mendez+pelican+-heron")).respelt == ""
    assert Found(QueryDict("q=Mendez+heron")).respelt == ""


@pytest.mark.parametrize(
    ("word", "meant"),
    [("Alphq", "Alpha"), ("alphq", "alphq"), ("gonzalex", "Gonzalez"), ("gomzalex", "gomzalex")],
)
def test_a_word_that_an_answered_question_has_of_its_own_is_no_slip_of_a_name(shelf, word: str, meant: str):
    shelf.put("Alpha v. Gonzalez", says="The walrus kept a pelican in the barn.")
    found = Found(QueryDict(f"q=did+the+walrus+of+{word}+keep+a+pelican+in+a+barn"))
    assert found.total
    assert (found.respelt or f"did the walrus of {word}").split()[4] == meant


def test_what_stands_between_two_names_is_no_word_to_try_alone(shelf):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    shelf.put("Beta v. INS", says="A pelican slept.")
    assert {one.term for one in Found(QueryDict("q=walrus+v.+pelican")).fewer} == {"pelican", "walrus"}


def test_what_only_the_filters_keep_out_is_said(shelf):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    found = Found(QueryDict("q=walrus&court=ca2"))
    assert (found.total, found.total_of_words, found.fewer) == (0, 1, [])
    assert found.without_facets == "/briefs/?q=walrus"


def test_nothing_is_suggested_when_something_was_found(shelf):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    found = Found(QueryDict("q=walrus"))
    assert (found.total, found.fewer, found.issues_like) == (1, [], [])
