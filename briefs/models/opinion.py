"""One writing in a case, and its text; and the passages the text falls into."""

from functools import cached_property

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Left
from django.urls import reverse
from simple_history.models import HistoricalRecords

from briefs.models.annotation import Annotation
from briefs.models.vocabulary import SEPARATE_KINDS, Completeness, OpinionKind
from briefs.text.identifiers import mask
from briefs.text.marks import Mark, from_rows
from briefs.text.pieces import Piece, unpacked

# The long columns: read only where the text itself is wanted.
TEXTS = ("raw", "text", "marks", "pieces")


def texts_of(path: str) -> list[str]:
    """Name the long columns of an opinion that a query joins as `path`, to be deferred."""
    return [f"{path}__{column}" for column in TEXTS]


class OpinionQuerySet(models.QuerySet["Opinion"]):
    """Questions about opinions."""

    def released(self) -> "OpinionQuerySet":
        """Give what the public may read."""
        return self.filter(released_at__isnull=False)

    def for_reading(self) -> "OpinionQuerySet":
        """Fetch the case and court a page about the opinion prints."""
        return self.select_related("case", "case__court", "case__authority")

    def without_texts(self) -> "OpinionQuerySet":
        """Leave the long columns where they are."""
        return self.defer(*TEXTS)

    def with_marks(self) -> "OpinionQuerySet":
        """Add `marks_made`: how many passages are marked, counted for the rows that are shown alone."""
        made = Annotation.objects.filter(opinion=OuterRef("pk")).order_by().values("opinion")
        return self.annotate(marks_made=Coalesce(Subquery(made.annotate(number=Count("pk")).values("number")), 0))


class Opinion(models.Model):
    """A lead opinion, concurrence, dissent ...: one clean text with marks on it, and the raw text it came from."""

    case = models.ForeignKey("Case", models.PROTECT, related_name="opinions")
    slug = models.SlugField(unique=True, max_length=140)
    kind = models.CharField(max_length=20, choices=OpinionKind.choices, default=OpinionKind.LEAD)
    author = models.CharField(max_length=120, blank=True)
    joined_by = models.CharField(max_length=300, blank=True)
    completeness = models.CharField(max_length=20, choices=Completeness.choices, default=Completeness.COMPLETE)
    position = models.PositiveSmallIntegerField(default=0)
    source = models.ForeignKey("Source", models.PROTECT, related_name="opinions")
    raw = models.TextField(editable=False)
    text = models.TextField(editable=False)
    marks = models.JSONField(default=list, editable=False, help_text="Rows [start, end, kind, data] over the text.")
    pieces = models.BinaryField(default=b"", help_text="How each raw character got into the text, packed.")
    text_version = models.PositiveIntegerField(default=1, editable=False)
    hidden = ArrayField(
        models.TextField(),
        default=list,
        editable=False,
        help_text="Words a person signed as somebody's number, birthday or name; covered wherever the public reads.",
    )
    engine = models.PositiveSmallIntegerField(default=0, editable=False, help_text="Which engine found its citations.")
    imported_at = models.DateTimeField(auto_now_add=True)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    released_at = models.DateTimeField(null=True, blank=True, editable=False)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    history = HistoricalRecords(excluded_fields=[*TEXTS, "hidden", "engine"])
    objects = OpinionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "position"], name="opinion_has_its_place_in_the_case"),
            models.CheckConstraint(condition=~Q(text=""), name="opinion_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.case} ({self.get_kind_display().lower()})"

    def get_absolute_url(self) -> str:
        """Give the public reader of the opinion."""
        return reverse("opinion", args=[self.slug])

    @property
    def is_separate(self) -> bool:
        """Say whether the writing is not the court's (INV-2)."""
        return self.kind in SEPARATE_KINDS

    @property
    def masked(self) -> str:
        """Give the text with every identifier covered, those that a person signed too (INV-12)."""
        return mask(self.text, self.hidden)

    @cached_property
    def text_marks(self) -> list[Mark]:
        """Give the stored marks as Marks."""
        return from_rows(self.marks)

    @property
    def text_pieces(self) -> tuple[Piece, ...]:
        """Give the stored pieces as Pieces."""
        return unpacked(self.pieces)


class PassageQuerySet(models.QuerySet["Passage"]):
    """Questions about passages."""

    def released(self) -> "PassageQuerySet":
        """Give the passages of opinions the public may read."""
        return self.filter(opinion__released_at__isnull=False)


def place_of(kind: str, label: str) -> str:
    """Name a passage of a kind and label as a pin prints it."""
    names = {"paragraph": f"para. {label}", "footnote": f"fn. {label}", "caption": "front matter"}
    return names.get(kind, kind)


def anchor_of(kind: str, label: str, ordinal: int) -> str:
    """Give the element id of a passage of a kind, label and place in the opinion."""
    prefixes = {"paragraph": "para", "footnote": "fn"}
    return f"{prefixes[kind]}-{label}" if kind in prefixes else f"block-{ordinal}"


class Passage(models.Model):
    """A caption, heading, paragraph or footnote of an opinion: the unit of search and of pins.

    `text` is the opinion's text with identifiers masked (INV-12), so nothing unmasked is ever indexed.
    """

    # Passages of an opinion are found by the index of their order.
    opinion = models.ForeignKey(Opinion, models.CASCADE, related_name="passages", db_index=False)
    ordinal = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    label = models.CharField(max_length=20, blank=True, help_text="The paragraph's or footnote's number.")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    search = models.GeneratedField(
        # PostgreSQL refuses the vector of a longer text; what no passage has is one so long that is not a mistake.
        expression=SearchVector(Left("text", 150_000), config="english_folded"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = PassageQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(fields=["search"], name="passage_search")]
        constraints = [
            models.UniqueConstraint(fields=["opinion", "ordinal"], name="passage_in_order"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="passage_has_words"),
            # `passages_never_overlap` is a trigger (0019): as an exclusion constraint it was a fifth of what an import
            # cost the database.
        ]

    def __str__(self) -> str:
        return self.place

    @property
    def place(self) -> str:
        """Name the passage as a pin prints it: “para. 3”, “fn. 14”."""
        return place_of(self.kind, self.label)

    @property
    def anchor(self) -> str:
        """Give the element id the reader gives this passage."""
        return anchor_of(self.kind, self.label, self.ordinal)
