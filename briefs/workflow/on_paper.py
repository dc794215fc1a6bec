"""What paper will not show of a brief as it is written: told while it is written, never a reason to refuse it."""

from briefs.exporters.paper.setting import without_font
from briefs.models import Brief
from briefs.workflow.gap import Gap
from briefs.workflow.grounds import prose_of
from briefs.workflow.prose import Grounds
from briefs.workflow.readiness import plain_fields

NAMED = 5  # letters of one place; the others are counted


def lost_on_paper(brief: Brief, grounds: Grounds) -> list[Gap]:
    """Name, with their places, the letters no font here has: a PDF gives their numbers instead."""
    said = [(piece.where, piece.field, piece.markdown, piece.number) for piece in prose_of(brief)]
    said += [(where, field, words, None) for where, field, words in plain_fields(brief) if field != "title"]
    said += [("The quoted paragraphs", "", "".join(_quoted(brief, grounds)), None)]
    lost = without_font("".join(words for _, _, words, _ in said))
    gaps = []
    for where, field, words, number in said if lost else ():
        here = [letter for letter in lost if letter in words]
        if here:
            told = ", ".join(f"“{letter}” as [U+{ord(letter):04X}]" for letter in here[:NAMED])
            more = f" and {len(here) - NAMED} more letters by their numbers" if len(here) > NAMED else ""
            them = "them" if len(here) > 1 else "it"
            gaps.append(Gap(f"{where}: the PDF prints {told}{more}: no font has {them}.", field, number))
    return gaps


def _quoted(brief: Brief, grounds: Grounds) -> list[str]:
    """Give the paragraphs of the appendix: those of the case with pinned words in them."""
    pinned = [pin.annotation for holding in brief.holdings.all() for pin in holding.pins.all()]
    paragraphs = ((one, grounds.passages.get(one.opinion_id, ())) for one in pinned)
    return [row.text for one, rows in paragraphs for row in rows if row.start <= one.start < row.end]
