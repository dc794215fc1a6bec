"""Snippets: the best passage, with what matches apart."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from briefs.models import Opinion
from briefs.search import Found
from briefs.search.snippets import START, STOP, Snippet, parts_of
from briefs.search.turns import turns
from briefs.search.words import Words

MARKED = f"the {START}walrus{STOP} sleeps"


@pytest.mark.parametrize(
    ("headline", "text", "parts"),
    [
        (MARKED, "the walrus sleeps", [("the ", False), ("walrus", True), (" sleeps", False)]),
        (MARKED, "Here the walrus sleeps", [("… ", False), ("the ", False), ("walrus", True), (" sleeps", False)]),
        (MARKED, "the walrus sleeps now", [("the ", False), ("walrus", True), (" sleeps", False), (" …", False)]),
        ("nothing", "nothing", [("nothing", False)]),
        ("", "", []),
        (f"{START}{START}a{STOP}{STOP}b", "ab", [("a", True), ("b", False)]),
        (f"{STOP}a{START}b", "ab", [("a", False), ("b", True)]),
        # a compound is marked as one
        (f"{START}07{STOP}{START}-22{STOP}-{START}ag{STOP} (L)", "07-22-ag (L)", [("07-22-ag", True), (" (L)", False)]),
        (f"{START}a{STOP} {START}b{STOP}", "a b", [("a", True), (" ", False), ("b", True)]),
        (f"-{START}a{STOP}-b", "-a-b", [("-", False), ("a", True), ("-b", False)]),
    ],
)
def test_a_headline_is_cut_into_what_matches_and_what_does_not(headline, text, parts):
    assert parts_of(headline, text) == parts


@given(st.text(alphabet=st.sampled_from(f"ab<> {START}{STOP}")))
def test_no_marking_character_is_ever_shown(headline):
    shown = "".join(words for words, _ in parts_of(headline, headline))
    assert START not in shown
    assert STOP not in shown


def snippet(typed: str) -> Snippet:
    parameters = QueryDict(mutable=True)
    parameters["q"] = typed
    (hit,) = Found(parameters).hits
    assert hit.snippet
    return hit.snippet


def shown(found: Snippet) -> str:
    return "".join(f"[{words}]" if matching else words for words, matching in found.parts)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "place", "anchor"),
    [
        ({"answer": "No. The walrus decides it."}, "holding 1", "holding-1"),
        ({"answer": "No. The walrus decides it.", "kind": "dissent"}, "dissent 1", "holding-1"),
        ({"facts": "A walrus came in.", "says": "A walrus slept."}, "facts", "facts"),
        ({"summary": "A walrus wins."}, "summary", "summary"),
    ],
)
def test_a_hit_in_the_brief_says_where_its_words_stand(shelf, words, place, anchor):
    shelf.put("Alpha v. INS", **words)
    found = snippet("walruses")
    assert (found.place, found.anchor, found.in_opinion) == (place, anchor, False)
    assert "[walrus]" in shown(found)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "writing"),
    [
        ("lead", "opinion"),
        ("per_curiam", "opinion"),
        ("dissent", "dissent"),
        ("concurrence", "concurrence"),
    ],
)
def test_a_hit_in_the_opinion_says_in_whose_and_where(shelf, kind, writing):
    edition = shelf.put("Alpha v. INS", says="A walrus slept.", kind=kind)
    passage = edition.opinion.passages.get(text__contains="walrus")
    found = snippet("walruses")
    assert (found.place, found.anchor, found.in_opinion) == (f"{passage.place} of the {writing}", passage.anchor, True)
    assert passage.place.startswith("para. ")
    assert "[walrus]" in shown(found)


@pytest.mark.django_db
def test_the_passage_with_all_the_words_is_shown_rather_than_one_that_repeats_some(shelf):
    says = "A walrus, the walrus, every walrus, walrus upon walrus.\n\nThe walrus met a pelican at noon."
    shelf.put("Alpha v. INS", says=says)
    assert "[walrus] met a [pelican]" in shown(snippet("walrus pelican"))


@pytest.mark.django_db
def test_of_two_passages_with_all_the_words_the_one_where_they_stand_together_is_shown(shelf):
    far = (
        "The walrus woke. "
        + "It was a long and quiet morning by the grey water. " * 5
        + "The pelican left. A walrus stayed."
    )
    shelf.put("Alpha v. INS", says=f"{far}\n\nThe walrus pelican quarrel ended.")
    assert "[walrus] [pelican] quarrel" in shown(snippet("walrus pelican"))


@pytest.mark.django_db
def test_where_no_passage_has_all_the_words_the_one_with_most_of_them_is_shown(shelf):
    shelf.put("Alpha v. INS", says="Walrus, walrus, walrus, walrus.\n\nThe walrus saw a pelican.\n\nA gopher left.")
    assert "[walrus] saw a [pelican]" in shown(snippet("walrus pelican gopher"))


@pytest.mark.django_db
def test_of_two_passages_with_as_many_of_the_words_the_one_with_the_rarer_is_shown(shelf):
    shelf.put("Alpha v. INS", says="A walrus pulled at the sledge.\n\nIn the end the pelican pulled at the rope.")
    for name in ("Beta", "Gamma", "Delta"):
        shelf.put(f"{name} v. INS", says="A walrus slept; it was pulled.")
    assert "[pelican] [pulled]" in shown(snippet("walrus pulled pelican"))


@pytest.mark.django_db
def test_of_the_same_words_in_several_places_the_holding_s_are_shown(shelf):
    same = "The walrus slept."
    shelf.put("Alpha v. INS", summary=same, answer=same, facts=same, says=same)
    assert snippet("walrus").place == "holding 1"


@pytest.mark.django_db
def test_no_passage_of_an_opinion_that_is_not_released_is_shown(shelf):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    Opinion.objects.update(released_at=None)
    (hit,) = Found(QueryDict("q=walrus")).hits
    assert hit.snippet is None


@pytest.mark.django_db
def test_words_that_stand_in_no_one_passage_together_still_show_one(shelf):
    shelf.put("Alpha v. INS", facts="A walrus came in.", says="A pelican left.")
    assert "[walrus]" in shown(snippet("walrus pelican"))


@pytest.mark.django_db
def test_a_phrase_that_runs_on_into_the_next_paragraph_is_shown_at_its_turn(shelf):
    edition = shelf.put("Alpha v. INS", says="What he feared was purple.\n\nWalruses harmed him.", kind="dissent")
    found = snippet('"was purple walruses"')
    assert "feared was [purple]. [Walruses] harmed" in shown(found)
    assert shown(found).count("…") == 2
    one, two = (edition.opinion.passages.get(text__contains=words) for words in ("purple", "Walruses"))
    assert found.place == f"paras. {one.label}–{two.label} of the dissent"
    assert found.anchor == one.anchor
    Opinion.objects.update(released_at=None)
    assert turns({1: edition.opinion.slug}, {1: "dissent"}, Words.read('"purple walruses"')) == {}


def test_a_holding_is_listed_with_its_question_and_a_snippet_that_repeats_it_is_not(shelf):
    shelf.put("Alpha v. INS", answer="No. The walrus decides it.")
    parameters = QueryDict("q=walrus&tab=holdings")
    (hit,) = Found(parameters).hits
    assert hit.question
    assert hit.snippet is None


def test_a_hit_by_its_issues_alone_names_them(shelf):
    shelf.put("Alpha v. INS", issues=("withholding",))
    (hit,) = Found(QueryDict("q=nonrefoulement")).hits
    assert hit.snippet is None
    assert [issue.slug for issue in hit.named_issues] == ["withholding"]


@pytest.mark.django_db
def test_an_excluded_word_is_not_marked(shelf):
    shelf.put("Alpha v. INS", says="A walrus slept beside the lake.")
    assert shown(snippet("walrus -pelican")).count("[") == 1


@pytest.mark.django_db
def test_masked_text_stays_masked(shelf):
    shelf.put("Alpha v. INS")
    assert "836" not in shown(snippet("timely petition"))
    assert "█" in shown(snippet("nexus timely"))
