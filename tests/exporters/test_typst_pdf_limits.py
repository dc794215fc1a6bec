"""What a brief might hold that paper is not made for: tricks, foreign letters, too much, nothing at all."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.exporters.page import Page
from tests.exporters import pages, samples
from tests.exporters.reading import export, read

TRICKS = r"""#panic("x") $x^2$ *a* \ [b] @ref <lab> // /* `raw` _u_ = H #import "x" ~ -- {x} \u{41} #{1+1}"""


def test_a_brief_is_data_and_never_markup():
    page = pages.bare()
    page |= {"title": TRICKS, "clinic": TRICKS, "content_note": TRICKS, "country": TRICKS}
    page["summary"] = {"text": TRICKS, "marks": []}
    page["case"] |= {"short_name": TRICKS, "caption": TRICKS + "!", "dockets": [TRICKS]}
    page["case"]["sources"] = [{"field": TRICKS, "source": TRICKS}]
    page["holdings"][0]["answer"] = {"text": TRICKS, "marks": [[0, 9, "emphasis", {}], [3, 20, "strong", {}]]}
    page["holdings"][0]["pins"][0]["quote"] = TRICKS
    paper = read(export(page).content)
    assert paper.info["/Title"] == TRICKS
    plain = paper.text.replace(" ", "")
    assert plain.count(TRICKS.replace(" ", "")) >= 8


def test_only_addresses_of_the_web_become_links():
    page = pages.bare()
    page["sections"] = pages.sections(reasoning="See {gao|Gao}.")
    page["sections"][0]["prose"]["marks"][1][3]["url"] = "javascript:alert(1)"
    page["authorities"] = [pages.authority("gao", url="javascript:alert(1)")]
    assert not [url for url in read(export(page).content).outside if not url.startswith("https://")]


@pytest.mark.parametrize(
    "name",
    [
        "Ямпольский v. Ωμέγα",
        "محمد علي v. Holder",
        "שלום v. Holder",
        "हिन्दी v. Holder",
        "ქართული v. Հայերեն",
        "Đặng v. Ğül",
        "李小龙 v. Holder",
        "김철수 v. 山田",
        "አማርኛ v. ትግርኛ",
        "ਪੰਜਾਬੀ v. বাংলা",
        "မြန်မာ v. ไทย",
        "پښتو v. فارسی",
        "தமிழ் v. ខ្មែរ",
    ],
)
def test_names_in_other_alphabets_are_set_with_the_fonts_that_travel_along(name: str):
    page = pages.bare()
    page["title"] = page["case"]["short_name"] = page["case"]["caption"] = name
    paper = read(export(page).content)
    assert "<pdfuaid:part>1</pdfuaid:part>" in paper.metadata
    assert paper.info["/Title"] == name
    assert "[U+" not in paper.text


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("\U000f0000 v. Holder", "[U+F0000] v. Holder"),
        ("ᚠᚢ v. Holder", "[U+16A0][U+16A2] v. Holder"),
        ("x\x00\u202ey v. Holder", "xy v. Holder"),
    ],
)
def test_a_letter_without_a_font_is_printed_as_its_number_and_never_as_a_box(name: str, printed: str):
    page = pages.bare()
    page["title"] = page["case"]["short_name"] = name
    paper = read(export(page).content)
    assert printed in paper.pages[0]
    assert "<pdfuaid:part>1</pdfuaid:part>" in paper.metadata
    assert paper.tags["/H1"] == 4


def crowded() -> Page:
    asked = [
        {
            "question": f"Question {n}?", "answer": "It depends. " * 12, "rule": "A rule. " * 20, "weight": "holding",
            "outcome": "split", "pins": [("quoted words", "para. 1")] * 2, "issues": ["Nexus"] * 6,
        }
        for n in range(1, 61)
    ]  # fmt: skip
    text = {"para. 1": "Before the quoted words and after. " * 20}
    page = pages.page("doe-v-roe", "Doe v. Roe", asked, text, case={"caption": "A petitioner, " * 25})
    page["authorities"] = [
        {
            **pages.authority("gao"),
            "slug": f"a{n}",
            "name": f"Case {n} v. Roe",
            "held": "x" * (n % 2),
            "note": "See it.",
        }
        for n in range(400)
    ]
    return page


def without_details() -> Page:
    page = pages.bare()
    page |= {"title": "", "holdings": [], "passages": [], "authorities": []}
    page["case"] |= dict.fromkeys(("short_name", "caption", "court", "argued", "decided", "disposition"), "")
    return page


@pytest.mark.parametrize(("build", "words_"), [(crowded, "60. Question 60?"), (without_details, "doe-v-roe")])
def test_the_longest_and_the_emptiest_brief_are_set(build: Callable[[], Page], words_: str):
    assert words_ in read(export(build()).content).text


anything = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)
plain = st.text(st.sampled_from("ab§1 .,\n“”\"'*#$[]\\<>@_`-"), max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> dict[str, Any]:
    """A text under any marks at all, blocks apart."""
    text = draw(plain)
    ends = st.integers(0, len(text))
    data = {"slug": "gao", "url": "https://a.example/", "opinion": "x", "anchor": "p1", "place": "para. 1"}
    kinds = st.sampled_from(["emphasis", "strong", "cite", "pin", "blockquote"])
    rows = [[*sorted([draw(ends), draw(ends)]), kind, data] for kind in draw(st.lists(kinds, max_size=5))]
    cut = draw(ends)
    items = {"list": "number", "n": draw(st.integers(1, 12))}
    blocks = [[0, cut, "paragraph", {}], [cut, len(text), draw(st.sampled_from(["paragraph", "item"])), items]]
    return {"text": text, "marks": rows + draw(st.sampled_from([[], blocks]))}


@settings(max_examples=20)
@given(st.lists(marked(), min_size=6, max_size=6), st.lists(anything, min_size=6, max_size=6))
def test_any_page_is_set(texts: list[dict[str, Any]], names: list[str]):
    page = samples.kaptsov() if len(names[0]) % 2 else pages.bare()
    page |= {"summary": texts[0], "title": names[0], "clinic": names[1], "banner": names[2]}
    page["holdings"][0] |= {"question": texts[1], "answer": texts[2], "rule": texts[3]}
    page["sections"] = [{"field": "facts", "title": names[3], "prose": texts[4]}]
    page["flags"] = [{"label": names[4], "note": texts[5], "effective": "", "applies_when": names[5], "holding": 1}]
    assert export(page).content.startswith(b"%PDF-")


def test_several_readers_at_once_each_get_their_own_brief():
    wanted = [pages.bare() | {"title": f"Doe v. Roe {n}"} for n in range(6)]
    alone = [export(page).content for page in wanted]
    with ThreadPoolExecutor(4) as pool:
        assert [file.content for file in pool.map(export, wanted)] == alone
