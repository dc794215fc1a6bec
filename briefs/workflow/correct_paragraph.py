"""Let one paragraph read as a person typed it."""

from typing import Any

from django.db import transaction

from briefs.access import must
from briefs.models import Opinion, Passage
from briefs.text.correcting import changes
from briefs.workflow.change_text import retype
from briefs.workflow.refusal import Refused
from briefs.workflow.renew import reason_of


@transaction.atomic
def correct_paragraph(
    opinion: Opinion, passage: Passage, words: str, *, by: Any, because: str, seen: int | None = None
) -> dict[str, int]:
    """Let one paragraph, footnote or heading read as a person typed it; gives what became of the marks.

    The raw text stays; what was typed is kept as changes, so a later reading of the file makes them again.
    `words` are compared with the masked paragraph, as the person saw it in text number `seen`.
    Raises PermissionDenied, Refused.
    """
    must(by, "correct text")
    present = opinion.passages.filter(pk=passage.pk).first()
    if present is None or seen not in (None, opinion.text_version):
        raise Refused("The text was replaced meanwhile; compare your words with the present ones and save again.")
    shown = opinion.masked[present.start : present.end]
    words = _tidy(words)
    if not words:
        raise Refused("A paragraph needs words; it cannot be emptied.")
    made = changes(shown, words)
    if not made:
        raise Refused("The paragraph reads so already; nothing was changed.")
    edits = [(present.start + start, present.start + end, instead) for start, end, instead in made]
    return retype(opinion, edits, by=by, because=reason_of(because))


def _tidy(words: str) -> str:
    """Keep the line breaks a block has inside, but no empty lines: those would be new paragraphs."""
    lines = (" ".join(line.split()) for line in words.splitlines())
    return "\n".join(line for line in lines if line)
