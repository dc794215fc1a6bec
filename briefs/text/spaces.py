"""Spaces that may not break a line: between a section sign and its number, inside a reporter citation."""

import re

# Words that stay on one line with the number after them.
_BEFORE_NUMBER = (
    "No. Nos. no. nos. Para. Paras. para. paras. Fn. Fns. fn. fns. n. nn. P. Pp. p. pp. Art. Arts. art. arts. "
    "Pt. Pts. pt. pts. Passage passage Page page Note note"
).split()
# A sign or abbreviation stays on one line with its number, an ellipsis and "2d Cir." in one piece. The space comes
# first and then what is around it: a search for a space is quick, one for any of these words is not.
_BOUND = re.compile(
    " (?:"
    r"(?=[\dIVX])(?:(?<=§ )|(?<=¶ ))"
    r"|(?=\d)(?:" + "|".join(rf"(?<=\b{re.escape(word)} )" for word in _BEFORE_NUMBER) + ")"
    r"|(?=Cir\.)(?:(?<=\dth )|(?<=\dst )|(?<=[23]d ))"
    r"|(?=\. ?\.)(?<=\. )|(?=\.)(?<=\. \. )"
    ")"
)
# Volume, reporter (one to four words) and page: 883 F.2d 788, 19 I. & N. Dec. at 502, 8 U.S.C. § 1101.
_REPORTER = re.compile(r"\b\d+ [A-Z][\w.'’]*(?: (?:&|[A-Z2-4][\w.'’]*)){0,3} (?:§§?[ \u00a0]|at )?\d+")


def bound(text: str) -> str:
    """Make the spaces that may not break a line unbreakable (U+00A0); the length stays the same."""
    text = _BOUND.sub("\u00a0", text)
    return _REPORTER.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
