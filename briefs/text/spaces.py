"""Spaces that may not break a line: between a section sign and its number, inside a reporter citation."""

import re

# A sign or abbreviation stays on one line with its number, an ellipsis and "2d Cir." in one piece.
_BOUND = re.compile(
    r"(?:§§?|¶¶?) (?=[\dIVX])"
    r"|\b(?:(?:[Nn]os?|[Pp]aras?|[Ff]ns?|nn?|[Pp]p?|[Aa]rts?|[Pp]ts?)\.|[Pp]assage|[Pp]age|[Nn]ote) (?=\d)"
    r"|(?<=\dth|\dst) (?=Cir\.)|(?<=[23]d) (?=Cir\.)|(?<=\.) (?=\. ?\.)|(?<=\. \.) (?=\.)"
)
# Volume, reporter (one to four words) and page: 883 F.2d 788, 19 I. & N. Dec. at 502, 8 U.S.C. § 1101.
_REPORTER = re.compile(r"\b\d+ [A-Z][\w.'’]*(?: (?:&|[A-Z2-4][\w.'’]*)){0,3} (?:§§?[ \u00a0]|at )?\d+")


def bound(text: str) -> str:
    """Make the spaces that may not break a line unbreakable (U+00A0); the length stays the same."""
    text = _BOUND.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    return _REPORTER.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
