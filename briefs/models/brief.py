"""The working brief on a case: prose sections and, beside it, holdings; freely changed until it is published."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from briefs.models.vocabulary import BriefState, ProtectedGround
from briefs.text.identifiers import mask

# The prose sections in the order they are written and printed: field, heading.
SECTIONS = (
    ("facts", "Facts"),
    ("procedural_history", "Procedural history"),
    ("standard_of_review", "Standard of review"),
    ("reasoning", "Reasoning"),
    ("disposition", "Disposition"),
    ("separate_opinions", "Separate opinions"),
    ("significance", "Significance"),
)


class BriefQuerySet(models.QuerySet["Brief"]):
    """Questions about working briefs."""

    def for_freezing(self) -> "BriefQuerySet":
        """Fetch everything an edition is made from."""
        return self.select_related(
            "opinion__case__court", "opinion__case__authority", "opinion__source", "author"
        ).prefetch_related(
            "holdings__issues__parent__parent",
            "holdings__pins__annotation__opinion__case",
            "issues__parent__parent",
            "law_flags",
            "opinion__case__judges",
            "opinion__case__dispositions",
            "opinion__case__decisions_below",
        )


class Brief(models.Model):
    """A case brief being written; what the public reads is its current Edition."""

    opinion = models.ForeignKey("Opinion", models.PROTECT, related_name="briefs", help_text="The opinion briefed.")
    slug = models.SlugField(unique=True, max_length=120)
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True, help_text="One or two sentences that tell a reader what the case decided.")
    facts = models.TextField(blank=True)
    procedural_history = models.TextField(blank=True)
    standard_of_review = models.TextField(blank=True)
    reasoning = models.TextField(blank=True)
    disposition = models.TextField(blank=True)
    separate_opinions = models.TextField(blank=True)
    significance = models.TextField(blank=True)
    clinic_notes = models.TextField(blank=True, help_text="For the clinic only; never published or exported.")
    issues: "models.ManyToManyField[Any, Any]" = models.ManyToManyField("Issue", blank=True, related_name="briefs")
    country = models.CharField(max_length=80, blank=True)
    protected_grounds = ArrayField(
        models.CharField(max_length=20, choices=ProtectedGround.choices), default=list, blank=True
    )
    content_note = models.CharField(max_length=200, blank=True, help_text="Shown before accounts of violence.")
    law_checked_on = models.DateField(null=True, blank=True)
    law_checked_by = models.CharField(max_length=10, blank=True, help_text="Initials of who checked the law.")
    state = models.CharField(max_length=10, choices=BriefState.choices, default=BriefState.DRAFT, editable=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="briefs")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="owned_briefs",
        help_text="Who writes it now: the author until the brief is handed over; empty while nobody does.",
    )
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    returned_because = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    history = HistoricalRecords(m2m_fields=[issues])
    objects = BriefQuerySet.as_manager()

    class Meta:
        permissions = [("publish_brief", "Can return, publish and withdraw briefs")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="in_review") | Q(submitted_at__isnull=False), name="brief_in_review_was_submitted"
            ),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved_at__isnull=False, approved_by__isnull=False),
                name="brief_approved_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class SignedQuotation(models.Model):
    """Quoted words that stand in no held opinion, for which a supervising attorney answers with a reason."""

    brief = models.ForeignKey(Brief, models.CASCADE, related_name="signed_quotations")
    quote = models.TextField(help_text="The words between the quotation marks, as the brief has them.")
    reason = models.TextField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brief", "quote"], name="quotation_signed_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="signed_quotation_has_a_reason"),
        ]

    def __str__(self) -> str:
        return mask(self.quote)[:80]


class LawFlag(models.Model):
    """A later change of the law that bears on a brief or one of its holdings (INV-7); it prints until cleared."""

    class Kind(models.TextChoices):
        """What happened to the law."""

        REVERSED = "reversed", "Reversed"
        VACATED = "vacated", "Vacated"
        OVERRULED = "overruled", "Overruled"
        ABROGATED = "abrogated", "Abrogated"
        STATUTE = "statute", "Superseded by statute"
        REGULATION = "regulation", "Superseded by regulation"
        LIMITED = "limited", "Limited"
        DOUBTED = "doubted", "Called into doubt"
        CHECK = "check", "Needs checking"

    brief = models.ForeignKey(Brief, models.CASCADE, related_name="law_flags")
    bears_on = models.ForeignKey("Holding", models.SET_NULL, null=True, blank=True, related_name="+")  # else the case
    kind = models.CharField(max_length=12, choices=Kind.choices)
    note = models.TextField(help_text="What changed, with the citation of what changed it.")
    effective_on = models.DateField(null=True, blank=True)
    applies_when = models.CharField(max_length=200, blank=True, help_text="e.g. application filed on or after ...")
    cleared_on = models.DateField(null=True, blank=True)
    cleared_by = models.CharField(max_length=10, blank=True, help_text="Initials.")
    cleared_source = models.CharField(
        max_length=300, blank=True, help_text="The primary source that shows the change does not bear on the brief."
    )

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(cleared_on__isnull=True) | ~Q(cleared_by=""), name="law_flag_cleared_with_initials"
            ),
            models.CheckConstraint(
                condition=Q(cleared_on__isnull=True) | ~Q(cleared_source=""), name="law_flag_cleared_with_a_source"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.note[:60]}"
