"""When an authority was cited: the citing cases by year, for the timeline of its page."""

from dataclasses import dataclass

from briefs.reading.citing import CASES_ON_A_PAGE, CitingCase

STEP = 14  # from one year's bar to the next, in the drawing's own units
TALLEST = 60
_SCALE = 4  # cases that make a bar of full height, unless a year has more
_NAMED = 12  # cases that are named under a year; the others are counted
_SEVERAL = 2  # a timeline of one year says nothing


@dataclass(frozen=True, slots=True)
class Year:
    """A year with the first cases decided in it, each with the list's page it stands on, how many more, and its bar."""

    year: int
    cases: list[tuple[CitingCase, int]]
    more: int
    left: int
    height: int

    @property
    def top(self) -> int:
        """Give where the bar begins, from above."""
        return TALLEST - self.height


@dataclass(frozen=True, slots=True)
class Years:
    """The years from the first citing decision to the last, and how many decisions have no date."""

    years: list[Year]
    undated: int

    @property
    def width(self) -> int:
        """Give the width of the drawing."""
        return STEP * (self.years[-1].year - self.years[0].year + 1) if self.years else 0

    @property
    def top(self) -> int:
        """Give where the tallest bar begins: nothing is drawn above it."""
        return min((year.top for year in self.years), default=0)

    @property
    def tall(self) -> int:
        """Give the height of the drawing, with the line the bars stand on."""
        return TALLEST + 2 - self.top

    @property
    def most(self) -> int:
        """Give the most decisions of one year."""
        return max((len(year.cases) + year.more for year in self.years), default=0)


def years(cases: list[CitingCase]) -> Years | None:
    """Lay the citing cases, in the order they are listed, along the years; None where there is no line to draw."""
    told: dict[int, list[tuple[CitingCase, int]]] = {}
    undated = 0
    for at, case in enumerate(cases):
        if case.decided_on is None:
            undated += 1
        else:
            told.setdefault(case.decided_on.year, []).append((case, at // CASES_ON_A_PAGE + 1))
    if len(told) < _SEVERAL:
        return None
    first, most = min(told), max(_SCALE, *map(len, told.values()))
    rows = []
    for year in sorted(told):
        many = len(told[year])
        bar = STEP * (year - first), max(4, round(TALLEST * many / most))
        rows.append(Year(year, told[year][:_NAMED], max(0, many - _NAMED), *bar))
    return Years(rows, undated)
