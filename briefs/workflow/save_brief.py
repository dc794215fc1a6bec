"""Save a brief without undoing what others did to it since its form was opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from briefs.access import may
from briefs.models import Brief
from briefs.text.merging import Clash, Merged, MergedRow, merge, merge_rows
from briefs.workflow.typed import ROWS, Sent, read, write
from briefs.workflow.written import MODELS, Written, written_now, written_then


@dataclass(frozen=True)
class Saved:
    """Who saved last, and when; "" and None where the history does not say."""

    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class RowClash:
    """What one row of the form has to be asked about: fields both changed, or a row one of both took away."""

    clashes: Mapping[str, Clash]
    fate: str
    saved: Saved


@dataclass
class Laid:
    """A form laid over what stands now: ready to be saved when nothing clashes, else to be shown again.

    `rows` has what clashes in the rows, by their form prefix (“holdings-2”).
    """

    sent: Sent
    clashes: dict[str, Clash] = field(default_factory=dict)
    rows: dict[str, RowClash] = field(default_factory=dict)
    saved: Saved = Saved()

    def __bool__(self) -> bool:
        """Say whether anything clashes."""
        return bool(self.clashes or self.rows)


def lay_over(brief: Brief, sent: Mapping[str, Sequence[str]], *, by: Any) -> Laid:
    """Merge a form, as a browser sent it, with what others saved since it was opened; writes nothing.

    To be called in the transaction that saves: it locks the brief, so that saves come one after the other. Fields
    and rows that do not touch are in one in `sent`; a field both changed has the sender's words, and stands now on
    theirs, so that sending it again wins knowingly. Raises PermissionDenied.
    """
    now_stands = Brief.objects.select_for_update().only("state", "owner", "author").get(pk=brief.pk)
    if not may(by, "edit brief", now_stands):
        raise PermissionDenied("The brief went to review meanwhile.")
    typed, now = read(sent), written_now(brief)
    began, row_began = written_then(typed, now, brief)
    merged = merge(began, typed.fields, now.fields) if typed.fields else Merged({})
    laid = Laid({}, merged.clashes)
    rows: dict[str, list[MergedRow]] = {}
    for prefix in ROWS:
        sent_rows = [one.row for one in typed.rows[prefix]]
        rows[prefix] = merge_rows(row_began[prefix], sent_rows, now.rows[prefix])
    rows["law_flags"] = _standing(rows["law_flags"], rows["holdings"])
    laid.sent = write(sent, merged.fields, rows, now.bases)
    _remember_seen(laid.sent, now)
    for prefix, merged_rows in rows.items():
        ordered = [row for row in merged_rows if row.key] + [row for row in merged_rows if not row.key]
        for index, row in enumerate(ordered):
            if row.clashes or row.fate:
                laid.rows[f"{prefix}-{index}"] = RowClash(
                    row.clashes, row.fate, _saved(MODELS[prefix], brief_id=brief.pk)
                )
    if laid.clashes:
        laid.saved = _saved(Brief, id=brief.pk)
    return laid


def _standing(flags: Sequence[MergedRow], holdings: Sequence[MergedRow]) -> list[MergedRow]:
    """Let later law that bears on a holding which is taken away bear on the whole case."""
    stay = {"", *(row.key for row in holdings if not row.is_deleted)}
    return [
        flag if flag.fields.get("bears_on", "") in stay else replace(flag, fields=flag.fields | {"bears_on": ""})
        for flag in flags
    ]


def _remember_seen(sent: Sent, now: Written) -> None:
    """Tell each holding's form which pins it is shown with."""
    for index in range(int(sent["holdings-TOTAL_FORMS"][0])):
        key = sent.get(f"holdings-{index}-id", [""])[0]
        pins = now.rows["holdings"].get(key, {}).get("passages", frozenset())
        sent[f"holdings-{index}-seen"] = [",".join(sorted(pins))]


def _saved(model: Any, **narrowed: Any) -> Saved:
    newest = model.history.filter(**narrowed).select_related("history_user").order_by("-history_id").first()
    if newest is None:
        return Saved()
    return Saved(newest.history_user.get_username() if newest.history_user else "", newest.history_date)


@transaction.atomic
def save_words(brief: Brief, changed: Sequence[str]) -> None:
    """Save the fields that were changed; what verbs did to the brief meanwhile (state, owner ...) stays done."""
    now = Brief.objects.get(pk=brief.pk)
    for one in Brief._meta.concrete_fields:
        if one.name not in changed:
            setattr(brief, one.attname, getattr(now, one.attname))
    brief.save()
