"""Citations that a printer or a scanner spoilt, read as they were meant; the text itself keeps what it prints."""

import re

# What scans make of "2d", the stop that was set after it, the "1" that became an "l", the space before a stop.
_MENDED = (
    (re.compile(r"(?<=[.\s])([23])(?:cl|cI|c1|el|tl|c\(|\(1)(?=[ ,])"), r"\1d"),
    (re.compile(r"(?<=[.\s])[Zz]d(?=[ ,])"), "2d"),
    (re.compile(r"(?<=\.)[ ]?[S8]d(?=[ ,])"), "3d"),
    (re.compile(r"(?<=[23]d)\.(?= \d)|(?<=[45]th)\.(?= \d)"), ""),
    (re.compile(r"^[lI](?=\d)|(?<= )[lI](?=\d{1,3}[ ,.;]|\d{1,3}$)"), "1"),
    (re.compile(r"\b([FAP]|U|So) \.(?= ?[23]?[dS])"), r"\1."),
    (re.compile(r"(?<= )U\.? ?S(?= (?:at )?\d)"), "U.S."),
    (re.compile(r"\bF\. ?C\. ?C\. ?R\.(?= ?(?:at )?\d)"), "FCC Rcd"),
    # "337 U.S. at [*8] 547": the page of another print begins inside the citation
    (re.compile(r" \[\*{1,3}\d{1,4}\](?= )"), ""),
    # "5 Fed. (2d) 12": the Federal Reporter's second series as it was first cited
    (re.compile(r"\bFed\. ?\(2d\)"), "F.2d"),
    # "2 Paine, C. C. 184": a reporter of the old circuit courts, called after its reporter
    (re.compile(r"(?<=[a-z.]),? C\. ?C\.(?= \d)"), ""),
    # "10 Gratt. (51 Va.) 400": the series' own volume is the one to cite by (Bluebook rule 10.3.2)
    (re.compile(r"^(\d{1,3} [A-Z][\w.' ]{1,14}\.?) \((\d{1,3} [A-Z][\w. ]{1,8}\.)\)(?= \d)"), r"\2 (\1)"),
)


# What shows at once that there is something to mend.
_SUSPECT = re.compile(
    r"[.\s](?:[23](?:c|el|tl|\(1)|[ZzS8]d)|[2-5](?:d|th)\. \d|^[lI]\d| [lI]\d| \.|C\. ?R\.|\.S (?:at )?\d|\[\*"
    r"|\(2d|,? C\. ?C\. \d|\.? \(\d{1,3} [A-Z]"
)


def mended(words: str) -> str:
    """Give the words that begin with a citation's volume as they were meant; well printed words come back as given."""
    if not _SUSPECT.search(words):
        return words
    for pattern, meant in _MENDED:
        words = pattern.sub(meant, words)
    return words
