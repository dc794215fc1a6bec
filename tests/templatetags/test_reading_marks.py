"""What reading adds to woven text: places found, footnotes beside their call, voices that are not the court's."""

import re

import pytest

from briefs.reading.reader import Place
from briefs.templatetags import weaving
from briefs.templatetags.pages import other_voices
from briefs.text.marks import Mark
from briefs.text.weave import weave

PAGE = {"authorities": []}
CITE = {"slug": "883-f2d-788", "label": "883 F.2d 788", "url": "https://x.org/", "host": "x.org", "form": "full"}
PIN = {"opinion": "a-v-b", "anchor": "para-3", "place": "para. 3"}
WITNESS = PIN | {"voice": "witness", "voice_label": "A witness"}


def passage(text: str, *marks: Mark) -> str:
    (block,) = weave(text, [Mark(0, len(text), "paragraph", {"number": 1}), *marks])
    return weaving.passage(Place(block, "para-1"))


def prose(text: str, *marks: list) -> str:
    return weaving.rich({"text": text, "marks": list(marks)}, PAGE)


def test_a_place_found_is_marked_and_leads_to_the_places_before_and_after():
    html = passage("The fear was real.", Mark(4, 8, "found", {"n": 2, "of": 3}))
    assert '<mark class="found">fear</mark><span class="found-place" id="found-2"' in html
    assert 'href="#found-1"' in html
    assert 'href="#found-3"' in html
    assert "2 of 3" in html


@pytest.mark.parametrize(("n", "ways"), [(1, ["#found-2"]), (2, ["#found-1"])])
def test_the_first_and_the_last_place_lead_one_way(n, ways):
    html = passage("The fear was real.", Mark(4, 8, "found", {"n": n, "of": 2}))
    assert re.findall(r'href="(#found-\d)"', html) == ways


def test_no_link_stands_inside_another_where_a_citation_is_found():
    text = "See 883 F.2d 788 here."
    html = passage(text, Mark(4, 16, "cite", CITE), Mark(8, 16, "found", {"n": 1, "of": 2}))
    depth = 0
    for tag in re.findall(r"</?a[ >]", html):
        depth += -1 if tag.startswith("</") else 1
        assert depth in (0, 1)
    assert html.index("</a>") < html.index('id="found-1"')


def test_a_place_that_other_marks_cut_has_one_id():
    marks = [Mark(4, 13, "found", {"n": 1, "of": 1}), Mark(4, 8, "emphasis"), Mark(9, 13, "strong")]
    html = passage("The fear felt was real.", *marks)
    assert html.count('id="found-1"') == 1
    assert html.count('<mark class="found">') == 3


def test_a_call_leads_to_its_footnote_and_can_be_led_back_to():
    html = passage("Words.", Mark(6, 6, "call", {"number": "1", "to": "fn-1", "id": "fnref-1"}))
    assert '<a id="fnref-1" href="#fn-1"><span class="visually-hidden">footnote </span>1</a>' in html


def test_words_of_another_voice_can_be_left_out_and_say_whose_they_were():
    html = prose("He said “I ran.”", [0, 16, "paragraph", {}], [9, 15, "pin", WITNESS])
    assert 'class="proved other-voice"' in html
    assert 'title="para. 3: a witness"' in html
    assert '<span class="voice-left-out">[words of a witness]</span>' in html


def test_a_block_quotation_of_another_voice_is_left_out_whole():
    html = prose("I ran.", [0, 6, "paragraph", {}], [0, 6, "blockquote", {}], [0, 6, "pin", WITNESS])
    assert '<p class="voice-left-out">[words of a witness]</p><figure class="pinned-words noted other-voice">' in html


def test_the_court_s_words_are_never_left_out():
    html = prose("It held “no.”", [0, 13, "paragraph", {}], [9, 12, "pin", PIN])
    assert "voice" not in html


@pytest.mark.parametrize(
    ("pin", "section", "expected"), [("court", PIN, False), ("dissent", PIN, True), ("court", WITNESS, True)]
)
def test_the_switch_is_offered_where_there_is_another_voice(pin, section, expected):
    words = {"text": "x", "marks": [[0, 1, "pin", section]]}
    holding = {"pins": [{"voice": pin}], "question": None, "answer": words, "rule": None, "application": None}
    assert other_voices({"summary": None, "sections": [], "holdings": [holding]}) is expected
