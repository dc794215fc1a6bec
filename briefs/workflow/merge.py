"""Make two authorities one; the old address leads to the one that stays."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F, Func, Value

from briefs.access import must
from briefs.models import Authority, AuthorityAlias, Case, Citation, Edition, EditionCitation, SearchRow
from briefs.workflow.index import changed
from briefs.workflow.index_names import index_names
from briefs.workflow.refusal import Refused


@dataclass(frozen=True)
class Moved:
    """How much follows when an authority is merged into another."""

    citations: int
    editions: int
    parts: int


def would_move(authority: Authority) -> Moved:
    """Count what a merge would move: citations in opinions, editions that cite it, authorities under it."""
    return Moved(
        citations=authority.citations.count(),
        editions=Edition.objects.citing([authority.pk]).count(),
        parts=authority.children.count(),
    )


@transaction.atomic
def merge(authority: Authority, into: Authority, *, by: Any) -> None:
    """Let everything that cites `authority` cite `into`; its key stays an alias, its page redirects.

    Raises Refused when the two cannot be one thing, PermissionDenied.
    """
    must(by, "correct citation")
    # As both stand now: of two who merge them at once, each into the other, the second is refused.
    list(Authority.objects.select_for_update().filter(pk__in=(authority.pk, into.pk)).order_by("pk").values_list("pk"))
    for row in (authority, into):
        row.refresh_from_db(fields=["merged_into"])
    if authority.merged_into:
        raise Refused(f"{authority.cite} was merged into {authority.merged_into} already.")
    into = into.merged_into or into
    if into.pk == authority.pk:
        raise Refused("An authority cannot be merged into itself.")
    if into.kind != authority.kind:
        raise Refused(
            f"{authority.cite} is a {authority.get_kind_display().lower()}, "
            f"{into.cite} a {into.get_kind_display().lower()}; they cannot be one."
        )
    held, other = (Case.objects.filter(authority=row).first() for row in (authority, into))
    if held and other:
        raise Refused(f"Both are the citation of a case held here: {held} and {other}.")
    Citation.objects.filter(authority=authority).update(authority=into)
    EditionCitation.objects.filter(authority=authority).update(authority=into)
    Case.objects.filter(authority=authority).update(authority=into)
    Authority.objects.filter(parent=authority).update(parent=into)
    Authority.objects.filter(merged_into=authority).update(merged_into=into)
    AuthorityAlias.objects.filter(authority=authority).update(authority=into)
    AuthorityAlias.objects.get_or_create(key=authority.key, defaults={"authority": into, "cite": authority.cite})
    swapped = Func(F("authority_ids"), Value(authority.pk), Value(into.pk), function="array_replace")
    swapped.output_field = Edition._meta.get_field("authority_ids")
    Edition.objects.filter(authority_ids__contains=[authority.pk]).update(authority_ids=swapped)
    SearchRow.objects.filter(authority_ids__contains=[authority.pk]).update(authority_ids=swapped)
    authority.merged_into = into
    authority.save(update_fields=["merged_into"])
    index_names([authority.pk, into.pk])
    changed()
