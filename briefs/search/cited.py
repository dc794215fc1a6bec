"""A citation typed into the search box -> its authority."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    Func,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat

from briefs import citations
from briefs.citations.keys import describe, parents
from briefs.models import Authority, AuthorityAlias, Edition, Opinion
from briefs.search.names import authorities_named
from briefs.search.words import SIGNALS, Words, pieces

MOST_CITATIONS = 9  # in one query
LONGEST_CITATION = 30  # words
# "No. 07-2278-ag", "02-1234", "1:20-cv-01234": a docket number by itself.
_DOCKET = re.compile(
    r"(?:docket )?(?:case )?(?:nos?\.? ?)?(?P<number>(?:\d:)?\d{2}-(?:[a-z]{2,4}-)?\d{2,6}(?:-[\w-]+)?)", re.IGNORECASE
)
# "Elias-Zacarias, 502 U.S. at 481": a short form, whose first page is not typed; its name and volume may say it.
_SHORT = re.compile(r"[^\W\d]{3},? (?P<volume>\d+) [A-Z][\w. ]*?,? at \*?\d[\d –-]*(?:n\. ?\d+)?\W*$")
_BETWEEN = re.compile(r"\s*;\s*|,?\s+and\s+", re.IGNORECASE)
# What may stand around a citation and be part of it, beside a signal: a case's name; a pin, a court and a year.
_BEFORE = re.compile(r"(?:.*\bvs?\.? .*|(?:matter of|in re|ex parte) .*)?", re.IGNORECASE)
_AFTER = re.compile(r"(?:[\s\d,.;*&¶§–-]|\bat\b|\bn{1,2}\.|\b[Pp]aras?\.?|\([^()]*\))*")


@dataclass(frozen=True)
class TypedCitation:
    """What a typed citation names.

    `authority` is None where nothing public cites it or a part of it; `wider` is then the nearest it is a part of that
    something cites. `briefs` is how many published briefs cite it itself, in their own words or their opinion's; `url`
    and `host` are its page elsewhere, "" where none is known.
    """

    cite: str
    authority: Authority | None
    briefs: int
    url: str
    host: str
    wider: Authority | None = None


def keys_of(words: Words) -> tuple[str, ...]:
    """Give the keys of the authorities that the words cite, in order, each once.

    One that is typed loosely is found ("8 usc 1158"), and so are several ("8 usc 1158 and 883 f2d 788"). A docket
    number alone is looked up among the cases cited by it, which may be of several courts; the name and volume of a
    short form, among all that are cited, of which only one may have them: the one query made here.
    """
    typed = words.printed
    if not any(sign.isdigit() for sign in typed):
        return ()
    docket = _DOCKET.fullmatch(typed)
    if docket:
        numbered = Authority.objects.filter(key__startswith="docket:", key__iendswith=f":{docket['number']}")
        return tuple(numbered.order_by("key").values_list("key", flat=True)[:MOST_CITATIONS])
    short = _SHORT.search(typed)
    if short:
        named = authorities_named(words).filter(authority__key__startswith=f"case:{short['volume']}:")
        found = tuple(named.values_list("authority__key", flat=True)[:2])
        return found if len(found) == 1 else ()
    pieces = _BETWEEN.split(typed)
    apart = [citations.parse_one(piece) for piece in pieces[:MOST_CITATIONS]] if len(pieces) > 1 else [None]
    if None in apart:  # not every piece is a citation by itself
        apart = [*(one.key for one in citations.find(typed)), *apart]
    keys = [key for key in apart if key] or [key for key in (citations.parse_one(typed),) if key]
    return tuple(dict.fromkeys(keys))[:MOST_CITATIONS]


def is_nothing_else(words: Words, key: str, name: str = "") -> bool:
    """Say whether the words are the citation alone: with name, pin, court and year, but no words to search for.

    `name` is that of what is cited, of which some may have been typed ("Chouchkov 220 f3d 1077").
    """
    if _DOCKET.fullmatch(words.printed):
        return True
    printed = citations.find(words.printed)
    if len(printed) == 1:
        before, after = words.printed[: printed[0].start], words.printed[printed[0].end :]
    else:
        before, after = _around(words.printed.split()[:LONGEST_CITATION], key)
    named = {piece.casefold() for piece in pieces(name)}
    before = SIGNALS.sub("", before)
    is_name = bool(before.strip()) and all(piece.casefold() in named for piece in pieces(before))
    return bool((is_name or _BEFORE.fullmatch(before)) and _AFTER.fullmatch(after))


def _around(tokens: list[str], key: str) -> tuple[str, str]:
    """Give the words before and after the shortest run of them that cites; what is typed loosely has no place."""
    first, last = 0, len(tokens)
    while last - first > 1 and citations.parse_one(" ".join(tokens[first : last - 1])) == key:
        last -= 1
    while last - first > 1 and citations.parse_one(" ".join(tokens[first + 1 : last])) == key:
        first += 1
    return " ".join(tokens[:first]), " ".join(tokens[last:])


def page_asked_for(parameters: Mapping[str, str]) -> Authority | None:
    """Give the authority whose page an address means: its words are one citation of something here, and nothing else.

    Two queries at most, and none for words that cite nothing.
    """
    if any(value for name, value in parameters.items() if name != "q"):
        return None
    words = Words.read(parameters.get("q", ""))
    keys = keys_of(words)
    if len(keys) != 1:
        return None
    authority = typed_citations(keys, authorities_asked_for((), keys))[0].authority
    return authority if authority and is_nothing_else(words, keys[0], str(authority)) else None


def authorities_asked_for(slugs: Sequence[str], keys: Sequence[str]) -> list[Authority]:
    """Fetch the authorities chosen by slug, and those named by keys: two queries, or none for none.

    Those that the keys name, and those these are parts of, have `is_typed`, with `is_public` and `briefs` of the
    authority each goes by now, and `other_keys`, by which they are named too.
    """
    if not slugs and not keys:
        return []
    keys = [*keys, *(wider for key in keys for wider in parents(key))]
    # Asked for first: an "or" with a subquery would keep the index of keys from being used.
    aliased = list(AuthorityAlias.objects.filter(key__in=keys).values_list("authority", flat=True)) if keys else []
    named = Q(key__in=keys) | Q(pk__in=aliased)
    rows = Authority.objects.filter((named if keys else Q(pk__in=[])) | Q(slug__in=slugs))
    rows = rows.select_related("merged_into").annotate(
        is_typed=Case(When(named, then=Value(True)), default=Value(False), output_field=BooleanField()),
        now=Coalesce("merged_into_id", "pk"),
        now_key=Coalesce("merged_into__key", "key"),
    )
    if not keys:
        return list(rows)
    public = Exists(_publicly_cited()) | Exists(Opinion.objects.released().filter(case__authority=OuterRef("now")))
    is_public = Case(When(is_typed=True, then=public), default=Value(False))
    briefs = Case(When(is_typed=True, then=Coalesce(Subquery(_briefs_citing()), 0)), default=Value(0))
    other_keys = ArraySubquery(AuthorityAlias.objects.filter(authority=OuterRef("pk")).values("key"))
    return list(rows.annotate(is_public=is_public, briefs=briefs, other_keys=other_keys))


def _publicly_cited() -> Any:
    """Ask for what has a public page: it, or a part of it ("usc:8:1158:b" of "usc:8:1158"), is publicly cited."""
    part = Q(key__startswith=Concat(OuterRef("now_key"), Value(":")))
    part |= Q(key__startswith=Concat(OuterRef("now_key"), Value(".")))
    return Authority.objects.publicly_cited().filter(Q(pk=OuterRef("now")) | Q(merged_into=OuterRef("now")) | part)


def _briefs_citing() -> Any:
    just_this = Func(
        OuterRef("now"), template="ARRAY[%(expressions)s]::integer[]", output_field=ArrayField(IntegerField())
    )
    citing = Edition.objects.current().citing(just_this)  # type: ignore[arg-type]
    return citing.order_by().values("is_current").annotate(number=Count("pk")).values("number")


def typed_citations(keys: Iterable[str], rows: Iterable[Authority]) -> list[TypedCitation]:
    """Say what each key names, given the rows of `authorities_asked_for`; two that name the same are told once."""
    named: dict[str, Any] = {}
    for row in rows:
        if getattr(row, "is_typed", False):
            named |= dict.fromkeys((row.key, *row.other_keys), row)  # type: ignore[attr-defined]
    told = [_typed_citation(key, named) for key in keys]
    once = {one.authority.pk if one.authority else one.cite: one for one in reversed(told)}
    return list(reversed(once.values()))


def _typed_citation(key: str, named: Mapping[str, Any]) -> TypedCitation:
    url, host = citations.link(key) or ("", "")
    row = named.get(key)
    if row is None or not row.is_public:
        above = (named[one] for one in parents(key) if one in named and named[one].is_public)
        wider = next((one.merged_into or one for one in above), None)
        return TypedCitation(describe(key).cite, None, 0, url, host, wider)
    authority = row.merged_into or row
    if authority.external_url:  # staff's own link wins
        url, host = authority.external_url, urlsplit(authority.external_url).netloc.removeprefix("www.")
    return TypedCitation(row.cite, authority, row.briefs, url, host)
