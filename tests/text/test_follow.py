"""Many anchors followed from an old text into a new one: never to the wrong words without a person being asked."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefs.text.anchor import describe
from briefs.text.follow import follow
from tests.text.changed import Changed, joined

FEAR = (
    "The respondent testified that he had a well-founded fear. The judge found that the fear was real.\n\n"
    "On appeal the Board agreed that the fear was real, but denied relief as a matter of discretion.\n\n"
    "We conclude that the denial rested on conjecture, which is not a substitute for substantial evidence.\n\n"
    "The petition is granted. We remand for further proceedings consistent with this opinion."
)
DISCRETION = "On appeal the Board agreed that the fear was real, but denied relief as a matter of discretion.\n\n"


def placed(old: str, new: str, words: str, nth: int = 0):
    start = -1
    for _ in range(nth + 1):
        start = old.index(words, start + 1)
    (place,) = follow(old, new, [describe(old, start, start + len(words))])
    return place


@pytest.mark.parametrize(
    ("words", "nth", "new", "status", "stands"),
    [
        ("the fear was real", 1, FEAR, "placed", "the fear was real, but"),
        ("the fear was real", 1, "Held: " + FEAR, "moved", "the fear was real, but"),
        # of two like passages the first is changed: the second is not mistaken for it
        ("the fear was real", 0, FEAR.replace("fear was real.", "dread was real."), "suspect", "the dread was real."),
        ("the fear was real", 1, FEAR.replace("fear was real.", "dread was real."), "moved", "the fear was real, but"),
        # a whole paragraph goes to the end, and what is marked in it goes along
        ("denied relief as a matter", 0, FEAR.replace(DISCRETION, "") + "\n\n" + DISCRETION, "moved", "denied re"),
        ("the fear was real", 1, FEAR.replace(DISCRETION, "") + "\n\n" + DISCRETION, "moved", "the fear was real, but"),
        ("the fear was real", 0, FEAR.replace(DISCRETION, "") + "\n\n" + DISCRETION, "placed", "the fear was real."),
        # words changed inside are shown, however few they are
        ("the denial rested on conjecture", 0, FEAR.replace("rested on", "rests on"), "suspect", "the denial rests on"),
        ("the denial rested on conjecture", 0, FEAR.replace("rested on", "rested  on"), "suspect", "the denial rested"),
        # a copy of the words elsewhere does not replace changed ones
        (
            "rested on conjecture, which is not a substitute",
            0,
            FEAR.replace("rested on", "rests on") + " The denial rested on conjecture, which is not a substitute.",
            "suspect",
            "rests on conjecture",
        ),
        # short common words are not found again just anywhere
        ("The petition is granted.", 0, FEAR.replace("The petition is granted.", "So ordered."), "orphan", ""),
        ("We conclude that the denial", 0, "Quite another text about farm income and its taxes.", "orphan", ""),
    ],
)  # fmt: skip
def test_an_anchor_follows_its_words(words: str, nth: int, new: str, status: str, stands: str):
    place = placed(FEAR, new, words, nth)
    assert place.status == status
    assert new[place.start :].startswith(stands)


@pytest.mark.parametrize("edit", [lambda text: text + " A word more.", lambda text: "A word before. " + text])
def test_passages_that_nothing_but_their_order_tells_apart_keep_it(edit):
    text = "\n\n".join(["The petition for review is denied for the reasons given."] * 5)
    found = follow(text, edit(text), [describe(text, at, at + 23) for at in range(0, len(text), 58)])
    assert [place.start for place in found] == [edit(text).index("The petition") + 58 * n for n in range(5)]
    assert {place.status for place in found} <= {"placed", "moved"}


def test_one_of_many_like_passages_taken_away_leaves_those_that_may_be_any_to_a_person():
    text = "\n\n".join(["The petition for review is denied for the reasons given."] * 5)
    found = follow(text, text[58:], [describe(text, at, at + 23) for at in range(0, len(text), 58)])
    assert {place.status for place in found[1:-1]} == {"suspect"}
    assert max(place.margin for place in found[1:-1]) < 15


def test_a_suspect_says_how_like_and_how_far_ahead_it_is():
    place = placed(FEAR, FEAR.replace("rested on conjecture", "rested upon conjectures"), "rested on conjecture")
    assert place.score > 75
    assert place.margin > 25


@pytest.mark.parametrize("old", ["", " ", "a", "\u0301", "no words at all?"])
def test_anchors_that_do_not_stand_in_the_old_text_are_looked_for_all_the_same(old: str):
    anchor = describe(FEAR, 0, 20)
    assert follow(old, FEAR, [anchor])[0].status == "placed"
    assert follow(old, "", [anchor])[0].status == "orphan"


WORD = st.sampled_from(
    ["the", "fear", "was", "real", "not", "e\u0301té", "👩\u200d⚖️", "🙂", "פחד", "خوف", "fears", ".", "a-b"]
)
WORDS = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
OTHERS = st.lists(st.sampled_from(["quite", "another", "thing", "זר", "."]), max_size=12).map(" ".join)
EDITS = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 25), st.one_of(st.just(""), WORDS)), min_size=1, max_size=3
)
SPANS = st.tuples(st.integers(0, 200), st.integers(1, 60))


def edited(text: str, edits: list[tuple[int, int, str]]) -> Changed:
    """The text with stretches replaced: (where, how many characters go, what comes)."""
    parts, at = [], 0
    for start, size, words in sorted(edits):
        start = min(max(start % (len(text) + 1), at), len(text))
        end = min(start + size, len(text))
        parts += [(at, start), words]
        at = end
    return joined(text, [*parts, (at, len(text))])


def hold(changed: Changed, spans: list[tuple[int, int]]) -> None:
    """Follow anchors and check every one that was placed without a person."""
    places = [(start % len(changed.old), size) for start, size in spans]
    places = [(start, min(start + size, len(changed.old))) for start, size in places]
    found = follow(changed.old, changed.new, [describe(changed.old, *span) for span in places])
    for span, place in zip(places, found, strict=True):
        assert 0 <= place.start <= place.end <= len(changed.new)
        if place.status in ("placed", "moved"):
            assert changed.new[place.start : place.end] == changed.old[slice(*span)]
            right = place.start == changed.truth(*span) or changed.might_be(span, place.start)
            quote = changed.old[slice(*span)]
            # Words that stand but once in each text are these, however they came there.
            once = changed.old.find(quote) == changed.old.rfind(quote) == span[0] and changed.new.count(quote) == 1
            assert right or once, (span, place, changed)


@given(WORDS, WORDS, WORDS, EDITS, st.lists(SPANS, min_size=1, max_size=5))
def test_edits_before_inside_across_and_after_never_move_an_anchor_to_other_words(one, two, three, edits, spans):
    hold(edited(f"{one} {two}\n\n{one} {three}", edits), spans)


@given(st.lists(WORDS, min_size=2, max_size=6), st.data())
def test_paragraphs_moved_about_and_edited_never_move_an_anchor_to_other_words(paragraphs, data):
    paragraphs += data.draw(st.lists(st.sampled_from(paragraphs), max_size=2))  # some stand twice
    text = "\n\n".join(paragraphs)
    starts = [sum(len(one) + 2 for one in paragraphs[:n]) for n in range(len(paragraphs))]
    blocks = [(start, start + len(one)) for start, one in zip(starts, paragraphs, strict=True)]
    order = data.draw(st.permutations(range(len(blocks))))
    parts: list = []
    for n in order[: data.draw(st.integers(1, len(order)))]:
        parts += [blocks[n], "\n\n", *data.draw(st.lists(OTHERS, max_size=1))]
    hold(joined(text, parts), data.draw(st.lists(SPANS, min_size=1, max_size=5)))


@given(st.text(max_size=80), st.text(max_size=80), st.lists(SPANS, max_size=3))
@example("aaaa", "aaa", [(1, 2)])
def test_any_two_texts_give_an_answer_inside_the_new_one(old, new, spans):
    anchors = [describe(old, at % len(old), min(at % len(old) + size, len(old))) for at, size in spans if old]
    for anchor, place in zip(anchors, follow(old, new, anchors), strict=True):
        assert 0 <= place.start <= place.end <= len(new)
        if place.status in ("placed", "moved"):
            assert new[place.start : place.end] == anchor.quote


@given(st.integers(0, 3), st.text(alphabet="xyz 🙂\u0301א\n", max_size=30), st.integers(0, len(FEAR)))
def test_words_put_in_anywhere_leave_all_sentences_but_one_where_they_are(nth, words, at):
    sentence = FEAR.split("\n\n")[nth]
    start = FEAR.index(sentence)
    new = FEAR[:at] + words + FEAR[at:]
    (place,) = follow(FEAR, new, [describe(FEAR, start, start + len(sentence))])
    if start < at < start + len(sentence) and words:
        assert place.status == "suspect"
    else:
        assert place.status in ("placed", "moved")
        assert new[place.start : place.end] == sentence
