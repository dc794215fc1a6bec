"""The uploaded file, untouched."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q

from briefs.models.text_version import TextVersion


class SourceQuerySet(models.QuerySet["Source"]):
    """Questions about uploaded files."""

    def waiting(self) -> "SourceQuerySet":
        """Give the files that have not been made into an opinion yet, and were not its text before."""
        return self.filter(opinions__isnull=True).exclude(pk__in=TextVersion.objects.values("source"))

    def holding(self, content: bytes) -> "SourceQuerySet":
        """Give the source with exactly these bytes, if it is here."""
        return self.filter(sha256=hashlib.sha256(content).hexdigest())


class Source(models.Model):
    """A file as it came, with its hash; kept in the database so that a failed import leaves nothing behind."""

    name = models.CharField(max_length=255)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveIntegerField()
    url = models.URLField(max_length=500, blank=True, help_text="Where it was found, if it was found on the web.")
    received_at = models.DateTimeField(auto_now_add=True)
    previewed_at = models.DateTimeField(null=True, blank=True, help_text="When somebody first looked at it.")
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = SourceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="source_not_empty"),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="source_sha256_is_a_hash"),
        ]

    def __str__(self) -> str:
        return self.name
