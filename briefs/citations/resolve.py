"""Resolve the short forms: short citations by volume and page, *supra* by name, *id.* inside its own stream."""

import re
from collections import defaultdict
from collections.abc import Iterable

from briefs.citations import pins
from briefs.citations.aliases import Aliases, plain_name
from briefs.citations.chain import Chain
from briefs.citations.kinds.ina import ACT_TO_CODE
from briefs.citations.names import is_common
from briefs.citations.shapes import Sighting

_LONGEST = 150  # pages of an opinion; the U.S. Reports print every separate opinion, so theirs may be longer
_LONGEST_US = 400
_LONGEST_SLIP = 250
_LONGEST_LAW = 1500  # pages of an act or a rule as published
_ACTS = ("publ", "act", "stat")
_LEAP = 12  # pages an *id.* may leap where the record is cited by *id.* too
_REACH = 60  # pages from a decision's first to one that *id.* names past a law
_SECTIONED = ("usc", "cfr", "ussg", "rule", "state")


def holds(key: str, pin: str | None) -> bool:
    """Tell whether an authority can have this pin: a page inside the opinion; never a page of a statute."""
    parts = key.split(":")
    page = pins.first_page(pin)
    if pin is None:
        return True
    if parts[0] in (*_SECTIONED, "const", "publ", "act"):
        return False
    if parts[0] == "treaty":
        return page is None  # an article or a paragraph; where its series prints it, the key does not say
    if parts[0] in ("stat", "fr"):
        return page is not None and int(parts[2].split("-")[0]) <= page <= int(parts[2].split("-")[0]) + _LONGEST_LAW
    if parts[0] in ("docket", "blank"):
        return page is None or page <= _LONGEST_SLIP
    if parts[0] not in ("case", "agency"):
        return True
    reporter, first = parts[2], parts[3]
    starred = reporter == "WL" or "LEXIS" in reporter
    if starred:
        return pin.startswith("*") or page is None or page < 200
    if page is None:
        return not (pin.startswith("¶") and re.match(r"F\.|U\.S\.|S\. Ct\.|I&N", reporter))
    if not first.isdigit():
        return True
    return (
        int(first)
        <= page
        <= int(first) + (_LONGEST_US if reporter in ("U.S.", "L. Ed. 2d", "S. Ct.", "L. Ed.") else _LONGEST)
    )


def resolve_shorts(sightings: Iterable[Sighting]) -> None:
    """Give each short form the key of the full citation with its volume and reporter, its name and page deciding."""
    known: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(
        dict
    )  # (volume, reporter) -> printed -> (key, name)
    shorts = []
    for sighting in sightings:
        if sighting.form == "short":
            shorts.append(sighting)
        elif sighting.key and (sighting.volume or sighting.parallels):
            for printed in (sighting.key, *sighting.parallels):
                parts = printed.split(":")
                if len(parts) >= 3:
                    known[parts[1], _reporter(parts)].setdefault(printed, (sighting.key, sighting.name or ""))
    for short in shorts:
        candidates = known.get((short.volume, short.reporter), {})
        _settle(short, candidates)


def _reporter(parts: list[str]) -> str:
    if parts[0] == "agency" and parts[2] != "I&N":
        return parts[2]
    return {"agency": "I. & N. Dec.", "stat": "Stat.", "fr": "Fed. Reg."}.get(parts[0], parts[2])


def _settle(short: Sighting, candidates: dict[str, tuple[str, str]]) -> None:
    if not candidates:
        short.why = f"No full citation to {short.volume} {short.reporter} stands in this text."
        return
    fitting = {key for printed, (key, _) in candidates.items() if holds(printed, short.pin)}
    if len(fitting) > 1 and short.name:
        words = _words(short.name)
        fitting = {key for printed, (key, name) in candidates.items() if key in fitting and words & _words(name)}
    if len(fitting) == 1:
        short.key = fitting.pop()
        short.why = f"The full citation to {short.volume} {short.reporter} in this text."
    else:
        short.why = (
            f"{len(candidates)} citations to {short.volume} {short.reporter} stand in this text and none fits alone."
        )


def _words(name: str) -> set[str]:
    """Give the words by which a name is told from others; a respondent's initials ("M-E-V-G-") are one."""
    words = re.findall(r"(?:\b[A-Z]-){1,6}(?![A-Za-z]{2})|[\w']{3,}", name.replace("\u2019", "'"))
    return {word for word in words if word.lower() not in ("ins", "the", "and", "united", "states", "matter")}


def resolve_supra(sighting: Sighting, aliases: Aliases) -> None:
    """Give a *supra* the one authority that its name stands for in this text."""
    keys = named(sighting.name or "", aliases)
    stems = {key.rsplit(":", 1)[0] for key in keys}
    section = re.match(r"§ ?(\S+)", sighting.pin or "")
    if section and len(stems) == 1 and all(key.startswith("book:") for key in keys):
        keys = {f"{stems.pop()}:{section[1]}"}  # another section of the same treatise
    if len(keys) == 1:
        sighting.key = keys.pop()
        sighting.why = "The authority of that name cited in full in this text."
    else:
        sighting.why = (
            "No authority of that name is cited in this text."
            if not keys
            else "Several authorities of that name are cited in this text."
        )


def named(name: str, aliases: Aliases) -> set[str]:
    """Give the keys a name may stand for: exactly, or as whole words of one longer name."""
    plain = plain_name(name).strip(" ,")
    if plain in aliases.titles:
        return set(aliases.titles[plain])
    if plain in aliases.authors:
        return set(aliases.authors[plain])
    if " v. " in plain and (same := _abridged(plain, aliases)):
        return same
    found: set[str] = set()
    if len(plain) > 3:
        pattern = re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)")
        for title in aliases.with_words(plain):
            if pattern.search(title):
                found |= aliases.titles[title]
    return found


def _abridged(plain: str, aliases: Aliases) -> set[str]:
    """Give the case whose parties are named shorter now: "Adamson v. People of State of California" before."""
    one, other = (side.strip() for side in plain.split(" v. ", 1))
    if is_common(one):
        one, other = other, one
    words = _words(other)
    return {
        key
        for title in aliases.with_words(one)
        if one in title and words and words <= _words(title)
        for key in aliases.titles[title]
    }


def resolve_id(sighting: Sighting, chain: Chain, aliases: Aliases, text: str) -> None:
    """Give an *id.* its antecedent (Bluebook rule 4.1), or leave it unresolved and say why."""
    if sighting.name:
        keys = {key for key in named(sighting.name, aliases) if holds(key, sighting.pin)}
        if len(keys) == 1:
            sighting.key, sighting.why = keys.pop(), "The case named just before it."
            return
        sighting.name = sighting.name_start = None
    last = chain.last if chain.gap is None else None
    if sighting.brief.partition(":")[0] and (
        last is None or (last.key or "").split(":")[0] not in (*_SECTIONED, *_ACTS)
    ):
        if _known(sighting, aliases):
            return
        if sighting.bare_end > 0 and re.search(r"[a-z:]", sighting.brief):
            sighting.why = "A section is meant, but no statute or regulation is cited just before it."
            return
    if sighting.bare_end > 0 and (last is None or (last.key or "").split(":")[0] not in _SECTIONED):
        if sighting.start >= sighting.bare_end:
            sighting.why = "No section after all."
            return
        if text.startswith(", ", sighting.bare_end) and re.fullmatch(r"\d{1,4}(?:-\d{1,4})?", sighting.brief):
            sighting.brief, sighting.pin = "", sighting.brief  # "Id., 16.": a page, as Connecticut cites it
        else:
            sighting.brief, sighting.end = "", sighting.bare_end
    if sighting.brief:
        _section(sighting, last)
        return
    candidates = _candidates(sighting, chain, last, text)
    if len(candidates) == 1:
        sighting.key, sighting.why = candidates.popitem()
    elif candidates:
        sighting.why = "It may mean the citation before it or another authority named near it."
    else:
        sighting.why = chain.gap or "The pin cannot be of the authority cited before it."


def _known(sighting: Sighting, aliases: Aliases) -> bool:
    """Give an *id.* the section it names, where this text cites that section of one law only."""
    number, _, path = sighting.brief.partition(":")
    stems = aliases.sections.get(number, set())
    if len(stems) != 1 or not (path or len(number) > 3 or not number.isdigit()):
        return False
    stem = next(iter(stems))
    sighting.key = f"{stem}:{path}" if path else stem
    sighting.why = f"Section {number} is cited in full elsewhere in this text, under one law only."
    return True


def _section(sighting: Sighting, last: Sighting | None) -> None:
    parts = (last.key or "").split(":") if last else [""]
    if parts[0] in _SECTIONED and len(parts) > 1:
        stem = ":".join(parts[: 1 if parts[0] == "ussg" else 2])
        number, _, path = sighting.brief.partition(":")
        number = (number if parts[0] != "usc" else number.replace(".", "")) or ":".join(parts[2:3])
        if parts[:2] == ["usc", "8"] and number in ACT_TO_CODE:
            number = ACT_TO_CODE[number]  # "INA § 208(a). Id. § 243(h)": the Act's numbers, not the Code's
        sighting.key = f"{stem}:{number}:{path}" if path else f"{stem}:{number}"
        sighting.why = "Another section of the law cited just before it."
    elif parts[0] in _ACTS:
        sighting.key, sighting.pin = last.key if last else None, f"§ {sighting.brief.split(':')[0]}"
        sighting.why = "A section of the Act cited just before it."
    else:
        sighting.why = "No statute or regulation is cited just before it."


def _candidates(sighting: Sighting, chain: Chain, last: Sighting | None, text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    earlier = chain.before
    if last and last.key and _any_holds(chain, last.key, sighting.pin) and not _leaps(sighting, chain, last.key):
        found[last.key] = "The citation just before it."
    if (
        earlier
        and earlier.key
        and last
        and earlier.key.split(":")[0] in ("case", "agency", "docket")
        and "\n\n" not in text[earlier.end : sighting.start]
    ):
        if sighting.pin is None and not sighting.brief and _SPEAKS.search(text, _opening(text, last), last.start):
            return {earlier.key: "The decision cited before it, of which the sentence speaks."}
        if sighting.pin is None and not sighting.brief:
            found[earlier.key] = "The decision cited before it."  # or the law: it stays open
        elif not found and sighting.pin and _reaches(earlier.key, sighting.pin):
            found[earlier.key] = "The decision cited before it; the law its sentence names in passing has no pages."
    near = [each for each in chain.mentions if each.key and _any_holds(chain, each.key, sighting.pin)]
    if not near:
        return found
    if not found:
        if chain.gap and chain.gap.startswith("The") and not _near(text, near[-1], sighting):
            return found
        return {str(near[-1].key): "The case named before it."} if len({each.key for each in near}) == 1 else {}
    mention = near[-1]
    if mention.key in found or not _near(text, mention, sighting):
        return found
    if _frames(text, mention):
        return {str(mention.key): "The case that its sentence speaks of."}
    return {**found, str(mention.key): "The case named before it."}


def _any_holds(chain: Chain, key: str, pin: str | None) -> bool:
    """Tell whether an authority can have this pin by any of the reporters it was cited by."""
    return any(holds(each, pin) for each in (key, *chain.also.get(key, ())))


# A sentence that tells what a court said is supported by the decision, not by the law it names on the way.
_SPEAKS = re.compile(
    r"\b(?:[Ww]e|[Cc]ourt|[Pp]anel|[Ii]t)(?: \w+){0,5} (?:held|noted|observed?|concluded|explained|stated|said|found"
    r"|reasoned|rejected|recognized|emphasized|determined|ruled|decided)\b"
)


def _opening(text: str, sighting: Sighting) -> int:
    """Give where the sentence of a citation begins, roughly."""
    begin = max(0, sighting.start - 400)
    return max(text.rfind(". ", begin, sighting.start), text.rfind("\n", begin, sighting.start), begin)


def _leaps(sighting: Sighting, chain: Chain, key: str) -> bool:
    """Tell whether it may rather mean the record, which this text cites by *id.* too, or a part of this text."""
    page, reached = pins.first_page(sighting.pin), chain.reached.get(key)
    if chain.turned and (page is None or key.split(":")[0] not in ("case", "agency")):
        return True
    return (chain.record or chain.turned) and page is not None and bool(reached) and page > (reached or 0) + _LEAP


def _reaches(key: str, pin: str | None) -> bool:
    parts, page = key.split(":"), pins.first_page(pin)
    near = len(parts) < 4 or not parts[3].isdigit() or (page or 0) <= int(parts[3]) + _REACH
    return holds(key, pin) and near


_ENDS = re.compile(r"[.!?][\"')\]]* +(?=[A-Z\"'(\[])|\n\n")


def _near(text: str, mention: Sighting, sighting: Sighting) -> bool:
    """Tell whether the name stands in the sentence that the *id.* supports."""
    if sighting.start - mention.end > 1500:
        return False
    return len(_ENDS.findall(text, mention.end, sighting.start)) <= 1


def _frames(text: str, mention: Sighting) -> bool:
    """Tell whether the sentence is about the case named: "the Acosta court", "In Acosta,"."""
    after = text[mention.end : mention.end + 12]
    before = text[max(0, mention.start - 12) : mention.start]
    opening = re.search(r"(?:^|[.!?\n\"')] ?)(?:In |Under |The )?$", before)
    return bool(opening) or after.lower().startswith((" court", " panel", " majority"))
