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


SPREAD = """     The first page speaks of the question whether the claim was made in time, and says

that it was made so late that no court could hear it, for the reasons which we now give.6

The question that we face is whether the claim

_____________________
     6
          One writer explains that telling the lawful from the unlawful sale so many years
later can
                                     -9-
is barred as a matter of law, whatever may be said of the merits of it by anyone, as the

court below has held and as the Museum



{rest}
                                     -10-
has argued throughout.
"""


@pytest.mark.parametrize("rest", ["be hard.", "... be hard.", "1, 9 (1st Cir. 2006) is hard."])
def test_a_footnote_broken_in_mid_sentence_goes_on_at_the_foot_of_the_next_page(rest: str):
    clean = normalise(SPREAD.replace("{rest}", rest))
    assert [text.endswith(f"later can {rest}") for _, text in clean.of_kind("footnote")] == [True]
    assert "as the Museum has argued" in clean.text


def test_asterisks_in_a_quotation_are_no_rule_above_footnotes():
    quoted = "          tion, or called into question by a writ of\n          habeas corpus.\n               * * *\n"
    quoted += "               Accordingly, a cause of action does not\n          accrue until then.\n"
    raw = SPREAD.replace("later can\n", "later is hard.\n").replace("Museum\n\n\n\n{rest}", "Museum\n\n" + quoted)
    assert not any("Accordingly" in text for _, text in normalise(raw).of_kind("footnote"))


def test_notes_of_one_and_two_and_three_asterisks_follow_each_other():
    raw = (
        "     The Tribe took the land.* It has not waived its immunity.** Nor has Congress.*** We affirm the judgment\n"
        "of the court below, for the reasons that it gave.\n\n__________\n*First of the notes, which ends here.\n"
        "**Second of the notes.\n***Third of them.\n"
    )
    notes = [(mark.data["number"], text) for mark, text in normalise(raw).of_kind("footnote")]
    assert [number for number, _ in notes] == ["*", "**", "***"]


@pytest.mark.parametrize(
    ("cut", "rest"),
    [
        ("cert. denied, 444 U.S. 866", "(1979)."),
        ("evidence of the deterioration of country", "conditions, not their mere continuation."),
        ("as the court said there", "(citations omitted)."),
    ],
)
def test_a_footnote_goes_on_below_a_body_that_has_ended(cut: str, rest: str):
    raw = SPREAD.replace("later can\n", f"{cut}\n").replace("{rest}", rest)
    raw = raw.replace("as the Museum\n", "as the Museum has argued.\n").replace("has argued throughout.\n", "")
    clean = normalise(raw)
    assert [text.endswith(f"{cut} {rest}") for _, text in clean.of_kind("footnote")] == [True]
    assert [text for _, text in clean.of_kind("paragraph")][-1].endswith("as the Museum has argued.")
