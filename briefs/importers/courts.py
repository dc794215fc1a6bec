"""Which court a name is of: courts-db's patterns and names, tried on the whole name and nowhere else in it.

The library looks for each of its patterns at every place of a name and then keeps what covers all of it. Begun at the
name's first letter alone, they give the same answer in a small part of the time.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

import courts_db
from courts_db.text_utils import strip_punc


class _Court(NamedTuple):
    court: str
    parent: str | None


@cache
def _patterns(*, bankruptcy: bool) -> list[tuple[re.Pattern[str], _Court]]:
    """Give the patterns of the bankruptcy courts, or of all others."""
    return [
        (pattern, _Court(court, parent))
        for pattern, court, _, kind, _, parent in courts_db.regexes
        if (kind == "bankruptcy") is bankruptcy
    ]


@cache
def _named() -> dict[str, list[_Court]]:
    """Give the courts by name, in small letters."""
    named: defaultdict[str, list[_Court]] = defaultdict(list)
    for court in courts_db.courts:
        named[strip_punc(court["name"].lower())].append(_Court(court["id"], court.get("parent")))
    return dict(named)


@cache
def _of_bankruptcy() -> frozenset[str]:
    return frozenset(court["id"] for court in courts_db.courts if court["type"] == "bankruptcy")


@cache
def _states() -> dict[str, str]:
    """Give the state that each state court is of, by the court."""
    return {
        court["id"]: court["location"]
        for court in courts_db.courts
        if court.get("system") == "state" and court.get("location")
    }


def state_of(court: str) -> str:
    """Give the name of the state that a court is of; nothing for other courts."""
    return _states().get(court, "")


@lru_cache(maxsize=4096)
def courts_named(name: str, *, bankruptcy: bool) -> tuple[str, ...]:
    """Give the identifiers of the courts a name may be of, in order; a court's own division stands for it.

    `bankruptcy` tells whether bankruptcy courts alone are looked for, or all but them.
    """
    name = strip_punc(name)
    found = {
        court
        for pattern, court in _patterns(bankruptcy=bankruptcy)
        if (match := pattern.match(name)) and match.end() == len(name)
    }
    found = found or set(_named().get(strip_punc(name.lower()), ()))
    if len(found) > 1:
        parents = {court.parent for court in found}
        found = {court for court in found if court.court not in parents}
    return tuple(sorted({one.court for one in found if (one.court in _of_bankruptcy()) is bankruptcy}))
