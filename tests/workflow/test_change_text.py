"""Every change made by hand: made again when the same file comes again, taken back one by one, held by staff alone."""

import pytest
from django.core.exceptions import PermissionDenied

from briefs.models import Opinion
from briefs.workflow.change_text import change_text, undo_last
from briefs.workflow.correct_paragraph import correct_paragraph
from briefs.workflow.ingest import ingest
from briefs.workflow.reanchor import reanchor
from briefs.workflow.receive import receive
from briefs.workflow.refusal import Refused
from briefs.workflow.renew import read_today, renew
from tests.importers.press.typst_pdf import pressed

pytestmark = pytest.mark.django_db
SAID = "The witness told the court what was seen there on that day. It was told at length, and then it ended. "
SENTENCES = [f"Paragraph {number} begins with this. {3 * SAID}".strip() for number in range(9)]
PAGE = f"<html><body><p>A v. B</p><p>OPINION</p>{''.join(f'<p>{one}</p>' for one in SENTENCES)}</body></html>".encode()


def print_slip() -> bytes:
    """The same paragraphs as a slip opinion of one page."""
    parts = ({"quoted": False, "resumed": False, "runs": [["text", one]]} for one in SENTENCES)
    blocks = [{"kind": "paragraph", "level": 0, "parts": [part]} for part in parts]
    caption = {"short": "A v. B", "court": "Court of Appeals", "ruled": False, "left": "A v. B", "right": "No. 1"}
    return pressed({"style": "book", "first": 1, "blocks": blocks, "notes": {}} | caption)


FILES = {"slip.pdf": print_slip, "page.html": lambda: PAGE}


def state(opinion: Opinion) -> tuple[str, list]:
    return opinion.text, [[m.start, m.end, m.kind, dict(m.data)] for m in opinion.text_marks]


def paragraphs(opinion: Opinion) -> list:
    return list(opinion.passages.filter(kind="paragraph").order_by("ordinal"))


def do_everything(opinion: Opinion, staff) -> None:
    """One change of every sort, each to another paragraph."""
    words = paragraphs(opinion)[5].text.split()
    first = paragraphs(opinion)[5]
    correct_paragraph(opinion, first, " ".join(["Whereupon", *words[1:]]), by=staff, because="The page prints it so.")
    for act, number, value in (
        ("page", 4, "612"), ("footnote", 8, "9"), ("blockquote", 7, ""), ("centred", 6, ""), ("heading", 3, "2"),
    ):  # fmt: skip
        row = paragraphs(opinion)[number]
        change_text(opinion, act, row.start, row.end, by=staff, words=value)
    row = paragraphs(opinion)[1]
    at = row.start + row.text.index(" ", len(row.text) // 2) + 1
    change_text(opinion, "split", at, at + 5, by=staff)
    row = paragraphs(opinion)[1]
    change_text(opinion, "join", row.start, row.end, by=staff)


@pytest.mark.parametrize("name", FILES)
def test_every_change_made_by_hand_survives_the_same_file_again(name: str, staff):
    content = FILES[name]()
    opinion = ingest(receive(name, content, by=staff), by=staff)
    as_read = state(opinion)
    do_everything(opinion, staff)
    opinion = Opinion.objects.get()
    mended = state(opinion)
    assert mended != as_read
    # Brought again, byte for byte: the same opinion, as it was mended.
    assert ingest(receive(f"again-{name}", content, by=staff), by=staff) == opinion
    assert state(Opinion.objects.get()) == mended
    # Read anew from its file: nothing is to be done, since every change is made again.
    assert renew(Opinion.objects.get()) is None
    # Even where the text had been replaced by the bare reading meanwhile.
    reanchor(opinion, read_today(opinion))
    assert state(Opinion.objects.get()) == as_read
    renew(Opinion.objects.get())
    assert state(Opinion.objects.get()) == mended
    assert opinion.text_changes.standing().filter(is_placed=False).count() == 0
    # Undone one by one, newest first, down to what the file says.
    while opinion.text_changes.standing().exists():
        undo_last(Opinion.objects.get(), by=staff)
    assert state(Opinion.objects.get()) == as_read


def test_there_is_nothing_to_undo_before_anything_was_done_and_students_undo_nothing(student, staff):
    opinion = ingest(receive("page.html", PAGE, by=staff), by=staff)
    with pytest.raises(Refused, match="no change to undo"):
        undo_last(opinion, by=staff)
    with pytest.raises(PermissionDenied):
        undo_last(opinion, by=student)
