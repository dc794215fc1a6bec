"""The seam into eyecite gives what eyecite itself gives."""

import re
from pathlib import Path

import pytest
from courts_db import courts
from eyecite.helpers import get_court_by_paren
from eyecite.models import CitationToken
from eyecite.tokenizers import default_tokenizer
from hypothesis import assume, given
from hypothesis import strategies as st

from briefs.citations.reporter import court_of, reporter_cites, volumes

SAMPLES = sorted((Path(__file__).parents[2] / "briefs" / "samples").glob("*.txt"))


def of_eyecite(text: str) -> list[tuple[int, int, str, bool]]:
    _, tokens = default_tokenizer.tokenize(text)
    return [
        (token.start, token.end, token.groups.get("page") or "", token.short)
        for _, token in tokens
        if isinstance(token, CitationToken)
        and (token.exact_editions or token.variation_editions)[0].reporter.source != "laws"
    ]


@given(
    st.lists(
        st.sampled_from(["883 F.2d", "1 ", "2022-Ohio-1", "x12 U", "_4 A", "l63 F.3d 5", ". ", "A", "5\nU"]), max_size=8
    )
)
def test_volumes_are_the_same_whether_or_not_a_text_is_ascii(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert volumes(text) == volumes(f"{text}§")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_reporter_citations_of_an_opinion_are_eyecites_own(sample: Path) -> None:
    text = " ".join(sample.read_text(encoding="utf-8").split())
    ours = [(cite.start, cite.end, cite.page, cite.short) for cite in reporter_cites(text)]
    assert ours == of_eyecite(text)
    assert len(ours) > 15


@pytest.mark.parametrize(
    ("words", "court"),
    [
        ("2nd Cir.", "ca2"),
        ("3d Cir.", "ca3"),
        ("3rd Cir", "ca3"),
        ("11th Cir.", "ca11"),
        ("8 Cir.", "ca8"),
        ("12th Cir.", None),
    ],
)
def test_a_numbered_circuit_is_known_however_its_number_is_spelt(words: str, court: str | None) -> None:
    assert court_of(words) == court


def test_a_long_text_gives_what_one_run_of_eyecite_gives() -> None:
    text = " ".join(f"See Smith v. Jones, {n} F.3d {n}, 5 (9th Cir. 2001), and {n} U.S. {n}." for n in range(1, 900))
    assert [(cite.start, cite.end, cite.page, cite.short) for cite in reporter_cites(text)] == of_eyecite(text)


def test_an_ambiguous_abbreviation_is_settled_by_the_year() -> None:
    (cite,) = reporter_cites("See 12 B.R. 345.")
    assert len(cite.editions) >= 1
    assert cite.reporter(1995) == "B.R."


NAMES = [
    "9th Cir.",
    "2d Cir.",
    "1st Cir",
    "D. Mass.",
    "S.D.N.Y.",
    "Fed. Cir.",
    "9th cir.",
    "",
    "Pa.Super.",
    "nowhere",
]


@pytest.mark.parametrize("words", NAMES)
def test_a_court_by_its_parenthesis_is_eyecites_own(words: str) -> None:
    assert court_of(words) == get_court_by_paren(words)


@given(st.sampled_from([court["citation_string"] for court in courts]), st.integers(0, 12))
def test_the_start_of_any_courts_name_gives_eyecites_court(name: str, length: int) -> None:
    assume(not re.fullmatch(r"\d{1,2}\w\w? Cir(?:cuit)?", name[:length]))  # ours is the court of appeals, not its panel
    assert court_of(name[:length]) == get_court_by_paren(name[:length])
