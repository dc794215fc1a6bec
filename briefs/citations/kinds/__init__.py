"""The kinds of authority, one file each, in the order in which they claim the same words."""

from briefs.citations.kinds import (
    agency,
    books,
    cases,
    cfr,
    constitution,
    federal_register,
    foreign,
    guidelines,
    ina,
    old_codes,
    public_laws,
    reports,
    rules,
    state,
    state_regulations,
    treaties,
    usc,
)
from briefs.citations.shapes import Kind

KINDS: tuple[Kind, ...] = (
    agency.KIND,
    usc.KIND,
    ina.KIND,
    cfr.KIND,
    state_regulations.KIND,
    state.KIND,
    federal_register.KIND,
    public_laws.KIND,
    treaties.KIND,
    reports.KIND,
    constitution.KIND,
    rules.KIND,
    guidelines.KIND,
    books.KIND,
    old_codes.KIND,
    foreign.KIND,
    cases.KIND,
)
