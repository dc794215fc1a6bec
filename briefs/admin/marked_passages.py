"""The marked passages of a case, listed once beside a brief: to pin propositions to, and to quote from."""

from dataclasses import dataclass
from textwrap import shorten

from briefs.models import Annotation, Brief, Opinion
from briefs.text.identifiers import mask
from briefs.text.quotation import as_quotation
from briefs.workflow.annotate import block_of
from briefs.workflow.draft import marks_of
from briefs.workflow.freeze import printed_page


@dataclass(frozen=True)
class Marked:
    """A passage with its number in the list, where it stands, and its words ready to be put into prose."""

    pk: int
    number: int
    place: str
    quotation: str
    words: str
    is_retired: bool

    @property
    def label(self) -> str:
        """Tell the passage from others in a line."""
        return f"{self.place}: “{shorten(self.words, 140, placeholder='…')}”"


def marked_passages(brief: Brief) -> list[Marked]:
    """Give the marks of the case, those of the briefed opinion first, with registration numbers covered."""
    texts: dict[int, str] = {}
    return [_marked(brief, mark, number, texts) for number, mark in enumerate(marks_of(brief), start=1)]


def _marked(brief: Brief, mark: Annotation, number: int, texts: dict[int, str]) -> Marked:
    opinion = mark.opinion
    text = texts.setdefault(opinion.pk, mask(opinion.text))
    passage = text[mark.start : mark.end]
    of = "" if opinion.pk == brief.opinion_id else f", {opinion.get_kind_display().lower()}"
    place = f"{block_of(opinion, mark.start)}{of} · {mark.get_kind_display()} · {mark.get_voice_display()}"
    words = " ".join(passage.split())
    quotation = as_quotation(passage, _page_cite(opinion, mark.start))
    return Marked(mark.pk, number, place, quotation, words, mark.retired_at is not None)


def _page_cite(opinion: Opinion, at: int) -> str:
    """Give “slip op. at 8” where a case has no reporter citation and its source prints the page (INV-5).

    The Bluebook (rule 10.8.1) cites a slip opinion by its own pages and a reported case by the reporter's, which a
    slip opinion does not show. Paragraphs that the court did not number are no place to cite.
    """
    page = printed_page(opinion, at)
    return f"Slip op. at {page}." if page and opinion.case.authority is None else ""
