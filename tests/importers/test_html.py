"""Pages of HTML: the opinion comes back, and what stands around it does not."""

from pathlib import Path

import pytest

from briefs.importers import Unreadable, read
from briefs.importers.html import claims
from tests.importers.check import accounted
from tests.importers.press.opinion import sample, words
from tests.importers.press.page import page
from tests.importers.test_pdf import blocks

FORMATS = Path(__file__).parents[3] / "shared" / "formats"


@pytest.mark.parametrize("name", ["kaptsov", "chouchkov", "balachova"])
def test_an_opinion_saved_as_a_page_comes_back(name: str):
    imported, given = read("a.html", page(name)), sample(name)
    accounted(imported)
    assert words(imported.clean) == words(given)
    for kind in ("paragraph", "footnote", "heading", "blockquote", "emphasis"):
        assert blocks(imported.clean, kind) == blocks(given, kind), kind
    assert sum(m.kind == "call" for m in imported.clean.marks) == sum(m.kind == "call" for m in given.marks)


def test_navigation_is_a_named_artefact_and_code_is_no_text_at_all():
    imported = read("a.html", page("kaptsov"))
    around = [imported.raw[p.raw_start : p.raw_end] for p in imported.clean.pieces if p.name == "navigation"]
    assert "Home Search cases" in "".join(around)
    assert "Terms of use" in "".join(around)
    for word in ("Terms of use", "Search cases", "color: red", "let a"):
        assert word not in imported.clean.text
    assert "color: red" not in imported.raw


def body(inside: str) -> bytes:
    return f"<html><body><p>PAEZ, Circuit Judge:</p>{inside}</body></html>".encode()


CAP = """<section class="casebody"><section class="head-matter">
<h4 class="parties">Igor KRASNOPEROV v. John ASHCROFT.</h4>
<p class="court">United States Court of Appeals, Ninth Circuit.</p></section>
<article class="opinion" data-type="majority">
<p class="author">PAEZ, Circuit Judge.</p><p>The Board trans<a class="page-number" data-label="378">*378</a>ferred it.
<a class="footnotemark" href="#footnote_1_1" id="ref_footnote_1_1">1</a></p>
<p><a class="page-number">*379</a> Denied.</p>
<aside class="footnote" data-label="1" id="footnote_1_1">
<a href="#ref_footnote_1_1">1</a><p>A note.</p></aside>
</article>
<article class="opinion" data-type="dissent"><p class="author">COTE, District Judge, dissenting:</p>
<p>I dissent.</p></article></section>"""


def test_star_pages_footnotes_and_separate_opinions_of_the_caselaw_access_project():
    imported = read("a.html", f"<html><body>{CAP}</body></html>".encode())
    accounted(imported)
    clean = imported.clean
    pages = [
        (m.data["label"], m.data["known"], clean.text[m.start : m.start + 6]) for m in clean.marks if m.kind == "page"
    ]
    assert pages == [("378", "printed", "ferred"), ("379", "printed", "Denied")]
    assert "transferred it." in clean.text
    assert [text for _, text in clean.of_kind("footnote")] == ["A note."]
    assert [(one.kind, one.author) for one in imported.writings] == [("lead", "Paez"), ("dissent", "Cote")]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>AT&amp;T won.</p>", "AT&T won."),
        ("<p>AT&amp;amp;T won.</p>", "AT&amp;T won."),
        ("<p>Before &lt;script&gt;x&lt;/script&gt; after.</p>", "Before <script>x</script> after."),
        ("<p>One <!-- not this --> two.</p>", "One two."),
        ("<p>One <script>alert(1)</script>two.</p>", "One two."),
        ("<p>Line one<br>line two.</p>", "Line one line two."),
        ("<p>A <b>bold</b> word&nbsp;here.</p>", "A bold word\u00a0here."),
        ("<p>It was 1<sup>st</sup> in time.</p>", "It was 1st in time."),
        ("<table><tr><td>Cell one.</td></tr></table>", "Cell one."),
    ],
)
def test_the_words_are_those_a_browser_shows(inside: str, expected: str):
    imported = read("a.html", body(inside))
    accounted(imported)
    assert [text for _, text in imported.clean.of_kind("paragraph")] == [expected]


@pytest.mark.parametrize(
    "notes",
    [
        '<div class="footnote" id="fn1"><a href="#fn1_ref">1</a><p>The note.</p></div>',
        '<ol><li id="fn1">The note. <a href="#fnref1">↩</a></li></ol>',
        '<p id="fn1"><sup>1</sup> The note.</p>',
        '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div>',
        "<p>NOTES</p><p>[1] The note.</p>",
    ],
)
def test_a_footnote_is_known_in_the_ways_pages_set_them(notes: str):
    sign = "[1]" if "[1]" in notes else "1"
    imported = read("a.html", body(f'<p>Some words.<sup><a href="#fn1">{sign}</a></sup></p>{notes}'))
    accounted(imported)
    assert [(m.data["number"], text) for m, text in imported.clean.of_kind("footnote")] == [("1", "The note.")]
    assert [m.data["number"] for m in imported.clean.marks if m.kind == "call"] == ["1"]
    assert [text for _, text in imported.clean.of_kind("paragraph")] == ["Some words."]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252"),
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ("", "utf-8"),
        ("", "cp1252"),
    ],
)
def test_a_page_is_decoded_as_it_says(head: str, encoding: str):
    text = f"<html><head>{head}</head><body><p>The court’s § 5 – León.</p></body></html>"
    assert read("a.html", text.encode(encoding)).clean.text == "The court’s § 5 – León."


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<html></html>", "no words|empty"),
        (b"<html><body><script>x()</script></body></html>", "no words|empty"),
        (b"<html><body>\x00words</body></html>", "NUL"),
        (b"<html>" + b"<p>" * 400_001, "tags"),
        (b"<html>" + b"<div>" * 5000 + b"words", "nested too deeply"),
    ],
)
def test_a_page_without_an_opinion_gets_its_sentence(content: bytes, says: str):
    with pytest.raises(Unreadable, match=says):
        read("a.html", content)


def test_tags_left_open_hundreds_deep_lose_no_words():
    imported = read("a.html", body("<p>First.</p>" + "<div><i>" * 600 + "<p>Last.</p>"))
    accounted(imported)
    assert [text for _, text in imported.clean.of_kind("paragraph")] == ["First.", "Last."]


def test_a_text_that_only_speaks_of_tags_is_plain_text():
    assert not claims("a.txt", b"The <p> tag was at issue.")
    assert claims("", b"<!DOCTYPE html><html>")


def test_text_typed_line_by_line_is_read_as_plain_text():
    lines = "PAEZ, Circuit Judge:\n\n     The petition is denied because the rec-\nord does not compel it.\n"
    imported = read("a.html", f"<html><body><pre>{lines}</pre></body></html>".encode())
    assert imported.raw.strip() == lines.strip()
    assert "because the record does" in imported.clean.text


@pytest.mark.skipif(not FORMATS.is_dir(), reason="The sample files of courts are not on this machine.")
def test_a_page_of_public_resource_org():
    imported = read("opinion.html", (FORMATS / "opinion.html").read_bytes())
    accounted(imported)
    assert [mark.data["number"] for mark, _ in imported.clean.of_kind("paragraph")] == [1, 2, 3, 4]
    assert "Transformed by" not in imported.clean.text
    assert imported.detail("author").value == "Brewer"
    assert imported.detail("citations").value == ("138 U.S. 109", "11 S.Ct. 283", "34 L.Ed. 892")
