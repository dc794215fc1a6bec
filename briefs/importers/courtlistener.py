"""Opinion records of CourtListener's REST API (version 3 or 4), one JSON object to a file.

Fields used, as its API documents them: plain_text, html and its kin, type, author_str, absolute_url, download_url.
"""

import json
import re
from typing import Any
from urllib.parse import urlsplit

from briefs.importers.details import completed, from_text
from briefs.importers.imported import Detail, Imported, Unreadable, checked, checked_details
from briefs.text.markup import plain
from briefs.text.normalise import normalise

SUFFIX = ".json"

_MARKUP = ("html_lawbox", "html", "html_columbia", "xml_harvard", "html_anon_2020", "html_with_citations")
_KINDS = {
    "015unamimous": "lead",
    "020lead": "lead",
    "025plurality": "plurality",
    "030concurrence": "concurrence",
    "035concurrenceinpart": "concurrence_in_part",
    "040dissent": "dissent",
}
# Hosts of the courts' own sites; the label is also the court's identifier in courts-db.
_HOST = re.compile(r"(?:www\.|ecf\.|cdn\.|media\.|pacer\.)?(?P<court>ca(?:[1-9]|1[01]|dc|fc))\.uscourts\.gov")
_HOSTS = {"www.supremecourt.gov": "scotus", "supremecourt.gov": "scotus", "www.cadc.uscourts.gov": "cadc"}


def claims(name: str, content: bytes) -> bool:
    """Take files named .json, and whatever begins like one and speaks of plain_text."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return name.casefold().endswith(SUFFIX) or (start.startswith(b"{") and b'"resource_uri"' in start)


def read(content: bytes) -> Imported:
    """Read one opinion record; raises Unreadable."""
    record = _record(content)
    raw = checked(_text(record))
    clean = normalise(raw)
    return Imported(raw, clean, checked_details(completed(from_text(clean), _details(record))))


def _record(content: bytes) -> dict[str, Any]:
    try:
        record = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable("The file is named as JSON but is not UTF-8 text.") from None
    except (ValueError, RecursionError):
        raise Unreadable("The file is not valid JSON.") from None
    if not isinstance(record, dict) or not ({"plain_text", *_MARKUP} & record.keys()):
        raise Unreadable("The file is JSON, but not one opinion record of CourtListener.")
    return record


def _text(record: dict[str, Any]) -> str:
    """Give the record's plain text, or, where that is missing or only a scrap, the words of its HTML."""
    given = _string(record, "plain_text")
    markup = next((_string(record, field) for field in _MARKUP if _string(record, field).strip()), "")
    if markup and len(given) < 4000 and len(given.strip()) < len(markup) / 10:
        try:
            given = plain(markup)
        except AssertionError:  # what the standard parser raises for a broken declaration
            raise Unreadable("The record's text is HTML that cannot be read.") from None
    if not given.strip():
        raise Unreadable("The record has no text: its plain_text and HTML fields are empty.")
    return given


def _string(record: dict[str, Any], field: str) -> str:
    value = record.get(field)
    return value if isinstance(value, str) else ""


def _details(record: dict[str, Any]) -> list[Detail]:
    """Give what the record says of the opinion."""
    found: list[Detail] = []
    kind = _string(record, "type")
    if kind in _KINDS:
        found.append(Detail("opinion_kind", _KINDS[kind], kind, "record"))
    if record.get("per_curiam") is True:
        found.append(Detail("opinion_kind", "per_curiam", "per_curiam", "record"))
    author = _string(record, "author_str").strip()
    if author:
        found.append(Detail("author", author, author, "record"))
    address = _string(record, "download_url").strip()
    if re.match(r"https?://[^\s/]+", address):
        found.append(Detail("source_url", address, address, "record"))
        court = _court(address)
        if court:
            found.append(Detail("court", court, address, "record"))
    slug = re.fullmatch(r"/opinion/\d+/([a-z0-9-]+)/?", _string(record, "absolute_url"))
    name = _named(slug.group(1)) if slug else None
    if slug and name:
        found.append(Detail("short_name", name, slug.group(1), "record"))
        found.append(Detail("caption", name, slug.group(1), "record"))
    return found


def _court(address: str) -> str | None:
    try:
        host = (urlsplit(address).hostname or "").casefold()
    except ValueError:
        return None
    match = _HOST.fullmatch(host)
    return match.group("court") if match else _HOSTS.get(host)


def _named(slug: str) -> str | None:
    """Make a case name of the words in a record's address: gonzalez-fuentes-v-molina."""
    sides = slug.split("-v-")
    if len(sides) != 2 or not all(sides):
        return None
    return " v. ".join(" ".join(word.capitalize() for word in side.split("-")) for side in sides)
