"""One occurrence of an authority in an opinion's text."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from briefs.models.vocabulary import CitationDecision, CitationForm


class CitationQuerySet(models.QuerySet["Citation"]):
    """Questions about citations."""

    def standing(self) -> "CitationQuerySet":
        """Leave out what a person said is no citation."""
        return self.exclude(decision=CitationDecision.DISMISSED)

    def public(self) -> "CitationQuerySet":
        """Give those in opinions the public may read."""
        return self.standing().filter(opinion__released_at__isnull=False)

    def undecided(self) -> "CitationQuerySet":
        """Give what the desk shows: unresolved or flagged, and no person has decided."""
        return self.filter(decision="").filter(Q(authority__isnull=True) | ~Q(flags=[]))

    def of(self, authority_ids: list[int]) -> "CitationQuerySet":
        """Give the occurrences of these authorities."""
        return self.filter(authority_id__in=authority_ids)


class Citation(models.Model):
    """Where and how an opinion cites; `authority` is empty where the engine would have had to guess."""

    opinion = models.ForeignKey("Opinion", models.CASCADE, related_name="citations")
    passage = models.ForeignKey("Passage", models.CASCADE, related_name="citations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    form = models.CharField(max_length=10, choices=CitationForm.choices)
    authority = models.ForeignKey("Authority", models.PROTECT, null=True, blank=True, related_name="citations")
    pin = models.CharField(max_length=60, blank=True)
    signal = models.CharField(max_length=40, blank=True)
    parenthetical = models.TextField(blank=True)
    flags = models.JSONField(default=list, blank=True, help_text="Rows [code, sentence]: why it cannot be right.")
    why = models.CharField(max_length=300, blank=True, help_text="How it was resolved, or why it was not.")

    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,  # few have one: see the index below
        help_text="Who decided what is cited; no re-run changes it.",
    )
    decision = models.CharField(max_length=10, choices=CitationDecision.choices, blank=True)

    objects = CitationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["corrected_by"], condition=Q(corrected_by__isnull=False), name="citation_corrected_by_somebody"
            )
        ]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="citation_has_words"),
            models.CheckConstraint(
                condition=~Q(decision="dismissed") | Q(authority__isnull=True), name="dismissed_citation_cites_nothing"
            ),
            # `citations_never_overlap` is a trigger (0019), as with passages.
        ]

    def __str__(self) -> str:
        return str(self.authority or "unresolved")
