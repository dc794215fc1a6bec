"""What the clinic says about a draft, hung on a field of the brief or on a holding; never published (INV-13)."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class CommentQuerySet(models.QuerySet["Comment"]):
    """Questions about comments."""

    def open(self) -> "CommentQuerySet":
        """Give those nobody has resolved."""
        return self.filter(resolved_at__isnull=True)


class Comment(models.Model):
    """One remark on a brief, one of its sections or holdings, or a field of a holding."""

    brief = models.ForeignKey("Brief", models.CASCADE, related_name="comments")
    holding = models.ForeignKey("Holding", models.SET_NULL, null=True, blank=True, related_name="comments")
    field = models.CharField(max_length=30, blank=True, help_text="The field spoken of; empty: the whole.")
    text = models.TextField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="comment_says_something")]

    def __str__(self) -> str:
        return self.text[:80]
