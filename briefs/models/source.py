"""The uploaded file, untouched."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from briefs.models.opinion import Opinion
from briefs.models.text_version import TextVersion

# How far a file is, as the queue of files tells it.
STATES = {
    "waiting": "Waiting to be read",
    "now": "Being read",
    "decide": "Needs a decision",
    "refused": "Cannot be read",
    "imported": "Imported",
    "released": "Released",
}


class SourceQuerySet(models.QuerySet["Source"]):
    """Questions about uploaded files."""

    def waiting(self) -> "SourceQuerySet":
        """Give the files that have not been made into an opinion yet, and were not its text before."""
        return self.filter(opinions__isnull=True).exclude(pk__in=TextVersion.objects.values("source"))

    def with_state(self) -> "SourceQuerySet":
        """Give each file its `state`, one of STATES."""
        opinions = Opinion.objects.filter(source=OuterRef("pk"))
        before = TextVersion.objects.filter(source=OuterRef("pk"))
        return self.annotate(
            state=Case(
                When(Exists(opinions.filter(released_at__isnull=False)), then=Value("released")),
                When(Exists(opinions) | Exists(before), then=Value("imported")),
                When(reading="", then=Value("decide")),
                default=F("reading"),
                output_field=models.CharField(),
            )
        )

    def holding(self, content: bytes) -> "SourceQuerySet":
        """Give the source with exactly these bytes, if it is here."""
        return self.filter(sha256=hashlib.sha256(content).hexdigest())


class Source(models.Model):
    """A file as it came, with its hash; kept in the database so that a failed import leaves nothing behind."""

    class Reading(models.TextChoices):
        """How far a file is that was taken in before anybody read it."""

        WAITING = "waiting", "Waiting to be read"
        NOW = "now", "Being read"
        REFUSED = "refused", "Cannot be read"

    name = models.CharField(max_length=255)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveIntegerField()
    url = models.URLField(max_length=500, blank=True, help_text="Where it was found, if it was found on the web.")
    received_at = models.DateTimeField(auto_now_add=True)
    previewed_at = models.DateTimeField(null=True, blank=True, help_text="When somebody first looked at it.")
    reading = models.CharField(
        max_length=8,
        choices=Reading.choices,
        blank=True,
        default="",
        db_default="",
        help_text="Empty once it was read.",
    )
    refused = models.TextField(blank=True, default="", db_default="", help_text="Why it cannot be read, in a sentence.")
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = SourceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="source_not_empty"),
            models.CheckConstraint(
                condition=Q(reading="refused", refused__gt="") | (~Q(reading="refused") & Q(refused="")),
                name="source_refused_says_why",
            ),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="source_sha256_is_a_hash"),
        ]

    def __str__(self) -> str:
        return self.name
