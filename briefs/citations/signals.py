"""Introductory signals (Bluebook rule 1.2) and the phrases of subsequent history (rule 10.7) before a citation."""

import re

_SIGNAL = re.compile(
    r"(?<![\w.])(?P<signal>[Ss]ee,? also,? e\.g\.|[Ss]ee,? e\.g\.|[Ss]ee also|[Ss]ee generally|[Bb]ut see,? e\.g\."
    r"|[Bb]ut see|[Cc]f\.,? e\.g\.|[Bb]ut cf\.?|[Bb]ut compare"
    r"|[Cc]ontra|[Aa]ccord|[Ee]\.g\.|[Cc]f\.?|[Cc]ompare|[Ss]ee|[Ww]ith|[Cc]iting|[Qq]uoting)[,:]? ?[\"'(\[]?$"
)
_HISTORY = re.compile(
    r"(?:cert(?:iorari)?\.? (?:denied|granted|dismissed)|(?:rehearing|reh'g|review|leave to appeal|appeal"
    r"|petition)(?: en banc)? (?:denied|dismissed|granted)"
    r"|aff'd|aff'g|affirmed|rev'd|rev'g|reversed|vacated|vacating|remanded|overruled|overruling|abrogated|superseded"
    r"|modified|amended|withdrawn"
    r"|aff'd mem\.|disapproved|reinstated)"
    r"(?: and [a-z']+)?(?: in part| per curiam| en banc| mem\.| as modified| on other grounds| by statute| sub nom\."
    r"| by| on reh'g)*[,:]? ?$"
)
_REACH = 60
_SIGNAL_ENDS = (
    *(
        "see",
        "also",
        "e.g.",
        "generally",
        "contra",
        "accord",
        "cf",
        "cf.",
        "compare",
        "with",
        "citing",
        "quoting",
        "but cf",
    ),
)
_HISTORY_ENDS = (
    *("ed", "'d", "'g", "vacating", "overruling", "withdrawn", "in part", "curiam", "banc", "mem.", "grounds"),
    *("statute", "nom.", " by"),
)


def signal_before(text: str, place: int, floor: int, before: str | None) -> str | None:
    """Give the signal that introduces the citation at `place`, in lower case: "see also", "cf.", "e.g."; or None.

    `before` is the signal of the citation before it: "with" is one only after "compare".
    """
    if not _last_word(text, place).endswith(_SIGNAL_ENDS):
        return None
    match = _SIGNAL.search(text, max(floor, place - _REACH), place)
    if not match or match["signal"].lower() in ("citing", "quoting"):
        return None
    if match["signal"].lower() == "with" and before != "compare":
        return None
    signal = match["signal"].lower().replace("see e.g.", "see, e.g.")
    return "cf." if signal == "cf" else signal


_QUOTED = re.compile(r"\((?:\w+ )?(?:quoting|citing)(?: from)? ?$")


def quoted_in(text: str, place: int) -> bool:
    """Tell whether a parenthesis that quotes or cites another source opens just before `place`, closed or not."""
    return bool(_QUOTED.search(text, max(0, place - 30), place))


def history_before(text: str, place: int, floor: int) -> bool:
    """Tell whether the citation at `place` is the later history of the case cited just before it."""
    if not _last_word(text, place).endswith(_HISTORY_ENDS):
        return False
    return bool(_HISTORY.search(text, max(floor, place - 90), place))


def _last_word(text: str, place: int) -> str:
    """Give the end of the words before a citation in lower case: what ends otherwise need not be searched."""
    return text[max(0, place - 14) : place].rstrip(" \"'([,:").lower()
