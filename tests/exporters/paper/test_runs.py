"""Rich texts and quoted paragraphs, cut for paper."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.exporters.paper.runs import blocks, printable, quoted_lines, shown, web
from tests.exporters import pages

PASSAGES = {("p3", "para. 3"): 7}
OPINION = "kaptsov-v-ashcroft"


def said(run: dict[str, Any]) -> str:
    return "".join(said(inner) for inner in run["runs"]) if "cite" in run else run["text"]


def told(source: str, site: str = pages.SITE) -> str:
    """The words of a text as set, a bar between its parts."""
    parts: list[Any] = []
    for block in blocks(pages.rich(source), PASSAGES, site):
        parts += [part for item in block["items"] for part in item] if block["kind"] == "list" else block["parts"]
    return "|".join("".join(said(run) for run in part["runs"]) for part in parts)


def runs_of(source: str, site: str = pages.SITE) -> list[dict[str, Any]]:
    return blocks(pages.rich(source), PASSAGES, site)[0]["parts"][0]["runs"]


def test_controls_and_direction_overrides_are_not_set():
    assert printable({"a": ["x\x00y\u202ez\n\tw", 3]}) == {"a": ["xyz w", 3]}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//host/x", "", "ftp://x"])
def test_only_the_web_is_linked(url: str):
    assert web(url) == ""


def test_an_address_is_printed_without_its_scheme():
    assert shown("https://www.courtlistener.com/c/F.2d/883/788/") == "courtlistener.com/c/F.2d/883/788"


def test_a_citation_is_one_link_though_its_name_is_emphasised():
    before, cite, after = runs_of("See {maldonado-cruz|*Maldonado-Cruz v. INS*, 883 F.2d 788}.")
    assert (said(before), said(after)) == ("See ", ".")
    assert cite["href"] == "https://www.courtlistener.com/c/F.2d/883/788/"
    assert [(run["text"].replace("\u00a0", " "), run["emphasis"]) for run in cite["runs"]] == [
        ("Maldonado-Cruz v. INS", True),
        (", 883 F.2d 788", False),
    ]


def test_an_authority_without_an_outside_address_leads_to_its_page_on_the_site():
    assert runs_of("{a-g|Matter of A-G-}")[0]["href"] == f"{pages.SITE}/authorities/a-g/"
    assert runs_of("{a-g|Matter of A-G-}", site="")[0]["href"] == ""


def test_the_place_of_a_quotation_follows_its_closing_mark():
    before, place, after = runs_of("a [[“unfair war”|para. 3]], he said")
    assert (said(before), said(after)) == ("a “unfair war”", ", he said")
    assert place == {
        "text": "[para.\u00a03]",
        "passage": 7,
        "href": f"{pages.SITE}/opinions/{OPINION}/#p3",
        "added": True,
    }


def test_a_quotation_outside_the_appendix_leads_to_the_opinion_on_the_site():
    place = runs_of("[[“every day”|para. 9]]")[-1]
    assert place["passage"] is None
    assert place["href"].endswith(f"/opinions/{OPINION}/#p9")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("[[“unfair war”|para. 3]] (para. 3).", "“unfair war” (para. 3)."),
        ("[[“an unfair”|para. 3]] and [[“cruel war”|para. 3]].", "“an unfair” and “cruel war”[para. 3]."),
        ("[[“an unfair”|para. 3]] and [[“cruel war”|para. 4]].", "“an unfair”[para. 3] and “cruel war”[para. 4]."),
        ("Thus:\n> [[he said so|para. 3]]\nand left.", "Thus:|he said so[para. 3]|and left."),
        ("[[“an unfair”|para. 3]]\n\n[[“cruel war”|para. 3]]", "“an unfair”[para. 3]|“cruel war”[para. 3]"),
    ],
)
def test_a_place_is_said_once_where_the_reader_needs_it(source: str, words: str):
    assert told(source).replace("\u00a0", " ") == words


def test_items_that_follow_each_other_are_one_list():
    woven = blocks(pages.rich("First:\n\n- a\n- b\n\n1. c\n2. d\n\n1. e\n\nLast."), {}, "")
    assert [(b["kind"], b.get("ordered"), len(b.get("items", []))) for b in woven] == [
        ("paragraph", None, 0),
        ("list", False, 2),
        ("list", True, 2),
        ("list", True, 1),
        ("paragraph", None, 0),
    ]


def test_no_text_is_no_block():
    assert blocks(None, {}, "") == []


def test_quoted_words_are_marked_in_their_paragraph():
    assert quoted_lines("He said no.", [(3, 7, 4)]) == [
        [
            {"text": "He ", "quoted": False},
            {"opens": 4},
            {"text": "said", "quoted": True},
            {"closes": 4},
            {"text": " no.", "quoted": False},
        ]
    ]


@st.composite
def spanned(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, int]]]:
    text = draw(st.text(st.sampled_from("ab \n§1"), min_size=1, max_size=40))
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = draw(st.lists(edges.filter(lambda pair: pair[0] < pair[1]), max_size=4))
    return text, [(start, end, n) for n, (start, end) in enumerate(spans, 1)]


@given(spanned())
def test_marking_quotations_loses_no_word_and_closes_what_it_opens(given_: tuple[str, list[tuple[int, int, int]]]):
    text, spans = given_
    lines = quoted_lines(text, spans)
    words = "".join(piece.get("text", "") for line in lines for piece in line)
    assert words.replace("\u00a0", " ") == text.replace("\n", "")
    pieces = [piece for line in lines for piece in line]
    numbers = [n for _, _, n in spans]
    assert sorted(piece["opens"] for piece in pieces if "opens" in piece) == numbers
    assert sorted(piece["closes"] for piece in pieces if "closes" in piece) == numbers
    quoted = {at for start, end, _ in spans for at in range(start, end) if text[at] != "\n"}
    assert sum(len(piece["text"]) for piece in pieces if piece.get("quoted")) == len(quoted)
