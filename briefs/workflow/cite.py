"""Find an opinion's citations once, and keep each with the authority it names."""

import re
from collections.abc import Collection
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, Value
from django.db.models.functions import Concat
from django.utils.text import slugify

from briefs import citations
from briefs.citations.keys import describe, parents, twins
from briefs.models import Authority, AuthorityAlias, Citation, Court, Opinion

# Raised whenever the engine finds differently; `recite` looks for opinions read by an earlier one.
ENGINE = 1
# The Board names cases by initials, each with its hyphen.
_INITIALS = re.compile(r"(?<=\b(?:of|re) )(?:[A-Z]{1,2}-)+[A-Z]{1,2}$")


@transaction.atomic
def cite(opinion: Opinion) -> int:
    """Find and keep the citations of an opinion's text; gives how many are kept.

    A citation whose authority a person chose stays as it is; everything else is found anew.
    """
    opinion.citations.filter(decision="").delete()
    kept = list(opinion.citations.values_list("start", "end"))
    passages = list(opinion.passages.order_by("start"))
    decided_on = opinion.case.decided_on
    year = decided_on.year if decided_on else None
    found = citations.find(opinion.masked, opinion.text_marks, year=year)
    authorities = authorities_for(found)
    rows = []
    at = 0
    for one in found:
        while at + 1 < len(passages) and passages[at].end <= one.start:
            at += 1
        if any(start < one.end and one.start < end for start, end in kept):
            continue
        rows.append(
            Citation(
                opinion=opinion,
                passage=passages[at],
                start=one.start,
                end=one.end,
                form=one.form,
                authority=authorities.get(one.key),
                pin=(one.pin or "")[:60],
                signal=(one.signal or "")[:40],
                parenthetical=one.parenthetical or "",
                flags=[list(flag) for flag in one.flags],
                why=one.why[:300],
            )
        )
    Citation.objects.bulk_create(rows)
    opinion.engine = ENGINE
    opinion.save_without_historical_record(update_fields=["engine"])
    return len(rows) + len(kept)


def authorities_for(found: list[citations.Found]) -> dict[str | None, Authority]:
    """Give the authority of every resolved key, making those that are new, with the names the citations print."""
    told: dict[str, citations.Found] = {}
    for one in found:
        # A full citation tells most; of those the first that gives the name.
        if one.key and (one.key not in told or _tells(one) > _tells(told[one.key])):
            told[one.key] = one
    known = _known(list(told))
    courts = Court.objects.in_bulk({one.court for one in told.values() if one.court})
    known |= _make_all({key: _told(key, one, courts) for key, one in told.items() if key not in known})
    for key in sorted(told):  # one order, so that two who import at once never wait in a ring
        _fill_in(known[key], told[key], courts)
    return {key: known[key].merged_into or known[key] for key in told}


def _fill_in(authority: Authority, one: citations.Found, courts: dict[str, Court]) -> None:
    """Add what an earlier, shorter citation did not tell; what is there is never changed by a machine."""
    if one.form != "full" or (authority.name and authority.year):
        return
    was = (authority.name, authority.court, authority.year)
    court = courts[one.court].abbreviation if one.court in courts else ""
    authority.name = authority.name or formal_name(one.name or "")
    authority.court, authority.year = authority.court or court, authority.year or one.year
    if was != (authority.name, authority.court, authority.year):
        authority.save(update_fields=["name", "court", "year"])


def _tells(one: citations.Found) -> tuple[bool, bool, bool]:
    return one.form == "full", bool(one.name), bool(one.year)


def _unpinned(one: citations.Found) -> str:
    return (one.cite or "").replace(f" at {one.pin}", "", 1) if one.pin else one.cite or ""


def formal_name(name: str) -> str:
    """Give a name as an index prints it: no brackets, curly apostrophes, the last hyphen of initials (A-G-)."""
    plain = name.replace("[", "").replace("]", "").replace("'", "’").strip()
    return _INITIALS.sub(r"\g<0>-", plain)[:500]


def authority_for(cite: str, *, name: str = "") -> Authority | None:
    """Give the authority that a citation typed by a person names, making it when new; None if it names none."""
    found = known_authority(cite)
    key = citations.parse_one(cite)
    return found if found or key is None else _make(key, _values(key, name, "", None))


def known_authority(cite: str) -> Authority | None:
    """Give the authority here that a citation typed by a person names, or that is printed so; None if there is none."""
    key = citations.parse_one(cite)
    if key is not None:
        authority = _known([key]).get(key)
        return authority and (authority.merged_into or authority)
    # Reports and books are known by their words alone.
    printed = Concat("name", Value(", "), "cite")
    rows = Authority.objects.annotate(printed=printed).filter(Q(cite__iexact=cite) | Q(printed__iexact=cite))
    found = {(row.merged_into or row).pk: row.merged_into or row for row in rows.select_related("merged_into")[:2]}
    return next(iter(found.values())) if len(found) == 1 else None


def _known(keys: list[str]) -> dict[str, Authority]:
    known = {row.key: row for row in Authority.objects.filter(key__in=keys).select_related("merged_into")}
    aliases = AuthorityAlias.objects.filter(key__in=keys).select_related("authority__merged_into")
    return known | {alias.key: alias.authority for alias in aliases if alias.key not in known}


def _told(key: str, one: citations.Found, courts: dict[str, Court]) -> dict[str, Any]:
    court = courts[one.court].abbreviation if one.court in courts else ""
    return _values(key, formal_name(one.name or ""), court, one.year, _unpinned(one))


def _make_all(wanted: dict[str, dict[str, Any]]) -> dict[str, Authority]:
    """Make many authorities at once, with those above them; one by one where somebody else makes one meanwhile."""
    if not wanted:
        return {}
    try:
        with transaction.atomic():
            return _make_at_once(wanted)
    except IntegrityError:
        return {key: _make(key, values) for key, values in sorted(wanted.items())}


def _make_at_once(wanted: dict[str, dict[str, Any]]) -> dict[str, Authority]:
    above = {key for one in wanted for key in parents(one)}
    known = _known(list(above))
    new = sorted({*wanted, *(above - known.keys())})
    shown = {key: describe(key) for key in new}
    bases = {key: _base_slug(one.cite) for key, one in shown.items()}
    taken = set(Authority.objects.filter(slug__in=bases.values()).values_list("slug", flat=True))
    rows: dict[str, Authority] = {}
    for depth in sorted({len(parents(key)) for key in new}):
        level = []
        for key in (one for one in new if len(parents(one)) == depth):
            slug = bases[key] if bases[key] not in taken else _free_slug(shown[key].cite, taken)
            taken.add(slug)
            upper = next((known.get(one) or rows.get(one) for one in parents(key)), None)
            values = {"kind": shown[key].kind, "cite": shown[key].cite[:300]} | wanted.get(key, {})
            level.append(Authority(key=key, slug=slug, parent=upper, **values))
        rows |= {row.key: row for row in Authority.objects.bulk_create(level)}
    Authority.history.bulk_history_create(list(rows.values()))
    others = {key: set(twins(key)) for key in rows}
    held = set(Authority.objects.filter(key__in=set().union(*others.values())).values_list("key", flat=True))
    AuthorityAlias.objects.bulk_create(
        [
            AuthorityAlias(authority=rows[key], key=twin, cite=describe(twin).cite[:300])
            for key, some in others.items()
            for twin in sorted(some - held)
        ],
        ignore_conflicts=True,
    )
    return {key: rows[key] for key in wanted}


def _make(key: str, values: dict[str, Any]) -> Authority:
    parent = None
    for above in reversed(parents(key)):
        parent = _known([above]).get(above) or _plain(above, parent)
    return _plain(key, parent, **values)


def _values(key: str, name: str, court: str, year: int | None, printed: str = "") -> dict[str, Any]:
    shown = describe(key)
    values: dict[str, Any] = {"kind": shown.kind, "name": name[:500], "court": court[:60], "year": year}
    if shown.kind in ("report", "book", "other") and printed:
        values["cite"] = printed[:300]  # their keys are made of words, and the words as printed read better
    if values["name"] == formal_name(values.get("cite", shown.cite)):
        values["name"] = ""
    return values


def _plain(key: str, parent: Authority | None, **values: Any) -> Authority:
    shown = describe(key)
    values = {"kind": shown.kind, "cite": shown.cite[:300], "slug": _free_slug(shown.cite), "parent": parent} | values
    authority, made = Authority.objects.get_or_create(key=key, defaults=values)
    if made:
        _alias_twins(authority)
    return authority


def _alias_twins(authority: Authority) -> None:
    """Let the other keys of the same thing lead here: 8 C.F.R. § 1208.13 is § 208.13 as the other agency has it."""
    others = set(twins(authority.key)) - set(
        Authority.objects.filter(key__in=twins(authority.key)).values_list("key", flat=True)
    )
    AuthorityAlias.objects.bulk_create(
        [AuthorityAlias(authority=authority, key=key, cite=describe(key).cite[:300]) for key in sorted(others)],
        ignore_conflicts=True,
    )


def _base_slug(cite: str) -> str:
    # "883 F.2d 788" -> 883-f2d-788; "8 C.F.R. § 208.16(b)" -> 8-cfr-208-16-b
    spread = re.sub(r"(?<=\d)\.(?=\d)|[()]", " ", cite)
    return slugify(spread.replace(".", "").replace("&", ""))[:100].strip("-") or "authority"


def _free_slug(cite: str, besides: Collection[str] = ()) -> str:
    base = _base_slug(cite)
    taken = {*besides, *Authority.objects.filter(slug__startswith=base).values_list("slug", flat=True)}
    return next(slug for n in range(1, len(taken) + 2) if (slug := base if n == 1 else f"{base}-{n}") not in taken)
