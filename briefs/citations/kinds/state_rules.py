"""The states' rules of court: "Tex. R. App. P. 47.1", "Pa.R.Crim.P. 907", "Ill. S. Ct. R. 341", Ohio's "Crim.R. 11"."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.state import STATES
from briefs.citations.reading import Reading
from briefs.citations.words import sought

_RULES = re.compile(
    rf"(?<![\w.])(?P<state>{STATES}) ?(?P<set>(?:(?:S(?:up|uper)?|Dist|Fam|Prob|Juv)\. ?)?(?:Ct\. ?)?"
    r"(?:(?:Crim|Civ|App|Evid|Juv)\. ?)?(?:R(?P<short>ules?|\.) ?"
    r"(?:(?:of )?(?:[A-Z][a-z']{0,5}\. ?|& |Court,? )){0,4}))"
    r"(?:[Rr]ules? |No\. )?(?=\d)"
)
_OHIO = re.compile(r"(?<![\w.])(?:Crim|Civ|Evid|App|Juv)\.R\. ?(?=\d)")
_WORDS = sought(
    *(". R. ", ".R.", ". R.", " Rule ", " Rules "),
    *(f"{state} R." for state in ("Alaska", "Guam", "Idaho", "Iowa", "Ohio", "Utah")),
)
_OHIO_WORDS = sought("Crim.R.", "Civ.R.", "Evid.R.", "App.R.", "Juv.R.")
_OF_RULES = re.compile(r"P\.|Evid|Ct\.|Court|Crim|Civ|App")  # what a set of rules is of; "Me. R. 12" may be a railroad


def state_rules(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give (start, place of the number, name of the set) of each rule of a state's courts."""
    for match in reading.matches(_RULES, _WORDS, 22):
        if match["short"] != "." or _OF_RULES.search(match["set"]):
            parted = re.sub(r"\.(?=[A-Z&])", ". ", match["set"]).strip(" ,")
            yield match.start(), match.end(), f"{match['state'].replace(' ', '')} {' '.join(parted.split())}"
    for match in reading.matches(_OHIO, _OHIO_WORDS):
        yield match.start(), match.end(), f"Ohio {match[0].strip()}"
