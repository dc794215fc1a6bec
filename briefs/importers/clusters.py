"""What CourtListener's records say of an opinion and its case, as details."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from briefs.importers.imported import Detail, Value
from briefs.text.names import plain_name

# Hosts of the courts' own sites; the label is also the court's identifier in courts-db.
_HOST = re.compile(r"(?:www\.|ecf\.|cdn\.|media\.|pacer\.)?(?P<court>ca(?:[1-9]|1[01]|dc|fc))\.uscourts\.gov")
_HOSTS = {"www.supremecourt.gov": "scotus", "supremecourt.gov": "scotus", "www.cadc.uscourts.gov": "cadc"}
_STATUSES = {"published": "published", "precedential": "published", "unpublished": "unpublished"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COURT_URL = re.compile(r".*/courts/(?P<court>[a-z0-9]+)/?")


def opinion_details(record: Mapping[str, Any]) -> list[Detail]:
    """Give what an opinion's own record says, apart from its kind and author."""
    found: list[Detail] = []
    address = _string(record, "download_url")
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


def cluster_details(cluster: Mapping[str, Any], docket: Mapping[str, Any]) -> list[Detail]:
    """Give what the records of a case and its docket say; later ones hold over those of the opinion."""
    found: list[Detail] = []

    def said(field: str, value: Value, words: str) -> None:
        if value and words:
            found.append(Detail(field, value, words, "record"))

    full = _string(cluster, "case_name_full") or _string(cluster, "case_name") or _string(docket, "case_name")
    short = _string(cluster, "case_name") or _string(docket, "case_name")
    said("caption", full, full)
    said("short_name", short, short)
    court = _string(docket, "court_id") or _string(cluster, "court_id")
    if not court and (match := _COURT_URL.fullmatch(_string(docket, "court"))):
        court = match.group("court")
    said("court", court, court)
    numbers = _string(docket, "docket_number")
    said("docket_numbers", tuple(re.split(r"\s*[,;]\s*|\s+and\s+", numbers)) if numbers else None, numbers)
    for field, record, name in (("decided_on", cluster, "date_filed"), ("argued_on", docket, "date_argued")):
        day = _string(record, name)[:10]
        said(field, day if _DAY.fullmatch(day) else None, day)
        if field == "decided_on" and _DAY.fullmatch(day):
            said("decided_precision", "month" if cluster.get("date_filed_is_approximate") is True else "day", day)
    status = _string(cluster, "precedential_status")
    said("publication_status", _STATUSES.get(status.casefold()), status)
    for field, name in (("counsel", "attorneys"), ("disposition", "disposition")):
        said(
            field,
            " ".join(re.sub(r"<[^>]{0,200}>", " ", _string(cluster, name)).split()) or None,
            _string(cluster, name),
        )
    judges = _string(cluster, "judges")
    panel = tuple(name for one in re.split(r"[,;]|\band\b", judges) if re.match(r"[A-Z]", name := one.strip()))
    said("panel", panel, judges)
    said("citations", cites := _citations(cluster.get("citations")), "; ".join(cites))
    return found


def _citations(given: Any) -> tuple[str, ...]:
    found = []
    for one in given if isinstance(given, list) else ():
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            parts = [str(one.get(part) or "").strip() for part in ("volume", "reporter", "page")]
            found += [" ".join(parts)] if all(parts) else []
    return tuple(dict.fromkeys(cite for cite in found if len(cite) < 80))


def _string(record: Mapping[str, Any], field: str) -> str:
    value = record.get(field)
    return value.strip() if isinstance(value, str) else ""


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
    return " v. ".join(plain_name(side.replace("-", " ").upper()) for side in sides)
