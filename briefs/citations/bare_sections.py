"""Bare sections ("Section 1158", "§ 1326(b)"), given to the one law that the text itself makes known for them."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from briefs.citations.aliases import Aliases
from briefs.citations.kinds.ina import ACT_TO_CODE
from briefs.citations.reading import Reading
from briefs.citations.sections import Section, read_sections, subdivided
from briefs.citations.shapes import Sighting
from briefs.citations.words import sought

_BARE = re.compile(r"(?<![\w.])(?P<sign>[Ss]ub[Ss]ections?|[Ss]ections?|§ ?§?|[Ss]ecs?\.(?: [Ss]ec\.)?) ?(?=\d)")
NUMBER = r"\d{1,5}[a-zA-Z]{0,3}(?:\.\d{1,5}[A-Z]{0,2}(?:-\d{1,2}[a-zA-Z]?)?)?(?:-\d{1,3}(?![\d\w])){0,3}"
_PLURALS = ("sections", "subsections", "§§", "§ §", "secs", "sec. sec")
_LAW_WORD = re.compile(
    r"(?:\b(?:Acts?|Codes?|Laws?|Stats?\.|Statutes?|Rev\.|Gen\.|Ann\.|Ord\.|Art\.|Reg(?:s|ulations?)?\.?|Restatement"
    r"|Const\.|Constitution|Policy|Agreement|Contract|Plan|Charter|Ordinance|Manual|Guidelines|Treaty|Convention"
    r"|(?![IVX]+ )[A-Z]{3,}[a-z]{0,2}|[A-Z]+\.[A-Z.]+))(?:'s)? ?$"
)
_CAPITAL = re.compile(r"(?P<before>\S+ |^|\n)(?P<word>[A-Z][\w']*) $")
_OPENERS = frozenset(
    "in under see and but both when since because although compare with the that then if as while both neither either"
    " unlike for to of by also accord cf contra via whether thus hence where however through moreover".split()
)
_OTHER_CODE = re.compile(r"(?:[A-Z]|Ann|Stat|Laws|Code|Rev|Gen)\. $")
_OF = re.compile(r",? ?(?:of|to) (?:the |this |that |our |its |title |chapter )?(?:19\d\d )?(?P<what>[A-Za-z][\w']*)")
# What has sections and is no law: "section 4 of the lease".
_INSTRUMENTS = frozenset(
    "agreement bill brief bylaws charter complaint contract deed decree draft handbook indenture instrument lease"
    " manual memorandum note opinion order plan policy report resolution settlement trust will".split()
)
_THIS_TITLE = re.compile(r",? ?of this [Tt]itle\b")
# What the federal courts speak of by number, without the Code: the civil rights acts and the writs of habeas corpus.
_BY_NUMBER = {
    **dict.fromkeys(("1981", "1982", "1983", "1985", "1986", "1988"), "usc:42"),
    **dict.fromkeys(("2254", "2255"), "usc:28"),
}
# What immigration law speaks of by number, where a text never cites them in full.
_OF_REMOVAL = frozenset("1101 1158 1182 1225 1226 1227 1229 1229a 1229b 1229c 1231 1252 1255".split())
_ALONE = "The section that goes by its number alone in the federal courts."
NEAR = 300  # how far apart two cited sections may be for one between them to be of the same law


_WORDS = sought("Section", "section", "Subsection", "subsection", "§", "Sec. ", "sec. ", "Secs.", "secs.")


def spot_sections(reading: Reading, aliases: Aliases) -> Iterator[Sighting]:
    """Give the bare sections whose statute this text itself makes known."""
    text, done = reading.text, 0
    for match in reading.matches(_BARE, _WORDS):
        if match.start() < done:
            continue  # a sign inside a list that is read already
        plural = match["sign"].lower().startswith(_PLURALS)
        sections = read_sections(text, match.end(), NUMBER, plural=plural)
        if sections and not _of_other_law(text, match):
            done = sections[-1].end
            if aliases.default and aliases.default.startswith("state:Cal."):
                sections = [subdivided(text, section) for section in sections]
            yield from given(text, aliases, match.start(), sections)


def _of_other_law(text: str, match: re.Match[str]) -> bool:
    """Tell whether a law named just before has the section: "Fair Housing Act § 804", "Cal. Penal Code § 459"."""
    before = text[max(0, match.start() - 40) : match.start()]
    if match["sign"][0] != "S" and _OTHER_CODE.search(before):
        return True
    if _LAW_WORD.search(before):
        return True
    capital = _CAPITAL.search(before)
    if not capital or capital["word"].lower() in _OPENERS or capital["word"].endswith("'s"):
        return False
    return capital["before"].strip()[-1:] not in ("", ".", "!", "?", '"', ";", ":", "(", ")", "]", "'")


def given(text: str, aliases: Aliases, start: int, sections: list[Section]) -> Iterator[Sighting]:
    """Give the sections of one list, whose words begin at `start`, that this text makes known."""
    code = None
    after = _OF.match(text, sections[-1].end)
    if after and after["what"] in _INSTRUMENTS:
        return
    if _THIS_TITLE.match(text, sections[-1].end):
        code = _title_here(text, start, aliases)
    elif after and (after["what"][0].isupper() or after["what"] in ("title", "the", "chapter")):
        if after["what"] not in ("Code", "INA") and not (after["what"].isupper() and _surely(sections, aliases)):
            yield from _paired(text, aliases, start, sections)
            return  # a section of another law, named there
        code = aliases.code if after["what"] == "Code" else None
    laws = [_law_of(section.number, aliases) for section in sections]
    titles = {":".join(stem.split(":")[:2]) for stem, _ in laws if stem}
    if len(titles) == 1 and len(sections) > 1 and not code:
        code = titles.pop()  # the sections of one list are of one law
    for at, (section, (stem, why)) in enumerate(zip(sections, laws, strict=True)):
        if code and not stem:
            stem, why = f"{code}:{section.number}", "The title or Code that this text speaks of here."
        if stem and stem.startswith("usc:") and "." in section.number:
            # the United States Code has no decimals: a note's sign, or the next sentence's number, clings to it
            stem, section.end = stem.partition(".")[0], section.start + section.number.index(".")
        key = f"{stem}:{section.dotted}" if section.path else stem
        if stem and key and (len(section.number) > 2 or key in aliases.firsts or "default" in why):
            kind = "regulation" if stem.startswith("cfr") else "statute"
            sign = text.find("§", section.start - 2, section.start)
            begin = start if at == 0 else sign if sign >= 0 else section.start
            # "the section 1983 claim" names a kind of action: no *id.* refers to it
            yield Sighting(begin, section.end, "section", kind, key, flags=section.flags, why=why, weak=why == _ALONE)


def _surely(sections: list[Section], aliases: Aliases) -> bool:
    """Tell whether sections are numbered as the Code is and cited in full: "section 2254(d)(2) of the AEDPA"."""
    return all(
        len(section.number) > 3 and [stem[:4] for stem in aliases.sections.get(section.number, ())] == ["usc:"]
        for section in sections
    )


def _paired(text: str, aliases: Aliases, start: int, sections: list[Section]) -> Iterator[Sighting]:
    """Give the sections of an Act that this text has paired with their places in the Code."""
    for at, section in enumerate(sections):
        for (number, act), stem in aliases.acts.items():
            if number == section.number and re.compile(rf" of the {re.escape(act)}\b").match(text, sections[-1].end):
                end = sections[-1].end + len(f" of the {act}") if section is sections[-1] else section.end
                key = f"{stem}:{section.dotted}" if section.path else stem
                why = f"This text gives section {number} of the {act} its place in the Code."
                yield Sighting(start if at == 0 else section.start, end, "section", "statute", key, why=why)
                break


_TITLE = re.compile(r"(?<![\w.])(\d{1,2}) U\. ?S\. ?C\.")


def _title_here(text: str, place: int, aliases: Aliases) -> str | None:
    """Give the title that "this title" is: the one title of the Code cited in the same paragraph; None if several."""
    begin, end, title = aliases.paragraph
    if not begin <= place < end:
        begin, end = text.rfind("\n\n", 0, place) + 1, text.find("\n\n", place)
        end = end if end > 0 else len(text)
        titles = set(_TITLE.findall(text, begin, end))
        title = f"usc:{int(titles.pop())}" if len(titles) == 1 else None
        aliases.paragraph = begin, end, title
    return title


def _law_of(number: str, aliases: Aliases) -> tuple[str | None, str]:
    known = aliases.sections.get(number, set())
    if len(known) == 1:
        return next(iter(known)), f"Section {number} is cited in full elsewhere in this text, under one law only."
    if known:
        return None, ""
    if "." in number and not (aliases.default or "").startswith("state:"):
        return _of_part(number, aliases)
    if number in _BY_NUMBER and aliases.default in (None, _BY_NUMBER[number]):
        return f"{_BY_NUMBER[number]}:{number}", _ALONE
    if number in _OF_REMOVAL and aliases.immigration and aliases.default is None:
        return f"usc:8:{number}", "The text is of immigration law, which speaks of this section by its number."
    if aliases.default is None:
        return _between(number, aliases)
    if aliases.default == "ina":
        code = ACT_TO_CODE.get(number)
        return (
            f"usc:8:{code}" if code else None
        ), "The text says that its sections are those of the Immigration and Nationality Act."
    if len(re.sub(r"\D", "", number)) < 2:
        return None, ""
    return f"{aliases.default}:{number}", "The text says by default which title its bare sections are of."


def _of_part(number: str, aliases: Aliases) -> tuple[str | None, str]:
    """Give the law of a section whose part ("208" of "208.16") is cited in full, under one law only."""
    part = number.split(".")[0]
    parts = {stem.rsplit(":", 1)[0] for stem in aliases.parts.get(part, ())}
    if len(parts) != 1:
        return None, ""
    return f"{parts.pop()}:{number}", f"Sections of part {part} are cited in full elsewhere, under one law only."


def _between(number: str, aliases: Aliases) -> tuple[str | None, str]:
    """Give the law of a section that stands between two sections cited in full, where no other law has such numbers."""
    if not number.isdigit() or len(number) < 4:
        return None, ""
    place = int(number)
    stems = {stem for stem, numbers in aliases.numbers.items() if any(abs(n - place) <= 2 * NEAR for n in numbers)}
    if len(stems) != 1:
        return None, ""
    stem = stems.pop()
    numbers = sorted(aliases.numbers[stem])
    at = bisect_left(numbers, place)
    if not 0 < at < len(numbers) or numbers[at] - numbers[at - 1] > NEAR:
        return None, ""
    return (
        f"{stem}:{number}",
        f"Sections {numbers[at - 1]} and {numbers[at]} of one law are cited, and no other law near.",
    )
