"""A text an opinion had before the one it has now."""

from django.conf import settings
from django.db import models


class TextVersion(models.Model):
    """An earlier clean text of an opinion with its marks, kept so that what stood on it can be read as it was."""

    opinion = models.ForeignKey("Opinion", models.CASCADE, related_name="text_versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    marks = models.JSONField(default=list, help_text="Rows [start, end, kind, data] over the text.")
    source = models.ForeignKey("Source", models.PROTECT, related_name="+", help_text="The file the text came from.")
    replaced_at = models.DateTimeField(auto_now_add=True)
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    because = models.CharField(max_length=200, help_text="Why it was replaced: re-import, corrected paragraph ...")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["opinion", "number"], name="text_version_number_once")]

    def __str__(self) -> str:
        return f"{self.opinion}, text {self.number}"
