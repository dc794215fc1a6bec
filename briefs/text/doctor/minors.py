"""Names that stand beside words for a child: the rules of court give a minor's initials only (Fed. R. Civ. P. 5.2)."""

import re
from collections.abc import Iterator

from briefs.text.doctor.shapes import Chart, Found, Kind, watched

_REST = r"[a-zà-ÿ]{2,}(?:[ -][A-Z][a-zà-ÿ]{2,}){0,2}"  # of a name, after its first letter
# Begun with one sign of a few, and then looked back from, such words are scanned for in a tenth of the time.
_FIRST = r"[mij\d]"
_CHILD = (
    r"(?:(?<=m)inor (?:child|children|son|daughter|sister|brother|grandchild|beneficiary)"
    r"|(?:(?<=i)nfant|(?<=j)uvenile) (?:son|daughter)|(?<=m)inor (?:respondent|petitioner)s?"
    r"|(?<=\d)\d?-year-old (?:son|daughter|boy|girl|brother|sister))"
)
_BESIDE = re.compile(rf"{_FIRST}(?<!\w.){_CHILD},? (?:named )?(?P<name>[A-Z]{_REST})(?=[,.;:) ’'])")
_APPOSED = re.compile(rf"(?P<name>[A-Z](?<![\w’'.] .){_REST}), (?:a|an|her|his|their|the) {_FIRST}{_CHILD}\b")
_SAID = watched("minor", "infant", "juvenile", "old")  # one of these words is in every such place
_TELLS = ("minor ", "infant ", "juvenile ", "-year-old ")  # and one of these
_NO_NAME = frozenset(
    "The This That These Those Who When Where And But For From With Under After Before See His Her Their Our She They"
    " Because Although While Since Petitioner Petitioners Respondent Respondents Plaintiff Plaintiffs Defendant Court"
    " Board Government State Section January February March April May June July August September October November"
    " December United States".split()
)


def look(chart: Chart) -> Iterator[Found]:
    """Find them, each name once, where it first stands so."""
    if _SAID.isdisjoint(chart.told) or not any(words in chart.text for words in _TELLS):
        return
    seen: set[str] = set()
    for pattern in (_BESIDE, _APPOSED):
        for match in pattern.finditer(chart.text):
            name = match["name"]
            if name not in seen and not _NO_NAME.intersection(re.split(r"[ -]", name)):
                seen.add(name)
                yield Found(*match.span("name"), "This may be the name of a minor; initials are the rule.")


KIND = Kind("minor", "Name of a minor", look, is_identifier=True)
