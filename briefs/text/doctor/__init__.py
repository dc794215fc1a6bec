"""The source doctor: what is doubtful in an opinion's text, beside the text and never in it. PURE."""

from briefs.text.doctor import (
    a_numbers,
    birth_dates,
    brackets,
    dates,
    edges,
    later_authority,
    minors,
    misread,
    names,
    note_calls,
    order,
    phones,
    reporter_year,
    social_security,
    subsections,
    twice,
)
from briefs.text.doctor.shapes import Chart, Cited, Found, Kind

# Every kind of finding; identifiers first, since those must be signed before anything is released.
KINDS: tuple[Kind, ...] = (
    a_numbers.KIND,
    social_security.KIND,
    birth_dates.KIND,
    phones.KIND,
    minors.KIND,
    reporter_year.KIND,
    later_authority.KIND,
    subsections.KIND,
    brackets.KIND,
    names.KIND,
    dates.KIND,
    order.KIND,
    edges.KIND,
    note_calls.KIND,
    misread.KIND,
    twice.KIND,
)
IDENTIFIERS = frozenset(kind.code for kind in KINDS if kind.is_identifier)


def examine(chart: Chart) -> list[tuple[Kind, Found]]:
    """Give every finding in reading order; deterministic, and nothing is changed."""
    found = [(kind, one) for kind in KINDS for one in kind.look(chart)]
    return sorted(found, key=lambda pair: (pair[1].start, pair[1].end, pair[0].code))


__all__ = ["IDENTIFIERS", "KINDS", "Chart", "Cited", "Found", "Kind", "examine"]
