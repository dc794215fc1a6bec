"""The scorer, run over the three annotated opinions: the bars of the citation engine."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from briefs.citations import find
from briefs.citations.report import report
from briefs.text.normalise import normalise

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "briefs" / "samples"
SOURCES = {
    "000_997f4167f3f204dc.json": "kaptsov.txt",
    "001_0879912fe5fe89a1.json": "chouchkov.txt",
    "004_5c8a6a43256c4d51.json": "balachova.txt",
}


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", HERE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found_in(source: str) -> list[dict[str, Any]]:
    raw = (SAMPLES / source).read_bytes().decode("utf-8")
    clean = normalise(raw)
    return report(raw, clean, find(clean.text, clean.marks))


@pytest.fixture(scope="module")
def scored(score: ModuleType) -> tuple[dict[str, int], list[Any]]:
    tally = dict.fromkeys(("gold", "linked", "false", "pin_all", "pin_hit", "extra_all", "extra_hit"), 0)
    misses: list[Any] = []
    for annotations, source in SOURCES.items():
        gold = json.loads((HERE / annotations).read_text(encoding="utf-8"))
        score.score_one(gold, found_in(source), tally, misses)
    return tally, misses


def test_the_annotations_count_a_hundred_citations_of_law(scored: Any) -> None:
    assert scored[0]["gold"] == 100


def test_no_citation_is_linked_to_the_wrong_authority(scored: Any) -> None:
    assert [miss for miss in scored[1] if any(miss[4] or [])] == []


def test_the_linked_f1_is_at_least_0_99(scored: Any) -> None:
    tally, misses = scored
    recall = tally["linked"] / tally["gold"]
    precision = tally["linked"] / (tally["linked"] + tally["false"])
    assert 2 * precision * recall / (precision + recall) >= 0.99, misses


def test_pins_agree_in_at_least_98_of_100(scored: Any) -> None:
    assert scored[0]["pin_hit"] >= 0.98 * scored[0]["pin_all"]


def test_reports_treaties_acts_and_bare_names_are_found(scored: Any) -> None:
    assert scored[0]["extra_hit"] >= 0.85 * scored[0]["extra_all"]


@pytest.mark.parametrize("source", SOURCES.values())
def test_every_row_slices_the_raw_file(source: str) -> None:
    raw = (SAMPLES / source).read_bytes().decode("utf-8")
    for row in found_in(source):
        assert 0 <= row["start"] < row["end"] <= len(raw)
        assert raw[row["start"] : row["end"]].strip()
