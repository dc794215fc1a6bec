"""What one person did for the clinic: briefs written and owned, marks made, comments resolved."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch, Q

from briefs.models import Annotation, Brief, Comment, Edition, texts_of
from briefs.models.vocabulary import AnnotationKind


@dataclass(frozen=True)
class Portfolio:
    """The work of one person, each brief with its editions, and counts of the rest."""

    briefs: list[Brief]
    marks: list[tuple[str, int]]
    opinions_marked: int
    comments_made: int
    comments_resolved: int

    @property
    def marks_made(self) -> int:
        """Count all marks."""
        return sum(count for _, count in self.marks)


def portfolio_of(person: Any) -> Portfolio:
    """Gather a person's work; a brief that was handed on stays with its author too."""
    editions = Edition.objects.only("brief", "number", "slug", "is_current", "published_at", "withdrawn_at")
    briefs = Brief.objects.filter(Q(author=person) | Q(owner=person)).select_related("author", "owner", "opinion__case")
    briefs = briefs.defer(*texts_of("opinion"))
    made = Annotation.objects.filter(author=person).standing()
    counts = dict(made.order_by().values_list("kind").annotate(many=Count("pk")))
    comments = Comment.objects.aggregate(
        made=Count("pk", filter=Q(author=person)), resolved=Count("pk", filter=Q(resolved_by=person))
    )
    return Portfolio(
        briefs=list(
            briefs.annotate(holding_count=Count("holdings"))
            .prefetch_related(Prefetch("editions", editions.order_by("number")))
            .order_by("title", "pk")
        ),
        marks=[(kind.label, counts[kind]) for kind in AnnotationKind if kind in counts],
        opinions_marked=made.values("opinion").distinct().count(),
        comments_made=comments["made"],
        comments_resolved=comments["resolved"],
    )
