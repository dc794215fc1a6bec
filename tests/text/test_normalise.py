"""The three shipped opinions, paragraph for paragraph."""

from functools import cache
from pathlib import Path

import pytest

from briefs.text.normalise import normalise
from briefs.text.pieces import Clean

SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"

# Line numbers, in the raw files, of the first words of every paragraph.
PARAGRAPHS = {
    "kaptsov": "6 34 50 102 150 184 205 223 270 290",
    "chouchkov": (
        "6 13 36 50 64 72 89 117 121 134 145 158 170 187 199 207 217 230 245 253 261 272 291 299 344 349 376 394 415"
        " 421 453 476 484 514 532 542 547"
    ),
    "balachova": (
        "40 46 48 50 52 54 56 58 60 62 66 68 74 80 88 90 94 96 100 106 108 114 118 120 122 126 130 132 134 142 144 146"
        " 148 150 156 158 160 164 168 170 172 174 178 182 186"
    ),
}
HEADINGS = {
    "kaptsov": [],
    "chouchkov": [
        (1, "Eligibility for Asylum"),
        (1, "Standard of Review"),
        (1, "Background"),
        (1, "Persecution on Account of Chouchkov's Political Opinion"),
        (1, "Conclusion"),
    ],
    "balachova": [
        (1, "BACKGROUND"),
        (1, "DISCUSSION"),
        (2, "I. Standard of Review"),
        (2, "II. Balachova"),
        (2, "III. Krasnoperov"),
        (3, "A. Credibility"),
        (3, "B. Burden of Proof"),
        (3, "C. Persecutor Bar"),
        (3, "D. Convention against Torture"),
        (1, "CONCLUSION"),
    ],
}


@cache
def raw_of(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_bytes().decode()


@cache
def sample(name: str) -> Clean:
    return normalise(raw_of(name))


def line_of(name: str, offset: int) -> int:
    return raw_of(name).count("\n", 0, sample(name).to_raw(offset)) + 1


def before_calls(name: str) -> dict[str, str]:
    clean = sample(name)
    return {m.data["number"]: clean.text[m.start - 16 : m.start] for m in clean.marks if m.kind == "call"}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_paragraphs_begin_where_the_opinion_begins_them(name):
    found = [mark for mark, _ in sample(name).of_kind("paragraph")]
    assert [line_of(name, mark.start) for mark in found] == [int(line) for line in PARAGRAPHS[name].split()]
    assert [mark.data["number"] for mark in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize("name", HEADINGS)
def test_headings_are_those_of_the_opinion_with_their_levels(name):
    assert [(mark.data["level"], words) for mark, words in sample(name).of_kind("heading")] == HEADINGS[name]


@pytest.mark.parametrize(
    ("name", "numbers"), [("kaptsov", range(1, 3)), ("chouchkov", range(2, 21)), ("balachova", range(1, 8))]
)
def test_footnotes_are_lifted_to_the_end_in_order_and_each_is_called_once(name, numbers):
    clean = sample(name)
    feet = list(clean.of_kind("footnote"))
    assert [mark.data["number"] for mark, _ in feet] == [str(number) for number in numbers]
    assert [m.data["number"] for m in clean.marks if m.kind == "call"] == [str(number) for number in numbers]
    assert min(m.start for m, _ in feet) > max(m.end for m, _ in clean.of_kind("paragraph"))


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("kaptsov", "1", "(a)(42(A).”);"),
        ("kaptsov", "2", "to Russia."),
        ("chouchkov", "2", "8 U.S.C.§1105a."),
        ("chouchkov", "6", "government,"),
        ("chouchkov", "8", "by the IJ."),
        ("chouchkov", "12", "call at home."),
        ("chouchkov", "13", "the BIA said:"),
        ("chouchkov", "17", "Iran deal."),
        ("balachova", "1", "Nov. 3, 2005)."),
        ("balachova", "7", "See id. at 269."),
    ],
)
def test_a_footnote_is_called_right_after_the_words_it_is_about(name, number, words):
    assert before_calls(name)[number].endswith(words)


def test_the_sign_of_a_call_is_not_in_the_text():
    assert "8 U.S.C.§1105a.\n\n" in sample("chouchkov").text
    assert "strenuously objected" in sample("chouchkov").text
    assert "government, strenuously" in sample("chouchkov").text
    assert not set("¹²³⁴⁵⁶⁷") & set(sample("balachova").text)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kaptsov", "Hernandez-Ortiz v. INS"),
        ("kaptsov", "extra-judicial killings"),
        ("kaptsov", "a well-founded fear of persecution, as he"),
        ("chouchkov", "about one-third of its funding"),
        ("chouchkov", "(Lopez-Reyes v. INS"),
    ],
)
def test_a_real_hyphen_at_a_line_end_is_kept(name, words):
    assert words in sample(name).text


def test_every_other_line_end_hyphen_is_a_broken_word_rejoined():
    raw, clean = raw_of("chouchkov"), sample("chouchkov")
    dropped = [piece for piece in clean.pieces if piece.name == "hyphen"]
    at_line_ends = [i for i, char in enumerate(raw) if char == "-" and raw[i + 1 : i + 2] == "\n" and raw[i - 1] != "-"]
    assert len(at_line_ends) == 55
    assert len(dropped) == 53
    for words in (
        "They petition for",
        "for further proceedings",
        "Chouchkov believed the calls",
        "On January 23, 1997",
    ):
        assert words in clean.text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kaptsov", "the uncertain fate of Kaptsov’s family members could not"),
        ("chouchkov", "not supported by substantial evidence. Before we discuss"),
        ("chouchkov", "made him feel that his life was in danger."),
        ("chouchkov", "incidents--the car theft, his father's accident and the car accident--were tactics"),
        ("balachova", "imposed on those who “ordered, incited"),
        ("balachova", "his birth certificate was not authenticated and did not conform"),
        ("balachova", "failed to consider Krasnoperov's explanation"),
    ],
)
def test_a_sentence_cut_by_a_page_or_a_footnote_is_whole_again(name, words):
    assert words in sample(name).text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kaptsov", "§ 1101(a)(42(A)"),
        ("kaptsov", "on account of of the five grounds"),
        ("kaptsov", "502, *506 (BIA 1987)"),
        ("kaptsov", "is he is forced"),
        ("chouchkov", 'statutory"refugees."'),
        ("chouchkov", '"terrorist country " and'),
        ("chouchkov", "Osorio v. INS, 99 F.2d 928, 932-33 (9th cir. 1996). Individualized"),
        ("chouchkov", "more than-suspicious"),
        ("balachova", "§ 1158(b)(2)(A)(I) (asylum)"),
        ("balachova", "related to the “the place"),
    ],
)
def test_the_errors_of_the_source_stay(name, words):
    assert words in sample(name).text


@pytest.mark.parametrize(("name", "count"), [("kaptsov", 1), ("chouchkov", 11), ("balachova", 4)])
def test_block_quotations_are_marked_and_stay_in_their_paragraph(name, count):
    clean = sample(name)
    quotes = [mark for mark in clean.marks if mark.kind == "blockquote"]
    assert len(quotes) == count
    blocks = [mark for mark in clean.marks if mark.kind in ("paragraph", "footnote")]
    for quote in quotes:
        assert any(block.start < quote.start and quote.end <= block.end for block in blocks)
        assert clean.text[quote.start - 1] == "\n"


def test_words_after_a_quotation_that_only_cite_it_stay_in_its_paragraph():
    for name, words in (("kaptsov", "Matter of A-G,"), ("balachova", "Id. at 512 n.34")):
        clean = sample(name)
        at = clean.text.index("\n" + words)
        assert clean.text[at - 1] != "\n"


def test_page_starts_are_marked_printed_or_inferred():
    def pages(name):
        return {
            m.data["label"]: (m.data["known"], line_of(name, m.start)) for m in sample(name).marks if m.kind == "page"
        }

    assert pages("balachova") == {}
    assert [line for _, line in pages("kaptsov").values()] == [2, 44, 77, 113, 150, 187, 224, 270]
    assert set(pages("kaptsov")) == {str(number) for number in range(1, 9)}
    assert pages("chouchkov")["8552"] == ("printed", 199)
    assert pages("chouchkov")["8547"] == ("inferred", 2)
    assert pages("chouchkov")["8560"] == ("inferred", 532)
    assert "8552" not in sample("chouchkov").text


def test_emphasis_is_marked_while_notes_and_star_pages_keep_their_stars():
    clean = sample("balachova")
    assert [words for _, words in clean.of_kind("emphasis")] == ["persecution", "presumptively", "arguendo"]
    assert "MICHAEL B. MUKASEY,*" in clean.text
    assert "** The Honorable Denise Cote" in clean.text
    assert not list(sample("kaptsov").of_kind("emphasis"))


def test_front_matter_is_caption_and_not_numbered():
    parts = {mark.data["part"]: words for mark, words in sample("balachova").of_kind("caption")}
    assert parts["court"] == "UNITED STATES COURT OF APPEALS\nFOR THE SECOND CIRCUIT"
    assert parts["summary"].startswith("Petitioners seek review")
    assert parts["disposition"].startswith("Petition for review DISMISSED")
    assert parts["note"].startswith("** The Honorable")
    assert [words for _, words in sample("chouchkov").of_kind("caption")][1] == "OPINION"
    for name, byline in (
        ("kaptsov", "Paez, Circuit Judge, dissenting:"),
        ("chouchkov", "SHADUR, District Judge:"),
        ("balachova", "POOLER, Circuit Judge:"),
    ):
        assert [words for _, words in sample(name).of_kind("byline")] == [byline]
