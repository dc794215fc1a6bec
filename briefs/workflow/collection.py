"""A clinic's public collection as one file, for another clinic: what is in it, and how it is sealed.

A ZIP of JSON parts: issues, authorities, released opinions with their case, published editions. Rows are named by what
is the same everywhere (slugs, keys of authorities), never by a row's number. `collection.json` has each part's SHA-256
and a seal over all of them, which tells that nothing was altered on the way; who sent it, it does not prove.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Model

from briefs.models import Authority, Case, Edition, Issue, Opinion
from briefs.workflow.freeze import masked
from briefs.workflow.refusal import Refused

FORM, VERSION = "pincite-collection", 1
MANIFEST = "collection.json"
LARGEST = 50 * 1024 * 1024  # bytes of one part, unpacked
DAY = (1980, 1, 1, 0, 0, 0)  # of zip's calendar: the same collection gives the same bytes

COURT = ("id", "name", "abbreviation", "rank", "circuit")
CASE = ("caption", "short_name", "slug", "docket_numbers", "argued_on", "decided_on", "decided_precision",
        "publication_status", "precedential_note", "disposition", "counsel", "sources")  # fmt: skip
JUDGE = ("name", "title", "role", "home_court", "position")
BELOW = ("tribunal", "decided_on", "adjudicator", "outcome", "review", "position")
ORDERED = ("party", "claim", "outcome", "position")
OPINION = ("slug", "kind", "author", "joined_by", "completeness", "position", "marks")
AUTHORITY = ("kind", "key", "slug", "cite", "name", "court", "year", "external_url", "note")
ISSUE = ("slug", "name", "scope_note", "synonyms", "level", "position")
EDITION = ("number", "slug", "is_current", "name", "decided_on", "year", "opinion_kind")

Parts = dict[str, bytes]


def parts_of_collection() -> Parts:
    """Give every part by its name; the same public rows give the same bytes."""
    editions = list(
        Edition.objects.filter(withdrawn_at__isnull=True)
        .select_related("opinion", "court")
        .prefetch_related("citations__authority")
        .order_by("slug", "number")
    )
    opinions = Opinion.objects.released().select_related("case__court", "case__authority").order_by("slug")
    wanted = {key for edition in editions for key in edition.authority_ids}
    wanted |= {row["id"] for edition in editions for row in edition.page["authorities"]}
    wanted |= set(opinions.filter(case__authority__isnull=False).values_list("case__authority", flat=True))
    keys = dict(Authority.objects.values_list("pk", "key"))
    slugs = dict(Issue.objects.values_list("pk", "slug"))
    parts = {
        "issues.json": _packed([_issue(one) for one in _issues()]),
        "authorities.json": _packed([_authority(one) for one in _authorities(wanted)]),
    }
    parts |= {f"opinions/{one.slug}.json": _packed(_opinion(one)) for one in opinions}
    for one in editions:
        parts[f"editions/{one.slug}/{one.number}.json"] = _packed(edition_told(one, keys, slugs))
    return parts


def edition_told(edition: Edition, keys: Mapping[int, str], slugs: Mapping[int, str]) -> dict[str, Any]:
    """Give one edition as it travels: its page with keys of authorities for the numbers of rows."""
    page = edition.page | {
        "authorities": [{**row, "id": keys.get(row["id"], "")} for row in edition.page["authorities"]]
    }
    return {
        **columns(edition, EDITION),
        "opinion": edition.opinion.slug,
        "court": edition.court_id,
        "page": page,
        "issues": sorted(slugs[pk] for pk in edition.issue_ids if pk in slugs),
        "authorities": sorted(keys[pk] for pk in edition.authority_ids if pk in keys),
        "citations": [
            {"authority": one.authority.key, **columns(one, ("place", "form", "pin", "sentence"))}
            for one in sorted(edition.citations.all(), key=lambda row: row.pk)
        ],
    }


def write_collection(path: Path) -> int:
    """Write the collection into a ZIP at `path`, whole or not at all; gives how many editions it has."""
    parts = parts_of_collection()
    told = {"form": FORM, "version": VERSION, "clinic": settings.CLINIC_NAME, "site": settings.SITE_URL}
    told["parts"] = {name: _hash(content) for name, content in sorted(parts.items())}
    told["seal"] = _seal(told)
    beside = path.with_name(path.name + ".part")
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as file:
            for name, content in [(MANIFEST, _packed(told)), *sorted(parts.items())]:
                entry = zipfile.ZipInfo(name, DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                file.writestr(entry, content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return sum(name.startswith("editions/") for name in parts)


def read_collection(path: Path) -> tuple[str, Parts]:
    """Give the clinic a collection comes from and its parts; raises Refused when it is none, or was altered."""
    try:
        with zipfile.ZipFile(path) as file:
            told = json.loads(_part(file, MANIFEST))
            if told.get("form") != FORM or told.get("version") != VERSION:
                raise Refused("This is not a collection that this version of Pincite reads.")
            if told.get("seal") != _seal(told) or set(file.namelist()) != {MANIFEST, *told["parts"]}:
                raise Refused("This collection was altered after it was made; nothing was taken from it.")
            parts = {name: _part(file, name) for name in told["parts"]}
    except (zipfile.BadZipFile, KeyError, ValueError, AttributeError, TypeError, NotImplementedError) as problem:
        raise Refused("This is not a collection, or it did not arrive whole.") from problem
    altered = [name for name, content in parts.items() if _hash(content) != told["parts"][name]]
    if altered:
        raise Refused(f"This collection was altered after it was made ({altered[0]}); nothing was taken from it.")
    return str(told["clinic"]), parts


def columns(row: Model, names: Iterable[str]) -> dict[str, Any]:
    """Give some columns of a row as plain data, identifiers masked (INV-12)."""
    values = {name: getattr(row, name) for name in names}
    plain = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}
    return dict(masked(plain))


def _opinion(opinion: Opinion) -> dict[str, Any]:
    return {**columns(opinion, OPINION), "text": opinion.masked, "case": _case(opinion.case)}


def _case(case: Case) -> dict[str, Any]:
    return {
        **columns(case, CASE),
        "court": columns(case.court, COURT) if case.court else None,
        "authority": case.authority.key if case.authority else None,
        "judges": [columns(one, JUDGE) for one in case.judges.order_by("position", "pk")],
        "decisions_below": [columns(one, BELOW) for one in case.decisions_below.order_by("position", "pk")],
        "dispositions": [columns(one, ORDERED) for one in case.dispositions.order_by("position", "pk")],
    }


def _issues() -> Iterator[Issue]:
    yield from Issue.objects.filter(merged_into__isnull=True).select_related("parent").order_by("level", "slug")


def _issue(issue: Issue) -> dict[str, Any]:
    return {**columns(issue, ISSUE), "parent": issue.parent.slug if issue.parent else None}


def _authorities(wanted: set[int]) -> list[Authority]:
    """Give authorities with those above them, each after its parent."""
    found: dict[int, Authority] = {}
    while wanted:
        more = {one.pk: one for one in Authority.objects.filter(pk__in=wanted).select_related("parent")}
        found |= more
        wanted = {one.parent_id for one in more.values() if one.parent_id} - set(found)
    depth = {pk: _depth(one, found) for pk, one in found.items()}
    return sorted(found.values(), key=lambda one: (depth[one.pk], one.key))


def _depth(one: Authority, found: Mapping[int, Authority]) -> int:
    return 1 + _depth(found[one.parent_id], found) if one.parent_id else 0


def _authority(one: Authority) -> dict[str, Any]:
    return {**columns(one, AUTHORITY), "parent": one.parent.key if one.parent else None}


def _part(file: zipfile.ZipFile, name: str) -> bytes:
    if file.getinfo(name).file_size > LARGEST:
        raise Refused(f"A part of this collection is too large: {name}.")
    return file.read(name)


def _packed(told: Any) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _seal(told: Mapping[str, Any]) -> str:
    return _hash(_packed({name: value for name, value in told.items() if name != "seal"}))
