"""What a Word brief says on page 1 above its holdings, and at the head and foot of every page."""

from typing import Any

from docx.section import Section

from briefs.exporters.word.rich import Prose
from briefs.exporters.word.tables import ruled
from briefs.exporters.word.writing import Line, Word

_NOT_IN_TEXT = "Not in the text of the opinion; for the source see "


class Sources:
    """The one footnote on details from outside the text: made at the first place, called again at the others."""

    def __init__(self, places: list[str]) -> None:
        self.places = places
        self.number = ""

    def call(self, line: Line, place: str) -> None:
        """Call the note after a detail, if it is from outside the text."""
        if place not in self.places:
            return
        if self.number:
            line.note_again("sources", self.number)
            return
        note = line.note("sources")
        self.number = str(line.word.notes_made)
        note.text(_NOT_IN_TEXT).jump("about").text("“About this brief”")
        note.text(".")


def margins(word: Word, sheet: dict[str, Any]) -> None:
    """Set the running head from page 2 on, and the foot of every page."""
    page = word.document.sections[0]
    _head(word, page, sheet["head"])
    _story(word, page.first_page_header, "Normal")
    foot = " · ".join(part for part in (sheet["foot"], sheet["edition"], "Educational, not legal advice") if part)
    for story in (page.footer, page.first_page_footer):
        line = _story(word, story, "footer").text(foot).text("\tPage\u00a0")
        line.field("PAGE", "1")
        line.text(" of\u00a0").field("NUMPAGES", "1")


def section(word: Word, head: list[str]) -> None:
    """Begin a new page, from which on every page has this running head; the foot stays as it is."""
    page = word.document.add_section()
    word.document.element.body.sectPr.getprevious().style = "TableEnd"  # what ends the section before it is low
    page.different_first_page_header_footer = False
    _head(word, page, head)


def front(prose: Prose, sheet: dict[str, Any], sources: Sources) -> None:
    """Set caption, banner, status strip, later law and content note."""
    word = prose.word
    _caption(word, sheet, sources)
    if sheet["banner"]:
        word.paragraph("IntenseQuote").text(sheet["banner"])
    else:
        word.paragraph("TableEnd", keep_next=True)  # the caption keeps its distance from the strip
    strip = sheet["strip"]
    widths = (1.1, 1, 1, 1.3)[-len(strip) :]
    heads, values = [cell[0] for cell in strip], [cell[1] for cell in strip]
    for cell, line in zip(strip, ruled(word, widths, heads, [values], "Status of the brief"), strict=True):
        if cell[0] == "Publication":
            sources.call(line, "publication")
        if cell[2]:
            line.note().text(cell[2])
    _later_law(prose, sheet["flags"])
    if sheet["content_note"]:
        word.paragraph().text("Content note. ", bold=True).text(sheet["content_note"])


def flag_in(prose: Prose, line: Line, flag: dict[str, Any]) -> None:
    """Write what changed in the law, when it applies, and the note on it."""
    line.text(f"{flag['head'].removesuffix('.')}.", bold=True).text(" ")
    if flag["applies_when"]:
        line.text(f"Applies when: {flag['applies_when']}. ")
    prose.inline(line, flag["note"])


def flag_mark(flag_id: str) -> str:
    """Name the bookmark of the call of a note on later law."""
    return flag_id.replace("-", "_")


def _caption(word: Word, sheet: dict[str, Any], sources: Sources) -> None:
    caption = sheet["caption"]
    sources.call(word.paragraph("CaseCourt", keep_next=True).text(caption["court"]), "court")
    word.paragraph("Title").text(caption["name"])
    if sheet["kind"]:
        word.paragraph("Subtitle").text(sheet["kind"])
    if caption["full"]:
        sources.call(word.paragraph("CaseCaption").text(caption["full"]), "name")
    for row in caption["rows"]:
        line = word.paragraph("CaseCaption")
        for at, (place, words) in enumerate(row):
            sources.call(line.text(" · " if at else "").text(words), place)
            if place == "dockets" and not caption["full"]:
                sources.call(line, "name")
    if caption["author"]:
        word.paragraph("CaseCaption").text(caption["author"])


def _later_law(prose: Prose, flags: list[dict[str, Any]]) -> None:
    """Say which law changed since (INV-7): what bears on one proposition in a line with its note, else in full."""
    bound = [flag for flag in flags if flag["holding"] is not None]
    if bound:
        line = prose.word.paragraph().text("Later law. ", bold=True)
        for at, flag in enumerate(bound):
            line.text("; " if at else "").jump(f"holding_{flag['holding']}").text(flag["holding_name"])
            when = f"applies when: {flag['applies_when']}; " if flag["applies_when"] else ""
            line.text(f": {flag['head']} ({when}note\u00a0").note_again(flag_mark(flag["id"]), raised=False)
            line.text(")")
        line.text(".")
    for flag in flags:
        if flag["holding"] is None:
            line = prose.word.paragraph()
            with line.bookmark(flag_mark(flag["id"])):
                line.text("Later law, whole case. ", bold=True)
            with prose.at("Later law", flag_mark(flag["id"])):
                flag_in(prose, line, flag)


def _head(word: Word, page: Section, head: list[str]) -> None:
    line = _story(word, page.header, "header").text(head[0], italic=True)
    for part in head[1:]:
        line.text(" · ").text(part, bold=True)


def _story(word: Word, story: Any, style: str) -> Line:
    story.is_linked_to_previous = False
    paragraph = story.paragraphs[0]
    paragraph.style = word.document.styles[style]
    return Line(word, story.part, paragraph._p)
