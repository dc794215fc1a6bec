"""What is cited: a decided case with its caption, court, numbers, dates, judges and orders."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from briefs.models.vocabulary import DatePrecision, DispositionOutcome, PublicationStatus

NOT_GIVEN = "not given in source"


class Case(models.Model):
    """A case; what its source does not say stays empty and is shown as “not given in source”."""

    caption = models.TextField(help_text="The full caption as printed.")
    short_name = models.CharField(max_length=200, help_text="As a citation gives it: Balachova v. Mukasey.")
    slug = models.SlugField(unique=True, max_length=120)
    court = models.ForeignKey("Court", models.PROTECT, null=True, blank=True, related_name="cases")
    docket_numbers = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, help_text="Lead number first, e.g. 07-2278-ag (L)."
    )
    argued_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_precision = models.CharField(max_length=8, choices=DatePrecision.choices, default=DatePrecision.UNKNOWN)
    publication_status = models.CharField(
        max_length=12, choices=PublicationStatus.choices, default=PublicationStatus.UNKNOWN
    )
    precedential_note = models.CharField(
        max_length=300, blank=True, help_text="Binding where, or the court's rule on citing it."
    )
    disposition = models.TextField(blank=True, help_text="The disposition line, word for word.")
    counsel = models.TextField(blank=True)
    authority = models.OneToOneField(
        "Authority", models.SET_NULL, null=True, blank=True, related_name="case", help_text="Its own citation."
    )
    sources = models.JSONField(
        default=dict, blank=True, help_text="Field by field, where a detail the opinion does not give was found."
    )

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(argued_on__isnull=True) | Q(decided_on__isnull=True) | Q(argued_on__lte=F("decided_on")),
                name="case_argued_before_decided",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True, decided_precision="unknown")
                | (Q(decided_on__isnull=False) & ~Q(decided_precision="unknown")),
                name="case_date_and_precision_agree",
            ),
        ]

    def __str__(self) -> str:
        return self.short_name

    @property
    def decided(self) -> str:
        """Give the decision date as far as it is known, or say that the source does not give it."""
        return as_far_as_known(self.decided_on, self.decided_precision)


def as_far_as_known(day: date | None, precision: str) -> str:
    """Write a date of decision as far as it is known, or that the source does not give it."""
    if day is None:
        return NOT_GIVEN
    shapes: dict[str, str] = {DatePrecision.DAY: "%B %-d, %Y", DatePrecision.MONTH: "%B %Y"}
    return day.strftime(shapes.get(precision, "%Y"))


class CaseJudge(models.Model):
    """A judge's part in one case."""

    class Role(models.TextChoices):
        """What the judge did in the case."""

        AUTHOR = "author", "Author"
        PANEL = "panel", "Panel"
        JOINED = "joined", "Joined"
        CONCURRING = "concurring", "Concurring"
        DISSENTING = "dissenting", "Dissenting"

    case = models.ForeignKey(Case, models.CASCADE, related_name="judges")
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=80, blank=True, help_text="Circuit Judge, District Judge ...")
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.PANEL)
    home_court = models.CharField(max_length=120, blank=True, help_text="For a judge sitting by designation.")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "name", "role"], name="judge_once_per_role")]

    def __str__(self) -> str:
        return self.name


class DecisionBelow(models.Model):
    """A decision under review."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="decisions_below")
    tribunal = models.CharField(max_length=160)
    decided_on = models.DateField(null=True, blank=True)
    adjudicator = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=300, blank=True)
    review = models.CharField(
        max_length=200, blank=True, help_text="How the Board reviewed: 8 C.F.R. § 1003.1(e)(4) ..."
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "decisions below"

    def __str__(self) -> str:
        return self.tribunal


class Disposition(models.Model):
    """What was ordered for one party on one claim (INV-10)."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="dispositions")
    party = models.CharField(max_length=120)
    claim = models.CharField(max_length=200)
    outcome = models.CharField(max_length=20, choices=DispositionOutcome.choices)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "party", "claim"], name="one_outcome_per_party_and_claim")
        ]

    def __str__(self) -> str:
        return f"{self.party}, {self.claim}: {self.get_outcome_display().lower()}"
