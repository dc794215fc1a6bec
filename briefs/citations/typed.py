"""A citation typed into a search box: its key, however it is spelt."""

import re

from briefs.citations.find import find

# What people type without capitals and full stops, and what courts print.
_RESPELT = tuple(
    (re.compile(rf"(?<![\w.]){typed}", re.IGNORECASE), printed)
    for typed, printed in (
        (r"u\.? ?s\.? ?c\.?(?: ?a\.?)?(?=[ §])", "U.S.C."),
        (r"c\.? ?f\.? ?r\.?(?=[ §])", "C.F.R."),
        (r"i\.?n\.?a\.? ?(?:§|sec(?:tion|\.)?)? ?(?=\d)", "INA § "),
        (r"i\.? ?(?:&|and) ?n\.? ?(?:dec\.?)?(?= )", "I. & N. Dec."),
        (r"f\.? ?(?=[23]d\b|4th\b)", "F."),
        (r"f\.? ?app(?:'?x|endix)?\.?(?= )", "F. App'x"),
        (r"f\.? ?supp\.?(?= )", "F. Supp."),
        (r"u\.? ?s\.?(?= \d)", "U.S."),
        (r"s\.? ?ct\.?(?= )", "S. Ct."),
        (r"wl(?= )", "WL"),
        (r"fed\.? ?r\.? ?app\.? ?p\.?|frap", "Fed. R. App. P."),
        (r"fed\.? ?r\.? ?civ\.? ?p\.?|frcp", "Fed. R. Civ. P."),
        (r"fed\.? ?reg\.?(?= )", "Fed. Reg."),
    )
)


def parse_one(typed: str) -> str | None:
    """Give the key of the one authority that `typed` cites; None when it cites none or several.

    Spelling is forgiven: capitals, full stops and section signs may be missing ("8 usc 1158", "ina 208").
    """
    words = " ".join(typed[:400].split())
    key = _only(words)
    if key is None:
        for pattern, printed in _RESPELT:
            words = pattern.sub(printed, words)
        key = _only(words)
    return key


def _only(words: str) -> str | None:
    keys = {each.key for each in find(words) if each.key}
    return keys.pop() if len(keys) == 1 else None
