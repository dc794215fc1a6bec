"""What the annotation desk reads: an opinion's marks, the briefs of its case, and the rows and cards made of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.http import HttpRequest
from django.template.loader import render_to_string

from briefs.access import may
from briefs.admin.column import LOST, Row, column, numbered
from briefs.admin.narrowing import LETTERS, signs
from briefs.models import Annotation, Brief, Holding, Issue, Opinion, Pin
from briefs.models.vocabulary import AnnotationKind
from briefs.text.identifiers import mask
from briefs.workflow.annotate import default_voice

ROW = "admin/briefs/opinion/_desk_row.html"


@dataclass(frozen=True)
class Desk:
    """An opinion with its marks in reading order; each mark knows its number, words, issues and holdings."""

    opinion: Opinion
    user: Any
    text: str
    marks: list[Annotation]
    issues: dict[int, Issue]
    briefs: list[Brief]
    holdings: dict[int, Holding]

    @property
    def lost(self) -> list[Annotation]:
        """Give the marks that lost their place in the text."""
        return [mark for mark in self.marks if mark.anchor_state in LOST]

    @property
    def own_briefs(self) -> list[Brief]:
        """Give the briefs of the case that the person may write in."""
        return [brief for brief in self.briefs if may(self.user, "edit brief", brief)]

    def rows(self, touching: Iterable[tuple[int, int]] | None = None) -> list[Row]:
        """Give the rows of the page, or only those that touch one of the spans [start, end)."""
        return column(self.text, self.opinion.text_marks, self.marks, sentences=True, touching=touching)

    def mark(self, pk: Any) -> Annotation | None:
        """Give the mark with this number in the database."""
        return next((mark for mark in self.marks if str(mark.pk) == str(pk)), None)


def read_desk(opinion: Opinion, user: Any) -> Desk:
    """Read what the page shows in four queries, however many marks there are."""
    tags = Annotation.issues.through.objects.filter(annotation=OuterRef("pk")).order_by("issue__position")
    pins = Pin.objects.filter(annotation=OuterRef("pk")).order_by("holding__brief", "holding__number")
    rows = Annotation.objects.filter(opinion=opinion).standing().select_related("author").in_reading_order()
    marks = list(
        rows.annotate(
            issue_ids=ArraySubquery(tags.values("issue_id")), used_by=ArraySubquery(pins.values("holding_id"))
        )
    )
    issues = {issue.pk: issue for issue in Issue.objects.filter(merged_into__isnull=True).in_order()}
    briefs = list(Brief.objects.filter(opinion__case=opinion.case_id).select_related("author").order_by("created_at"))
    by_number = Holding.objects.filter(brief__opinion__case=opinion.case_id).order_by("brief__created_at", "number")
    named = {brief.pk: brief for brief in briefs}
    holdings = {}
    for holding in by_number:
        holding.brief = named[holding.brief_id]
        holdings[holding.pk] = holding
    text = mask(opinion.text)
    desk = Desk(opinion, user, text, numbered(marks, text), issues, briefs, holdings)
    _dress(desk)
    return desk


def _dress(desk: Desk) -> None:
    """Give each mark what its card prints; the voice only where it is not the writer's own."""
    own = default_voice(desk.opinion)
    several = len({mark.author_id for mark in desk.marks}) > 1
    for mark in desk.marks:
        mark.letter = LETTERS[AnnotationKind(mark.kind)]
        mark.signs = " ".join(signs(mark))
        mark.said_by = "" if mark.voice == own else mark.get_voice_display()
        mark.tags = [desk.issues[pk].name for pk in mark.issue_ids if pk in desk.issues]
        mark.holdings = [desk.holdings[pk] for pk in mark.used_by if pk in desk.holdings]
        mark.is_changeable = may(desk.user, "change annotation", mark)
        mark.made_by = mark.author.get_username() if several or mark.author_id != desk.user.pk else ""
        mark.is_off, mark.is_lost = False, mark.anchor_state in LOST


def row_html(request: HttpRequest, rows: Iterable[Row]) -> dict[str, str]:
    """Give rows as the page has them, by their element's id, for the script to put in."""
    return {row.anchor: render_to_string(ROW, {"row": row}, request=request).strip() for row in rows}
