"""How printed lines run on, told by their places alone."""

from briefs.importers.printed.flow import PrintedFlow
from briefs.importers.printed.setting import Printed
from briefs.text.flow import Spot
from briefs.text.layout import Layout

LAYOUT = Layout(True, 0, 0, True, 5, True, 80.0, frozenset((1,)))


def line(text: str, inset: float, short: float = 0.0) -> Printed:
    return Printed(0, 0, len(text), len(text) + 1, text, round(inset * 2), inset=inset, short=short, reach=3.0)


def test_a_quotation_whose_first_line_ends_a_page_over_notes_is_one():
    stream = [
        Spot(line("and so the court put it, as we have said, thus:", 0.0, 9.0), 0, False),
        Spot(line("Words that run on to the end of their line and then", 4.5, 4.5), 0, False),
        Spot(line("go on with the next page, set in on both of its sides", 4.5, 4.5), 1, True),
    ]
    flow = PrintedFlow(LAYOUT, stream)
    assert [flow.verdict(1, quoted=False), flow.verdict(2, quoted=True)] == ["quote", "on"]
