"""A hyphen at a line's end: part of the word, or only of the line."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.joining import Hyphens, joint


@pytest.mark.parametrize(
    ("left", "right", "elsewhere", "whole"),
    [
        ("fur-", "ther", "", "further"),
        ("Chouch-", "kov", "Chouchkov said so.", "Chouchkov"),
        ("Lopez-", "Reyes", "", "Lopez-Reyes"),
        ("MUKA-", "SEY", "", "MUKASEY"),
        ("one-", "third", "", "one-third"),
        ("a well-", "founded", "", "a well-founded"),
        ("extra-", "judicial", "", "extra-judicial"),
        ("extra-", "dition", "", "extradition"),
        ("extra-", "ordinary", "", "extraordinary"),
        ("non-", "sense", "", "nonsense"),
        ("co-", "operate", "", "cooperate"),
        ("co-", "conspirator", "the co-conspirator and", "co-conspirator"),
        ("rear-", "ended", "rear-ended and rear-ended", "rear-ended"),
        ("well-", "being", "his wellbeing and wellbeing", "wellbeing"),
        ("evidence-", "based", "", "evidence-based"),
        ("de-", "based", "", "debased"),
        ("govern-", "ment-sponsored", "the government", "government-sponsored"),
        ("pages 648-", "49", "", "pages 648-49"),
        ("pre-", "sumed", "", "presumed"),
        ("cross-", "examination", "", "cross-examination"),
        ("post-", "conviction", "", "post-conviction"),
        ("post-", "poned", "", "postponed"),
        ("first-", "floor", "", "first-floor"),
        ("state-", "ments", "", "statements"),
        ("1451-", "52", "", "1451-52"),
        ("re\u00ad", "mand", "", "remand"),
        ("terms--", "after", "", "terms--after"),
        ("incidents", "--the car", "", "incidents--the car"),
        ("so —", "as", "", "so — as"),
        ("and/", "or", "", "and/or"),
        ("No. CIV–07–", "0045", "", "No. CIV–07–0045"),
        ("8 U.S.C. § 1252(b)", "(4)(B)", "", "8 U.S.C. § 1252(b)(4)(B)"),
        ("8 U.S.C. § 1158(b)", "(the Act)", "", "8 U.S.C. § 1158(b) (the Act)"),
        ("(9th Cir. 1995)", "(en banc)", "", "(9th Cir. 1995) (en banc)"),
        ("the court", "held", "", "the court held"),
        ("a -", "b", "", "a - b"),
    ],
)
def test_two_lines_join_as_the_words_were_written(left, right, elsewhere, whole):
    hyphens = Hyphens(f"{elsewhere}\n{left}\n{right}")
    clean, lost = joint(left, right, hyphens)
    assert left[: len(left) - lost] + clean + right == whole


def test_a_text_that_breaks_no_words_keeps_the_hyphens_its_lines_end_with():
    lines = ["Words that run on for long enough to fill a line of print, as those of opinions do"] * 200
    whole = Hyphens("\n".join([*lines, "the time-", "barred claims"]))
    assert joint("the time-", "barred claims", whole) == ("", 0)
    broken = Hyphens("\n".join(line + end for line in lines for end in ("", " of im-", "")))
    assert joint("the time-", "barred claims", broken) == ("", 1)


def test_a_sign_that_stands_for_every_hyphen_is_kept_where_the_word_has_one():
    pdf = Hyphens("organiza\u00ad\ntion and re\u00ad\nmand; a quasi\u00adjudicial act of the well\u00ad\nfounded kind")
    assert joint("the well\u00ad", "founded kind", pdf) == ("", 0)
    assert joint("and re\u00ad", "mand", pdf) == ("", 1)
    assert joint("the well\u00ad", "founded kind", Hyphens("well\u00ad\nfounded")) == ("", 1)
    long = Hyphens("Words that run on for long enough to be one of its lines and break off a re\u00ad\nmand\n" * 200)
    assert joint("conduct what\u00ad", "ever corrective", long) == ("", 1)


_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@given(st.lists(st.sampled_from(["a", "b", "Á", "1", "_", "-", "’", "'", " ", "\n", "²"]), max_size=40).map("".join))
def test_a_word_is_counted_where_it_stands_whole(text: str):
    counted = Counter(_WORD.findall(text.casefold()))
    for word in ("a", "ab", "a-b", "b’a", "á", "1", "a1"):
        assert Hyphens(text).often(word) == counted[word]
