"""Plain text in the encodings people have."""

import pytest

from briefs.importers.txt import read

WORDS = "The court’s order – § 5 – was “final.”\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_every_usual_encoding(encoding):
    assert read(WORDS.encode(encoding)).raw == WORDS


def test_windows_text_with_accents_is_told_from_noise():
    assert read("Benner-León et Castañeda-Castillo.\n".encode("cp1252")).raw == "Benner-León et Castañeda-Castillo.\n"
