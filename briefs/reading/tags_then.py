"""The tags that rows carried at earlier moments, fetched for many records at once."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any


def with_tags(records: Iterable[Any]) -> list[Any]:
    """Give the records of one history, each with `tag_keys`, the keys of the issues it carried; one query."""
    records = list(records)
    model = type(records[0]) if records else None
    carried: dict[int, set[int]] = defaultdict(set)
    if model is not None and hasattr(model, "issues"):
        rows = model.issues.model._base_manager.filter(history__in=[record.history_id for record in records])
        for record, issue in rows.values_list("history_id", "issue_id"):
            carried[record].add(issue)
    for record in records:
        record.tag_keys = frozenset(carried[record.history_id])
    return records
