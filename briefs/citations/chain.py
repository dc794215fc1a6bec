"""What an *id.* may refer back to: the citations of one stream, walked in order (Bluebook rule 4.1)."""

import re

from briefs.citations import pins
from briefs.citations.shapes import Sighting


class Chain:
    """What *id.* may refer back to at a place of one stream."""

    def __init__(self) -> None:
        """Begin a stream: nothing is cited yet."""
        self.last: Sighting | None = None
        self.before: Sighting | None = None  # the citation before a law that is named in passing
        self.mentions: list[Sighting] = []
        self.reached: dict[str, int] = {}  # the furthest page cited so far of each decision
        self.also: dict[str, tuple[str, ...]] = {}  # the parallel citations of each decision
        self.turned = False  # the text points at itself since the last citation: only a page near by is sure
        self.record = False  # this stream speaks of a record with *id.* too
        self.gap: str | None = "No citation stands before it in its own stream."

    def cite(self, sighting: Sighting) -> None:
        """Take in a citation that an *id.* after it would mean."""
        self.before = None
        self.last, self.mentions, self.gap, self.turned = sighting, [], None, False
        if sighting.key:
            if sighting.parallels:
                self.also[sighting.key] = sighting.parallels
            pages = (pins.first_page(sighting.pin) or 0, self.reached.get(sighting.key, 0))
            self.reached[sighting.key] = max(*pages, int(sighting.page) if sighting.page.isdigit() else 0)
        if sighting.key is None:
            self.gap = "The citation before it is itself unresolved."

    def pass_by(self, sighting: Sighting) -> None:
        """Take in a law that a sentence names in passing ("denied under section 1158"): it may not be what is meant."""
        earlier = self.before or (self.last if self.gap is None else None)
        mentions = self.mentions
        self.cite(sighting)
        self.before, self.mentions = earlier, mentions

    def mention(self, sighting: Sighting) -> None:
        """Take in a bare name: the next *id.* may mean the case it names."""
        self.mentions.append(sighting)

    def turn(self) -> None:
        """Take in "see supra Part I": an *id.* may mean that place, unless its page is of the decision before."""
        self.turned = True

    def interrupt(self) -> None:
        """Take in a citation of the record or an unknown source: nothing before it can be meant."""
        self.last, self.before, self.mentions = None, None, []
        self.gap = "The record or a source that is not known is cited just before it."

    def lost(self) -> None:
        """Take in an *id.* that could not be resolved: the next one cannot be either."""
        self.record = self.record or bool(self.gap and self.gap.startswith("The record"))
        self.last, self.before, self.mentions = None, None, []
        self.gap = "The citation before it is itself unresolved."


_INSERTED = re.compile(r"[^\]\n]{0,20}\],? [a-z]")  # "a special statute [12 U.S.C. § 1789 (1988)] gives"
_PASSING = re.compile(
    r"[a-z][\w'-]* (?:under|of|by|to|in|with|from|pursuant to|within|violat\w+|the|and|that|whether|than|for"
    r"|on|read|construed|interpreted|applied|examined|considered|upheld)(?: the| a| an| [a-z]+ of)? ?[\"'(\[]?$"
    r"|[a-z], (?:an?|the|his|her|its|their) $"
)


_LONG_PARAGRAPH = 5000
# "The regulation, 8 C.F.R. § 1003.18(b), requires": the sentence is about the law.
_SUBJECT = re.compile(r"(?:The|This|That|Its) (?:[a-z]+ )?(?:regulation|statute|provision|section|rule), $")


def quoted(text: str, sighting: Sighting) -> bool:
    """Tell whether a section is named in words that are quoted: 'any child "described in section 606(a)." Id.'"""
    if sighting.form != "section":
        return False
    floor = max(0, sighting.start - _LONG_PARAGRAPH)
    begin = text.rfind("\n", floor, sighting.start) + 1
    if not begin and floor:
        return False  # where the paragraph began is too far to tell which quotation marks open
    close = text.find('"', sighting.end, sighting.end + 300)
    return text.count('"', begin, sighting.start) % 2 == 1 and close > 0 and "\n" not in text[sighting.end : close]


def passing(text: str, sighting: Sighting) -> bool:
    """Tell whether a law is named inside a sentence ("review under 8 U.S.C. § 1252") not cited or made its subject."""
    if sighting.kind not in ("statute", "regulation", "court_rule", "constitution", "public_law", "treaty"):
        return False
    if sighting.form == "section" or _PASSING.search(text, max(0, sighting.start - 40), sighting.start):
        return True
    if text[sighting.start - 1 : sighting.start] == "[" and _INSERTED.match(text, sighting.end):
        return True
    if _SUBJECT.search(text, max(0, sighting.start - 40), sighting.start):
        return False
    # set between commas in a sentence: "the Rivers Act, 82 Stat. 906 (1968), was enacted"
    between = text[max(0, sighting.start - 2) : sighting.start] == ", " and re.match(
        r"\)?, [a-z]", text[sighting.end : sighting.end + 4]
    )
    return bool(between)
