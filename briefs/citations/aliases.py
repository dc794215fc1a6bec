"""The conventions a text sets for itself: "Section --" for a title, defined short titles, names for cases."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefs.citations import names
from briefs.citations.kinds.ina import ACT_TO_CODE
from briefs.citations.reading import Reading
from briefs.citations.sections import read_sections
from briefs.citations.shapes import Sighting

# A sentence about citing, about sections and about one body of law sets what bare sections are of: "references to
# sections are to title 28", "unless otherwise indicated, all section references are to the Internal Revenue Code".
_SPEAKS = re.compile(r"\b(?:citations?|references?|cites?|refer|referred)\b", re.IGNORECASE)
_SETS = re.compile(
    r"\b(?:all|unless|further|subsequent|hereafter|hereinafter|hereinbelow|future|will|shall|are to)\b", re.IGNORECASE
)
_SECTION_WORD = re.compile(r"\"?(?:[Ss]ections?\b|§)")
_LAW = re.compile(
    r"[Tt]itle (?P<title>\d{1,2})\b|(?P<code>\d{1,2}) U\. ?S\. ?C\.|(?P<tax>Internal Revenue Code|I\. ?R\. ?C\."
    r"|the Code\b)"
    r"|(?P<bankruptcy>Bankruptcy Code)|(?P<act>Immigration and Nationality Act|\bINA\b)"
)
_SENTENCE_END = re.compile(r"[.!?][\"')\]]* +(?=[A-Z\"(])|\n")
_DEFINED = re.compile(
    r"\(?(?:(?:hereinafter|hereafter|collectively|the|or|and),? )*\"(?:the )?(?P<name>[A-Z][^\"\n]{3,80}?),?\""
)
_WORD = re.compile(r"[A-Z][\w'-]*[\w-]")


@dataclass
class Aliases:
    """What short words stand for in this text: `titles` for names, `sections` for numbers, `default` for others."""

    titles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    firsts: dict[str, int] = field(default_factory=dict)  # where a key was first cited
    sections: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    defined: set[str] = field(default_factory=set)  # titles given in quotation marks, not case names
    definitions: list[tuple[int, int]] = field(default_factory=list)  # where they were given
    default: str | None = None
    code: str | None = None  # the title that "the Code" is, in a tax or bankruptcy case

    _words: dict[str, set[str]] | None = None

    def learn(self, sighting: Sighting, reading: Reading) -> None:
        """Take in the names and numbers of a resolved citation."""
        key = sighting.key
        if key is None:
            return
        self.firsts.setdefault(key, sighting.start)
        if sighting.kind in ("case", "agency_decision") and sighting.name:
            plain = _plain(sighting.name)
            if sighting.form == "short":
                self._name(plain, key)
            else:
                for name in (plain, *names.short_names(plain)):
                    self._name(name, key)
        elif sighting.kind in ("public_law", "report", "treaty", "book"):
            if sighting.name and len(sighting.name.split()) > 1:
                self._title(_plain(sighting.name), key)
            for start, end in sighting.tail:
                for match in _DEFINED.finditer(reading.text, start, end):
                    if " " in match["name"]:
                        self._title(match["name"], key)
                        self.definitions.append(match.span("name"))

    def _name(self, name: str, key: str) -> None:
        if not names.is_common(name):
            self.titles[name].add(key)

    def _title(self, name: str, key: str) -> None:
        self.titles[name].add(key)
        self.defined.add(name)

    def with_words(self, name: str) -> set[str]:
        """Give the titles that have every word of `name`."""
        if self._words is None:
            self._words = defaultdict(set)
            for title in self.titles:
                for word in re.findall(r"\w+", title):
                    self._words[word].add(title)
        words = re.findall(r"\w+", name)
        return set.intersection(*(self._words.get(word, set()) for word in words)) if words else set()

    def number(self, number: str, sighting: Sighting) -> None:
        """Remember that a section was cited in full under this number."""
        if sighting.key:
            self.sections[number].add(":".join(sighting.key.split(":")[:3]))


def _plain(name: str) -> str:
    folded = name.replace("\u2019", "'").replace("\u2013", "-").replace("\u00a0", " ")
    return " ".join(re.sub(r"[\[\]]", "", folded).split()).rstrip(",")


def own_code(text: str) -> str | None:
    """Give the title that "the Code" stands for: the one named Code that this text speaks of."""
    tax = re.search(r"Internal Revenue (?:Code|Service)|\bI\. ?R\. ?C\.", text)
    bankruptcy = re.search(r"Bankruptcy Code", text)
    return None if bool(tax) == bool(bankruptcy) else "usc:26" if tax else "usc:11"


def default_law(text: str) -> str | None:
    """Give the stem ("usc:8") that a sentence of the text sets for bare sections; None when none or several are set."""
    stems: set[str] = set()
    done = -1
    for match in _SECTION_WORD.finditer(text):
        if match.start() < done:
            continue
        window = text[max(0, match.start() - 250) : match.end() + 250]
        here = min(250, match.start())
        cuts = [0, *(cut.end() for cut in _SENTENCE_END.finditer(window)), len(window)]
        start = max(cut for cut in cuts if cut <= here)
        end = min(cut for cut in cuts if cut > here)
        sentence = window[start:end]
        done = match.start() + max(1, end - here)
        speaks, sets = _SPEAKS.search(sentence), _SETS.search(sentence)
        law = _LAW.search(sentence) if speaks and sets else None
        if law:
            stems.add(_stem(law))
    return stems.pop() if len(stems) == 1 else None


def _stem(law: re.Match[str]) -> str:
    if law["tax"]:
        return "usc:26"
    if law["bankruptcy"]:
        return "usc:11"
    return "ina" if law["act"] else f"usc:{int(law['title'] or law['code'])}"


_BARE = re.compile(r"(?<![\w.])(?P<sign>[Ss]ections?|§ ?§?|[Ss]ecs?\.) ?(?=\d)")
_BARE_NUMBER = r"\d{1,5}[a-zA-Z]{0,3}(?:\.\d{1,5}(?:-\d{1,2}[a-zA-Z]?)?)?(?:-\d{1,3}(?![\d\w]))?"
_OWN_SECTION = re.compile(r",? ?§§? ?\d[\w.-]*(?:\(\w{1,5}\))*")
_OTHER_LAW = re.compile(
    r"(?:\b(?!In |Under |See |And |But |Both |When |Since |Because |Although |Compare |With |The |That "
    r"|Then )[A-Z][\w']* )$"
)
_OTHER_CODE = re.compile(r"(?:[A-Z]|Ann|Stat|Laws|Code|Rev|Gen)\. $")
_OF = re.compile(r",? (?:of|to) (?:the |this |that |our |its |title |chapter )?(?:19\d\d )?(?P<what>[A-Za-z][\w']*)")


def spot_sections(reading: Reading, aliases: Aliases) -> Iterator[Sighting]:
    """Give the bare sections ("Section 1158", "§ 1326(b)") whose statute this text itself makes known."""
    for match in _BARE.finditer(reading.text):
        sections = read_sections(
            reading.text,
            match.end(),
            _BARE_NUMBER,
            plural=match["sign"].lower().startswith(("sections", "§§", "§ §", "secs")),
        )
        before = reading.text[max(0, match.start() - 24) : match.start()]
        if _OTHER_LAW.search(before) or (match["sign"][0] != "S" and _OTHER_CODE.search(before)):
            continue  # "Fair Housing Act § 804": a section of the law named before it
        after = _OF.match(reading.text, sections[-1].end) if sections else None
        if (
            after
            and (after["what"][0].isupper() or after["what"] in ("title", "the", "chapter"))
            and after["what"] not in ("Code", "INA")
        ):
            continue  # a section of another law, named there
        code = aliases.code if after and after["what"] == "Code" else None
        for at, section in enumerate(sections):
            stem, why = _law_of(section.number, aliases)
            if code and not stem:
                stem, why = f"{code}:{section.number}", "The Code of this text, by default."
            key = f"{stem}:{section.dotted}" if section.path else stem
            if stem and key and (len(section.number) > 2 or key in aliases.firsts or "default" in why):
                kind = "regulation" if stem.startswith("cfr") else "statute"
                start = match.start() if at == 0 else section.start
                yield Sighting(start, section.end, "section", kind, key, flags=section.flags, why=why)


def _law_of(number: str, aliases: Aliases) -> tuple[str | None, str]:
    known = aliases.sections.get(number, set())
    if len(known) == 1:
        return next(iter(known)), f"Section {number} is cited in full elsewhere in this text, under one law only."
    if known or aliases.default is None or "." in number:
        return None, ""
    if aliases.default == "ina":
        code = ACT_TO_CODE.get(number)
        return (
            f"usc:8:{code}" if code else None
        ), "The text says that its sections are those of the Immigration and Nationality Act."
    if len(re.sub(r"\D", "", number)) < 2:
        return None, ""
    return f"{aliases.default}:{number}", "The text says by default which title its bare sections are of."


# What shows that a lone surname is the case and not the person (Bluebook rule 10.9 (c): a case already discussed).
_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Uu]nder|[Uu]nlike|[Ll]ike|[Ss]ee|[Ff]ollowing|[Ss]ince|[Aa]pplying|[Dd]istinguish\w*|[Oo]verrul\w+"
    r"|[Ii]nterpret\w*|[Rr]ead|than|[Aa]pply|[Cc]ited?|[Cc]iting|from|with|and|by|or)(?: both)? $"
)
_WEAK = ("from", "with", "and", "by", "or", "see", "like", "unlike")
_AFTER = re.compile(
    r" (?:[Cc]ourt|panel|majority|dissent|decision|opinion|rule|test|standard|holding|factors?|analysis|exception"
    r"|doctrine|presumption|line of|framework|case|itself)\b"
    r"|,? (?:held|holds|makes clear|made clear|teaches|requires? that|says|stands for|instructs|controls|governs"
    r"|explained that|recognized that|concluded that|decided|is distinguishable|is inapposite|is not to the contrary"
    r"|was decided)\b"
    r"|'s (?:holding|rule|reasoning|conclusion|analysis|test|requirement|framework|logic|teaching|instruction|mandate"
    r"|progeny|definition|language|interpretation|dicta)\b"
)
_PERSON = re.compile(
    r" (?:testified|argue[sd]?|claim(?:s|ed)|alleg\w+|contend(?:s|ed)|fled|had|has|was (?:arrested|born|convicted"
    r"|sentenced|detained)|appeal(?:s|ed)|filed|moved|himself|herself|did|does|he|she|and his|and her|asserts?)\b"
    r"|'s (?:testimony|claim|application|petition|wife|husband|father|mother|conviction|sentence|motion|fear|family"
    r"|attorney|counsel|brief)"
)


def spot_names(reading: Reading, aliases: Aliases, apart: Iterable[str]) -> Iterator[Sighting]:
    """Give the bare names of cases and defined titles cited elsewhere in this text; `apart` are its own parties."""
    barred = set(apart)
    heads: dict[str, list[str]] = defaultdict(list)
    for name, keys in aliases.titles.items():
        head = _WORD.match(name)
        if len(keys) == 1 and head and name not in barred:
            heads[head[0]].append(name)
    for choices in heads.values():
        choices.sort(key=len, reverse=True)
    text, place, given = reading.text, 0, set(aliases.definitions)
    for word in _WORD.finditer(text):
        if word.start() < place or word[0].removesuffix("'s") not in heads:
            continue
        for name in heads[word[0].removesuffix("'s")]:
            end = word.start() + len(name)
            if (
                text.startswith(name, word.start())
                and not text[end : end + 1].isalnum()
                and not re.match(r"-\w", text[end : end + 2])
            ):
                key = next(iter(aliases.titles[name]))
                if (word.start(), end) not in given and _means_it(text, word.start(), end, name, aliases, key):
                    sighting = Sighting(word.start(), end, "reference", "other", key)
                    sighting.why = f"{name} is the name of an authority cited in full in this text."
                    signed = _OWN_SECTION.match(text, end) if name in aliases.defined else None
                    if signed:
                        sighting.end, sighting.pin = signed.end(), " ".join(signed[0].split())
                    yield sighting
                    place = sighting.end
                break


def _means_it(text: str, start: int, end: int, name: str, aliases: Aliases, key: str) -> bool:
    if name in aliases.defined:
        return True
    if text[end : end + 3] in (" v.", " vs") or text[max(0, start - 4) : start] in (" v. ", "v. "):
        return False
    if " v. " in name or name.startswith(("Matter of", "In re", "Ex parte")):
        return True
    if _PERSON.match(text, end):
        return False
    if start < aliases.firsts.get(key, 0) and not _AFTER.match(text, end):
        return False
    if " " in name or "-" in name:
        return True
    if _AFTER.match(text, end):
        return True
    cue = _BEFORE.search(text, max(0, start - 24), start)
    return bool(cue) and cue[0].split()[0].lower() not in _WEAK if cue else False
