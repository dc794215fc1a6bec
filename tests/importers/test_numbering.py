"""Numbers that Word sets before paragraphs by itself are read as they stand on the page."""

import pytest

from briefs.importers import Imported, read
from tests.importers.check import accounted
from tests.importers.test_docx import W, packed

LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="{3}"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'


def numbered(levels: list[tuple[str, str, int]], places: list[int | None]) -> Imported:
    """A Word file with one list: its levels (form, text, start), and the level of each paragraph."""
    kinds = "".join(LEVEL.format(at, *level) for at, level in enumerate(levels))
    lists = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{kinds}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    body = ""
    for place in places:
        listed = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="3"/></w:numPr>' if place is not None else ""
        body += f"<w:p><w:pPr>{listed}</w:pPr><w:r><w:t>We hold that it was so in this case.</w:t></w:r></w:p>"
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    imported = read("a.docx", packed(document, numbering=lists.encode()))
    accounted(imported)
    return imported


@pytest.mark.parametrize(
    ("levels", "places", "signs"),
    [
        ([("decimal", "%1.", 1)], [0, 0, 0], ["1.", "2.", "3."]),
        ([("decimal", "{¶%1}", 4)], [0, None, 0], ["{¶4}", "", "{¶5}"]),
        (
            [("upperRoman", "%1.", 3), ("upperLetter", "%2.", 1)],
            [0, 0, 1, 1, 0, 1],
            ["III.", "IV.", "A.", "B.", "V.", "A."],
        ),
        ([("decimal", "%1", 1), ("decimal", "%1.%2", 1)], [0, 1, 1], ["1", "1.1", "1.2"]),
        ([("lowerLetter", "(%1)", 26)], [0, 0], ["(z)", "(aa)"]),
        ([("decimalZero", "%1", 9)], [0, 0], ["09", "10"]),
        ([("bullet", "\uf0b7", 1)], [0], ["•"]),
        ([("none", "", 1)], [0], [""]),
        ([("decimal", "%1.", 1)], [5], [""]),  # a level that the list has not
    ],
)
def test_each_paragraph_begins_with_its_number(
    levels: list[tuple[str, str, int]], places: list[int | None], signs: list[str]
):
    found = [text for _, text in numbered(levels, places).clean.of_kind("paragraph")]
    assert [text.removesuffix("We hold that it was so in this case.").strip() for text in found] == signs
