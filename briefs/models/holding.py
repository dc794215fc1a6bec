"""A brief's numbered propositions, each pinned to the words that support it."""

from typing import Any

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from briefs.models.vocabulary import Outcome, Weight
from briefs.text.identifiers import mask


class Holding(models.Model):
    """One legal question, its short answer, and what the answer is worth as law.

    A trigger in the database holds INV-2 and INV-6: a proposition pinned to a dissent or concurrence
    weighs only as such, and only words in the court's voice support a holding.
    """

    brief = models.ForeignKey("Brief", models.CASCADE, related_name="holdings")
    number = models.PositiveSmallIntegerField()
    question = models.TextField(blank=True)
    answer = models.TextField(help_text="The proposition in a sentence or two.")
    rule = models.TextField(blank=True)
    application = models.TextField(blank=True)
    weight = models.CharField(max_length=12, choices=Weight.choices, default=Weight.HOLDING)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, default=Outcome.NONE)
    issues: "models.ManyToManyField[Any, Any]" = models.ManyToManyField("Issue", blank=True, related_name="holdings")

    history = HistoricalRecords(m2m_fields=[issues])

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["brief", "number"], name="holding_number_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="holding_numbers_from_one"),
            models.CheckConstraint(
                condition=~Q(weight="not_reached") | Q(outcome="none"), name="not_reached_has_no_outcome"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.answer[:80]}"


class Pin(models.Model):
    """A holding's support: an annotated passage."""

    holding = models.ForeignKey(Holding, models.CASCADE, related_name="pins")
    annotation = models.ForeignKey("Annotation", models.PROTECT, related_name="pins")
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["holding", "annotation"], name="pin_once_per_holding")]

    def __str__(self) -> str:
        return mask(self.annotation.quote)[:80]
