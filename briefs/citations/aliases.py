"""The conventions a text sets for itself: "Section --" for a title, defined short titles, names for cases."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefs.citations import names
from briefs.citations.kinds.state_names import CALIFORNIA_CODES, standard
from briefs.citations.reading import Reading
from briefs.citations.shapes import Sighting
from briefs.citations.words import sought

# A sentence about citing, about sections and about one body of law sets what bare sections are of: "references to
# sections are to title 28", "unless otherwise indicated, all section references are to the Internal Revenue Code".
_SPEAKS = re.compile(r"\b(?:citations?|references?|cites?|refer|referred)\b", re.IGNORECASE)
_SETS = re.compile(
    r"\b(?:all|unless|further|subsequent|hereafter|hereinafter|hereinbelow|future|will|shall|are to|undesignated"
    r"|unspecified)\b",
    re.IGNORECASE,
)
_SECTION_WORDS = sought("section", "Section", "§", "tatutory ref", "tatutory cit", "references are to")
# One of these is in every sentence that speaks of citing.
_SPEAKING = sought(*(word for small in ("citation", "reference", "cite", "refer") for word in (small, small.title())))
_LAW = re.compile(
    r"[Tt]itle (?P<title>\d{1,2})\b|(?P<code>\d{1,2}) U\. ?S\. ?C\.|(?P<tax>Internal Revenue Code|I\. ?R\. ?C\."
    r"|the Code\b)"
    rf"|(?:to|of) the (?P<named>(?:{CALIFORNIA_CODES}) Code|Code of Civil Procedure)\b"
    r"|(?P<own>to (?:this|that) [Cc]ode\b)"
    r"|(?P<bankruptcy>Bankruptcy Code)|(?P<act>Immigration and Nationality Act|\bINA\b)"
)
_SENTENCE_END = re.compile(r"(?<!subd)[.!?][\"')\]]* +(?=[A-Z\"(])|\n")
_DEFINED = re.compile(
    r"\(?(?:(?:hereinafter|hereafter|collectively|the|or|and),? )*\"(?:the )?(?P<name>[A-Z][^\"\n]{3,80}?),?\""
)


# "Section 10(b) of the Securities Exchange Act (1934 Act), 15 U.S.C. 78j(b)": the text itself pairs the two.
_PAIR = re.compile(
    r"(?:(?:[Ss]ections?|§§?) ?|(?<=[a-z] ))(?P<number>\d{1,4}[a-zA-Z]?)(?P<path>(?:\(\w{1,4}\))*),? of the "
    r"(?P<act>[A-Z][\w'.& -]{2,80}?(?:Act|Code|Law)(?: of \d{4})?)(?: \([^()\n]{1,40}\))?,? ?"
    r"(?:\(|\[|codified (?:as amended )?at |\. ?)?$"
)
_THE_ACT = re.compile(r"\"(?:the )?Act\"")


# "the Fair Housing Act" goes on for "the Fair Housing Act of 1968"; "the Immigration Act" could be any.
_YEARED = re.compile(r"((?:\S+ ){2,}Act) of \d{4}")


@dataclass
class Aliases:
    """What short words stand for in this text: `titles` for names, `sections` for numbers, `default` for others."""

    titles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    firsts: dict[str, int] = field(default_factory=dict)  # where a key was first cited
    sections: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    parts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # those with a decimal point, by part
    numbers: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))  # sections cited in full, by title
    defined: set[str] = field(default_factory=set)  # titles given in quotation marks, not case names
    shortened: set[str] = field(default_factory=set)  # names of cases that a short form uses
    authors: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # of books: named by supra only
    definitions: list[tuple[int, int]] = field(default_factory=list)  # where they were given
    acts: dict[tuple[str, str], str] = field(default_factory=dict)  # (section, Act) -> its section of the Code
    paragraph: tuple[int, int, str | None] = (0, 0, None)  # where the last one asked for stands; the one title in it
    default: str | None = None
    immigration: bool = False  # the text is of immigration law
    code: str | None = None  # the title that "the Code" is, in a tax or bankruptcy case

    _words: dict[str, set[str]] | None = None

    def learn(self, sighting: Sighting, reading: Reading) -> None:
        """Take in the names and numbers of a resolved citation."""
        key = sighting.key
        if key is None:
            return
        # a note stands after the body in the text, but is called within it: what it cites may be named before it
        self.firsts.setdefault(key, sighting.start if reading.in_body(sighting.start) else 0)
        if sighting.kind in ("case", "agency_decision") and sighting.name:
            plain = plain_name(sighting.name)
            if sighting.form == "short":
                self._name(plain, key)
                self.shortened.add(plain)
            else:
                for name in (plain, *names.short_names(plain)):
                    self._name(name, key)
        elif sighting.kind == "book" and sighting.form == "full":
            for author in sighting.authors:
                self.authors[author].add(key)
        elif sighting.kind in ("public_law", "report", "treaty"):
            if sighting.name and len(sighting.name.split()) > 1:
                plain = plain_name(sighting.name)
                self._title(plain, key)
                if short := _YEARED.fullmatch(plain):
                    self._title(short[1], key)
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

    def pair(self, sighting: Sighting, text: str) -> None:
        """Take in the section of an Act that stands just before its place in the Code, where both end alike."""
        parts = (sighting.key or "").split(":")
        pair = _PAIR.search(text, max(0, sighting.start - 180), sighting.start)
        if pair and not pair["path"] and pair[0].rstrip().endswith("."):
            return  # two sentences, and nothing but their order to pair them
        if pair and ".".join(re.findall(r"\w+", pair["path"])) == (parts[3] if len(parts) > 3 else ""):
            stem = ":".join(parts[:3])
            self.acts[pair["number"], pair["act"]] = stem
            if _THE_ACT.search(text, pair.end("act"), sighting.start):
                self.acts[pair["number"], "Act"] = stem
            self.sections[pair["number"]].add(stem)

    def number(self, number: str, sighting: Sighting) -> None:
        """Remember that a section was cited in full under this number."""
        if sighting.key:
            parts = sighting.key.split(":")
            self.sections[number].add(":".join(parts[:3]))
            if "." in number:
                self.parts[number.split(".")[0]].add(":".join(parts[:3]))
            whole = re.match(r"\d+", number)
            if whole and parts[0] == "usc":
                self.numbers[":".join(parts[:2])].add(int(whole[0]))


_TAX = sought("Internal Revenue Code", "Internal Revenue Service", "I.R.C.", "I. R. C.", "I.R. C.", "I. R.C.")
_BANKRUPTCY = sought("Bankruptcy Code")
_NATION = re.compile(r"(?<=v\. )U\. ?S\.(?=,?$)|^U\. ?S\.(?= v\.)")


def plain_name(name: str) -> str:
    """Give a name in one spelling: straight quotes, no brackets, "United States" for "U.S." as a party."""
    folded = (
        _NATION.sub("United States", name)
        .replace("\u2019", "'")
        .replace("\u2013", "-")
        .replace("\u2014", "-")
        .replace("\u00a0", " ")
    )
    return " ".join(folded.replace("[", "").replace("]", "").split()).rstrip(",")


def own_code(reading: Reading) -> str | None:
    """Give the title that "the Code" stands for: the one named Code that this text speaks of."""
    tax, bankruptcy = reading.has(*_TAX), reading.has(*_BANKRUPTCY)
    return None if tax == bankruptcy else "usc:26" if tax else "usc:11"


def default_law(reading: Reading, codes: Sequence[tuple[int, str]] = ()) -> str | None:
    """Give the stem ("usc:8") that a sentence of the text sets for bare sections; None when none or several are set.

    `codes` are the states' codes cited in the text, (place, stem) in order: "this code" is the one cited just before.
    """
    stems: set[str] = set()
    text, done = reading.text, -1
    speaking = reading.places(_SPEAKING)
    for here in reading.places(_SECTION_WORDS) if speaking else ():
        last = min(here + 260, len(text))
        if here < done:
            continue
        cut = _SENTENCE_END.search(text, here + 1, last)
        first, end = max(0, here - 250), cut.end() if cut else last
        done = max(here + 1, end)
        if bisect_left(speaking, first) == bisect_left(speaking, end):
            continue
        start = max((cut.end() for cut in _SENTENCE_END.finditer(text, first, here + 1)), default=first)
        sentence = text[start:end]
        speaks, sets = _SPEAKS.search(sentence), _SETS.search(sentence)
        law = _LAW.search(sentence) if speaks and sets else None
        if law:
            own = bisect_left(codes, (here, "")) if law["own"] else 0
            stems.add(codes[own - 1][1] if own else _stem(law, codes))
    return stems.pop() or None if len(stems) == 1 else None


def _stem(law: re.Match[str], codes: Sequence[tuple[int, str]]) -> str:
    if law["tax"]:
        return "usc:26"
    if law["bankruptcy"]:
        return "usc:11"
    if law["named"]:  # "to the Penal Code": the one of that name that is cited with its state
        name = standard(f"Cal. {law['named']}").removeprefix("Cal. ")
        return next((stem for _, stem in codes if name in stem), "")
    if law["own"]:
        return ""  # no code of a state is cited before it
    return "ina" if law["act"] else f"usc:{int(law['title'] or law['code'])}"
