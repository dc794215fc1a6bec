"""A passage a person marked, held by quote, context and position."""

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

    def open_problems(self) -> "AnnotationQuerySet":
        """Give the marks that say something is wrong and not mended yet (they stop a publication, INV-1)."""
        return self.filter(kind=AnnotationKind.PROBLEM, is_resolved=False)


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
    issues = models.ManyToManyField("Issue", blank=True, related_name="annotations")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="annotations")
    is_resolved = models.BooleanField(default=False, help_text="A problem that has been mended.")
    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords(m2m_fields=[issues])
    objects = AnnotationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["opinion", "start"], name="annotation_in_reading_order")]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="annotation_has_words"),
            models.CheckConstraint(condition=~Q(quote=""), name="annotation_quotes_something"),
            models.CheckConstraint(condition=~Q(kind="holding") | Q(voice="court"), name="only_the_court_can_hold"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {mask(self.quote)[:60]}"
