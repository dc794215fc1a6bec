"""What is typed into the box."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.models import EditionPassage, Shelf
from briefs.search.columns import Columns
from briefs.search.matches import matching, matching_each, state
from briefs.search.snippets import Sought, asked_for, best_passages
from briefs.search.statements import meanwhile
from briefs.search.words import LONGEST, Words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  past \t persecution\n", "past persecution"),
        ("a\x00b", "a b"),
        ("“exact phrase” or «another»", '"exact phrase" or "another"'),
        ("a\u202eb", "a b"),
        ("caf\u00e9 \ud800", "caf\u00e9"),
        ("asylum - torture", "asylum torture"),
        ("asylum --torture", "asylum -torture"),
        ("well--founded fear-", "well-founded fear"),
        ("-" * 33, ""),
        ("asylum " + "-" * 32 + "x", "asylum -x"),
        ("-(-(-x", "( ( x"),
        ('-"past persecution" -- "-x"', '-"past persecution" " x"'),
        ("\ue000mark\ue001", "mark"),
        ("perse\u00adcu\u200btion", "persecution"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_what_is_typed_is_made_one_harmless_line(typed: str, read: str):
    assert Words.read(typed).typed == read


def test_a_long_query_is_cut_and_says_so():
    words = Words.read("x" * 301)
    assert (len(words.typed), words.was_cut) == (LONGEST, True)
    assert not Words.read("x" * 300).was_cut


@pytest.mark.parametrize("typed", ["A75 836 651", "No. A75-836-651", "a petitioner A075836651"])
def test_an_alien_registration_number_is_not_repeated(typed: str):
    words = Words.read(typed)
    assert words.was_masked
    assert "836" not in words.typed


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("neutrality desertion", ("neutrality", "desertion")),
        ('"past persecution" nexus', ('"past persecution"', "nexus")),
        ("asylum or withholding", ("asylum", "withholding")),
        ("asylum OR withholding", ("asylum", "withholding")),
        ("asylum -torture", ("asylum",)),
        ('asylum -"past persecution"', ("asylum",)),
        ('fear "unclosed words', ("fear", "unclosed", "words")),
        ("well-founded", ("well-founded",)),
        ("same same", ("same",)),
        ("8 usc 1158 deadline", ("8", "U.S.C.", "1158", "deadline")),
        ("220f3d1077", ("220", "F.3d", "1077")),
        ("give us 12", ("give", "us", "12")),
        ("US vs Kimball", ("United", "States", "v.", "Kimball")),
        ("Doe v US", ("Doe", "v.", "United", "States")),
        ("vs", ("vs",)),
        ('"" -', ()),
        ("", ()),
    ],
)
def test_the_wanted_terms_leave_out_what_is_excluded(typed: str, terms: tuple[str, ...]):
    assert Words.read(typed).terms == terms


@pytest.mark.parametrize(
    ("typed", "excludes"), [("a -b", True), ('a -"b c"', True), ("well-founded", False), ("-", False)]
)
def test_an_exclusion_is_known(typed: str, excludes: bool):
    assert Words.read(typed).excludes is excludes


@given(st.text())
def test_nothing_that_can_be_typed_is_an_error(typed: str):
    words = Words.read(typed)
    assert len(words.typed) <= LONGEST
    assert all(character.isprintable() or character.isspace() or not character.isascii() for character in words.typed)
    assert Words.read(words.typed).typed == words.typed


def asks_everything(words: Words) -> None:
    """Run every query that words make, on empty tables."""
    with matching(words, Columns.of([])) as rows:
        assert not len(rows())
    assert all(0 <= place < len(words.telling.lexical) for place, _ in state(words).stems)
    assert not any(len(ids) for ids in matching_each(words.terms[:3]))
    assert not EditionPassage.objects.filter(search=words.any_term).exists()
    sought = [Sought(pk=1, shelf=shelf, opinion_id=1, edition_id=1, number=1) for shelf in Shelf.values]
    with meanwhile(*asked_for(sought, words)) as take:
        assert not best_passages(sought, take())


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("past persecution", [("past persecution", (), (), ())]),
        ('"past persecution" nexus', [("nexus", ("past persecution",), (), ())]),
        ("follow-to-join", [("", ("follow-to-join",), (), ()), ("", ("follow to join",), (), ())]),
        ("Elias-Zacarias", [("", ("Elias-Zacarias",), (), ()), ("", ("Elias Zacarias",), (), ())]),
        ("one-year", [("", ("one-year",), (), ())]),  # one year is something else
        ("well-founded fear", [("fear", ("well-founded",), (), ()), ("wellfounded fear", (), (), ())]),
        ("nonresident", [("nonresident", (), (), ()), ("", ("non-resident",), (), ())]),
        ("labour -defence", [("labour", (), ("defence", "defense"), ()), ("labor", (), ("defence", "defense"), ())]),
        ("could someone please hold Mr. Doe", [("hold Doe", (), (), ())]),
        ("Upon v. May", [("Upon v. May", (), (), ())]),  # in a name every word tells something
        ("can she", [("can she", (), (), ())]),
        ("asylum or cat -bar", [("asylum", (), (), ()), ("cat", (), ("bar",), ())]),
        ('fear -"past harm"', [("fear", (), (), ("past harm",))]),
        ("or or", []),
        ('the "past harm" of it', [("", ("past harm",), (), ())]),
        ("No. 07-2278-ag", [("", ("07-2278-ag",), (), ())]),
        ('"of the" harm', [("harm", (), (), ())]),
        ("the of", [("the of", (), (), ())]),
        ("", []),
    ],
)
def test_the_words_are_read_in_groups(typed: str, groups: list[tuple[object, ...]]):
    told = [(one.words, one.phrases, one.not_words, one.not_phrases) for one in Words.read(typed).groups]
    assert told == groups


def test_in_a_pasted_line_or_and_quotation_marks_are_the_text_s_own():
    pasted = Words.read('The captain said "hit her" or he would have him and every one of the others taken away')
    assert pasted.is_pasted
    assert not pasted.chooses
    assert "or" in pasted.terms
    assert Words.read("asylum or torture").chooses
    assert Words.read(pasted.typed.replace(" or ", " OR ")).chooses


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Diallo at 290", "Diallo"),
        ("Diallo, 232 F.3d at 290-91", "Diallo, 232 F.3d"),
        ("Lin, at 121 n. 4", "Lin"),
        ("us vs Kimball", "United States v. Kimball"),
        ("see generally Diallo", "Diallo"),
        ("Cf. Diallo, 232 F. 3d, at 290", "Diallo, 232 F.3d"),
        ("at 290", "at 290"),
        ("", ""),
    ],
)
def test_a_name_is_looked_up_without_its_pin(typed: str, named: str):
    assert Words.read(typed).as_name.typed == named


def test_a_word_that_others_spell_otherwise_is_sought_in_both_spellings():
    assert Words.read("the labour of a co-defendant").telling.terms == (
        "labour or labor",
        "co-defendant or codefendant",
    )


@pytest.mark.parametrize(
    ("typed", "term", "left"),
    [
        ("past persecution", "past", "persecution"),
        ('"past harm" -bar', "-bar", '"past harm"'),
        ("asylum or cat", "asylum", "cat"),
        ("asylum or cat", "cat", "asylum"),
        ("42 usc 1983 arrest", "arrest", "42 U.S.C. 1983"),
        ("one", "one", ""),
    ],
)
def test_a_word_is_taken_off(typed: str, term: str, left: str):
    assert Words.read(typed).without(term).typed == left


@pytest.mark.parametrize(
    ("typed", "chips"),
    [
        ("can someone who deserted the army get asylum", ("deserted", "army", "asylum")),
        ('"past harm" -bar asylum or cat', ('"past harm"', "-bar", "asylum", "cat")),
        ('asylum -the -"" asylum', ("asylum", "-the")),
        ('"race or religion" labour', ('"race or religion"', "labour")),  # “or” within a phrase joins nothing
        ("labour union", ("labour", "union")),
        ("what is it", ("what", "is", "it")),
        ("", ()),
    ],
)
def test_only_words_that_count_are_chips(typed: str, chips: tuple[str, ...]):
    assert Words.read(typed).chips == chips


@pytest.mark.django_db
@pytest.mark.parametrize(
    "typed",
    [
        'ninth cir. -ca9 "2d Cir." or d.c.cir',
        "'",
        "\\",
        "a & | ! <-> b",
        "((((",
        '"',
        "-",
        "or or or",
        ":*",
        "%_",
        "🙂 🙂",
        "\x00",
        "a" * 300,
        "the of",
        "-" * 33,
        "asylum " + "-" * 32 + "x",
        "- " * 150,
        "-(" * 150,
        '-"" ' * 75,
        "-!" * 150,
        '-"' * 150,
    ],
)
def test_the_database_takes_every_query(typed: str):
    asks_everything(Words.read(typed))


@pytest.mark.django_db
@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*"-\"'!&|()<>:*\\ aé1_█", "or ", '-"', "- ", " -", "the "]), max_size=150).map("".join)
)
def test_the_database_takes_any_signs(typed: str):
    asks_everything(Words.read(typed))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("what would a refugee fear", "refugee fear"),
        ("refugee with fear within the country", "refugee fear country"),
        ("decisions either", "decisions either"),  # asks nothing
        ("Either v. Within", "Either v. Within"),
        ("without", "without"),
        ("did he hide it himself", "hide"),
    ],
)
def test_in_a_question_what_asks_and_joins_need_not_be_found(typed: str, found: str):
    (group,) = Words.read(typed).groups
    assert group.words == found
