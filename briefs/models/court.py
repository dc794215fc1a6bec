"""The courts and agencies whose decisions are briefed; loaded from courts-db."""

from django.db import models


class CourtQuerySet(models.QuerySet["Court"]):
    """Questions about courts."""

    def by_rank(self) -> "CourtQuerySet":
        """Order from the Supreme Court down, then by circuit and name."""
        return self.order_by("rank", "circuit", "name")


class Court(models.Model):
    """A court or adjudicating agency, under the identifier CourtListener uses for it."""

    RANKS = ((1, "Supreme Court"), (2, "Court of appeals"), (3, "Trial court"), (4, "Agency"), (5, "Other court"))

    id = models.SlugField(primary_key=True, max_length=40)
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=60, help_text="As a citation's parenthesis prints it, e.g. 9th Cir.")
    rank = models.PositiveSmallIntegerField(choices=RANKS, default=5)
    circuit = models.CharField(max_length=4, blank=True, help_text="1 to 11, DC or Fed, where the court sits in one.")

    objects = CourtQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(rank__range=(1, 5)), name="court_rank_known")]

    def __str__(self) -> str:
        return self.name
