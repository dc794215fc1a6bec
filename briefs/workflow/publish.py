"""Freeze a brief into its next edition."""

from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.search import SearchVector
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Value
from django.utils import timezone

from briefs.access import may_publish
from briefs.exporters.page import Page
from briefs.models import Brief, Edition, EditionCitation, EditionHolding, EditionPassage, Issue
from briefs.models.vocabulary import SEPARATE_WEIGHTS, BriefState
from briefs.text.identifiers import mask
from briefs.workflow.approve import approval_stands
from briefs.workflow.freeze import Frozen, freeze
from briefs.workflow.readiness import grounds_of, missing
from briefs.workflow.refusal import Refused
from briefs.workflow.release import release

CONFIG = "english_folded"


@transaction.atomic
def publish(brief: Brief, *, by: Any) -> Edition:
    """Freeze the brief into its next edition, which becomes the live page; its opinion is released with it.

    A brief in review is approved in the same act; an approved one goes out if no word was changed since. Raises
    Refused with every reason at once, and PermissionDenied for anyone but a supervising attorney other than the
    author (INV-1).
    """
    if by.pk in (brief.author_id, brief.owner_id):
        raise PermissionDenied("An author never approves their own brief.")
    if not may_publish(by, brief):
        raise PermissionDenied("Only a supervising attorney publishes briefs.")
    Brief.objects.select_for_update().get(pk=brief.pk)
    brief = Brief.objects.for_freezing().get(pk=brief.pk)
    grounds = grounds_of(brief)
    reasons = missing(brief, grounds)
    if brief.state == BriefState.APPROVED and not approval_stands(brief):
        reasons.insert(0, "The brief was changed after it was approved; read it and approve it again.")
    elif brief.state not in (BriefState.IN_REVIEW, BriefState.APPROVED):
        reasons.insert(0, "The brief has not been submitted for review.")
    if reasons:
        raise Refused(*reasons)
    for opinion in grounds.opinions:
        if opinion.released_at is None:
            release(opinion, by=by)
    number = brief.editions.count() + 1
    frozen = freeze(brief, grounds, number=number, on=timezone.localdate())
    brief.editions.filter(is_current=True).update(is_current=False)
    edition = _keep(brief, frozen, number, by)
    brief.state, brief.returned_because = BriefState.PUBLISHED, ""
    brief.save(update_fields=["state", "returned_because"])  # publishing is no change of what is written
    return edition


def _keep(brief: Brief, frozen: Frozen, number: int, by: Any) -> Edition:
    case, page = brief.opinion.case, frozen.page
    edition = Edition.objects.create(
        brief=brief,
        number=number,
        slug=brief.slug,
        page=page,
        name=case.short_name,
        opinion=brief.opinion,
        court=case.court,
        decided_on=case.decided_on,
        year=case.decided_on.year if case.decided_on else None,
        opinion_kind=brief.opinion.kind,
        issue_ids=frozen.issue_ids,
        authority_ids=frozen.authority_ids,
        search=_search_vector(brief, frozen),
        published_by=by,
        approved_by=brief.approved_by if brief.state == BriefState.APPROVED else by,
        signed_quotations=[
            [one.quote, one.reason, one.signed_by.get_username(), one.signed_at.isoformat()]
            for one in brief.signed_quotations.select_related("signed_by").order_by("pk")
        ],
    )
    slugs = dict(Issue.objects.values_list("slug", "pk"))
    EditionHolding.objects.bulk_create(
        EditionHolding(
            edition=edition,
            number=holding["number"],
            weight=holding["weight"],
            outcome=holding["outcome"],
            is_separate=holding["weight"] in SEPARATE_WEIGHTS,
            issue_ids=[slugs[tag["slug"]] for tag in holding["issues"]],
            frozen=holding,
        )
        for holding in page["holdings"]
    )
    EditionPassage.objects.bulk_create(
        EditionPassage(edition=edition, ordinal=ordinal, place=place, anchor=anchor, text=text)
        for ordinal, (place, anchor, text) in enumerate(_passages(page))
    )
    EditionCitation.objects.bulk_create(
        EditionCitation(
            edition=edition,
            authority=one.authority,
            place=one.place,
            form=one.form,
            pin=one.pin[:60],
            sentence=one.sentence,
        )
        for one in frozen.cited
    )
    return edition


def _passages(page: Page) -> Iterator[tuple[str, str, str]]:
    """Cut a page into the pieces a search shows: (place, element id, words)."""
    if page["summary"]:
        yield "Summary", "summary", page["summary"]["text"]
    for holding in page["holdings"]:
        parts = [holding[name] for name in ("question", "answer", "rule", "application")]
        words = "\n".join(part["text"] for part in parts if part)
        yield f"{holding['weight_label']} {holding['number']}", f"holding-{holding['number']}", words
    for section in page["sections"]:
        for paragraph in section["prose"]["text"].split("\n\n"):
            yield section["title"], section["field"], paragraph


def _search_vector(brief: Brief, frozen: Frozen) -> Any:
    """Weigh the name above holdings and issues, these above the other sections, these above the opinion's text."""
    page = frozen.page
    tags = Issue.objects.filter(pk__in=frozen.issue_ids).values_list("name", "synonyms")
    key = " ".join(f"{name} {' '.join(synonyms)}" for name, synonyms in tags)
    key += " " + " ".join(
        part["text"]
        for holding in page["holdings"]
        for part in (holding["question"], holding["answer"], holding["rule"], holding["application"])
        if part
    )
    name = f"{page['title']} {page['case']['caption']} {page['case']['citation']} {' '.join(page['case']['dockets'])}"
    prose = " ".join(section["prose"]["text"] for section in page["sections"])
    prose += f" {page['summary']['text'] if page['summary'] else ''} {page['country']} {' '.join(page['grounds'])}"
    # Word positions end at 16,383 and a vector at 1 MB; past that passages alone find an opinion's words.
    text = mask(brief.opinion.text)[:200_000]
    weighed = (("A", name), ("B", key), ("C", prose), ("D", text))
    vectors = [SearchVector(Value(words), weight=weight, config=CONFIG) for weight, words in weighed]
    return vectors[0] + vectors[1] + vectors[2] + vectors[3]


def preview(brief: Brief) -> Frozen:
    """Build the page as it would be published now, keeping nothing."""
    with transaction.atomic():
        brief = Brief.objects.for_freezing().get(pk=brief.pk)
        frozen = freeze(brief, grounds_of(brief), number=brief.editions.count() + 1, on=timezone.localdate())
        transaction.set_rollback(True)
    return frozen
