"""Anything that can be cited: one row however it is spelt."""

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from simple_history.models import HistoricalRecords

from briefs.models.citation import Citation
from briefs.models.edition import EditionCitation
from briefs.models.vocabulary import AuthorityKind


class AuthorityQuerySet(models.QuerySet["Authority"]):
    """Questions about authorities."""

    def standing(self) -> "AuthorityQuerySet":
        """Leave out what was merged into another."""
        return self.filter(merged_into__isnull=True)

    def publicly_cited(self) -> "AuthorityQuerySet":
        """Give those that a released opinion or a current edition cites."""
        citations = Citation.objects.public().filter(authority=OuterRef("pk"))
        in_briefs = EditionCitation.objects.current().filter(authority=OuterRef("pk"))
        return self.filter(Exists(citations) | Exists(in_briefs))

    def with_counts(self) -> "AuthorityQuerySet":
        """Add `opinions_citing`: how many released opinions cite it."""
        # A question for each row that is shown, not a count over all citations there are.
        citing = Citation.objects.public().filter(authority=OuterRef("pk")).order_by().values("authority")
        number = citing.annotate(number=Count("opinion", distinct=True)).values("number")
        return self.annotate(opinions_citing=Coalesce(Subquery(number), 0))


class Authority(models.Model):
    """A case, statute, regulation, treaty ... under its canonical key (`case:883:F.2d:788`, `usc:8:1158:b.2.A`)."""

    kind = models.CharField(max_length=20, choices=AuthorityKind.choices)
    key = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    cite = models.CharField(max_length=300, help_text="As a table of authorities prints it, without the name.")
    name = models.CharField(max_length=500, blank=True)
    court = models.CharField(max_length=60, blank=True, help_text="As the citation's parenthesis prints it.")
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="absorbed")
    external_url = models.URLField(
        max_length=500, blank=True, help_text="A link checked by staff; wins over the link built from the citation."
    )
    note = models.CharField(max_length=300, blank=True, help_text="Shown with it, e.g. “repealed; see § 1252”.")

    # What becomes of an authority is looked up by its number alone.
    history = HistoricalRecords(no_db_index=["key", "slug", "parent", "merged_into"])
    objects = AuthorityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "authorities"
        constraints = [
            models.CheckConstraint(condition=~Q(parent=F("id")), name="authority_not_its_own_parent"),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="authority_not_merged_into_itself"),
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(1200, 2200)), name="authority_year_possible"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.cite}" if self.name else self.cite

    def get_absolute_url(self) -> str:
        """Give the public page of the authority."""
        return reverse("authority", args=[self.slug])


class AuthorityAlias(models.Model):
    """Another key for the same authority: a parallel citation, a twin regulation."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="aliases")
    key = models.CharField(max_length=200, unique=True)
    cite = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "authority aliases"

    def __str__(self) -> str:
        return self.cite
