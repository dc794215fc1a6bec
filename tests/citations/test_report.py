"""Rows for the scorer are in raw offsets."""

from pathlib import Path

from briefs.citations import find
from briefs.citations.report import report
from briefs.text.normalise import normalise

SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"


def test_rows_slice_the_raw_file_though_lines_were_joined() -> None:
    raw = (SAMPLES / "kaptsov.txt").read_bytes().decode("utf-8")
    clean = normalise(raw)
    rows = report(raw, clean, find(clean.text, clean.marks))
    (row,) = [row for row in rows if row["cite"] == "767 F.2d 1277"]
    assert raw[row["start"] : row["end"]] == "Bolanos-Hernandez v. INS, 767 F.2d 1277, 1286\n\n(9th Cir. 1984)"
    assert (row["form"], row["pin"]) == ("full", "1286")


def test_an_unresolved_citation_has_no_cite() -> None:
    raw = "See I-589 at 4. Id."
    clean = normalise(raw)
    (row,) = report(raw, clean, find(clean.text, clean.marks))
    assert (row["form"], row["cite"], row["pin"]) == ("id", None, None)
