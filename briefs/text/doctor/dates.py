"""Two dates given for one thing."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations

from briefs.text.doctor.birth_dates import MONTH
from briefs.text.doctor.shapes import Chart, Found, Kind, watched

# What somebody does once, on one day, and the words that say of what.
_VERBS = ("left", "departed", "fled", "entered", "arrived", "married", "born", "deserted", "emigrated", "died")
_EVENT = re.compile(
    r"(?P<who>[A-Z][\w’'-]{3,}|\b[Hh]e|\b[Ss]he|\b[Tt]hey)\s(?:and\s[A-Z][\w’'-]+\s)?(?:had\s|was\s|were\s)?"
    rf"(?P<verb>{'|'.join(_VERBS)})\s"
    r"(?P<what>(?:in\s|from\s|the\s|to\s|at\s)*[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)?"
    rf"[^.;\d]{{0,40}}?\b(?:in|on|about)\s(?:(?:or\sabout|early|late|mid-?|mid|about)\s?)*(?P<month>{MONTH})(?:\s(?P<day>\d{{1,2}}))?,?\s"
    r"(?P<year>(?:19|20)\d\d)"
)
_MONTH = re.compile(rf"{MONTH}(?:\s\d{{1,2}})?,?\s(?:19|20)\d\d")  # every event ends so
_TOLD = watched(*_VERBS)
_LITTLE = re.compile(r"^(?:in|from|the|to|at)\s")


def look(chart: Chart) -> Iterator[Found]:
    """Find one event of one place put into two months of one year, or on two days of one month."""
    events: dict[tuple[str, str], list[re.Match[str]]] = {}
    told_at = sorted(_places(chart))
    for block in chart.of_kind("paragraph", "footnote"):
        at = bisect_left(told_at, block.start)
        if at == len(told_at) or told_at[at] >= block.end:
            continue
        dated = _MONTH.search(chart.text, block.start, block.end)
        for match in _EVENT.finditer(chart.text, block.start, block.end) if dated else ():
            what = match["what"] or ""
            while _LITTLE.match(what):
                what = _LITTLE.sub("", what)
            if what:
                events.setdefault((match["verb"], what.casefold()), []).append(match)
    for told in events.values():
        for one, other in combinations(told, 2):
            if one["year"] == other["year"] and _disagree(one, other) and _same(one["who"], other["who"]):
                said = " ".join(one.group().split())[:120]
                yield Found(
                    other.start("month"),
                    other.end("year"),
                    f"Here it is {_date(other)}, but {_date(one)} where the text says “{said}”.",
                )


def _places(chart: Chart) -> Iterator[int]:
    """Give where a text has one of the verbs: most blocks have none, and need not be looked through."""
    for verb in _TOLD & chart.told:
        at = chart.text.find(verb.decode())
        while at >= 0:
            yield at
            at = chart.text.find(verb.decode(), at + 1)


def _date(match: re.Match[str]) -> str:
    return f"{match['month']} {match['year']}"


def _disagree(one: re.Match[str], other: re.Match[str]) -> bool:
    if one["month"][:3] != other["month"][:3]:
        return True
    return bool(one["day"] and other["day"] and one["day"] != other["day"])


def _same(one: str, other: str) -> bool:
    """Say whether two subjects may be one: the same name, or a pronoun that may stand for it."""
    one, other = one.casefold(), other.casefold()
    if "they" in (one, other) or {one, other} == {"he", "she"}:
        return one == other
    return one == other or bool({"he", "she"} & {one, other})


KIND = Kind("dates", "Dates that disagree", look)
