"""Freeze a brief into its next edition."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.exporters.page import Page
from briefs.models import Brief, Edition, EditionCitation, EditionHolding, EditionPassage, Issue
from briefs.models.vocabulary import SEPARATE_WEIGHTS, BriefState
from briefs.workflow.approve import approval_stands
from briefs.workflow.as_it_is import hold_case, hold_still
from briefs.workflow.freeze import Frozen, freeze
from briefs.workflow.grounds import grounds_of
from briefs.workflow.index import index
from briefs.workflow.quote_lock import signed_in
from briefs.workflow.readiness import missing
from briefs.workflow.refusal import Refused
from briefs.workflow.release import opened


@transaction.atomic
def publish(brief: Brief, *, by: Any) -> Edition:
    """Freeze the brief into its next edition, which becomes the live page; its opinion is released with it.

    A brief in review is approved in the same act; an approved one goes out if no word was changed since. Raises
    Refused with every reason at once, and PermissionDenied for anyone but a supervising attorney other than the
    author (INV-1).
    """
    hold_case(brief)
    hold_still(brief)
    must(by, "publish", brief)
    brief = Brief.objects.for_freezing().get(pk=brief.pk)
    grounds = grounds_of(brief)
    reasons: list[str] = [*missing(brief, grounds)]
    if brief.state == BriefState.APPROVED and not approval_stands(brief):
        reasons.insert(0, "The brief was changed after it was approved; read it and approve it again.")
    elif brief.state not in (BriefState.IN_REVIEW, BriefState.APPROVED):
        reasons.insert(0, "The brief has not been submitted for review.")
    if reasons:
        raise Refused(*reasons)
    newly_open = [one for one in grounds.opinions if one.released_at is None and opened(one, by=by)]
    number = brief.editions.count() + 1
    frozen = freeze(brief, grounds, number=number, on=timezone.localdate())
    brief.editions.filter(is_current=True).update(is_current=False)
    edition = _keep(brief, frozen, number, by, signed_in(brief, grounds))
    brief.state, brief.returned_because = BriefState.PUBLISHED, ""
    brief.save(update_fields=["state", "returned_because"])  # publishing is no change of what is written
    for opinion in {brief.opinion, *newly_open}:
        index(opinion)
    return edition


def _keep(brief: Brief, frozen: Frozen, number: int, by: Any, signed: list[list[str]]) -> Edition:
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
        published_by=by,
        approved_by=brief.approved_by if brief.state == BriefState.APPROVED else by,
        signed_quotations=signed,
    )
    keep_parts(edition)
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


def keep_parts(edition: Edition) -> None:
    """Keep the holdings and passages of a new edition beside its page, for whoever counts or searches them."""
    page, slugs = edition.page, dict(Issue.objects.values_list("slug", "pk"))
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
        for ordinal, (place, anchor, text) in enumerate(_passages_told(page))
    )


def _passages_told(page: Page) -> Iterator[tuple[str, str, str]]:
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


def preview(brief: Brief) -> Frozen:
    """Build the page as it would be published now, keeping nothing."""
    with transaction.atomic():
        brief = Brief.objects.for_freezing().get(pk=brief.pk)
        frozen = freeze(brief, grounds_of(brief), number=brief.editions.count() + 1, on=timezone.localdate())
        transaction.set_rollback(True)
    return frozen
