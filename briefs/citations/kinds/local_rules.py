"""Local rules of the federal district and bankruptcy courts, where the court is named: "N.D. Cal. Civ. L.R. 7-2"."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.state import STATES
from briefs.citations.reading import Reading
from briefs.citations.words import sought

_LOCAL = re.compile(
    rf"(?<![\w.])(?P<court>(?:(?:[NSEWMC]\. ?)?D\. ?(?:{STATES})|D\.(?: ?D\. ?C\.| ?P\. ?R\.| ?V\. ?I\.| Guam)),?) "
    r"(?P<set>(?:(?:Bankr\.|Civ(?:il|\.)|Crim(?:inal|\.)|Adm(?:iralty|\.)) )?"
    r"(?:L(?:oc(?:al|\.)|\.)? ?(?:(?:Bankr\.|Civ(?:il|\.)|Crim(?:inal|\.)|Pat(?:ent|\.)) ?)?R(?:ules?|\.)?|LR|LCvR|LCrR"
    r"|LCR|LBR|L\. ?Cv\. ?R\.|L\. ?Civ\. ?R\.)(?: ?(?:Civ|Crim|Bankr)\. ?P\.)?) ?(?=\d)"
)
_WORDS = sought(" L.R", " L. R", " Loc. R", " Local", " LR ", " LR", " LCvR", " LCrR", " LCR", " LBR", " L.Cv",
                " L.Civ", " L. Cv", " L. Civ", " Civ. L", " Crim. L", " Civil L", " Bankr. L")  # fmt: skip


def local_rules(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give (start, place of the number, name of the set) of each local rule whose court is named before it."""
    courts = (place for place in reading.places(_WORDS) if reading.text[place - 1] in ".,")
    for match in reading.near(_LOCAL, courts, 21):
        court = re.sub(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)", "", match["court"].rstrip(","))
        yield match.start(), match.end(), f"{' '.join(court.split())} {' '.join(match['set'].split())}"
