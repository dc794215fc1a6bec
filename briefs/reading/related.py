"""Briefs that bear on the same questions as one: those that share issues and authorities with it, and which."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, IntegerField, QuerySet
from django.db.models.expressions import RawSQL

from briefs.models import Edition

MOST = 6
_NAMED = 4  # issues and authorities that are named; the others are counted
_ISSUES = """ARRAY(SELECT i.name FROM briefs_issue i
    WHERE i.id = ANY(briefs_edition.issue_ids) AND i.id = ANY(%s) ORDER BY i.level DESC, i.position)"""
# Cases tell most about what two briefs have in common; among them the newest.
_AUTHORITIES = """ARRAY(SELECT COALESCE(NULLIF(a.name, ''), a.cite) FROM briefs_authority a
    WHERE a.id = ANY(briefs_edition.authority_ids) AND a.id = ANY(%s)
    ORDER BY a.kind NOT IN ('case', 'agency_decision'), a.year DESC NULLS LAST, a.cite)"""
_SHARED = "cardinality(ARRAY(SELECT unnest(briefs_edition.{}) INTERSECT SELECT unnest(%s::int[])))"


@dataclass(frozen=True, slots=True)
class Related:
    """A live brief with the names of what it shares, the most telling first, and how much more there is."""

    edition: Edition
    issues: list[str]
    authorities: list[str]

    @property
    def why(self) -> list[str]:
        """Give the names that say why it is listed."""
        few = self.issues[:_NAMED]
        return few + self.authorities[: max(2, 2 * _NAMED - 2 - len(few))]

    @property
    def more(self) -> int:
        """Count what is shared but not named."""
        return len(self.issues) + len(self.authorities) - len(self.why)


def related(edition: Edition) -> list[Related]:
    """Give the briefs that share most with an edition: one query.

    An issue counts as much as two authorities. What is withdrawn or was never published is not among them.
    """
    issues, authorities = edition.issue_ids, edition.authority_ids
    rows = _sharing(edition).annotate(
        shared_issues=RawSQL(_SHARED.format("issue_ids"), [issues], output_field=IntegerField()),  # noqa: S611
        shared_authorities=RawSQL(_SHARED.format("authority_ids"), [authorities], output_field=IntegerField()),  # noqa: S611
    )
    best = rows.order_by(
        (2 * F("shared_issues") + F("shared_authorities")).desc(), F("decided_on").desc(nulls_last=True), "pk"
    )
    named: dict[str, Any] = {
        "issue_names": RawSQL(_ISSUES, [issues]),  # noqa: S611
        "authority_names": RawSQL(_AUTHORITIES, [authorities]),  # noqa: S611
    }
    told: Any = best.annotate(**named).select_related("court").defer("page")[:MOST]
    return [Related(one, one.issue_names, one.authority_names) for one in told]


def _sharing(edition: Edition) -> QuerySet[Edition]:
    others = Edition.objects.current().exclude(brief=edition.brief_id)
    return others.filter(issue_ids__overlap=edition.issue_ids) | others.filter(
        authority_ids__overlap=edition.authority_ids
    )
