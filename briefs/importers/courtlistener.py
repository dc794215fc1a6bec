"""Records of CourtListener's REST API (version 3 or 4), one JSON object to a file: an opinion, alone or with its
cluster and docket nested in it, or a cluster with its opinions.

Fields used, as its API documents them: of an opinion plain_text, html and its kin, type, author_str, per_curiam,
absolute_url, download_url, extracted_by_ocr; of a cluster case_name and its kin, date_filed, judges, attorneys,
citations, precedential_status, disposition, sub_opinions; of a docket docket_number, court_id, date_argued.
"""

import json
from collections.abc import Mapping
from typing import Any

from briefs.importers import html
from briefs.importers.clusters import cluster_details, opinion_details
from briefs.importers.details import from_text
from briefs.importers.imported import Imported, Unreadable, checked
from briefs.importers.several import Typed, together
from briefs.importers.writings import writings
from briefs.text.normalise import normalise

SUFFIX = ".json"

MARKUP = ("html_with_citations", "html_lawbox", "html", "html_columbia", "xml_harvard", "html_anon_2020")
# The codes of the API's opinion types; "combined" says nothing.
_KINDS = {
    "015unamimous": "lead",
    "020lead": "lead",
    "025plurality": "plurality",
    "030concurrence": "concurrence",
    "035concurrenceinpart": "concurrence_in_part",
    "040dissent": "dissent",
}
_COMBINED = "010combined"
_PAGED = ("star-pagination", "page-number", "page-label")
_MOST = 60  # opinions to a cluster


def claims(name: str, content: bytes) -> bool:
    """Take files named .json, and whatever begins like one and speaks of plain_text."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return name.casefold().endswith(SUFFIX) or (start.startswith(b"{") and b'"resource_uri"' in start)


def read(content: bytes) -> Imported:
    """Read one record; raises Unreadable."""
    record = parsed(content)
    opinions = _opinions(record)
    first = opinions[0]
    cluster = (
        _mapping(first.get("cluster")) or _mapping(record.get("cluster")) or (record if record is not first else {})
    )
    docket = _mapping(cluster.get("docket")) or _mapping(record.get("docket"))
    typed = [_typed(opinion) for opinion in opinions]
    return together(typed, [*opinion_details(first), *cluster_details(cluster, docket)])


def parsed(content: bytes) -> dict[str, Any]:
    """Read a JSON object; raises Unreadable."""
    try:
        record = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable("The file is named as JSON but is not UTF-8 text.") from None
    except (ValueError, RecursionError):
        raise Unreadable("The file is not valid JSON.") from None
    if not isinstance(record, dict):
        raise Unreadable("The file is JSON, but not one opinion record of CourtListener or of Harvard's CAP.")
    return record


def from_field(record: Mapping[str, Any], field: str) -> Imported:
    """Read one of a record's texts; raises Unreadable when it is empty or cannot be read."""
    words = string(record, field)
    if not words.strip():
        raise Unreadable(f"The record's {field} is empty.")
    if field != "plain_text":
        return html.from_markup(words)
    clean = normalise(checked(words))
    return Imported(words, clean, from_text(clean), writings=writings(clean))


def string(record: Mapping[str, Any], field: str) -> str:
    """Give a field that should be text, empty where it is missing or something else."""
    value = record.get(field)
    return value if isinstance(value, str) else ""


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _opinions(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give the opinions of a record that have a text, the court's own first; raises Unreadable."""
    if {"plain_text", *MARKUP} & record.keys():
        return [record]
    nested = record.get("sub_opinions") or record.get("opinions") or _mapping(record.get("cluster")).get("sub_opinions")
    given: list[Mapping[str, Any]] = (
        [one for one in nested if isinstance(one, dict)] if isinstance(nested, list) else []
    )
    opinions = [one for one in given[:_MOST] if any(string(one, field).strip() for field in ("plain_text", *MARKUP))]
    if not opinions:
        raise Unreadable("The file is JSON, but not one opinion record of CourtListener or of Harvard's CAP.")
    whole = [one for one in opinions if string(one, "type") == _COMBINED]
    return whole[:1] or sorted(opinions, key=lambda one: string(one, "type") or "9")


def _typed(opinion: Mapping[str, Any]) -> Typed:
    said = string(opinion, "type")
    kind = "per_curiam" if opinion.get("per_curiam") is True else _KINDS.get(said)
    imported = from_field(opinion, _chosen(opinion))
    if opinion.get("extracted_by_ocr") is True:
        imported = Imported(imported.raw, imported.clean, imported.details, "Read by OCR.", imported.writings)
    return Typed(imported, kind, string(opinion, "author_str").strip() or None, said if kind else "")


def _chosen(record: Mapping[str, Any]) -> str:
    """Choose the text to read: the plain one, unless it is missing or a scrap, or the HTML has the reporter's pages."""
    given = string(record, "plain_text")
    markup = next((field for field in MARKUP if string(record, field).strip()), "")
    if not markup:
        if not given.strip():
            raise Unreadable("The record has no text: its plain_text and HTML fields are empty.")
        return "plain_text"
    words = string(record, markup)
    scrap = len(given) < 4000 and len(given.strip()) < len(words) / 10
    paged = len(words) > 0.9 * len(given.strip()) and any(sign in words for sign in _PAGED)
    return markup if scrap or paged or not given.strip() else "plain_text"
