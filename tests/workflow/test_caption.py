"""How a case is cited from its own row."""

from datetime import date

import pytest

from briefs.models import Case, Court
from briefs.workflow.caption import full_citation


@pytest.mark.parametrize(
    ("on", "precision", "told"),
    [
        (date(2011, 1, 21), "day", "A v. B, No.\xa009-1473, slip op. (1st Cir. Jan. 21, 2011)"),
        (date(2011, 5, 4), "day", "A v. B, No.\xa009-1473, slip op. (1st Cir. May 4, 2011)"),
        (date(2011, 9, 1), "month", "A v. B, No.\xa009-1473, slip op. (1st Cir. Sept. 2011)"),
        (None, "unknown", "A v. B, No.\xa009-1473 (1st Cir.) [date not given in source]"),
    ],
)
def test_a_slip_opinion_is_cited_by_its_number_and_the_month_in_short(on: date | None, precision: str, told: str):
    court = Court(pk="ca1", abbreviation="1st Cir.")
    case = Case(
        short_name="A v. B", court=court, docket_numbers=["09-1473"], decided_on=on, decided_precision=precision
    )
    assert full_citation(case) == told
