"""Citations to what is no authority here: the record, briefs, and sources no kind knows. *Id.* stops at them."""

import re

# "Tr. at 45", "J.A. 123", "A.R. 5-6", "R. at 12", "App. 33", "Doc. 12", "PSR ¶ 14", "Ex. 3".
_RECORD = re.compile(
    r"(?<![\w.])(?:(?:Trial |Hr'g |Sent(?:encing|\.) |Plea )?Tr(?:anscript(?: of [A-Z][\w ]{3,30})?|\.)|J\. ?A\."
    r"|A\. ?R\.|C\. ?A\. ?R\.|R\. ?O\. ?A\.|E\. ?R\.|S\. ?E\. ?R\.|J\. ?S\. ?A\.|R(?:ec(?:ord|\.)|\.)"
    r"|App(?:endix|'x|\.|x\.)|Admin\. R\.|Cert\. Admin\. R\.|Doc(?:ket|\.)?|Dkt\.|D\. ?E\.|D\.I\.|PSR|PSI|P\.S\.R\."
    r"|Ex(?:hibit|h\.|s?\.)|Compl\.|Am\. Compl\.|Aff\.|Decl\.|Dep\."
    r"|(?:\w+(?:'s|s')? )?(?:Reply |Opening |Supp\. )?(?:Br(?:ief|\.)|Mem\.|Mot\.|Opp'n|Pet\.)|Op\.|Slip op\."
    r"|slip op\.)"
    r",? ?(?:at |No\. |Nos\. |p\. |pp\. |¶{1,2} ?|# ?|Vol\. )?[\dIVX*][\w:-]{0,20}"
)
# "See discussion supra Part I", "see infra note 3": a place of this text itself.
_INSIDE = re.compile(
    r"\b(?:[Ss]ee|[Cc]f\.|[Cc]ompare)[^.;()\n]{0,60}?\b(?:supra|infra),? (?:at )?(?:notes?\b|nn?\.|[Pp]arts?\b|§|[Ss]ections?\b"
    r"|pp?\.|[Pp]ages?\b|[IVX]+\b|[A-Z]\.)"
)
# Anything else that is cited with a page: a word that no case name explains, then "at 12".
_SOURCE = re.compile(r"(?<![\w.])[\w.'-]{0,30}[A-Z0-9][\w.'-]{0,30},? at (?:pp?\. ?|¶ ?|\*)?\d{1,6}(?!\w|:\d|,\d{3})")
# A section no kind knows ("§ 45-12-9"), and a page in a publication no kind knows ("12 Foo L. Rep. 345").
_UNKNOWN = re.compile(
    r"(?:\b[A-Z][\w.']{0,30} )§§? ?\d[\w.:-]*|(?<![\w.$])\d{1,4} [A-Z][\w.]*\.(?: ?[A-Z][\w.]*\.?){0,4} \d{1,5}(?!\w)"
)


def places(text: str) -> list[tuple[int, bool]]:
    """Give the places at which `text` cites the record, a source no kind knows, or (True) itself, in order."""
    found = {match.start(): True for match in _INSIDE.finditer(text)}
    found |= {match.start(): False for pattern in (_RECORD, _SOURCE, _UNKNOWN) for match in pattern.finditer(text)}
    return sorted(found.items())
