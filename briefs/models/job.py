"""Long work somebody asked for: how far it is, and what came of it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse


class JobQuerySet(models.QuerySet["Job"]):
    """Questions about jobs."""

    def asked_for_by(self, user: Any) -> "JobQuerySet":
        """Give a person's own jobs, newest first."""
        return self.filter(asked_by=user).defer("result").order_by("-asked_at")


class Job(models.Model):
    """One piece of long work; the queue that runs it is PostgreSQL's (workflow/work.py)."""

    class State(models.TextChoices):
        """Where the work stands."""

        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        STOPPED = "stopped", "Stopped"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=30, help_text="Which work; see KINDS in workflow/work.py.")
    title = models.CharField(max_length=200, help_text="What was asked for, in words.")
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="jobs")
    asked_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0, help_text="0 while it is not known.")
    says = models.TextField(blank=True, help_text="What came of it, in sentences.")
    report = models.JSONField(default=list, help_text="Rows of text: what became of each part.")
    result = models.BinaryField(null=True)
    result_name = models.CharField(max_length=200, blank=True)
    result_mime = models.CharField(max_length=100, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["asked_by", "-asked_at"], name="job_of_a_person")]
        constraints = [
            models.CheckConstraint(condition=Q(total=0) | Q(done__lte=F("total")), name="job_not_more_than_all"),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "failed", "stopped"]) | Q(ended_at__isnull=False),
                name="ended_job_has_its_end",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Give the page that shows how far the work is."""
        return reverse("job", args=[self.pk])

    @property
    def is_over(self) -> bool:
        """Say whether nothing more will come of it."""
        return self.state in (self.State.DONE, self.State.FAILED, self.State.STOPPED)
