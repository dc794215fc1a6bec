"""Articles of the Uniform Code of Military Justice: the same authorities as sections of 10 U.S.C."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.usc import KIND as CODE
from briefs.citations.kinds.usc import statute
from briefs.citations.reading import Reading
from briefs.citations.sections import LIST, Section
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

# Article 1 is 10 U.S.C. § 801, article 146 is § 946, and so is every one between them (Act of Aug. 10, 1956, ch. 1041).
_OFFSET, _LAST_ARTICLE = 800, 146
_UCMJ = r"(?:UCMJ|U\.C\.M\.J\.|Uniform Code of Military Justice)"
_FIRST = re.compile(rf"(?<![\w.]){_UCMJ},? [Aa]rt(?:icles?|s?\.) (?P<list>{LIST})")
_LAST = re.compile(rf"(?<![\w.])[Aa]rt(?:icles?|s?\.) (?P<list>{LIST})(?:,? of the|,) {_UCMJ}")
_WORDS = sought("UCMJ", "U.C.M.J.", "Uniform Code of M")
_ARTICLE = re.compile(r"(?<!\()\b(?P<number>\d{1,3})(?P<letter>[a-z]?)(?P<levels>(?:\(\w{1,4}\))*)")


def _spot(reading: Reading) -> Iterator[Sighting]:
    for pattern, back in ((_FIRST, 0), (_LAST, 90)):
        for match in reading.matches(pattern, _WORDS, back):
            articles = list(_ARTICLE.finditer(reading.text, match.start("list"), match.end("list")))
            for each in articles:
                if not 0 < int(each["number"]) <= _LAST_ARTICLE:
                    continue
                number = f"{int(each['number']) + _OFFSET}{each['letter']}"
                section = Section(each.start(), each.end(), number, tuple(re.findall(r"\w+", each["levels"])))
                start = match.start() if each is articles[0] else each.start()
                sighting = statute(section, "usc:10", start, match.end() if each is articles[-1] else each.end())
                sighting.why = f"Article {each[0]} of the Uniform Code of Military Justice is 10 U.S.C. § {number}."
                yield sighting


KIND = Kind("statute", "statutes", (), _spot, CODE.show, CODE.link, CODE.parents)
