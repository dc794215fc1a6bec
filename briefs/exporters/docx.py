"""A brief as a Word document: the same sheet as the PDF, with Word's own styles, footnotes, links and fields."""

from briefs.exporters.page import File, Page
from briefs.exporters.paper.sheet import file_stem, sheet
from briefs.exporters.word.brief import brief

slug = "docx"
label = "Word"
about = "to edit and to hand in"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def export(page: Page, *, site_url: str) -> File:
    """Set the brief for Word on US Letter."""
    return File(f"{file_stem(page)}.docx", MIME, brief(sheet(page, site_url), edition=page["edition"]))
