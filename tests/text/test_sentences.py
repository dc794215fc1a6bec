"""The sentence around a citation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.sentences import _ENDS, ends_sentence, sentence_around

GILL = "Gill v. INS, 420 F.3d 82"
GAO = "In Xu Sheng Gao v. U.S. Att'y Gen., 500 F.3d 93, it did."


@pytest.mark.parametrize(
    ("text", "cited", "sentence"),
    [
        (f"It held so. We follow {GILL}. Then it left.", "420 F.3d 82", f"We follow {GILL}."),
        (f"First. {GAO} Last.", "500 F.3d 93", GAO),
        (f"The alien bears the burden. {GILL}. Then.", GILL, f"The alien bears the burden. {GILL}."),
        (f"The alien bears it. See also {GILL}. Then.", GILL, f"The alien bears it. See also {GILL}."),
        ("Before.\n420 F.3d 82. After.", "420 F.3d 82", "420 F.3d 82."),
        ("He said “no.” We cite Pub. L. No. 109-13. End.", "109-13", "We cite Pub. L. No. 109-13."),
    ],
)
def test_a_citation_is_given_with_its_sentence(text: str, cited: str, sentence: str):
    start = text.index(cited)
    assert "".join(sentence_around(text, start, start + len(cited))) == sentence


def test_a_long_sentence_is_cut_between_two_words_and_says_so():
    text = "petitioner " * 100 + "HERE" + " respondent" * 100
    before, cited, after = sentence_around(text, 1100, 1104, limit=50)
    assert cited == "HERE"
    assert before == "… " + "petitioner " * 4
    assert after == " respondent" * 4 + " …"


_ENDINGS = st.sampled_from(
    ["held", "v", "vs", "No", "Nos", "Mr", "U.S", " ", "(", ".", "?", "!", "”", ")", "]", "12", "1", ",", ";", "-", "é"]
)


@given(st.lists(_ENDINGS, max_size=8).map("".join))
def test_how_most_lines_end_is_told_as_every_end_is(line: str):
    assert ends_sentence(line) == (not line[-1:].isalpha() and bool(_ENDS.search(line[-24:])))


@given(st.text(alphabet="aA. \n“”v?", max_size=80), st.data())
def test_the_words_come_back_as_they_stand(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, cited, after = sentence_around(text, start, end)
    assert cited == text[start:end]
    assert before + cited + after in text
