"""Rich texts and quoted paragraphs, cut for paper."""

from typing import Any

import pytest

from briefs.exporters.paper.runs import blocks, printable, ranged, shown, unbroken, web
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


@pytest.mark.parametrize(
    ("citation", "printed"),
    [
        ("913 F.2d 1443, 1451-52 (9th Cir. 1990)", "913 F.2d 1443, 1451–52 (9th Cir. 1990)"),
        ("459 F.3d at 271-72", "459 F.3d at 271–72"),
        ("UNHCR Handbook ¶¶ 170-71", "UNHCR Handbook ¶¶ 170–71"),
        ("Country Report 20-21 (Nov. 1997)", "Country Report 20–21 (Nov. 1997)"),
        ("500 F.3d 93, 99-102", "500 F.3d 93, 99–102"),
        ("Nos. 23-101, 24-777", "Nos. 23-101, 24-777"),
        ("Pub. L. No. 109-13 (2005)", "Pub. L. No. 109-13 (2005)"),
        ("Nos. 07-2278, 07-2279", "Nos. 07-2278, 07-2279"),
        ("No. 02-70755 (9th Cir.)", "No. 02-70755 (9th Cir.)"),
        ("Matter of A-G-, 19 I. & N. Dec. 502", "Matter of A-G-, 19 I. & N. Dec. 502"),
    ],
)
def test_a_range_of_pages_has_an_en_dash(citation: str, printed: str):
    assert ranged(citation) == printed


def test_only_the_brief_s_own_citations_are_given_en_dashes():
    assert told("{gao|500 F.3d 93, 99-102}").replace("\u00a0", " ") == "500 F.3d 93, 99–102"
    assert told("pages 99-102 in {gao|Gao}") == "pages 99-102 in Gao"
    quoted = "He wrote:\n> [[see {gao|500 F.3d 93, 99-102}|para. 3]]"
    assert "93, 99-102" in told(quoted).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("passage 7", "passage_7"),
        ("para. 41", "para._41"),
        ("see INS v. Cardoza-Fonseca", "see INS_v._Cardoza-Fonseca"),
        ("Petitioners, -v- MUKASEY", "Petitioners,_-v-_MUKASEY"),
        ("on May 11, 2005", "on May_11, 2005"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, bound: str):
    laid = unbroken({"words": [text], "href": f"https://a.example/{text}"})
    assert laid["words"] == [bound.replace("_", "\u00a0")]
    assert laid["href"].endswith(text)
