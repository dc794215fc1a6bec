"""Put a marked passage to use: a new holding that states it, or one more pin of a holding there is."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from briefs.access import must
from briefs.models import Annotation, Brief, Holding, Pin
from briefs.models.annotation import AnnotationQuerySet
from briefs.models.vocabulary import AnchorState, AnnotationKind, OpinionKind, Weight
from briefs.workflow.as_it_is import hold_still
from briefs.workflow.constraints import sentence
from briefs.workflow.pin import pin
from briefs.workflow.refusal import Refused

_PLACED = (AnchorState.PLACED, AnchorState.MOVED)

# What a proposition weighs when the passage itself says what it is.
_BY_KIND = {AnnotationKind.DICTA: Weight.DICTA, AnnotationKind.RULE: Weight.RULE}


def default_weight(annotation: Annotation) -> str:
    """Give the weight a proposition has by the opinion its passage stands in (INV-2), then by the mark's kind."""
    opinion = annotation.opinion
    if opinion.kind == OpinionKind.DISSENT:
        return Weight.DISSENT
    if opinion.is_separate:
        return Weight.CONCURRENCE
    return _BY_KIND.get(AnnotationKind(annotation.kind), Weight.HOLDING)


@transaction.atomic
def hold(annotation: Annotation, brief: Brief, *, by: Any, answer: str = "") -> Holding:
    """Write the brief's next holding from a marked passage, pinned to it and under its issues.

    Without an `answer` the quoted words are the answer, to be written over; while nobody wrote them over, the same
    passage makes no second one. Raises Refused when the passage is of
    another case or not in a voice that can hold (INV-6), PermissionDenied for who may not edit the brief.
    """
    must(by, "edit brief", brief)
    if annotation.opinion.case_id != brief.opinion.case_id:
        raise Refused("A holding can be written only from a passage of the case that is briefed.")
    Brief.objects.select_for_update(of=("self",)).get(pk=brief.pk)  # two people, two numbers
    written = brief.holdings.filter(pins__annotation=annotation, answer=quoted(annotation.quote)).first()
    if written is not None and not answer.strip():
        return written
    last = brief.holdings.aggregate(last=Max("number"))["last"] or 0
    weight, words = default_weight(annotation), answer.strip() or quoted(annotation.quote)
    try:
        with transaction.atomic():
            holding = Holding.objects.create(brief=brief, number=last + 1, answer=words, weight=weight)
            Pin.objects.create(holding=holding, annotation=annotation)
    except IntegrityError as error:
        raise Refused(sentence(error)) from error
    holding.issues.set(annotation.issues.all())
    return holding


def unheld(brief: Brief) -> AnnotationQuerySet:
    """Give the passages marked as holdings that support nothing in the brief yet, as they stand in the text."""
    marked = Annotation.objects.standing().filter(
        opinion=brief.opinion_id, kind=AnnotationKind.HOLDING, anchor_state__in=_PLACED
    )
    return marked.exclude(pins__holding__brief=brief).in_reading_order()


@transaction.atomic
def hold_marked(brief: Brief, *, by: Any) -> list[Holding]:
    """Write a holding from each passage that is marked as one and supports none. Raises Refused, PermissionDenied."""
    hold_still(brief)
    must(by, "edit brief", brief)
    passages = list(unheld(brief).select_related("opinion").prefetch_related("issues"))
    if not passages:
        raise Refused("No passage is marked as a holding that does not support one already.")
    return [hold(one, brief, by=by) for one in passages]


@transaction.atomic
def support(annotation: Annotation, holding: Holding, *, by: Any) -> Holding:
    """Let a passage support a holding beside what supports it already. Raises Refused, PermissionDenied."""
    pin(holding, [*Annotation.objects.select_related("opinion").filter(pins__holding=holding), annotation], by=by)
    return holding


def use(annotation: Annotation, where: Brief | Holding, *, by: Any) -> Holding:
    """Write a new holding of a brief from the passage, or pin a holding to it."""
    if isinstance(where, Brief):
        return hold(annotation, where, by=by)
    return support(annotation, where, by=by)


def quoted(words: str) -> str:
    """Set words of an opinion as a quotation in prose: on one line, quotation marks inside made single."""
    inside = " ".join(words.split()).replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{inside}”"
