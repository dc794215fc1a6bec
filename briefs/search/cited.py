"""A citation typed into the search box -> its authority."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, Case, Count, Exists, Func, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from briefs import citations
from briefs.models import Authority, Edition
from briefs.search.words import Words


@dataclass(frozen=True)
class TypedCitation:
    """What a typed citation names.

    `authority` is None where nothing public cites it; `briefs` is how many published briefs and their opinions do;
    `url` and `host` are its page elsewhere, "" where none is known.
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
    """Fetch the authorities chosen by slug or named by a key, and what was merged with them: one query, or none.

    Each has `is_typed` (the key names it), and `is_public` and `briefs` of the authority it goes by now.
    """
    if not slugs and key is None:
        return []
    named = Q(key=key) | Q(pk__in=Authority.objects.filter(aliases__key=key).values("pk")) if key else Q(pk=None)
    rows = Authority.objects.filter(named | Q(slug__in=slugs) | Q(merged_into__slug__in=slugs))
    rows = rows.select_related("merged_into").annotate(
        is_typed=Case(When(named, then=Value(True)), default=Value(False), output_field=BooleanField()),
        now=Coalesce("merged_into_id", "pk"),
    )
    public = Authority.objects.publicly_cited().filter(pk=OuterRef("now"))
    return list(rows.annotate(is_public=Exists(public), briefs=Coalesce(Subquery(_briefs_citing("now")), 0)))


def _briefs_citing(outer: str) -> Any:
    just_this = Func(
        OuterRef(outer), template="ARRAY[%(expressions)s]::integer[]", output_field=ArrayField(IntegerField())
    )
    citing = Edition.objects.current().citing(just_this)
    return citing.order_by().values("is_current").annotate(number=Count("pk")).values("number")


def typed_citation(key: str | None, rows: Iterable[Authority]) -> TypedCitation | None:
    """Say what the key names, given the rows of `authorities_asked_for`."""
    if key is None:
        return None
    row: Any = next((row for row in rows if getattr(row, "is_typed", False)), None)
    url, host = citations.link(key) or ("", "")
    if row is None or not row.is_public:
        return TypedCitation(citations.describe(key).cite, None, 0, url, host)
    return TypedCitation(row.cite, row.merged_into or row, row.briefs, url, host)
