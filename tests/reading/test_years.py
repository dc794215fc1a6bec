"""The timeline of an authority."""

from datetime import date

import pytest

from briefs.reading.citing import CASES_ON_A_PAGE, CitingCase
from briefs.reading.years import STEP, TALLEST, years


def case(pk: int, year: int | None) -> CitingCase:
    return CitingCase(pk, f"Case {pk}", date(year, 5, 1) if year else None, "", (1, "", ""))


def test_each_year_has_its_cases_in_their_order_and_a_bar_as_high_as_they_are_many():
    line = years([case(1, 2008), case(2, 1999), case(3, 2008), case(4, None)])
    assert [(one.year, [c.pk for c, _ in one.cases]) for one in line.years] == [(1999, [2]), (2008, [1, 3])]
    assert [one.height for one in line.years] == [TALLEST // 4, TALLEST // 2]
    assert [one.left for one in line.years] == [0, 9 * STEP]
    assert line.width == 10 * STEP
    assert (line.undated, line.most) == (1, 2)


def test_of_a_year_with_many_cases_the_first_are_named_and_the_others_counted():
    line = years([*(case(n, 2008) for n in range(40)), case(99, 1999)])
    assert [(len(one.cases), one.more) for one in line.years] == [(1, 0), (12, 28)]
    assert line.most == 40


def test_nothing_is_drawn_above_the_tallest_bar():
    line = years([case(1, 2008), case(2, 1999)])
    assert (line.top, line.tall) == (TALLEST - TALLEST // 4, TALLEST // 4 + 2)


def test_a_case_on_a_later_page_of_the_list_says_which():
    cases = [case(n, 1990 + n) for n in range(CASES_ON_A_PAGE + 1)]
    assert [page for year in years(cases).years for _, page in year.cases] == [1] * CASES_ON_A_PAGE + [2]


@pytest.mark.parametrize("told", [[], [None], [2001, 2001, None]])
def test_one_year_is_no_line(told):
    assert years([case(n, year) for n, year in enumerate(told)]) is None
