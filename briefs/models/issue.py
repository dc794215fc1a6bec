"""Issue tags: area > topic > subtopic, at most three levels."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords


class IssueQuerySet(models.QuerySet["Issue"]):
    """Questions about the taxonomy."""

    def in_order(self) -> "IssueQuerySet":
        """Order as the taxonomy lists them."""
        return self.order_by("position", "name")


class Issue(models.Model):
    """One tag of the taxonomy, with the note that says what belongs under it."""

    LEVELS = ((1, "Area"), (2, "Topic"), (3, "Subtopic"))

    slug = models.SlugField(unique=True, max_length=60)
    name = models.CharField(max_length=120)
    scope_note = models.TextField(blank=True)
    synonyms = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    level = models.PositiveSmallIntegerField(choices=LEVELS)
    position = models.PositiveIntegerField(default=0)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="absorbed")

    history = HistoricalRecords()
    objects = IssueQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level__range=(1, 3)), name="issue_at_most_three_levels"),
            models.CheckConstraint(
                condition=Q(level=1, parent__isnull=True) | Q(level__gt=1, parent__isnull=False),
                name="issue_only_areas_stand_alone",
            ),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="issue_not_its_own_parent"),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="issue_not_merged_into_itself"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Give the public page of the issue."""
        return reverse("issue", args=[self.slug])

    def clean(self) -> None:
        """Hold INV-16: a child stands exactly one level below its parent, which keeps the tree acyclic."""
        for field, following in (("merged_into", self.merged_into), ("parent", self.parent)):
            seen = {self.pk}
            while following is not None:
                if following.pk in seen:
                    raise ValidationError({field: "This would lead back to the issue itself."})
                seen.add(following.pk)
                following = getattr(following, field)
        if self.parent and self.level != self.parent.level + 1:
            raise ValidationError({"level": f"Under “{self.parent}” the level is {self.parent.level + 1}."})
