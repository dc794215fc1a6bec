"""A change of an opinion's clean text made by hand, apart from the raw text and from every reading of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from briefs.text.changing import Change
from briefs.text.identifiers import mask


class TextChangeQuerySet(models.QuerySet["TextChange"]):
    """Questions about changes made by hand."""

    def standing(self) -> "TextChangeQuerySet":
        """Leave out what was taken back, in the order in which they were made."""
        return self.filter(taken_back_at__isnull=True).order_by("pk")


class TextChange(models.Model):
    """What a person did to the text; made again in each new reading, and kept when it has no place there."""

    class Act(models.TextChoices):
        """What is done."""

        RETYPE = "retype", "Words retyped"
        JOIN = "join", "Joined to the paragraph before"
        SPLIT = "split", "New paragraph begun"
        PARAGRAPH = "paragraph", "Made a paragraph"
        HEADING = "heading", "Made a heading"
        FOOTNOTE = "footnote", "Made a footnote"
        BLOCKQUOTE = "blockquote", "Block quotation marked or unmarked"
        PAGE = "page", "Page marked"
        CALL = "call", "Read as a note call"
        CENTRED = "centred", "Set in the middle, or no longer"

    opinion = models.ForeignKey("Opinion", models.CASCADE, related_name="text_changes")
    act = models.CharField(max_length=10, choices=Act.choices)
    raw_start = models.PositiveIntegerField()
    raw_end = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    words = models.TextField(blank=True)
    is_placed = models.BooleanField(default=True, help_text="Whether it stands in the present text.")
    because = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = TextChangeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["opinion", "id"], name="text_change_in_order")]
        constraints = [
            models.CheckConstraint(condition=Q(raw_end__gte=F("raw_start")), name="text_change_has_a_place"),
            models.CheckConstraint(condition=~Q(quote=""), name="text_change_quotes_something"),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {mask(self.quote)[:60]}"

    @property
    def change(self) -> Change:
        """Give it as it is made in a text."""
        return Change(
            self.act, self.raw_start, self.raw_end, self.quote, self.prefix, self.suffix, self.start, self.words
        )
