"""Make a received file into an opinion: its case, its text and its passages, with its citations found."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from briefs.access import must
from briefs.importers import Imported
from briefs.models import Case, Opinion, Source
from briefs.text.identifiers import mask
from briefs.workflow.keep import Ready, keep, ready
from briefs.workflow.read import read_source


def proposed(source: Source) -> dict[str, Any]:
    """Give what the file itself says of the case and of its first opinion, by field; what it does not say is left out.

    Raises importers.Unreadable.
    """
    return _said(read_source(source).apart()[0])


def _said(imported: Imported) -> dict[str, Any]:
    details = {detail.field: detail.value for detail in imported.details if detail.value}
    if "citations" in details:
        details["citation"] = details.pop("citations")[0]
    return _masked(details)


def _masked(given: Mapping[str, Any]) -> dict[str, Any]:
    return {key: covered(value) for key, value in given.items() if value}


def covered(value: Any) -> Any:
    """Mask a detail, or each of several: judges, docket numbers (INV-12)."""
    if isinstance(value, str):
        return mask(value)
    return [covered(one) for one in value] if isinstance(value, list | tuple) else value


@transaction.atomic
def ingest(
    source: Source,
    *,
    by: Any,
    details: Mapping[str, Any] | None = None,
    sources: Mapping[str, str] | None = None,
    writings: Sequence[Mapping[str, Any]] = (),
    case: Case | None = None,
) -> Opinion:
    """Keep a Source as the opinions of a new Case, and find their citations; a source already kept gives its opinion.

    A file with several writings gives one Opinion for each; the first is given back. `details` are the fields of
    keep.CASE_FIELDS, keep.CASE_TEXTS, `court` (id), `docket_numbers`, `citation`, `author`, `opinion_kind`,
    `completeness`, `panel` as a person settled them; without any, what the file says is taken. `sources` says, field
    by field, where a detail that the file does not give was found. `writings` are the `opinion_kind` and `author` of
    each writing, the first included, where there are several. With `case` the opinions join a case that is here.
    Raises importers.Unreadable, PermissionDenied.
    """
    must(by, "import")
    # Two people keeping one file at once make one opinion.
    Source.objects.select_for_update().only("pk").get(pk=source.pk)
    kept = Opinion.objects.filter(Q(source=source) | Q(text_versions__source=source))
    held = kept.order_by("case", "position").first()
    if held:
        return held
    return keep([_settled(source, details, sources, writings, case)], by=by)[0]


def as_it_says(source: Source) -> Ready:
    """Read a file that is not kept yet, to be kept with what it says of itself; raises importers.Unreadable."""
    return _settled(source)


def _settled(
    source: Source,
    details: Mapping[str, Any] | None = None,
    sources: Mapping[str, str] | None = None,
    writings: Sequence[Mapping[str, Any]] = (),
    case: Case | None = None,
) -> Ready:
    apart = read_source(source).apart()
    given = _said(apart[0]) if details is None else _masked(details)
    said = [given, *map(_said, apart[1:])]
    for number, own in enumerate(writings[: len(said)]):
        said[number] = said[number] | _masked(own)
    return ready(source, apart, said, details=given, sources=sources, case=case)
