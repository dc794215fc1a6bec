"""What a search reads: one narrow row for each published brief, published holding and released opinion."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Subquery

from briefs.models.vocabulary import OpinionKind


class Shelf(models.IntegerChoices):
    """What a row stands for. A dissent's or concurrence's proposition stands apart: it is no holding (INV-2)."""

    BRIEF = 1, "Briefs"
    HOLDING = 2, "Holdings"
    APART = 3, "From separate opinions"
    OPINION = 4, "Opinions"


class SearchRow(models.Model):
    """A row is made when something becomes public and gone when it is public no more; no reader's page needs it.

    `words` has the name under label A, holdings and issues under B, a brief's other words under C, the opinion's text
    under D. `key` and `length` are made from it by the database: a number for each of the words that matter most with
    how much it matters, and how many words there are. `pairs` has a number for each two words that stand side by side
    in a passage, or where one ends and the next begins, so that a phrase is found by the index alone.
    """

    id = models.AutoField(primary_key=True)
    shelf = models.PositiveSmallIntegerField(choices=Shelf.choices)
    opinion = models.ForeignKey("Opinion", models.CASCADE, related_name="search_rows")
    edition = models.ForeignKey("Edition", models.CASCADE, null=True, related_name="search_rows")
    holding = models.OneToOneField("EditionHolding", models.CASCADE, null=True, related_name="search_row")
    name = models.CharField(max_length=200)
    court = models.ForeignKey("Court", models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)
    kind = models.CharField(max_length=20, choices=OpinionKind.choices)
    country = models.CharField(max_length=80, blank=True)
    issue_ids = ArrayField(models.IntegerField(), default=list)
    authority_ids = ArrayField(models.IntegerField(), default=list)
    weights = ArrayField(models.CharField(max_length=12), default=list)
    outcomes = ArrayField(models.CharField(max_length=12), default=list)
    grounds = ArrayField(models.CharField(max_length=20), default=list)
    is_precedent = models.BooleanField(default=False, help_text="The court published the decision.")
    cited = models.PositiveIntegerField(default=0, help_text="How many released opinions cite the case.")
    words = SearchVectorField()
    pairs = ArrayField(models.IntegerField(), default=list)
    key = models.GeneratedField(
        expression=Func(F("words"), function="search_key"),
        output_field=ArrayField(models.IntegerField()),
        db_persist=True,
    )
    length = models.GeneratedField(
        expression=Func(F("words"), function="search_length"), output_field=models.IntegerField(), db_persist=True
    )

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="search_row_words"),
            GinIndex(fields=["pairs"], name="search_row_pairs"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["opinion"], condition=Q(shelf=4), name="one_search_row_per_opinion"),
            models.UniqueConstraint(fields=["edition"], condition=Q(shelf=1), name="one_search_row_per_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_shelf_display()})"


class SearchState(models.Model):
    """One row: a mark that is new after every change of what is searched, by which a kept copy is known for stale."""

    mark = models.UUIDField()

    def __str__(self) -> str:
        return str(self.mark)


# The mark, asked for with rows: what is read with it is of no earlier state.
MARK = Subquery(SearchState.objects.values("mark")[:1])
