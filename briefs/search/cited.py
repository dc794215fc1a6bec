"""A citation typed into the search box -> its authority."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, Case, Count, Exists, Func, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat

from briefs import citations
from briefs.citations.keys import describe
from briefs.models import Authority, Edition
from briefs.search.words import Words


@dataclass(frozen=True)
class TypedCitation:
    """What a typed citation names.

    `authority` is None where nothing public cites it or a part of it; `briefs` is how many published briefs cite it
    itself, in their own words or their opinion's; `url` and `host` are its page elsewhere, "" where none is known.
    """

    cite: str
    authority: Authority | None
    briefs: int
    url: str
    host: str


def key_of(words: Words) -> str | None:
    """Give the key of the authority that the words cite, if they cite one."""
    return citations.parse_one(words.typed) if any(sign.isdigit() for sign in words.typed) else None


def authorities_asked_for(slugs: Sequence[str], key: str | None) -> list[Authority]:
    """Fetch the authorities chosen by slug or named by a key, and all that were merged into others: one query.

    The one that the key names has `is_typed`, with `is_public` and `briefs` of the authority it goes by now.
    """
    named = Q(key=key) | Q(pk__in=Authority.objects.filter(aliases__key=key).values("pk")) if key else Q(pk__in=[])
    rows = Authority.objects.filter(named | Q(slug__in=slugs) | Q(merged_into__isnull=False))
    rows = rows.select_related("merged_into").annotate(
        is_typed=Case(When(named, then=Value(True)), default=Value(False), output_field=BooleanField()),
        now=Coalesce("merged_into_id", "pk"),
        now_key=Coalesce("merged_into__key", "key"),
    )
    if key is None:
        return list(rows)
    is_public = Case(When(is_typed=True, then=Exists(_publicly_cited())), default=Value(False))
    briefs = Case(When(is_typed=True, then=Coalesce(Subquery(_briefs_citing()), 0)), default=Value(0))
    return list(rows.annotate(is_public=is_public, briefs=briefs))


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


def typed_citation(key: str | None, rows: Iterable[Authority]) -> TypedCitation | None:
    """Say what the key names, given the rows of `authorities_asked_for`."""
    if key is None:
        return None
    url, host = citations.link(key) or ("", "")
    row: Any = next((row for row in rows if getattr(row, "is_typed", False)), None)
    if row is None or not row.is_public:
        return TypedCitation(describe(key).cite, None, 0, url, host)
    authority = row.merged_into or row
    if authority.external_url:  # staff's own link wins
        url, host = authority.external_url, urlsplit(authority.external_url).netloc.removeprefix("www.")
    return TypedCitation(row.cite, authority, row.briefs, url, host)
