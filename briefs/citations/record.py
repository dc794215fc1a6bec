"""Citations to what is no authority here: the record, briefs, and sources no kind knows. *Id.* stops at them."""

import re
from collections.abc import Iterable

from briefs.citations.reading import Reading
from briefs.citations.words import sought

# "Tr. at 45", "J.A. 123", "A.R. 5-6", "R. at 12", "App. 33", "Doc. 12", "PSR ¶ 14", "Ex. 3".
_RECORD = re.compile(
    r"(?<![\w.])(?:(?:Trial |Hr'g |Sent(?:encing|\.) |Plea )?Tr(?:anscript(?: of [A-Z][\w ]{3,30})?|\.)|J\. ?A\."
    r"|A\. ?R\.|C\. ?A\. ?R\.|R\. ?O\. ?A\.|E\. ?R\.|S\. ?E\. ?R\.|J\. ?S\. ?A\.|R(?:ec(?:ord|\.)|\.)"
    r"|App(?:endix|'x|\.|x\.)|Admin\. R\.|Cert\. Admin\. R\.|Doc(?:ket|\.)?|Dkt\.|D\. ?E\.|D\.I\.|PSR|PSI|P\.S\.R\."
    r"|Tr\. of Oral Arg\.|App\. to (?:Pet|Juris|Brief)[\w. ']{2,40}?|(?:Brief|Br\.) (?:for|of|in)[\w.,' ]{3,90}?"
    r"|Pet\. for Cert\.|ECF|JA|C\. ?T\.|R\. ?T\.|[CR]T|V?RP|CP|N\. ?T\.|R\. ?R\.|Clerk's (?:Tr\.|Papers)"
    r"|Ex(?:hibit|h\.|s?\.)|Compl\.|Am\. Compl\.|Aff\.|Decl\.|Dep\."
    r"|(?:\w+(?:'s|s')? )?(?:Reply |Opening |Supp\. )?(?:Br(?:ief|\.)|Mem\.|Mot\.|Opp'n|Pet\.)|Op\.|Slip op\."
    r"|slip op\.)"
    r",? ?(?:at |No\. |Nos\. |p\. |pp\. |¶{1,2} ?|# ?|Vol\. )?[\dIVX*][\w:-]{0,20}"
)
# "See discussion supra Part I", "see infra note 3": a place of this text itself.
_INSIDE = re.compile(
    r"\b(?:[Ss]ee|[Cc]f\.|[Cc]ompare)[^.;()\n]{0,60}?\b(?:supra|infra),? (?:at )?(?:notes?\b|nn?\.|[Pp]arts?\b|§"
    r"|[Ss]ections?\b|pp?\.|[Pp]ages?\b|[IVX]+\b|[A-Z]\.)"
)
# Anything else that is cited with a page: a word that no case name explains, then "at 12".
_SOURCE = re.compile(r"(?<![\w.])[\w.'-]{0,30}[A-Z0-9][\w.'-]{0,30},? at (?:pp?\. ?|¶ ?|\*)?\d{1,6}(?!\w|:\d|,\d{3})")
# A section no kind knows ("§ 45-12-9"), and a page in a publication no kind knows ("12 Foo L. Rep. 345").
_UNKNOWN_SECTION = re.compile(r"\b[A-Z][\w.']{0,30} §§? ?\d[\w.:-]*")
_UNKNOWN = re.compile(r"(?<![\w.$])\d{1,4} [A-Z][\w.]*\.(?: ?[A-Z][\w.]*\.?){0,4} \d{1,5}(?!\w)")
_SIGNALS = sought("See ", "see ", "Cf. ", "cf. ", "Compare ", "compare ")


# How the names of the record begin, to look for; and what stands before a name that belongs to it.
_NAMES = sought(
    *(
        "Tr.",
        "Transcript",
        "J.A.",
        "J. A.",
        "A.R.",
        "A. R.",
        "C.A.R",
        "R.O.A",
        "E.R.",
        "E. R.",
        "S.E.R",
        "J.S.A",
        "Rec",
    ),
    *("R. ", "App", "Admin. R", "Doc", "Dkt.", "D.E.", "D. E.", "D.I.", "PSR", "PSI", "P.S.R", "Ex", "Compl.", "Aff."),
    *(
        "ECF",
        "JA ",
        "C.T.",
        "C. T.",
        "R.T.",
        "R. T.",
        "CT ",
        "RT ",
        "RP ",
        "CP ",
        "N.T.",
        "N. T.",
        "R.R.",
        "R. R.",
        "Clerk's",
    ),
    *("Decl.", "Dep.", "Br.", "Brief", "Mem.", "Mot.", "Opp'n", "Pet.", "Op.", "Slip op", "slip op"),
)
_PAGE = re.compile(r" at (?:pp?\. ?|¶ ?|\*)?\d")
_BEGINS = re.compile(r"(?<![\w.])[\w.'-]")
_UNKNOWN_SECTION_WORDS = sought("§")


def _word_before(text: str, place: int) -> int:
    """Give where the word before a place begins, or as far back as a source is looked for."""
    return max(text.rfind(" ", 0, place) + 1, place - 62)


def _begun(text: str, spans: Iterable[tuple[int, int]]) -> list[int]:
    """Give where words begin within some spans, in order: nothing that is cited begins elsewhere."""
    return sorted({match.start() for first, end in spans for match in _BEGINS.finditer(text, max(0, first), end)})


def places(reading: Reading) -> list[tuple[int, bool]]:
    """Give the places at which a text cites the record, a source no kind knows, or (True) itself, in order."""
    found = {match.start(): True for match in reading.matches(_INSIDE, _SIGNALS)}
    signs = [(_word_before(reading.text, match.start()), match.start()) for match in _PAGE.finditer(reading.text)]
    names = [(place - 20, place + 1) for place in reading.places(_NAMES)]
    volumes = [start for start, _ in reading.volumes]
    for matches in (
        reading.near(_RECORD, _begun(reading.text, names)),
        reading.near(_SOURCE, _begun(reading.text, signs)),
        reading.matches(_UNKNOWN_SECTION, _UNKNOWN_SECTION_WORDS, 32),
        reading.near(_UNKNOWN, volumes),
    ):
        found |= {match.start(): False for match in matches if match.start() not in reading.reprinted}
    return sorted(found.items())
