"""Files of every format, damaged anywhere: an opinion with every raw character accounted for, or a sentence."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.importers import Imported, Unreadable, read
from tests.importers.check import accounted
from tests.importers.press.opinion import sample
from tests.importers.press.page import page
from tests.importers.press.typst_pdf import slip
from tests.importers.press.word import word

CAP = {
    "name": "A v. B",
    "casebody": {"data": {"head_matter": "A v. B", "opinions": [{"text": sample("kaptsov").text}]}},
}
FILES = {
    "a.pdf": slip("kaptsov", "small"),
    "a.docx": word("kaptsov"),
    "a.html": page("kaptsov"),
    "a.json": json.dumps(CAP).encode(),
}


def read_or_refused(name: str, content: bytes) -> Imported | None:
    try:
        imported = read(name, content)
    except Unreadable as refusal:
        said = str(refusal)
    else:
        accounted(imported)
        return imported
    assert said[0].isupper()
    assert said.endswith(".")
    return None


@pytest.mark.parametrize("name", FILES)
@given(
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=6)), min_size=1, max_size=6),
    st.floats(0.05, 1),
)
@settings(max_examples=12, deadline=None)
def test_a_damaged_file_is_read_or_refused(name: str, damage: list[tuple[float, bytes]], kept: float):
    content = bytearray(FILES[name])
    for place, noise in damage:
        at = int(place * len(content))
        content[at : at + len(noise)] = noise
    cut = len(content) if kept > 0.5 else int(kept * 2 * len(content))
    read_or_refused(name, bytes(content[:cut]))


TAGS = st.sampled_from(
    [
        "<p>", "</p>", "<i>", "</i>", "<blockquote>", "</blockquote>", "<br>", "<h2>", "</h2>", "<sup>1</sup>", "<hr>",
        "<a class='page-number'>*378</a>", "<aside class='footnote'>", "</aside>", "<div id='fn1'>", "</div>", "[1] A",
        "<a href='#fn1'>1</a>", "<pre>", "</pre>", "<nav>", "</nav>", "<center>", "</center>", "PAEZ, Circuit Judge:",
        "SHADUR, District Judge, dissenting:", "words of the text", " ", "&amp;", "II. Heading", "<span class='num'>7",
        "</span>", "<table><tr><td>", "<p align=center><b>BACKGROUND</b></p>", "\u202e", "-", "NOTES",
    ]
)  # fmt: skip


@given(st.lists(TAGS, max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_tags_in_any_order_are_accounted_for(tags: list[str]):
    imported = read_or_refused("a.html", ("<html><body><p>word " + "".join(tags)).encode())
    assert imported is not None


WORDS = st.one_of(st.text(max_size=40), st.sampled_from(["PER CURIAM.", "1", "A. Heading", "*506", "", "a\nb\n\nc"]))


FIELDS = st.sampled_from(
    "casebody data opinions text type author head_matter plain_text html cluster docket sub_opinions case_name"
    " date_filed citations judges".split()
)
RECORDS = st.recursive(
    st.one_of(st.none(), st.integers(), WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=4),
    max_leaves=12,
)


@given(RECORDS)
@settings(max_examples=150, deadline=None)
def test_any_record_is_read_or_refused(record: object):
    read_or_refused("a.json", json.dumps(record).encode())
