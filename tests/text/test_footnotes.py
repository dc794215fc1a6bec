"""Footnotes are lifted out of the body, and their calls are found."""

import pytest

from briefs.text.normalise import normalise

LONG = (
    "The court considered the record as a whole and found nothing in it that would compel another conclusion than this"
)


def marks(raw: str) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """The paragraphs, the footnotes by number, and the words before each call."""
    clean = normalise(raw)
    calls = {m.data["number"]: clean.text[: m.start].rsplit(" ", 1)[-1] for m in clean.marks if m.kind == "call"}
    feet = {mark.data["number"]: words for mark, words in clean.of_kind("footnote")}
    return [words for _, words in clean.of_kind("paragraph")], feet, calls


def body(sign: str) -> str:
    return f"""          It was argued at length that the whole of the record must be

read again.{sign} But it was read with care the first time, and we

see no reason to do it again, nor has any been given to us so far"""


@pytest.mark.parametrize(
    "opener",
    ["     1\n      We take the facts", "____________\n\n1 We take the facts", "____________\n\n1.  We take the facts"],
    ids=["sign alone", "rule and sign", "rule, sign and stop"],
)
def test_a_footnote_at_the_foot_of_a_page_does_not_cut_the_sentence_it_interrupts(opener):
    raw = (
        body("1")
        + f"\n\n\n\n{opener} from the decision below and\nfrom the record, as we must.\n\n                 -2-\n\f"
        + "by anyone.\n\n          We go on to the second claim, which is no better than the\n\nfirst one was.\n"
    )
    paragraphs, feet, calls = marks(raw)
    assert feet == {"1": "We take the facts from the decision below and from the record, as we must."}
    assert calls == {"1": "again."}
    assert paragraphs[0].endswith("given to us so far by anyone.")
    assert len(paragraphs) == 2


def test_a_raised_sign_is_a_call_in_the_body_and_an_opener_at_a_line_s_beginning():
    raw = f"{LONG}.¹ {LONG}.\n\n¹ Not so below.\n\n{LONG}.² And so on.\n\n² Nor here.\n"
    paragraphs, feet, calls = marks(raw)
    assert feet == {"1": "Not so below.", "2": "Nor here."}
    assert set(calls) == {"1", "2"}
    assert len(paragraphs) == 2


def test_a_number_that_is_no_footnote_s_is_left_in_the_text():
    raw = f"{LONG}.¹ He paid 1 dollar under section 2.1 and rule 1,2 of 1995.7 {LONG}.\n\n¹ Not so below.\n"
    paragraphs, _, calls = marks(raw)
    assert "1 dollar under section 2.1 and rule 1,2 of 1995.7" in paragraphs[0]
    assert list(calls) == ["1"]


def test_calls_are_a_chain_that_rises_with_the_text():
    first, second = f"{LONG}.² {LONG}.\n\n² Two.", f"{LONG} in part.2 Then it rose.³ {LONG}.\n\n³ Three."
    raw = f"{first}\n\n{second}\n\n{LONG}.⁴ {LONG}\n\n⁴ Four.\n"
    _, feet, calls = marks(raw)
    assert list(feet) == ["2", "3", "4"]
    assert list(calls) == ["2", "3", "4"]
    assert calls["2"] == "this."


def test_a_line_that_only_begins_with_a_number_is_no_footnote():
    raw = f"{LONG} and that in the year of\n\n1995 nothing had changed. {LONG}.\n"
    _, feet, _ = marks(raw)
    assert feet == {}


def test_a_footnote_that_goes_on_at_the_foot_of_the_next_page_stays_one():
    raw = (
        body("1")
        + "\n\n\n\n     1\n      We take the facts from what is below and\nfrom the record, and\n\n        -2-\n\f"
        + "by anyone, and it is clear that no\n\n\n"
        + "also from the briefs, in so far as\nthey agree with each other.\n\n          -3-\n\f"
        + "one will.\n\n          We go on to the second claim, which is no better than the\n\nfirst one was.\n"
    )
    paragraphs, feet, _ = marks(raw)
    assert list(feet) == ["1"]
    assert feet["1"].endswith("from the record, and also from the briefs, in so far as they agree with each other.")
    assert paragraphs[0].endswith("given to us so far by anyone, and it is clear that no one will.")
