"""Pages saved from the sites and programs that lawyers save opinions from: the opinion comes back as it was."""

import pytest

from briefs.importers import Imported, read
from tests.importers.check import accounted
from tests.importers.press.opinion import sample, words
from tests.importers.press.sites import SITES, saved
from tests.importers.test_pdf import blocks


@pytest.mark.parametrize("name", ["kaptsov", "chouchkov", "balachova"])
@pytest.mark.parametrize("site", SITES)
def test_an_opinion_comes_back_from_any_site(site: str, name: str):
    imported, given = read("a.html", saved(site, name)), sample(name)
    accounted(imported)
    assert words(imported.clean) == words(given)
    for kind in ("paragraph", "footnote", "heading", "blockquote", "emphasis"):
        assert blocks(imported.clean, kind) == blocks(given, kind), kind
    assert calls(imported) == [str(mark.data["number"]) for mark in given.marks if mark.kind == "call"]


def calls(imported: Imported) -> list[str]:
    return [str(mark.data["number"]) for mark in imported.clean.marks if mark.kind == "call"]


@pytest.mark.parametrize("site", SITES)
def test_its_caption_is_read_and_nothing_around_it(site: str):
    imported = read("a.html", saved(site, "kaptsov"))
    assert imported.detail("court").value == "ca9"
    assert imported.detail("docket_numbers").value == ("02-70755",)
    assert imported.detail("short_name").value == "Petrov v. Ashcroft"
    for word in ("Advertisement", "summaries", "Copyright", "Case Law", "Home", "Buy"):
        assert word not in imported.clean.text


@pytest.mark.parametrize("site", ["courtlistener", "casetext", "harvard"])
def test_the_reporter_s_pages_begin_where_their_stars_stand(site: str):
    imported = read("a.html", saved(site, "balachova"))
    pages = [(mark.data["label"], mark.data["known"]) for mark in imported.clean.marks if mark.kind == "page"]
    assert pages == [(str(label), "printed") for label in range(1071, 1071 + len(pages))]
    assert len(pages) > 3
    assert "*107" not in imported.clean.text


def test_star_pages_in_brackets_are_pages_wherever_they_stand():
    found = page("<p>One. [*2] Two goes on.</p><p>[*3] Three. [*a] [2] and * 4.</p>").clean
    marks = [
        (mark.data["label"], found.text[mark.start : mark.start + 3]) for mark in found.marks if mark.kind == "page"
    ]
    assert marks == [("2", "Two"), ("3", "Thr")]
    assert [text for _, text in found.of_kind("paragraph")] == ["One. Two goes on.", "Three. [*a] [2] and * 4."]


def page(inside: str) -> Imported:
    imported = read("a.html", f"<html><body><p>PAEZ, Circuit Judge:</p>{inside}</body></html>".encode())
    accounted(imported)
    return imported


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("One.<br><br>Two.<br><br>Three.", ["One.", "Two.", "Three."]),
        ("One goes<br>on.<br>&nbsp;&nbsp;&nbsp;&nbsp;Two.", ["One goes on.", "Two."]),
        ("<p>One.</p><p style='margin-left:.5in;text-indent:-.25in'>Two.</p>", ["One.", "Two."]),
        ("<p>He said:</p><p style='margin-left:72pt'>Quoted.</p><p>New.</p>", ["He said:\nQuoted.", "New."]),
        ("<p>He said:</p><dir>Quoted.</dir><p>New.</p>", ["He said:\nQuoted.", "New."]),
    ],
)
def test_paragraphs_are_told_by_breaks_indents_and_margins(inside: str, expected: list[str]):
    assert [text for _, text in page(inside).clean.of_kind("paragraph")] == expected


def test_numbered_paragraphs_after_the_last_call_are_not_notes_unless_they_begin_with_the_first():
    found = page("<p>One.<sup>1</sup></p><p>Two.<sup>2</sup></p><p>2. Second.</p><p>3. Third.</p>").clean
    assert not list(found.of_kind("footnote"))


def test_notes_told_by_number_alone_take_their_further_paragraphs():
    found = page("<p>One.<sup>1</sup> Two.<sup>2</sup></p><hr><p>1. First.</p><p>More of it.</p><p>2 Second.</p>").clean
    assert [text for _, text in found.of_kind("footnote")] == ["First.\nMore of it.", "Second."]


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ('<sup><a href="#f{0}">FN{0}</a></sup>', '<p><a name="f{0}" href="#c{0}">FN{0}</a>. Note {0}.</p>'),
        (
            '<a href="#{0}FN" name="{0}CASE"><b><sup>[FN{0}]</sup></b></a>',
            '<a name="{0}FN" href="#{0}CASE"><b>Footnote {0}:</b></a>Note {0}. <br><br>',
        ),
        (
            '<sup><a href="#[{0}]" name="r[{0}]">[{0}]</a></sup>',
            '<p><a href="#r[{0}]" name="[{0}]">[{0}]</a> Note {0}.</p>',
        ),
    ],
)
def test_notes_are_called_as_each_site_calls_them_in_a_dissent_too(call: str, note: str):
    said = [f"<p>Point {at} is so.{call.format(at)} It is.</p>" for at in range(1, 5)]
    said.insert(3, "<p>POE, Circuit Judge, dissenting:</p>")
    found = page("".join(said) + "<p><b>Footnotes</b></p>" + "".join(note.format(at) for at in range(1, 5))).clean
    assert [text for _, text in found.of_kind("footnote")] == [f"Note {at}." for at in range(1, 5)]
    called = [(m.data["number"], found.text[: m.start][-6:]) for m in found.marks if m.kind == "call"]
    assert called == [(str(at), "is so.") for at in range(1, 5)]


def test_the_stop_of_a_note_s_number_and_what_a_site_sets_under_the_notes_are_none_of_its_words():
    call = '<a class="footnotemark" href="#footnote_1_{0}" id="ref_footnote_1_{0}">{0}</a>'
    note = (
        '<aside class="footnote" data-label="{0}" id="footnote_1_{0}"><a href="#ref_footnote_1_{0}">{0}</a><p>. {1}</p>'
    )
    said = f"<p>One.{call.format(1)} Two.{call.format(2)}</p>"
    notes = f"{note.format(1, 'First.')}</aside>{note.format(2, 'Second.')}</aside>"
    found = page(f'{said}{notes}<aside>Was this helpful?</aside><div id="gs_ftr_rt">Privacy Terms</div>').clean
    assert [text for _, text in found.of_kind("footnote")] == ["First.", "Second."]
    assert "helpful" not in found.text
    assert "Privacy" not in found.text


def test_a_page_number_set_in_the_margin_and_in_the_text_is_one_page():
    star = '<a class="gsl_pagenum" href="#p{0}">{0}</a><a class="gsl_pagenum2" href="#p{0}">*{0}</a>'
    found = page(f"<p>One goes {star.format(12)}on. Two {star.format(13)}too.</p>").clean
    assert [text for _, text in found.of_kind("paragraph")] == ["One goes on. Two too."]
    assert [m.data["label"] for m in found.marks if m.kind == "page"] == ["12", "13"]


def test_a_table_of_short_words_is_rows_though_nothing_heads_it():
    rows = ["Date | Event | Place", "May | Notice served | Boston", "June | Merits hearing | Boston"]
    cells = "".join(f"<tr><td>{row.replace(' | ', '</td><td>')}</td></tr>" for row in rows)
    found = page(f"<p>So it was.</p><table>{cells}</table><p>It ended there.</p>").clean
    assert [text for _, text in found.of_kind("paragraph")] == ["So it was.", *rows, "It ended there."]
