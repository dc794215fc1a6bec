"""A list of briefs as CSV, for a spreadsheet: one row a brief, the columns of the library."""

import csv
import io
from collections.abc import Iterable

from briefs.exporters.page import File, Page
from briefs.exporters.paper.caption import missing
from briefs.exporters.reference import reference

slug = "csv"
label = "CSV"
about = "spreadsheets"
MIME = "text/csv; charset=utf-8"
HEADS = (
    "name", "citation", "court", "decided", "docket numbers", "opinion", "author", "publication", "disposition",
    "court's propositions", "separate propositions", "issues", "country", "grounds", "summary", "law checked through",
    "later changes of law", "edition", "published", "address",
)  # fmt: skip
# A cell that begins so is run as a formula by spreadsheets.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def listed(pages: Iterable[Page], *, site_url: str) -> File:
    """Give the rows under their heads, in UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEADS)
    rows.writerows([cell(value) for value in _row(page, site_url)] for page in pages)
    return File("briefs.csv", MIME, out.getvalue().encode("utf-8-sig"))


def _row(page: Page, site_url: str) -> tuple[object, ...]:
    case, one = page["case"], reference(page, site_url)
    apart = sum(holding["is_separate"] for holding in page["holdings"])
    return (
        one.name, case["citation"], one.court, "-".join(f"{part:02d}" for part in one.decided),
        "; ".join(case["dockets"]), one.note or page["opinion"]["kind_label"], one.author,
        "" if missing(case["publication"].lower()) else case["publication"],
        "" if missing(case["disposition"]) else case["disposition"],
        len(page["holdings"]) - apart, apart, "; ".join(one.keywords), page["country"], "; ".join(page["grounds"]),
        one.abstract, page["law_checked"]["on"], len(page["flags"]), page["edition"], page["published_on"], one.url,
    )  # fmt: skip


def cell(value: object) -> str:
    """Give a value as a cell that no spreadsheet runs as a formula, in one line."""
    told = " ".join(str(value).split())
    return f"'{told}" if told.startswith(_FORMULA) else told
