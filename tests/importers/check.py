"""What every import must hold, whatever the format: every raw character accounted for, marks in the text."""

from briefs.importers import Imported
from briefs.text.marks import BLOCKS


def accounted(imported: Imported) -> None:
    """Fail unless the pieces tile the raw text, copies are copies, and blocks and writings are in order."""
    raw, clean = imported.raw, imported.clean
    at = 0
    for piece in clean.pieces:
        assert piece.raw_start == at < piece.raw_end
        at = piece.raw_end
        copied = clean.text[piece.clean_start : piece.clean_end]
        if piece.name == "text":
            assert raw[piece.raw_start : piece.raw_end] == copied
        else:
            assert copied in ("", " ", "\n", "\n\n", "&", " | ")
            assert piece.name
    assert at == len(raw)
    end = -1
    for mark in clean.marks:
        assert 0 <= mark.start <= mark.end <= len(clean.text)
        if mark.kind in BLOCKS:
            assert end < mark.start < mark.end
            end = mark.end
    covered = [(one.start, one.end) for one in imported.writings]
    assert covered
    assert all(start <= stop for start, stop in covered)
    assert covered == sorted(covered)
