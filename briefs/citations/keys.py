"""Canonical keys: what a key names, where it links, and the wider authorities it is part of.

A key begins with its kind's prefix: "case:883:F.2d:788", "agency:19:I&N:502", "usc:8:1101:a.42.A", "cfr:8:208.16:b.2".
"""

from functools import lru_cache

from briefs.citations.kinds import KINDS
from briefs.citations.shapes import Description, Kind

_BY_PREFIX: dict[str, Kind] = {prefix: kind for kind in KINDS for prefix in kind.prefixes}


def kind_of(key: str) -> Kind:
    """Give the kind a key belongs to; KeyError when no kind has its prefix."""
    return _BY_PREFIX[key.split(":", 1)[0]]


@lru_cache(maxsize=8192)
def describe(key: str) -> Description:
    """Give the kind, display citation and table-of-authorities group of a key."""
    kind = kind_of(key)
    return Description(kind.name, kind.show(tuple(key.split(":"))), kind.group)


def parents(key: str) -> tuple[str, ...]:
    """Give the wider authorities, nearest first: a subsection's section, a section's title; () when there are none."""
    return kind_of(key).parents(tuple(key.split(":")))


def twins(key: str) -> tuple[str, ...]:
    """Give the other keys of the same thing: "cfr:8:1208.13" for "cfr:8:208.13"; () when there are none."""
    return kind_of(key).twins(tuple(key.split(":")))


def link(key: str) -> tuple[str, str] | None:
    """Give the outside (url, host) of an authority, built from its key; None where no sure address exists."""
    return kind_of(key).link(tuple(key.split(":")))
