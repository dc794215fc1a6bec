"""Treaties: the instruments of refugee law by name, others by treaty series (Bluebook rule 21.4)."""

import re
from collections.abc import Iterator

from briefs.citations.parens import MONTHS, read_tail
from briefs.citations.reading import Reading
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

# (key, name, pattern of its name, sources it is known by, link)
INSTRUMENTS = (
    (
        "cat",
        "Convention Against Torture",
        r"(?:(?:United Nations|UN|U\.N\.)(?:'|'s)? )?Convention [Aa]gainst Torture(?: and [Oo]ther Cruel,? Inhuman,?"
        r"(?: or|,? and)? Degrading Treatment or Punishment)?",
        r"S\. ?Treaty Doc\.? ?No\.? 100-20|1465 U\.?N\.?T\.?S\.? 85|23 I\.?L\.?M\.? 1027",
        ("https://www.congress.gov/treaty-document/100th-congress/20", "congress.gov"),
    ),
    (
        "refugee-convention",
        "Convention Relating to the Status of Refugees",
        r"(?:(?:United Nations|UN|U\.N\.|1951) )*Convention [Rr]elating to the Status of Refugees",
        r"189 U\.?N\.?T\.?S\.? 1(?:37|50)|19 U\.?S\.?T\.? 6259",
        None,
    ),
    (
        "refugee-protocol",
        "Protocol Relating to the Status of Refugees",
        r"(?:(?:United Nations|UN|U\.N\.|1967) )*Protocol [Rr]elating to the Status of Refugees",
        r"606 U\.?N\.?T\.?S\.? 267|19 U\.?S\.?T\.? 6223|T\.?I\.?A\.?S\.? (?:No\. )?6577",
        None,
    ),
    (
        "iccpr",
        "International Covenant on Civil and Political Rights",
        r"International Covenant on Civil and Political Rights",
        r"999 U\.?N\.?T\.?S\.? 171|6 I\.?L\.?M\.? 368",
        None,
    ),
    (
        "crc",
        "Convention on the Rights of the Child",
        r"(?:(?:United Nations|UN|U\.N\.) )?Convention on the Rights of the Child",
        r"1577 U\.?N\.?T\.?S\.? 3",
        None,
    ),
    (
        "vccr",
        "Vienna Convention on Consular Relations",
        r"Vienna Convention on Consular Relations(?: and Optional Protocol on Disputes)?",
        r"596 U\.?N\.?T\.?S\.? 261|21 U\.?S\.?T\.? 77",
        None,
    ),
    (
        "vclt",
        "Vienna Convention on the Law of Treaties",
        r"Vienna Convention on the Law of Treaties",
        r"1155 U\.?N\.?T\.?S\.? 331",
        None,
    ),
    (
        "udhr",
        "Universal Declaration of Human Rights",
        r"Universal Declaration of Human Rights",
        r"G\.A\. Res\. 217A?(?: ?\(III\)(?: A)?)?",
        None,
    ),
)
_ARTICLE = r"(?:[Aa]rt(?:icles?|s?\.) \d{1,3}(?:\(\w\))*(?:,? (?:of|to) the )?)?"
_SERIES = (
    r"(?:S\. ?(?:Treaty|Exec\.) ?Doc\.? ?(?:No\. ?)?\d{2,3}-\d{1,3}|\d{1,4} U\. ?N\. ?T\. ?S\. \d{1,4}"
    r"|\d{1,2} U\. ?S\. ?T\. \d{1,5}"
    r"|T\. ?I\. ?A\. ?S\. (?:No\. )?\d{3,5}|\d{1,2} I\. ?L\. ?M\. \d{1,5}|G\.A\. Res\. [\w/()]+)"
)
_MORE = re.compile(
    r"(?:,? (?:opened for signature|adopted(?: and opened for signature)?|done(?: at [A-Z]\w+)?|entered into force"
    r"|signed|ratified)(?: on)?"
    rf"|,? {MONTHS} \d{{1,2}}, \d{{4}}|,? [Aa]rts?\. \d{{1,3}}(?:\(\w\))*|,? {_SERIES}"
    rf"|,? (?:at )?\d{{1,5}}(?:-\d+)?(?=[ ,;.)]|$)| \(\d{{4}}\))"
)
_NAMES = tuple((key, re.compile(rf"(?<![\w-]){_ARTICLE}{pattern}(?![\w-])")) for key, _, pattern, _, _ in INSTRUMENTS)
_KNOWN = tuple((key, re.compile(sources)) for key, _, _, sources, _ in INSTRUMENTS)
_ALONE = re.compile(rf"(?<![\w.]){_SERIES}")


# What shows that an instrument may be named, to look for.
_TITLES = {
    "cat": sought("Convention Against Tor", "Convention against Tor"),
    "refugee-convention": sought("elating to the Status of Ref"),
    "refugee-protocol": sought("elating to the Status of Ref"),
    "iccpr": sought("Covenant on Civil"),
    "crc": sought("Rights of the Child"),
    "vccr": sought("on Consular Rel"),
    "vclt": sought("Law of Treaties"),
    "udhr": sought("Declaration of Human R"),
}
_SERIES_WORDS = sought(
    *("U.N.T.S", "U. N. T. S", "U.S.T.", "U. S. T.", "T.I.A.S", "T. I. A. S", "I.L.M", "I. L. M", "G.A. Res"),
    *("S. Treaty", "S.Treaty", "S. Exec", "S.Exec"),
)


def _spot(reading: Reading) -> Iterator[Sighting]:
    for key, pattern in _NAMES:
        for match in reading.matches(pattern, _TITLES[key], 80):
            end = _extended(reading.text, match.end())
            form = "full" if re.search(_SERIES, reading.text[match.end() : end]) else "reference"
            article = re.match(r"[Aa]rt\w*\.? (\d+(?:\(\w\))*)", match[0])
            yield Sighting(
                match.start(),
                end,
                form,
                "treaty",
                f"treaty:{key}",
                pin=f"art. {article[1]}" if article else None,
                tail=read_tail(reading, end, dated=False).explanations,
            )
    for match in reading.matches(_ALONE, _SERIES_WORDS, 5):
        words = " ".join(match[0].split())
        known = next((f"treaty:{key}" for key, pattern in _KNOWN if pattern.fullmatch(words)), None)
        end = _extended(reading.text, match.end())
        yield Sighting(match.start(), end, "full", "treaty", known or _series_key(words))


def _extended(text: str, place: int) -> int:
    for _ in range(10):
        match = _MORE.match(text, place)
        if not match:
            break
        place = match.end()
    return place


def _series_key(words: str) -> str:
    return "series:" + re.sub(r"(?<=[A-Z]\.) (?=[A-Z]\.)", "", words).replace(":", "")


def _show(parts: tuple[str, ...]) -> str:
    if parts[0] == "series":
        return parts[1]
    return next((name for key, name, _, _, _ in INSTRUMENTS if key == parts[1]), parts[1])


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """Only an instrument whose page is known by heart is linked."""
    return next((link for key, _, _, _, link in INSTRUMENTS if key == parts[1]), None)


KIND = Kind("treaty", "treaties", ("treaty", "series"), _spot, _show, _link)
