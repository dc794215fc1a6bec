"""The PDF of a brief, read back."""

import re
from functools import cache
from itertools import pairwise

import pypdfium2
import pytest

from briefs.exporters import FORMATS, typst_pdf
from tests.exporters import pages, samples
from tests.exporters.reading import Read, export, in_order, read, words

PAPER = {"kaptsov": samples.kaptsov, "balachova": samples.balachova, "bare": pages.bare}


@cache
def set_(name: str) -> Read:
    return read(export(PAPER[name]()).content)


def test_the_pdf_is_on_the_shelf():
    (exporter,) = [one for one in FORMATS if one.slug == "pdf"]
    assert exporter.label == "PDF"
    file = exporter.export(pages.bare(), site_url=pages.SITE)
    assert (file.mime, file.content[:5]) == ("application/pdf", b"%PDF-")


@pytest.mark.parametrize("name", PAPER)
def test_it_is_a_tagged_pdf_ua_in_english(name: str):
    paper = set_(name)
    assert "<pdfuaid:part>1</pdfuaid:part>" in paper.metadata
    root = paper.pdf.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "en-US"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert paper.tags["/Title"] == 1
    assert {"/H1", "/H2", "/P", "/BlockQuote", "/Table", "/TH", "/TD", "/Link"} <= set(paper.tags)


def test_its_properties_name_the_brief_the_clinic_and_the_issues():
    info = set_("kaptsov").info
    assert info["/Title"] == "Kaptsov v. Ashcroft (dissent brief)"
    assert info["/Author"] == "Riverside Immigration Law Clinic"
    assert info["/Keywords"] == "Political neutrality, Desertion, Staying before flight"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261120000000Z"


@pytest.mark.parametrize("name", PAPER)
def test_the_same_page_gives_the_same_bytes(name: str):
    assert export(PAPER[name]()) == export(PAPER[name]())


def test_it_is_us_letter_with_inch_margins():
    document = pypdfium2.PdfDocument(export(samples.balachova()).content)
    for page in document:
        assert page.get_size() == (612, 792)
        text = page.get_textpage()
        boxes = [text.get_rect(at) for at in range(text.count_rects())]
        assert min(left for left, *_ in boxes) >= 70.5  # so may a letter before it
        assert max(right for _, _, right, _ in boxes) <= 544  # a space may hang at the end of a line


def test_a_brief_reads_in_order():
    assert in_order(
        set_("balachova").text,
        "Balachova v. Mukasey",
        "Nos. 07-2278-ag (L), 07-2279-ag (Con)",
        "Argued April 25, 2008 · Decided November 12, 2008",
        "Before McLaughlin",
        "Law checked through March 31, 2026 by RM",
        "Later law",
        "The REAL ID Act changed credibility",
        "This brief recounts sexual violence",
        "Holdings",
        "May the court hear claims the wife did not raise before the Board?",
        "Issue exhaustion is mandatory",
        "Although issue exhaustion is not jurisdictional, it is mandatory.",
        "para. 14",
        "Outcome",
        "Petition for review DISMISSED in part",
        "Krasnoperov Asylum and withholding Granted and remanded",
        "Facts",
        "Procedural history",
        "Theresa Holmes",
        "Reasoning",
        "Disposition",
        "Table of authorities",
        "Cases",
        "Administrative decisions",
        "Statutes",
        "Regulations",
        "Appendix: quoted passages",
        "Passages 1 and 2, para. 14",
        "About this brief",
    )


def test_the_holdings_begin_on_page_1_before_the_facts():
    first = set_("balachova").pages[0]
    assert "Holdings" in first
    assert "Facts" not in first


def test_each_page_carries_its_head_and_foot():
    paper = set_("kaptsov")
    count = len(paper.pages)
    for number, text in enumerate(paper.pages, 1):
        assert "Edition 1, November 20, 2026 · Educational, not legal advice" in text
        assert f"Page {number} of {count}" in text
        assert ("Kaptsov v. Ashcroft · Dissent brief" in text) == (number > 1)


def test_a_dissent_says_so_at_the_top_and_is_nowhere_labelled_a_holding():
    paper = set_("kaptsov")
    assert in_order(paper.pages[0], "Kaptsov v. Ashcroft", "Dissent brief", samples.kaptsov()["banner"], "Propositions")
    text = paper.text.replace(samples.kaptsov()["banner"], "")
    text = text[: text.index("Appendix: quoted passages")]  # whose paragraphs cite what other courts held
    assert not re.search(r"(?i)\bholdings?\b", text)
    assert "weight dissent" not in text.lower()
    assert len(re.findall(r" Dissent · (?:outcome|issues)", text, re.I)) == 6
    above = paper.pages[0][: paper.pages[0].index("Propositions of the dissent")]
    assert above.count("Dissent") == 2  # in its head and in the banner
    assert not [title for _, title in paper.bookmarks if re.search(r"(?i)\bholding", title)]


def test_what_is_missing_reads_not_given_in_source():
    first = set_("kaptsov").pages[0]
    assert "court not given in source" in first.lower()
    assert "Date argued and date decided not given in source" in first
    assert "Not run through a citator; 1 change noted" in first
    assert "Disposition not given in source." in set_("kaptsov").text


@pytest.mark.parametrize("name", PAPER)
def test_it_never_calls_law_good(name: str):
    assert "good law" not in set_(name).text.lower()


def test_every_heading_is_a_bookmark_and_no_level_is_skipped():
    marks = set_("balachova").bookmarks
    assert [title for level, title in marks if level == 0] == [
        "Holdings", "Outcome", "Facts", "Procedural history", "Reasoning", "Disposition", "Table of authorities",
        "Appendix: quoted passages", "About this brief",
    ]  # fmt: skip
    assert (1, "5. Is a consular report evidence when it names neither investigator nor method?") in marks
    assert all(below - above <= 1 for (above, _), (below, _) in pairwise(marks))
    assert len(marks) == set_("balachova").tags["/H1"] + set_("balachova").tags["/H2"]


def test_pins_and_passages_lead_to_each_other():
    page, paper = samples.balachova(), set_("balachova")
    table, appendix = (
        next(n for n, text in enumerate(paper.pages, 1) if heading in text)
        for heading in ("Table of authorities", "Appendix: quoted passages")
    )
    there = [(to, called) for start, to, called in paper.inside if start < table and called.startswith("page ")]
    assert len(there) == len(page["passages"])
    for passage, (to, called) in zip(page["passages"], there, strict=True):
        assert called.replace("\u00a0", " ") == f"page {to}"
        assert words(passage["text"])[passage["start"] :][:30] in paper.pages[to - 1]
    back = {called for start, to, called in paper.inside if start >= appendix > to}
    assert {f"Proposition {holding['number']}." for holding in page["holdings"]} <= back


def test_authorities_and_passages_lead_outside_and_print_their_address():
    paper = set_("kaptsov")
    assert "https://www.courtlistener.com/c/F.2d/883/788/" in paper.outside
    assert f"{pages.SITE}/opinions/kaptsov-v-ashcroft/#p3" in paper.outside
    assert "courtlistener.com/c/F.2d/883/788" in paper.text
    assert "pincite.example.edu/briefs/kaptsov-v-ashcroft/editions/1" in paper.text


def test_notes_are_real_footnotes():
    paper = set_("kaptsov")
    assert paper.tags["/Note"] == 2
    assert in_order(paper.pages[0], "Treat as unpublished", "Needs checking. The nexus cases", "Page 1 of")
    assert set_("balachova").tags["/Note"] == 2  # one source of two details, one law-change flag


def test_the_words_quoted_are_bold_and_numbered_where_one_paragraph_has_several():
    text = set_("balachova").text
    assert "Although issue exhaustion is not jurisdictional, it is mandatory. [passage 1]" in text
    assert "confused illegality with persecution [passage" not in text
    assert "«" not in text


def test_a_block_quotation_in_a_quoted_paragraph_is_set_off():
    page = pages.bare()
    page["passages"][0] |= {"text": "Is vacated.\nHe swore to it.\nSo we hold.", "start": 0, "end": 11}
    flush = read(export(page).content).tags["/BlockQuote"]
    page["passages"][0]["quoted"] = [[12, 27]]
    assert read(export(page).content).tags["/BlockQuote"] == flush + 1


@pytest.fixture(scope="module")
def pushed_down():
    """A brief with three flags and a quotation of many lines, set again and again, each time a line further down."""
    page = samples.kaptsov()
    page |= {"sections": [], "authorities": []}
    page["flags"] = [{**page["flags"][0], "holding": n, "label": f"Flag {n}"} for n in (1, 2, 3)]
    page["holdings"][0]["pins"][0]["quote"] = "The word goes on and on in the sentence. " * 12 + "It ends here."
    line = "A line of the note that pushes what follows it down the page a little further. "
    return [read(export(page | {"content_note": line * lines}).content) for lines in range(36)]


def test_a_note_stands_on_the_page_that_calls_it(pushed_down):
    for paper in pushed_down:
        for number, asked in ((1, "political neutrality be"), (2, "Does desertion"), (3, "opinion into words?")):
            called = next(text for text in paper.pages if asked in text and "Table of authorities" not in text)
            assert f"Flag {number}. The nexus" in called


def test_a_question_is_never_parted_from_its_answer_nor_a_quotation_from_its_pin(pushed_down):
    for lines, paper in enumerate(pushed_down):
        for first, second in (
            ("Does desertion to avoid inhuman acts", "Yes. Desertion as a conscientious objector"),
            ("Must the applicant have put", "No. Refusing to serve"),
            ("It ends here.", "The dissent, para. 3 (passage 1"),
            ("Thus, I would also conclude", "The dissent, para. 9 (passage"),
        ):
            together = [text for text in paper.pages if first in text and second in text]
            assert together, (lines, first)


def test_the_decisions_below_stay_on_one_page():
    page = samples.balachova()
    for lines in range(0, 40, 4):
        page["sections"][0]["prose"] = pages.rich(
            "Another sentence of the facts, of no weight at all. " * lines + "End."
        )
        (table,) = [text for text in read(export(page).content).pages if "Theresa Holmes" in text]
        assert "Board of Immigration Appeals" in table


def test_page_1_says_to_whom_a_change_of_the_law_applies():
    first = set_("balachova").pages[0]
    assert "Called into doubt, effective March 3, 2009 (applies when: duress is claimed; note 2)" in first


def test_page_1_points_to_the_sources_and_the_last_page_tells_them():
    paper = set_("balachova")
    assert "for the source see “About this brief,” page" in paper.pages[0]
    assert "From the reported decision" not in paper.pages[0]
    assert in_order(paper.text, "About this brief", "Citation, publication status: From the reported decision")


def test_no_address_of_this_machine_is_printed():
    paper = read(typst_pdf.export(samples.kaptsov(), site_url="http://localhost:8000").content)
    assert "localhost" not in paper.text
    assert "http://localhost:8000/opinions/kaptsov-v-ashcroft/#p3" in paper.outside


def test_a_search_is_called_a_search():
    page = pages.bare()
    page["authorities"] = [
        pages.authority("gao", url="https://www.courtlistener.com/?q=1", host="courtlistener.com (search)")
    ]
    assert "courtlistener.com/?q=1 (search)" in read(export(page).content).text


def table_lines(paper: Read) -> str:
    return paper.text[paper.text.index("Table of authorities") : paper.text.index("Appendix: quoted")]


@pytest.mark.parametrize("slug", ["maldonado-cruz", "elias", "cat", "usc-1231"])
def test_the_table_of_authorities_gives_the_pages_where_each_is_cited(slug: str):
    paper = set_("kaptsov")
    _, _, name, cite, _ = pages.AUTHORITIES[slug]
    table = paper.text.index("Table of authorities")
    body = paper.text[:table].split("\n")
    said = name.removesuffix(" v. INS").removeprefix("INS v. ") or cite
    cited = [str(number) for number, text in enumerate(body, 1) if said in text]
    line = re.search(rf"{re.escape(cite)}[ .]+((?:\d+, )*\d+) ", table_lines(paper))
    assert line, f"{cite} is in the table"
    assert line[1] == ", ".join(cited)


def test_an_authority_on_five_pages_is_passim():
    page = pages.bare()
    long = "\n\n".join(["{gao|*Xu Sheng Gao*, 500 F.3d 93}. " + "The word goes on. " * 200] * 6)
    page["sections"] = pages.sections(reasoning=long, significance="See {gao|Gao} and {a-m|*A-M-*}.")
    page["authorities"] = [
        pages.authority("gao", in_brief=["Reasoning"]),
        pages.authority("a-m"),
        pages.authority("cat"),
    ]
    table = table_lines(read(export(page).content))
    assert re.search(r"500 F\.3d 93 \(2d Cir\. 2007\)[ .]+passim", table)
    assert re.search(r"23 I\. & N\. Dec\. 737 \(B\.I\.A\. 2005\)[ .]+\d+ ", table)
    assert in_order(table, "Cited in the opinion, not in this brief", "Convention Against Torture", "para. 3")
