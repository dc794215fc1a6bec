"""What a person typed into a brief's form and has not saved yet."""

from django.conf import settings
from django.db import models


class UnsavedWords(models.Model):
    """The form of one brief as one person left it, kept by the server while they write."""

    brief = models.ForeignKey("Brief", models.CASCADE, related_name="unsaved_words")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    fields = models.JSONField(help_text="Name of each form field -> list of its values, as a browser sends them.")
    kept_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "unsaved words"
        constraints = [models.UniqueConstraint(fields=["brief", "author"], name="unsaved_words_once_per_person")]

    def __str__(self) -> str:
        return f"{self.brief}, unsaved"
