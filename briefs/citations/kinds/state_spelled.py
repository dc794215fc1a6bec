"""State codes with their names written out: "section 29.03 of the Texas Penal Code", "Ohio Revised Code § 2929.14"."""

import re
from collections.abc import Iterator

from briefs.citations.kinds.state_names import ABBREVIATED, FULL_NAMES
from briefs.citations.reading import Reading
from briefs.citations.sections import LOST_SIGN, TOLD_SIGN
from briefs.citations.words import sought

_STATE = rf"(?P<state>{'|'.join(sorted(FULL_NAMES, key=len, reverse=True))})"
_CODE = (
    r"(?P<code>(?:Revised |Compiled |General |Consolidated |Century |Codified )*(?:Code|Statutes|Laws)(?: Annotated)?"
    r"|(?:(?:[A-Z][a-z]+|&|and|of) ){1,5}(?:Code|Law))"
)
_CHAPTER = r"(?P<chapter>,? (?:ch(?:apter|\.)|tit(?:le|\.)) \d{1,3}[A-Z]?,?)?"
_FIRST = re.compile(
    rf"(?<![\w.]){_STATE} {_CODE}{_CHAPTER},? (?P<sign>§ ?§?|[Ss]ections?|[Ss]ecs?\.(?: [Ss]ec\.)?) ?(?=\d)"
)
_LAST = re.compile(
    rf"(?<![\w.])(?P<sign>{TOLD_SIGN}|{LOST_SIGN}) ?"
    r"(?P<list>\d[\w.:-]*\w(?:\(\w{1,4}\))*)"
    rf"{_CHAPTER},? of (?:the )?{_STATE} {_CODE}(?! of (?:Evidence|Civil P|Criminal P|Appellate))"
)
# "section 1298 of the Penal Law of New York": the state stands last.
_OF_STATE = re.compile(
    rf"(?<![\w.])(?P<sign>{TOLD_SIGN}) ?(?P<list>\d[\w.:-]*\w(?:\(\w{{1,4}}\))*)"
    r"(?P<chapter>),? of the (?P<code>(?:(?:Revised |General |Compiled )+(?:Code|Statutes|Laws)|(?:(?:[A-Z][a-z]+|&"
    rf"|and) ){{1,4}}(?:Code|Law))(?: Annotated)?),? of (?:the State of )?{_STATE}(?!\w)"
)
# "section 17-13-23 of the Code of Alabama", "Code of Virginia § 18.2-248".
_CODE_OF = rf"(?:Annotated )?Code of {_STATE}(?P<code>)(?:,? \(?(?:19|20)\d\d\)?)?"
_CODE_OF_FIRST = re.compile(rf"(?<!\w){_CODE_OF},? (?P<sign>§ ?§?|[Ss]ections?|[Ss]ecs?\.) ?(?=\d)")
_CODE_OF_LAST = re.compile(
    rf"(?<![\w.])(?P<sign>[Ss]ections?|§ ?§?|[Ss]ecs?\.) ?(?P<list>\d[\w.:-]*\w(?:\(\w{{1,4}}\))*),? of the {_CODE_OF}"
)
# Maryland names the article of its code last: "Md. Code (2002), § 3-202 of the Criminal Law Article".
_ARTICLE = re.compile(
    r"(?:Md\. Code(?: Ann\.)?,? (?:\([^()\n]{4,40}\),? ?)?)?(?P<sign>§ ?§?|[Ss]ections?|[Ss]ecs?\.(?: [Ss]ec\.)?) ?"
    r"(?P<list>\d[\w.-]*(?:\(\w{1,4}\))*),? of the (?P<article>[A-Z][a-z]+(?:(?: and| &|,)? [A-Z][a-z]+){0,4}) Article"
)
_ARTICLES = {
    "Criminal": "Crim.", "Procedure": "Proc.", "Courts": "Cts.", "Judicial": "Jud.", "Proceedings": "Proc.",
    "Family": "Fam.", "Transportation": "Transp.", "Property": "Prop.", "Insurance": "Ins.", "Commercial": "Com.",
    "Estates": "Est.", "Corporations": "Corps.", "Associations": "Ass'ns", "and": "&",
}  # fmt: skip
_OF_WORDS = sought(*(f"{code}{comma} of " for code in ("Code", "Law", "Laws", "Statutes") for comma in ("", ",")))
_CODE_OF_WORDS = sought("Code of ")
_FULL_WORDS = sought(*(f"{name} " for name in FULL_NAMES))
_ENDS = re.compile(r"[\d),] of (?:the )?$")  # what stands before the state: a section has come to its end
_ARTICLE_WORDS = sought(*(f" {word} Article" for word in ("Law", "Procedure", "Proceedings", "General", "Property",
                                                          "Transportation", "Insurance", "Trusts")))  # fmt: skip


def state_spelled(reading: Reading) -> Iterator[tuple[re.Match[str], int, int, str]]:
    """Give (match, place of the sections, end of the citation or 0, the code's name in short) of each."""
    for match in reading.matches(_FIRST, _FULL_WORDS):
        yield match, match.end(), 0, _short(match)
    text = reading.text
    ends = (place for place in reading.places(_FULL_WORDS) if _ENDS.search(text, max(0, place - 9), place))
    for match in reading.near(_LAST, ends, 70):
        yield match, match.start("list"), match.end(), _short(match)
    for match in reading.matches(_OF_STATE, _OF_WORDS, 90):
        yield match, match.start("list"), match.end(), _short(match)
    for match in reading.matches(_CODE_OF_FIRST, _CODE_OF_WORDS, 10):
        yield match, match.end(), 0, f"{FULL_NAMES[match['state']]} Code"
    for match in reading.matches(_CODE_OF_LAST, _CODE_OF_WORDS, 70):
        yield match, match.start("list"), match.end(), f"{FULL_NAMES[match['state']]} Code"
    for match in reading.matches(_ARTICLE, _ARTICLE_WORDS, 90):
        words = " ".join(_ARTICLES.get(word, word) for word in match["article"].split())
        yield match, match.start("list"), match.end(), f"Md. Code Ann., {words}"


def _short(match: re.Match[str]) -> str:
    words = " ".join(ABBREVIATED.get(word, word) for word in match["code"].split())
    chapter = re.sub(r"(?:chapter|ch\.) ", "ch. ", re.sub(r"title ", "tit. ", (match["chapter"] or "").strip(" ,")))
    return f"{FULL_NAMES[match['state']]} {words} {chapter}".strip()
