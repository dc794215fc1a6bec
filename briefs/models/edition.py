"""A published brief, frozen: the whole page as plain data, with its search columns and holdings beside it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from briefs.models.vocabulary import CitationForm, OpinionKind, Outcome, Weight


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about published briefs."""

    def current(self) -> "EditionQuerySet":
        """Give the live edition of each brief that is not withdrawn."""
        return self.filter(is_current=True, withdrawn_at__isnull=True)

    def citing(self, authority_ids: list[int]) -> "EditionQuerySet":
        """Give those whose brief or opinion cites any of these authorities."""
        return self.filter(authority_ids__overlap=authority_ids)

    def newest_first(self) -> "EditionQuerySet":
        """Order by publication, newest first."""
        return self.order_by("-published_at", "-pk")


class Edition(models.Model):
    """Edition n of a brief, immutable: a trigger in the database lets only its standing and its search columns change.

    Its standing is being current or withdrawn; the search columns follow authorities and issues that are merged.
    """

    brief = models.ForeignKey("Brief", models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    slug = models.SlugField(max_length=120, db_index=True)
    page = models.JSONField(help_text="The complete page; see exporters/page.py.")
    name = models.CharField(max_length=200)
    opinion = models.ForeignKey("Opinion", models.PROTECT, related_name="editions")
    court = models.ForeignKey("Court", models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    opinion_kind = models.CharField(max_length=20, choices=OpinionKind.choices)
    issue_ids = ArrayField(models.IntegerField(), default=list)
    authority_ids = ArrayField(models.IntegerField(), default=list)
    is_current = models.BooleanField(default=True)
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    signed_quotations = models.JSONField(
        default=list, help_text="Rows [quotation, reason, who signed, when]: for the clinic's record, never published."
    )
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brief", "number"], name="edition_number_once"),
            models.UniqueConstraint(fields=["brief"], condition=Q(is_current=True), name="one_current_edition"),
            models.CheckConstraint(condition=Q(number__gte=1), name="editions_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, edition {self.number}"

    def get_absolute_url(self) -> str:
        """Give the live page, or the page of this edition when a newer one is live."""
        if self.is_current:
            return reverse("brief", args=[self.slug])
        return reverse("edition", args=[self.slug, self.number])


class EditionHoldingQuerySet(models.QuerySet["EditionHolding"]):
    """Questions about published holdings."""

    def current(self) -> "EditionHoldingQuerySet":
        """Give the holdings of live editions."""
        return self.filter(edition__is_current=True, edition__withdrawn_at__isnull=True)

    def by_court_and_date(self) -> "EditionHoldingQuerySet":
        """Order from the highest court down and from the newest decision back."""
        return self.order_by(
            F("edition__court__rank").asc(nulls_last=True),
            F("edition__court__circuit").asc(nulls_last=True),
            F("edition__decided_on").desc(nulls_last=True),
            "edition__name",
            "number",
        )


class EditionHolding(models.Model):
    """A holding as it was published; `frozen` is its part of the edition's page."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="holdings")
    number = models.PositiveSmallIntegerField()
    weight = models.CharField(max_length=12, choices=Weight.choices)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    is_separate = models.BooleanField(help_text="A dissent's or concurrence's proposition: never shown as the court's.")
    issue_ids = ArrayField(models.IntegerField(), default=list)
    frozen = models.JSONField()

    objects = EditionHoldingQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(fields=["issue_ids"], name="edition_holding_issues")]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="edition_holding_number_once"),
            models.CheckConstraint(
                condition=Q(is_separate=True, weight__in=["dissent", "concurrence"])
                | Q(is_separate=False) & ~Q(weight__in=["dissent", "concurrence"]),
                name="a_separate_writing_never_holds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.number}"


class EditionPassage(models.Model):
    """A piece of a published brief's own words: what a search shows as its snippet."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="passages")
    ordinal = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=40, help_text="holding 3, Facts ...")
    anchor = models.CharField(max_length=40, help_text="Element id on the brief's page.")
    text = models.TextField()
    search = models.GeneratedField(
        expression=SearchVector("text", config="english_folded"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        indexes = [GinIndex(fields=["search"], name="edition_passage_search")]
        constraints = [models.UniqueConstraint(fields=["edition", "ordinal"], name="edition_passage_in_order")]

    def __str__(self) -> str:
        return f"{self.edition}: {self.place}"


class EditionCitationQuerySet(models.QuerySet["EditionCitation"]):
    """Questions about what published briefs cite."""

    def current(self) -> "EditionCitationQuerySet":
        """Give the citations of live editions."""
        return self.filter(edition__is_current=True, edition__withdrawn_at__isnull=True)


class EditionCitation(models.Model):
    """An authority cited in a brief's own words, with the sentence that cites it."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="citations")
    authority = models.ForeignKey("Authority", models.PROTECT, related_name="edition_citations")
    place = models.CharField(max_length=40, help_text="Where in the brief: holding 3, Facts ...")
    form = models.CharField(max_length=10, choices=CitationForm.choices)
    pin = models.CharField(max_length=60, blank=True)
    sentence = models.TextField()

    objects = EditionCitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.edition}: {self.authority}"
