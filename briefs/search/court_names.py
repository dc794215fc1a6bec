"""A court of appeals named among other words: “second circuit persecution”, “CA9 asylum”, “2d Cir. fees”.

No decision calls its own court as those who look for it do, and most of those that name a circuit belong to another. So
the name asks for that court's decisions, which stand first (`rank.of_courts`), and not for its words.
"""

import re

_NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
_CIRCUITS = {name: f"ca{number}" for number, name in enumerate(_NUMBERS, start=1)} | {"dc": "cadc", "fed": "cafc"}
# The name as it is typed and as citations print it. It has no group, for it stands in a larger pattern.
COURT = (
    rf"(?<!-)(?:(?:{'|'.join(_NUMBERS)}|\d{{1,2}}(?:st|n?d|r?d|th)|d\.? ?c\.?|fed(?:eral|\.)?) ?cir(?:cuit|\.)?"
    r"(?:['’]s)?(?: court of appeals)?|ca(?:[1-9]|1[01]|dc|fc))(?![\w.-]),?"
)
_NUMBER = re.compile(r"ca(\w+)|(\d+)|(d\.? ?c|fed)|(\w+)", re.IGNORECASE)


def court_of(name: str) -> str:
    """Give the court that a name is of; "" for none.

    >>> court_of("9th Cir."), court_of("CA2"), court_of("D.C. Circuit"), court_of("14th cir.")
    ('ca9', 'ca2', 'cadc', '')
    """
    match = _NUMBER.match(name)
    if not match:
        return ""
    short, number, letters, word = (one and one.casefold() for one in match.groups())
    if number:
        return f"ca{number}" if 1 <= int(number) <= len(_NUMBERS) else ""
    return f"ca{short}" if short else _CIRCUITS.get((letters or word).replace(".", "").replace(" ", ""), "")
