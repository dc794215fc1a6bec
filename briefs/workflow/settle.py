"""Settle what is known of an opinion that is here: its case's details and its own, each with where it was found."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction

from briefs.access import must
from briefs.models import NOT_GIVEN, Case, Opinion
from briefs.workflow.cite import authority_for
from briefs.workflow.index_edits import index_case, index_opinion
from briefs.workflow.ingest import covered
from briefs.workflow.keep import ASKED_FOR
from briefs.workflow.refusal import Refused

_OF_CASE = (
    *("short_name", "caption", "court_id", "docket_numbers", "argued_on", "decided_on", "decided_precision"),
    *("publication_status", "disposition", "counsel"),
)
_OF_OPINION = ("kind", "author", "completeness")


@transaction.atomic
def settle(
    opinion: Opinion,
    *,
    by: Any,
    details: Mapping[str, Any],
    sources: Mapping[str, str],
    in_text: Collection[str] = (),
) -> None:
    """Keep the details a person settled; search and lists follow, and the history says who changed what.

    `details` has every field of the form (`court` an id, `citation` as typed); `sources` says where what the opinion
    does not give was found, `in_text` names what it gives. An empty detail is recorded as not given in source. The
    panel stays as it is: its judges have titles and parts. Raises PermissionDenied; Refused where the citation is
    another case's.
    """
    must(by, "correct text")
    case = Case.objects.select_for_update().get(pk=opinion.case_id)
    told = {name: covered(value) for name, value in details.items()}
    was = {"authority": case.authority_id}
    cite = told["citation"]
    authority = authority_for(cite, name=told["short_name"]) if cite else None
    other = Case.objects.filter(authority=authority).exclude(pk=case.pk).first() if authority else None
    if other:
        raise Refused(f"{cite} is the citation of another case here: {other}.")
    case.authority = authority
    values = told | {"court_id": told["court"]}
    if _set(case, {name: values[name] for name in _OF_CASE}) | _recorded(case, told, sources, in_text) or (
        was["authority"] != case.authority_id
    ):
        case.save()
        index_case(case, was)
    opinion.case = case
    own = {"kind": told["opinion_kind"], "author": told["author"], "completeness": told["completeness"]}
    if _set(opinion, own):
        opinion.save(update_fields=_OF_OPINION)
        index_opinion(opinion, {"case": case.pk})


def _set(row: Any, values: Mapping[str, Any]) -> bool:
    """Lay values on a row; says whether any is another than before."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    return bool(changed)


def _recorded(case: Case, told: Mapping[str, Any], sources: Mapping[str, str], in_text: Collection[str]) -> bool:
    """Record of each detail where it was found; one that is given elsewhere keeps what was recorded of it."""
    kept = dict(case.sources)
    for name in told:
        if told[name]:
            if name in sources:
                kept[name] = sources[name]
            elif name in in_text or kept.get(name) == NOT_GIVEN:
                kept.pop(name, None)
        elif name in ASKED_FOR:
            kept[name] = NOT_GIVEN
    return _set(case, {"sources": kept})
