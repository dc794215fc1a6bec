"""The details of an opinion as a form on its text desk, each with the words of the text it came from."""

from collections.abc import Mapping
from typing import Any

from briefs.admin.import_forms import ELSEWHERE, DetailsForm
from briefs.importers import Detail
from briefs.importers.details import from_text
from briefs.models import NOT_GIVEN, Opinion
from briefs.text.identifiers import mask
from briefs.text.pieces import Clean

_OF_THE_WRITING = ("author", "opinion_kind", "completeness")


class HeldDetailsForm(DetailsForm):
    """What is known of an opinion that is here; the panel has its titles and parts on the page of the case."""

    panel = None

    def __init__(self, opinion: Opinion, data: Mapping[str, Any] | None = None) -> None:
        held = _held(opinion)
        super().__init__(data, found=_found(opinion), initial=held, auto_id="id_details_%s")
        self.fields.pop("source_panel", None)
        for name in ELSEWHERE:
            if f"source_{name}" in self.fields:
                where = opinion.case.sources.get(name, "")
                self.initial[f"source_{name}"] = "" if where == NOT_GIVEN else where

    def in_text(self) -> list[str]:
        """Name the details that the opinion itself gives."""
        return [name for name in self.base_fields if self._in_text(name)]

    def rows(self) -> list[dict[str, Any]]:
        """Give each field as the import desk does; only what is empty is “not given”."""
        rows = super().rows()
        for row in rows:
            row["is_empty"] = not row["field"].value()
        return rows

    def _has_to_say_where(self, name: str) -> bool:
        """Ask only of what is changed: a detail may be from a running head, which is no part of the text."""
        return name in self.changed_data


def _held(opinion: Opinion) -> dict[str, Any]:
    case = opinion.case
    told = {
        "short_name": case.short_name,
        "caption": case.caption,
        "court": case.court_id,
        "docket_numbers": case.docket_numbers,
        "argued_on": case.argued_on,
        "decided_on": case.decided_on,
        "decided_precision": case.decided_precision,
        "opinion_kind": opinion.kind,
        "author": opinion.author,
        "completeness": opinion.completeness,
        "publication_status": case.publication_status,
        "citation": case.authority.cite if case.authority else "",
        "disposition": case.disposition,
        "counsel": case.counsel,
    }
    return {name: mask(value) if isinstance(value, str) else value for name, value in told.items()}


def _found(opinion: Opinion) -> list[Detail]:
    """Propose the details again from the text as it stands; a further writing of a case gives only its own."""
    proposed = from_text(Clean(opinion.text, tuple(opinion.text_marks), ()))
    return [one for one in proposed if opinion.position == 0 or one.field in _OF_THE_WRITING]
