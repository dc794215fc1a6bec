"""A passage a person marked, held by quote, context and position."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from briefs.models.vocabulary import AnchorState, AnnotationKind, Voice
from briefs.text.identifiers import mask


class AnnotationQuerySet(models.QuerySet["Annotation"]):
    """Questions about annotations."""

    def in_reading_order(self) -> "AnnotationQuerySet":
        """Order as they stand in the text."""
        return self.order_by("start", "end", "pk")

    def standing(self) -> "AnnotationQuerySet":
        """Leave out what a person retired because its words are gone."""
        return self.filter(retired_at__isnull=True)

    def unplaced(self) -> "AnnotationQuerySet":
        """Give what waits at the anchor desk: marks that no longer stand on their words for certain (INV-4)."""
        return self.standing().filter(anchor_state__in=(AnchorState.SUSPECT, AnchorState.ORPHAN))

    def open_problems(self) -> "AnnotationQuerySet":
        """Give the marks that say something is wrong and not mended yet (they stop a publication, INV-1)."""
        return self.standing().filter(kind=AnnotationKind.PROBLEM, is_resolved=False)


class Annotation(models.Model):
    """Marked words of an opinion: what they do, whose they are, and a note for the clinic."""

    opinion = models.ForeignKey("Opinion", models.PROTECT, related_name="annotations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    text_version = models.PositiveIntegerField(default=1)
    anchor_state = models.CharField(max_length=8, choices=AnchorState.choices, default=AnchorState.PLACED)
    kind = models.CharField(max_length=12, choices=AnnotationKind.choices)
    voice = models.CharField(max_length=12, choices=Voice.choices)
    note = models.TextField(blank=True, help_text="For the clinic only; never published.")
    issues: "models.ManyToManyField[Any, Any]" = models.ManyToManyField("Issue", blank=True, related_name="annotations")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="annotations")
    is_resolved = models.BooleanField(default=False, help_text="A problem that has been mended.")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    # Where a suspect's words may stand now, how like they are (of 100), and how far ahead of the next best place.
    proposed_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    proposed_end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    score = models.FloatField(null=True, blank=True, editable=False)
    margin = models.FloatField(null=True, blank=True, editable=False)

    retired_at = models.DateTimeField(null=True, blank=True, editable=False)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    history = HistoricalRecords(m2m_fields=[issues])
    objects = AnnotationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["opinion", "start"], name="annotation_in_reading_order")]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="annotation_has_words"),
            models.CheckConstraint(condition=~Q(quote=""), name="annotation_quotes_something"),
            models.CheckConstraint(
                condition=Q(proposed_start__isnull=True, proposed_end__isnull=True)
                | Q(proposed_end__gt=F("proposed_start")),
                name="annotation_proposal_has_words",
            ),
            models.CheckConstraint(condition=~Q(kind="holding") | Q(voice="court"), name="only_the_court_can_hold"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {mask(self.quote)[:60]}"
