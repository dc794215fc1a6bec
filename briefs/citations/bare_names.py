"""Bare names of authorities cited in full elsewhere in a text: "the Diallo court", "In Diallo", "the REAL ID Act"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefs.citations.aliases import Aliases
from briefs.citations.reading import Reading
from briefs.citations.resolve import holds
from briefs.citations.shapes import Sighting
from briefs.citations.words import places_of

_WORD = re.compile(r"[A-Z][\w'-]*[\w-]")
# "Veney at ¶ 15": where decisions are cited by paragraph, a name and a paragraph are enough.
_PARAGRAPH = re.compile(r",? (?:at )?(?P<pin>¶{1,2} ?\d{1,4}(?:(?:-|, )\d{1,4})*)(?!\w)")
# "See Wakkary at 1065": a name and a page that the decision can have.
_PAGE = re.compile(
    r",? at (?:pp?\. ?)?(?P<pin>\d{1,4}(?:-\d{1,4})?(?:,? (?:n\.|note) ?\d{1,3})?)(?![\w%:]|\.\d|,\d{3}| [a-z])"
)
# "Ortiz, 966 at 711-12": the reporter was left out of a short form, but its volume is the decision's.
_NO_REPORTER = re.compile(
    r", (?P<volume>\d{1,4}) at (?P<pin>\d{1,4}(?:-\d{1,4})?(?:, \d{1,4}(?:-\d{1,4})?)*(?:,? n\. ?\d{1,3})?)"
    r"(?![\w%:]|[.,]\d)"
)
_OWN_SECTION = re.compile(r",? ?§§? ?\d[\w.-]*(?:\(\w{1,5}\))*")
# What shows that a lone surname is the case and not the person (Bluebook rule 10.9 (c): a case already discussed).
_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Uu]nder|[Uu]nlike|[Ll]ike|[Ss]ee|[Ff]ollowing|[Ss]ince|[Aa]pplying|[Dd]istinguish\w*|[Oo]verrul\w+"
    r"|[Ii]nterpret\w*|(?:[Mm]is)?[Rr]eads?|than|[Aa]pply|[Cc]ited?|[Cc]iting|from|with|and|by|or)(?: both)? _{0,2}$"
)
_WEAK = ("from", "with", "and", "by", "or", "see", "like", "unlike")
_AFTER = re.compile(
    r" (?:[Cc]ourt|[Pp]anel|majority|dissent|decision|opinion|rule|test|standard|holding|factors?|analysis|exception"
    r"|doctrine|presumption|line of|framework|case|itself|approach|inquiry|and its progeny)\b"
    r"|,? (?:(?:so|also|expressly|squarely|specifically|clearly) )?(?:held|holds|makes clear|made clear|teaches"
    r"|requires? that|says|stands for|instructs|controls|governs"
    r"|explained that|recognized that|concluded that|concluded after|expressly rejected|decided"
    r"|is distinguishable|is inapposite|is not to the contrary"
    r"|was decided)\b"
    r"|'s (?:(?:first|second) )?(?:holding|inquiry|prong|applicability|rule"
    r"|reasoning|conclusion|analysis|test|requirements?|framework|logic|teaching|instruction|mandate"
    r"|progeny|definition|language|interpretation|dicta"
    r"|references?|discussion|statement|command|dictum)\b"
    r"|,? (?:at )?¶{1,2} ?\d"
)
# What only a decision does or leaves undone, where a person would do it too in other words ("Doe did not appear").
_DECIDES = re.compile(
    r" (?:does not (?:decide|reach|address|hold|apply|end|control|govern|require|foreclose|preclude|extend|support"
    r"|suggest|stand|purport|overrule|establish|create|bar)|did not (?:decide|reach|address|hold|require|overrule)"
    r"|was overruled|has been (?:overruled|abrogated|superseded)|applies|forecloses|put it"
    r"|is (?:no longer|to the contrary))\b"
)
# "a Terry stop", "Miranda warnings": what the law calls after a case; no *id.* refers to it
_DOCTRINE = re.compile(r" (?:warnings?|rights|stops?|hearings?|violations?|material|waivers?|frisks?|sidebars?)\b")
_PERSON = re.compile(
    r" (?:testified|argue[sd]?|claim(?:s|ed)|alleg\w+|contend(?:s|ed)|fled|had|has|was (?:arrested|born|convicted"
    r"|sentenced|detained)|appeal(?:s|ed)|filed|moved|himself|herself|did|does|he|she|and his|and her|asserts?)\b"
    r"|'s (?:testimony|claim|application|petition|wife|husband|father|mother|conviction|sentence|motion|fear|family"
    r"|attorney|counsel|brief)"
)
# "Judge Soler", "Juan Garcia": a person; but "In Garcia", "Under Soler" at the opening of a sentence are none.
_TITLED = re.compile(
    r"(?:\b(?:Mr|Ms|Mrs|Dr)\. |\b(?!(?:In|Under|Like|Unlike|See|But|And|While|Although|Since|Because|After|Before|As|If"
    r"|Both|Neither|Nor|Nothing|Relying|Applying|Following|Citing|Given|Thus|Yet|However|Unless|Until|When|Where|Whether|Though|To"
    r"|By|On|With|From|For|Of|The|That|This|Indeed|Moreover|Here|Only|Even|Once|Did|Does|Is|Was|What|How|Why|Not|No|Again"
    r"|Rather|Instead|Consider|Compare|Accord|Contra|Cf|Quoting|Discussing|Distinguishing|Interpreting|Extending|Invoking"
    r"|Reading|Post|Pre|Our|Its|Such|Any|Every|Either|Does|So|Then|Also) )[A-Z][a-z]+\.? )$"
)
_SURELY = re.compile(
    r",? (?:C\. ?)?JJ?\.| (?:testified|argue[sd]?|claim(?:s|ed)|alleg\w+|contend(?:s|ed)|filed"
    r"|was (?:arrested|born|convicted|sentenced|detained)|himself|herself|and his|and her)\b"
    r"|'s (?:testimony|application|wife|husband|father|mother|conviction|sentence|fear|family|attorney|counsel|brief"
    r"|petition)"
)
_JOINED = re.compile(r"(?:[^\W_]|(?<!\b[Pp]re)(?<!\b[Pp]ost)(?<!\b[Nn]on)-|(?<=\w)')")
_CLOSES = re.compile(r" ?(?:court |decision )?\"?\)")
_GOES_ON = re.compile(r"[^\W_]|-|'(?!s\b)\w|'s[\w'-]")
# The name goes on: "Resolution Trust" is no case in "Resolution Trust Corporation".
_LONGER = re.compile(
    r"(?:,? (?:Inc|Corp|Co|Ltd|L\.?L\.?C)\b| (?!Court\b|Panel\b|Justice\b|Judge\b|Chief J|Mr\b|I{1,3}\b|Rule\b|I |Id\b)"
    r"[A-Z][\w'-]*[a-z])"
)


def spot_names(reading: Reading, aliases: Aliases, apart: Iterable[str]) -> Iterator[Sighting]:
    """Give the bare names of cases and defined titles cited elsewhere in this text; `apart` are its own parties."""
    text, given = reading.text, set(aliases.definitions)
    unsure: dict[str, list[Sighting]] = defaultdict(list)
    shown, persons = set(aliases.shortened), set()
    for start, name, key in _named(text, aliases, set(apart)):
        end = start + len(name)
        if (start, end) in given:
            continue
        if text[max(0, start - 2) : start].endswith(("(", '("')) and _CLOSES.match(text, end):
            shown.add(name)  # "(Doe)" behind its citation says how it will be called
            continue
        sighting = Sighting(start, end, "reference", "other", key)
        sighting.why = f"{name} is the name of an authority cited in full in this text."
        short = _NO_REPORTER.match(text, end)
        if short and key.startswith(f"case:{short['volume']}:") and holds(key, short["pin"]):
            sighting = Sighting(start, short.end(), "short", "case", key, short["pin"], name=name)
            sighting.volume, sighting.reporter = short["volume"], key.split(":")[2]
            yield sighting
            continue
        after = end + 1 if text.startswith("_", end) else end  # a mark of emphasis
        pin = _PARAGRAPH.match(text, end) or _PAGE.match(text, end)
        pin = pin if pin and holds(key, pin["pin"]) else None
        if (
            name not in aliases.defined
            and _DOCTRINE.match(text, end)
            and not _TITLED.search(text, max(0, start - 24), start)
        ):
            sighting.weak = True
            yield sighting
        elif pin or _means_it(text, start, after, name, aliases, key):
            signed = _OWN_SECTION.match(text, end) if name in aliases.defined else None
            if signed:
                sighting.end, sighting.pin = signed.end(), " ".join(signed[0].split())
            elif pin:
                sighting.end, sighting.pin = pin.end(), pin["pin"]
            shown.add(name)
            yield sighting
        elif _SURELY.match(text, end) or _TITLED.search(text, max(0, start - 24), start):
            persons.add(name)
        elif start > aliases.firsts.get(key, 0) and not _acts(text, start, end) and not name.isupper():
            sighting.weak = True
            unsure[name].append(sighting)
    for name in shown - persons:  # a surname that stands for the case in one place stands for it in the others
        yield from unsure[name]


def _named(text: str, aliases: Aliases, barred: set[str]) -> Iterator[tuple[int, str, str]]:
    """Give (place, name, key) wherever a name of one authority stands, the longest of those that begin there."""
    heads: dict[str, str] = {}
    for name, keys in aliases.titles.items():
        first = _WORD.match(name)
        if len(keys) == 1 and first and name not in barred:
            heads[name] = first[0]
    place = 0
    for start, name in sorted(places_of(heads, text), key=lambda hit: (hit[0], -len(hit[1]))):
        end = start + len(name)
        if start < place or not _stands(text, start, start + len(heads[name])):
            continue
        if not text[end : end + 1].isalnum() and not _hyphened(text, end):
            yield start, name, next(iter(aliases.titles[name]))
            place = end


def _acts(text: str, start: int, end: int) -> bool:
    """Tell whether a name is part of a longer one or of a caption, or does or owns what a party does ("'s lawyers")."""
    if _PERSON.match(text, end) or text.startswith("'s", end):
        return True
    around = text[end : end + 4].startswith((" v.", " vs")) or text[max(0, start - 4) : start].endswith(("v. ", "vs. "))
    return around or bool(_LONGER.match(text, end))


def _stands(text: str, start: int, end: int) -> bool:
    """Tell whether a name's first word stands as a word, alone or with "'s"."""
    return (start == 0 or not _JOINED.match(text, start - 1)) and not _GOES_ON.match(text, end)


def _hyphened(text: str, end: int) -> bool:
    return bool(re.match(r"-\w", text[end : end + 2]))


def _means_it(text: str, start: int, end: int, name: str, aliases: Aliases, key: str) -> bool:
    if name in aliases.defined:
        return True
    if text[end : end + 3] in (" v.", " vs") or text[max(0, start - 4) : start] in (" v. ", "v. "):
        return False
    if " v. " in name or name.startswith(("Matter of", "In re", "Ex parte")):
        return True
    if _DECIDES.match(text, end):
        return start >= aliases.firsts.get(key, 0)
    if _PERSON.match(text, end) or _LONGER.match(text, end):
        return False
    if start < aliases.firsts.get(key, 0) and not _AFTER.match(text, end):
        return False
    if " " in name or "-" in name:
        return True
    if _AFTER.match(text, end):
        return True
    cue = _BEFORE.search(text, max(0, start - 24), start)
    return bool(cue) and cue[0].split()[0].lower() not in _WEAK if cue else False
