"""The opinion as readers see it: what is masked, marked, linked and put in the margin."""

from types import SimpleNamespace

import pytest

from briefs.models import Authority, Citation, Opinion
from briefs.reading.reader import Reading, read
from briefs.text.marks import Mark, as_rows


def authority(pk: int = 7, cite: str = "883 F.2d 788") -> Authority:
    return Authority(pk=pk, slug="883-f2d-788", cite=cite, kind="case", key="case:883:F.2d:788")


def holding(quote: str, anchor: str, *, number: int = 1, weight: str = "Holding", separate: bool = False, slug="case"):
    edition = SimpleNamespace(name="Case v. Case", slug="case-v-case", opinion_id=1)
    pins = [{"quote": quote, "opinion": slug, "anchor": anchor}]
    frozen = {"pins": pins, "weight_label": weight}
    return SimpleNamespace(number=number, edition=edition, is_separate=separate, frozen=frozen)


def reading(
    *blocks: tuple[str, str, dict], inline: tuple = (), citations: tuple = (), holdings: tuple = (), **kw
) -> Reading:
    """Read an opinion whose blocks are (kind, text, data); inline marks are counted from the whole text's start."""
    text, marks = "", list(inline)
    for kind, words, data in blocks:
        text += "\n\n" if text else ""
        marks.append(Mark(len(text), len(text) + len(words), kind, data))
        text += words
    opinion = Opinion(pk=1, slug="case", text=text, marks=as_rows(marks))
    rows = [Citation(start=s, end=e, form=form, authority=one) for s, e, form, one in citations]
    outside = kw.get("outside", lambda one: ("https://www.example.org/", "example.org"))
    return read(opinion, rows, holdings, held=kw.get("held", {}), outside=outside)


def marked(place, kind: str) -> list[str]:
    return [run.text for part in place.block.parts for run in part.runs if run.mark(kind)]


def test_front_matter_body_and_footnotes_stand_apart_under_the_ids_that_passages_name():
    shown = reading(
        ("caption", "IN THE COURT", {"part": "court"}),
        ("byline", "JUDGE:", {}),
        ("heading", "Facts", {"level": 1}),
        ("paragraph", "One.", {"number": 1}),
        ("paragraph", "Two.", {"number": 2}),
        ("footnote", "A note.", {"number": "1"}),
    )
    assert [place.anchor for place in shown.front] == ["block-0"]
    assert [place.anchor for place in shown.body] == ["block-1", "block-2", "para-1", "para-2"]
    assert [place.anchor for place in shown.footnotes] == ["fn-1"]
    assert [place.block.text for place in shown.headings] == ["Facts"]


def test_only_a_printed_page_has_an_id_for_an_inferred_one_is_nowhere_to_be_cited():
    pages = [(0, "12", "printed"), (4, "13", "inferred"), (8, "12", "printed")]
    inline = tuple(Mark(at, at, "page", {"label": label, "known": known}) for at, label, known in pages)
    shown = reading(("paragraph", "One two three.", {"number": 1}), inline=inline)
    runs = [run for part in shown.body[0].block.parts for run in part.runs]
    told = [(mark.data["label"], mark.data.get("id", "")) for run in runs if (mark := run.mark("page"))]
    assert told == [("12", "page-12"), ("13", ""), ("12", "")]


def test_no_id_stands_twice():
    shown = reading(("footnote", "A.", {"number": "1"}), ("footnote", "B.", {"number": "1"}))
    assert [place.anchor for place in shown.footnotes] == ["fn-1", "fn-1--2"]


@pytest.mark.parametrize(
    ("levels", "depths"), [([1, 2, 3], [1, 2, 3]), ([3, 1], [1, 1]), ([1, 4, 4], [1, 2, 3]), ([2, 2, 1], [1, 2, 1])]
)
def test_headings_never_skip_a_level(levels: list[int], depths: list[int]):
    shown = reading(*(("heading", f"H{at}", {"level": level}) for at, level in enumerate(levels)))
    assert [place.depth for place in shown.headings] == depths


def test_a_number_is_masked_and_marked():
    place = reading(("paragraph", "The file A75 836 651 was lost.", {"number": 1})).body[0]
    assert "836" not in place.block.text
    assert marked(place, "masked") == ["███ ███ ███"]


def test_a_citation_links_inside_and_outside_only_where_nothing_is_held():
    text = "See 883 F.2d 788 here."
    cited = (4, 16, "full", authority())
    for held, url in (({}, "https://www.example.org/"), ({7: "held-case"}, "")):
        place = reading(("paragraph", text, {"number": 1}), citations=(cited,), held=held).body[0]
        data = next(run.mark("cite") for run in place.block.parts[0].runs if run.mark("cite")).data
        assert (data["slug"], data["label"], data["url"]) == ("883-f2d-788", "883 F.2d 788", url)


@pytest.mark.parametrize("form", ["short", "id", "supra", "section", "reference"])
def test_only_a_full_citation_leads_outside(form: str):
    place = reading(
        ("paragraph", "See 883 F.2d 788 here.", {"number": 1}), citations=((4, 16, form, authority()),)
    ).body[0]
    assert next(run.mark("cite") for run in place.block.parts[0].runs if run.mark("cite")).data["url"] == ""


def test_an_unresolved_citation_is_not_marked():
    place = reading(("paragraph", "See 883 F.2d 788 here.", {"number": 1}), citations=((4, 16, "full", None),)).body[0]
    assert marked(place, "cite") == []


def test_the_pinned_words_are_marked_in_their_own_paragraph():
    shown = reading(
        ("paragraph", "We so hold.", {"number": 1}),
        ("paragraph", "We so hold.", {"number": 2}),
        holdings=(holding("We so hold.", "para-2"),),
    )
    assert marked(shown.body[0], "pin") == []
    assert marked(shown.body[1], "pin") == ["We so hold."]
    assert [note.label for note in shown.body[1].notes] == ["Holding 1"]
    assert shown.briefs == {"case-v-case": "Case v. Case"}


def test_words_that_are_no_longer_there_are_left_out_and_not_guessed():
    shown = reading(("paragraph", "Something else.", {"number": 1}), holdings=(holding("We so hold.", "para-1"),))
    assert marked(shown.body[0], "pin") == []
    assert shown.body[0].notes == ()


def test_a_pin_in_another_opinion_is_not_looked_for():
    shown = reading(
        ("paragraph", "We so hold.", {"number": 1}), holdings=(holding("We so hold.", "para-1", slug="other"),)
    )
    assert marked(shown.body[0], "pin") == []


def test_a_dissent_s_proposition_is_labelled_with_its_weight():
    shown = reading(
        ("paragraph", "I so think.", {"number": 1}),
        holdings=(holding("I so think.", "para-1", number=2, weight="Dissent", separate=True),),
    )
    (note,) = shown.body[0].notes
    assert (note.label, note.is_separate, note.anchor) == ("Dissent 2", True, "holding-2")


def test_words_under_two_holdings_carry_both_and_are_noted_side_by_side():
    shown = reading(
        ("paragraph", "We so hold today.", {"number": 1}),
        holdings=(holding("We so hold today.", "para-1"), holding("so hold", "para-1", number=2)),
    )
    assert [note.label for note in shown.body[0].notes] == ["Holding 1", "Holding 2"]
    gathered = [run.marks[-1].data["notes"] for run in shown.body[0].block.parts[0].runs if run.mark("notes")]
    assert [[note.label for note in notes] for notes in gathered] == [["Holding 1", "Holding 2"]]


def test_only_the_first_call_is_what_a_footnote_leads_back_to():
    calls = (*tuple(Mark(at, at, "call", {"number": "1"}) for at in (1, 3)), Mark(5, 5, "call", {"number": "9"}))
    shown = reading(("paragraph", "A B C D", {"number": 1}), ("footnote", "Note.", {"number": "1"}), inline=calls)
    found = [run.marks[-1].data for run in shown.body[0].block.parts[0].runs if run.mark("call")]
    assert [(data["id"], data["to"]) for data in found] == [("fnref-1", "fn-1"), ("", "fn-1"), ("", "")]
    assert shown.footnotes[0].back == "fnref-1"
