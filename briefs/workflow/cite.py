"""Find an opinion's citations once, and keep each with the authority it names."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat
from django.utils.text import slugify

from briefs import citations
from briefs.citations.keys import describe, parents, twins
from briefs.models import Authority, AuthorityAlias, Citation, Court, Opinion
from briefs.workflow.copy_in import copy_in, numbers, record

# Raised whenever the engine finds differently; `recite` looks for opinions read by an earlier one.
ENGINE = 5
_TRIES = 3  # two may make the same authority at once
# The Board names cases by initials, each with its hyphen.
_INITIALS = re.compile(r"(?<=\b(?:of|re) )(?:[A-Z]{1,2}-)+[A-Z]{1,2}$")


@transaction.atomic
def cite(opinion: Opinion) -> int:
    """Find and keep the citations of an opinion's text; gives how many are kept.

    A citation whose authority a person chose stays as it is; everything else is found anew.
    """
    opinion.citations.filter(decision="").delete()
    kept = list(opinion.citations.values_list("start", "end"))
    passages = list(opinion.passages.order_by("start").values_list("pk", "end"))
    decided_on = opinion.case.decided_on
    found = citations.find(opinion.masked, opinion.text_marks, year=decided_on.year if decided_on else None)
    authorities = authorities_for(found)
    new = [one for one in found if not any(start < one.end and one.start < end for start, end in kept)]
    values = citations_of(opinion, new, passages, authorities)
    rows = Citation.objects.bulk_create([Citation(None, *one) for one in values])  # type: ignore[misc]
    opinion.engine = ENGINE
    opinion.save_without_historical_record(update_fields=["engine"])  # type: ignore[attr-defined]
    return len(rows) + len(kept)


def citations_of(
    opinion: Opinion,
    found: Sequence[citations.Found],
    passages: Sequence[tuple[int, int]],
    authorities: Mapping[str | None, Authority],
) -> Iterator[tuple[Any, ...]]:
    """Give of each citation found in an opinion's text what its columns hold after its number.

    `passages` are the number and the end of each passage of the text, in order.
    """
    at = 0
    for one in found:
        while at + 1 < len(passages) and passages[at][1] <= one.start:
            at += 1
        authority = authorities.get(one.key)
        yield (
            opinion.pk,
            passages[at][0],
            one.start,
            one.end,
            one.form,
            authority and authority.pk,
            (one.pin or "")[:60],
            (one.signal or "")[:40],
            one.parenthetical or "",
            [list(flag) for flag in one.flags],
            one.why[:300],
            None,
            "",
        )


def authorities_for(
    *texts: Sequence[citations.Found], named: Mapping[str, str] | None = None
) -> dict[str | None, Authority]:
    """Give the authority of every resolved key of some texts, making those that are new, with the names they print.

    A later text adds what an earlier one did not tell. `named` are keys besides, each with the name of its case.
    """
    told = [_told(found) for found in texts]
    courts = Court.objects.in_bulk({one.court for text in told for one in text.values() if one.court})
    wanted = {key: _values(key, name, "", None) for key, name in (named or {}).items()}
    since = dict.fromkeys(wanted, -1)  # the text that is the first to cite it
    for at, key, one in ((at, key, one) for at, text in enumerate(told) for key, one in text.items()):
        if key not in wanted:
            court = courts[one.court].abbreviation if one.court in courts else ""
            wanted[key] = _values(key, formal_name(one.name or ""), court, one.year, _unpinned(one))
            since[key] = at
        wanted[key] |= zip(_ADDED, _added(itemgetter(*_ADDED)(wanted[key]), one, courts), strict=True)
    known = _known_or_made(wanted, since)
    changed: dict[int, Authority] = {}
    for key, one in ((key, one) for text in told for key, one in text.items()):
        row = known[key]
        was = attrgetter(*_ADDED)(row)
        added = _added(was, one, courts)
        if added != was:
            row.name, row.court, row.year = added
            changed[row.pk] = row
    if changed:
        # In one order, so that two who import at once never wait in a ring.
        list(Authority.objects.select_for_update().filter(pk__in=changed).order_by("pk").values_list("pk"))
        Authority.objects.bulk_update(changed.values(), _ADDED)
        Authority.history.bulk_history_create(list(changed.values()), update=True)
    # Few are merged, and a row takes long to say that it has nothing of that kind.
    return {key: (row.merged_into or row) if row.merged_into_id else row for key, row in known.items()}


def _told(found: Sequence[citations.Found]) -> dict[str, citations.Found]:
    """Give for each key the citation that tells most: a full one, and of those the first that gives the name."""
    told: dict[str, citations.Found] = {}
    for one in found:
        if one.key and (one.key not in told or _tells(one) > _tells(told[one.key])):
            told[one.key] = one
    return told


_ADDED = ("name", "court", "year")
_Added = tuple[str, str, int | None]


def _added(was: _Added, one: citations.Found, courts: Mapping[str, Court]) -> _Added:
    """Give name, court and year with what a citation tells besides; what is there a machine never changes."""
    name, court, year = was
    if one.form != "full" or (name and year):
        return was
    told = courts[one.court].abbreviation if one.court and one.court in courts else ""
    return name or formal_name(one.name or ""), court or told, year or one.year


def _tells(one: citations.Found) -> tuple[bool, bool, bool]:
    return one.form == "full", bool(one.name), bool(one.year)


def _unpinned(one: citations.Found) -> str:
    return (one.cite or "").replace(f" at {one.pin}", "", 1) if one.pin else one.cite or ""


def formal_name(name: str) -> str:
    """Give a name as an index prints it: no brackets, curly apostrophes, the last hyphen of initials (A-G-)."""
    plain = name.replace("[", "").replace("]", "").replace("'", "’").strip()
    return (_INITIALS.sub(r"\g<0>-", plain) if "-" in plain else plain)[:500]


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


def authorities_known(keys: Iterable[str]) -> dict[str, Authority]:
    """Give the authorities here under these keys, by the key each was asked for."""
    return {key: row.merged_into or row for key, row in _known(list(keys)).items()}


def _known(keys: list[str]) -> dict[str, Authority]:
    rows = Authority.objects.filter(key__in=_among(keys)).select_related("merged_into") if keys else ()
    known = {row.key: row for row in rows}
    left = [key for key in keys if key not in known]
    aliases = AuthorityAlias.objects.filter(key__in=_among(left)).select_related("authority__merged_into")
    return known | ({alias.key: alias.authority for alias in aliases} if left else {})


def _among(values: Iterable[str]) -> RawSQL:
    """Give many values as one: writing each into a statement and reading it there takes longer than finding them."""
    return RawSQL("SELECT unnest(%s::text[])", [list(values)])


def _known_or_made(wanted: Mapping[str, Mapping[str, Any]], since: Mapping[str, int]) -> dict[str, Authority]:
    """Give the authorities of these keys; those that are new are made at once, with those above them."""
    known: dict[str, Authority] = {}
    for _ in range(_TRIES):
        known |= _known([key for key in wanted if key not in known])
        new = {key: values for key, values in wanted.items() if key not in known}
        try:
            with transaction.atomic():
                return known | (_make_at_once(new, since) if new else {})
        except IntegrityError:
            continue  # somebody else made one of them meanwhile; now it is seen
    return known | {key: _make(key, values) for key, values in sorted(new.items())}


_UNTOLD: Mapping[str, Any] = {"name": "", "court": "", "year": None}


def _make_at_once(wanted: Mapping[str, Mapping[str, Any]], since: Mapping[str, int]) -> dict[str, Authority]:
    above = {key: parents(key) for key in wanted}
    above |= {one: parents(one) for some in list(above.values()) for one in some if one not in above}
    known = _known([one for key in wanted for one in above[key]])
    firsts: dict[str, int] = {}
    for key in wanted:
        for one in (key, *(upper for upper in above[key] if upper not in known)):
            firsts[one] = min(since[key], firsts.get(one, since[key]))
    # What an earlier text cites by its other key is the same thing: it gets no row of its own.
    same = {key: twin for key, at in firsts.items() for twin in twins(key) if firsts.get(twin, at) < at}
    new = sorted(firsts.keys() - same.keys())
    shown = {key: describe(key) for key in new}
    bases = {key: _base_slug(one.cite) for key, one in shown.items()}
    taken = set(Authority.objects.filter(slug__in=_among(bases.values())).values_list("slug", flat=True))
    slugs: dict[str, str] = {}
    for key in sorted(new, key=lambda one: (firsts[one], len(above[one]))):
        slugs[key] = bases[key] if bases[key] not in taken else _free_slug(shown[key].cite, taken)
        taken.add(slugs[key])
    rows: dict[str, Authority] = {}
    new.sort(key=lambda one: len(above[one]))
    for key, own in zip(new, numbers(Authority, len(new)), strict=True):
        told = wanted.get(key, _UNTOLD)
        named = told.get("cite", shown[key].cite[:300]), told["name"], told["court"], told["year"]
        # By place, in the order of the columns: by name it takes twice as long, and there are many.
        rows[key] = Authority(own, shown[key].kind, key, slugs[key], *named)  # type: ignore[misc]
    for key, row in rows.items():
        for nearest in above[key][:1]:
            row.parent = known.get(nearest) or rows.get(same.get(nearest, nearest))
    copy_in(list(rows.values()))
    record(list(rows.values()))
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
    return {key: rows[same.get(key, key)] for key in wanted}


def _make(key: str, values: Mapping[str, Any]) -> Authority:
    parent = None
    for above in reversed(parents(key)):
        parent = _known([above]).get(above) or _plain(above, parent)
    return _plain(key, parent, **values)


def _values(key: str, name: str, court: str, year: int | None, printed: str = "") -> dict[str, Any]:
    shown = describe(key)
    values: dict[str, Any] = {"kind": shown.kind, "name": name[:500], "court": court[:60], "year": year}
    if shown.kind in ("report", "book", "other") and printed:
        values["cite"] = printed[:300]  # their keys are made of words, and the words as printed read better
    if name and values["name"] == formal_name(values.get("cite", shown.cite)):
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
