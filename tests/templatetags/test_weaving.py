"""Woven text as HTML: right, linked and never markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.reading.reader import Note, Place
from briefs.templatetags import weaving
from briefs.text.marks import Mark
from briefs.text.weave import weave

PAGE = {"authorities": []}
CITE = {"slug": "883-f2d-788", "label": "883 F.2d 788", "url": "https://x.org/", "host": "x.org", "form": "full"}
NOTE = Note("note-1", "Holding 3", False, "A v. B", "a-v-b", "holding-3")


def prose(text: str, *marks: tuple) -> str:
    return weaving.rich({"text": text, "marks": [list(mark) for mark in marks]}, PAGE)


def passage(text: str, *marks: Mark) -> str:
    (block,) = weave(text, [Mark(0, len(text), "paragraph", {"number": 1}), *marks])
    return weaving.passage(Place(block, "para-1"))


def bare(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).replace("\u00a0", " ")


def test_paragraphs_lists_and_quotations_take_their_shape():
    text = "One.\n\nTwo.\n\nThree.\n\nFour."
    html = prose(
        text,
        (0, 4, "paragraph", {}),
        (6, 10, "item", {"list": "number", "n": 1}),
        (12, 18, "item", {"list": "bullet", "n": 1}),
        (20, 25, "paragraph", {}),
        (20, 25, "blockquote", {}),
    )
    assert html.startswith("<p>One.</p><ol><li>Two.</li></ol><ul><li>Three.</li></ul><figure")
    assert "<blockquote><p>Four.</p></blockquote>" in html


def test_a_citation_split_by_its_italics_is_one_link_with_one_way_out():
    html = prose("A v. B, 883 F.2d 788 (1989).", (0, 6, "emphasis", {}), (0, 27, "cite", CITE))
    assert html.count("<a ") == 2
    assert '<a class="cite" href="/authorities/883-f2d-788/"><em>A v. B</em>, ' in html
    assert 'class="outside" href="https://x.org/"' in html
    assert 'aria-label="883 F.2d 788 at x.org"' in html


def test_in_one_text_only_the_first_citation_of_an_authority_has_a_way_out():
    html = prose("883 F.2d 788 883 F.2d 788", (0, 12, "cite", CITE), (13, 25, "cite", CITE))
    assert (html.count('class="cite"'), html.count('class="outside"')) == (2, 1)
    assert html.index("outside") < html.rindex('class="cite"')


@pytest.mark.parametrize("change", [{"form": "short"}, {"url": ""}])
def test_a_short_form_or_an_unknown_address_has_no_way_out(change):
    assert 'class="outside"' not in prose("883 F.2d 788", (0, 12, "cite", CITE | change))


def test_a_held_authority_leads_inside_and_not_out():
    page = {"authorities": [{"slug": "883-f2d-788", "held": "a-v-b"}]}
    html = weaving.rich({"text": "883 F.2d 788", "marks": [[0, 12, "cite", CITE]]}, page)
    assert 'class="cite"' in html
    assert '<a class="outside" href="/opinions/a-v-b/" aria-label="883 F.2d 788 in this library">' in html
    assert "courtlistener" not in html


def test_a_held_opinion_opens_at_the_cited_page():
    text = "883 F.2d 788, 791"
    html = prose(text, (0, 17, "cite", CITE | {"held": "a-v-b", "page": "791", "url": ""}))
    assert 'href="/opinions/a-v-b/#page-791"' in html


def test_quoted_words_lead_to_their_paragraph_and_say_which_in_the_margin():
    pin = {"opinion": "a-v-b", "anchor": "para-14", "place": "para. 14"}
    html = prose("It “held so” then.", (4, 11, "pin", pin))
    assert '“<a class="proved" href="/opinions/a-v-b/#para-14" title="para. 14">held so</a>”' in html
    assert 'class="margin-note"' in html


def test_a_citation_inside_quoted_words_is_not_a_link_inside_a_link():
    pin = {"opinion": "a-v-b", "anchor": "para-1", "place": "para. 1"}
    html = prose("we follow 883 F.2d 788 here", (0, 27, "pin", pin), (10, 22, "cite", CITE))
    depth = 0
    for tag in re.findall(r"</?a\b", html):
        depth += 1 if tag == "<a" else -1
        assert depth in (0, 1)


def test_pinned_words_of_an_opinion_are_one_mark_around_their_links():
    html = passage(
        "We follow 883 F.2d 788 here.",
        Mark(0, 27, "pin", {"note": NOTE}),
        Mark(10, 22, "cite", {**CITE, "form": "short"}),
    )
    assert html.count("<mark") == 1
    assert 'aria-describedby="note-1"' in html


def test_what_a_dissent_supports_is_marked_apart():
    note = Note("note-1", "Dissent 1", True, "A v. B", "a-v-b", "holding-1")
    assert 'class="pin pin-apart"' in passage("I think so.", Mark(0, 10, "pin", {"note": note}))


@pytest.mark.parametrize(
    ("known", "said"),
    [("printed", 'title="Page 8552"'), ("inferred", "inferred: the source does not print this number")],
)
def test_a_page_says_whether_the_source_prints_its_number(known, said):
    html = passage("One two.", Mark(4, 4, "page", {"label": "8552", "known": known}))
    assert said in html
    assert ("[8552]" in html) is (known == "inferred")


def test_a_call_leads_to_its_footnote_and_one_without_a_note_leads_nowhere():
    led = passage("One.", Mark(4, 4, "call", {"number": "3", "id": "fnref-3", "to": "fn-3"}))
    assert '<a id="fnref-3" href="#fn-3">' in led
    assert "<a" not in passage("One.", Mark(4, 4, "call", {"number": "3", "id": "", "to": ""}))


def test_a_masked_number_is_announced_in_marks_and_in_plain_words():
    for html in (passage("No. ███ ███ here", Mark(4, 11, "masked", {})), weaving.covered("No. ███ ███ here")):
        assert html.count("A-number omitted") == 1
        assert '<span aria-hidden="true">███ ███</span>' in html


def test_a_sign_keeps_its_number_on_the_line():
    assert "§\u00a01158" in prose("8 U.S.C. § 1158 governs")


def test_nothing_gives_nothing():
    assert weaving.rich(None, PAGE) == ""
    assert weaving.words(None, PAGE) == ""


@given(st.text(alphabet="ab <>&\"'/§.", min_size=1, max_size=40), st.data())
def test_every_character_comes_out_escaped_and_none_is_lost(text, data):
    marks = []
    for kind, payload in (("emphasis", {}), ("cite", {**CITE, "url": ""}), ("strong", {})):
        start = data.draw(st.integers(0, len(text) - 1))
        marks.append((start, data.draw(st.integers(start + 1, len(text))), kind, payload))
    html = prose(text, *marks)
    assert not re.search(r"<(?!/?(?:p|em|strong|a)\b)", html)
    plain = bare(html)
    for sign, name in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        plain = plain.replace(sign, name)
    assert plain == text
