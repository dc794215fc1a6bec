"""What the source doctor found doubtful in an opinion's text, and what a person decided about it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from briefs.text.doctor import IDENTIFIERS, KINDS
from briefs.text.identifiers import COVER, mask

LABELS = {kind.code: kind.label for kind in KINDS} | {"change": "Change made by hand that no longer fits"}


class FindingQuerySet(models.QuerySet["Finding"]):
    """Questions about findings."""

    def identifiers(self) -> "FindingQuerySet":
        """Give those that may be somebody's number, birthday or name (INV-12)."""
        return self.filter(kind__in=IDENTIFIERS)

    def standing(self) -> "FindingQuerySet":
        """Give those that wait for a person."""
        return self.filter(decision="")

    def unsigned(self) -> "FindingQuerySet":
        """Give the identifiers nobody has signed; nothing is released while there is one."""
        return self.identifiers().standing()

    def in_reading_order(self) -> "FindingQuerySet":
        """Order as they stand in the text."""
        return self.order_by("start", "end", "kind")


class Finding(models.Model):
    """One doubtful place: the words, why, the words that may be meant, and the decision.

    Found anew whenever the text changes; a decision is held by the words and their surroundings and goes along.
    """

    class Decision(models.TextChoices):
        """What a person decided."""

        REAL = "real", "An identifier, to be covered"
        NO_IDENTIFIER = "none", "Not an identifier"
        FIXED = "fixed", "Fix applied"
        DISMISSED = "dismissed", "Right as it stands"

    opinion = models.ForeignKey("Opinion", models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=20)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    why = models.TextField()
    fix = models.TextField(null=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    because = models.CharField(max_length=200, blank=True, default="", db_default="", help_text="Why it was dismissed.")
    change = models.OneToOneField("TextChange", models.SET_NULL, null=True, related_name="finding")

    objects = FindingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["opinion", "start"], name="finding_in_reading_order")]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="finding_has_words"),
            models.CheckConstraint(
                condition=Q(decision="") | Q(decided_at__isnull=False), name="finding_decided_at_some_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {mask(self.words)[:60]}"

    @property
    def label(self) -> str:
        """Give what this kind of finding is called."""
        return LABELS.get(self.kind, self.kind)

    @property
    def named(self) -> str:
        """Name it with its words covered, as they may be shown to anyone."""
        covered = "".join(COVER if char.isalnum() else char for char in self.words)
        return f"{self.label} “{covered}”"

    @property
    def is_identifier(self) -> bool:
        """Say whether a person must sign it before release."""
        return self.kind in IDENTIFIERS
