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
