"""The names that are offered while one types, and the words they are made of."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q


class SearchName(models.Model):
    """A public name: of a case with a brief or a released opinion here, or of an authority that is publicly cited."""

    opinion = models.OneToOneField("Opinion", models.CASCADE, null=True, related_name="search_name")
    authority = models.OneToOneField("Authority", models.CASCADE, null=True, related_name="search_name")
    label = models.CharField(max_length=810)
    cited = models.PositiveIntegerField(default=0, help_text="How many released opinions and published briefs cite it.")
    words = SearchVectorField(help_text="Accents folded, endings kept: a name is typed as it is spelt.")

    class Meta:
        indexes = [GinIndex(fields=["words"], name="search_name_words")]
        constraints = [
            models.CheckConstraint(
                condition=Q(opinion__isnull=True, authority__isnull=False)
                | Q(opinion__isnull=False, authority__isnull=True),
                name="a_name_names_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.label


class SearchWord(models.Model):
    """A word of a public name, once: what a misspelt name is held against."""

    word = models.CharField(max_length=60, primary_key=True, help_text="Without accents and capitals.")
    spelt = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.spelt
