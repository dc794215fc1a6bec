"""The codes of states that go by their initials ("RCW", "OCGA", "N.J.S.A."), one row each (Bluebook table T1.3)."""

import re

from briefs.citations.words import sought

_TITLE = r"\d{1,2} "  # the title stands before the code: "13 V.S.A. § 3281"
_CHAPTER = r",? c(?:h|\.)\.? ?\d{1,3}+[A-Z]?+"  # and the chapter behind it: "G. L. c. 265, § 13A"
# (state, what stands before, the initials, what must or may follow). What must follow is the shape of the numbers of
# that code, where the initials by themselves could be anything.
INITIALS = (
    ("Alaska", "", r"AS", r"(?= \d\d\.\d\d\.\d)"),
    ("Alaska", "", r"A\. ?S\.", r"(?= \d\d\.\d\d\.\d)"),
    ("Ariz.", "", r"A\. ?R\. ?S\.", ""),
    ("Ark.", "", r"A\. ?C\. ?A\.", ""),
    ("Colo.", "", r"C\. ?R\. ?S\.", ""),
    ("Conn.", "", r"C\.G\.S\.", ""),
    ("Del.", _TITLE, r"Del\. C\.", ""),
    ("Ga.", "", r"O\. ?C\. ?G\. ?A\.", ""),
    ("Ga.", "", r"OCGA", ""),
    ("Haw.", "", r"HRS", ""),
    ("Ill.", r"\d{1,4} ", r"ILCS", ""),
    ("Kan.", "", r"K\. ?S\. ?A\.", ""),
    ("Ky.", "", r"K\. ?R\. ?S\.", ""),
    ("Ky.", "", r"KRS", ""),
    ("La.", r"(?:La\. ?|LSA-)", r"R\. ?S\.", ""),
    ("La.", r"(?:La\. ?|LSA-)", r"C\.", r" ?(?:(?:Cr\. ?|C\. ?)?P|C|E)\.,? ?[Aa]rts?\."),
    ("Me.", r"\d{1,2}(?:-[A-Z])? ", r"M\. ?R\. ?S\.", r"(?: ?A\.)?"),
    ("Mass.", "", r"M\. ?G\. ?L\.", rf"(?: ?A\.)?{_CHAPTER}"),
    ("Mass.", "", r"G\. ?L\.", _CHAPTER),
    ("Mich.", "", r"M\. ?C\. ?L\.", ""),
    ("Mich.", "", r"MCL", ""),
    ("Mo.", "", r"RSMo", r"\.?"),
    ("Mont.", "", r"MCA", r"(?=,? (?:§ ?)?\d{1,2}-\d)"),
    ("N.C.", "", r"N\. ?C\. ?G\. ?S\.", ""),
    ("N.D.", "", r"N\. ?D\. ?C\. ?C\.", ""),
    ("N.H.", "", r"RSA", r"(?= (?:§ ?)?\d{1,3}(?:-[A-Z])?:\d)"),
    ("N.H.", "", r"R\. ?S\. ?A\.", r"(?= (?:§ ?)?\d{1,3}(?:-[A-Z])?:\d)"),
    ("N.J.", "", r"N\. ?J\. ?S\. ?A\.", ""),
    ("N.M.", "", r"NMSA", r"(?: 1978)?,?"),
    ("Nev.", "", r"N\. ?R\. ?S\.", ""),
    ("Nev.", "", r"NRS", ""),
    ("Ohio", "", r"R\.C\.", r"(?= (?:§ ?)?\d{3,4}\.\d)"),
    ("Okla.", _TITLE, r"O\. ?S\.", ""),
    ("Or.", "", r"O\. ?R\. ?S\.", ""),
    ("Or.", "", r"ORS", ""),
    ("P.R.", _TITLE, r"L\. ?P\. ?R\. ?A\.", ""),
    ("Pa.", _TITLE, r"P\. ?S\.", ""),
    ("R.I.", "", r"G\. ?L\.", r" 1956"),
    ("S.D.", "", r"SDCL", ""),
    ("Tenn.", "", r"T\. ?C\. ?A\.", ""),
    ("V.I.", _TITLE, r"V\. ?I\. ?C\.", ""),
    ("Vt.", _TITLE, r"V\. ?S\. ?A\.", ""),
    ("Wash.", "", r"R\. ?C\. ?W\.", ""),
    ("Wash.", "", r"RCW", ""),
    ("Wyo.", "", r"W\. ?S\.", r"(?: ?1977|(?= \d{1,2}-\d))"),
)
BY_INITIALS = re.compile(
    rf"(?<![\w.])(?P<law>{'|'.join(before + letters + after for _, before, letters, after in INITIALS)}),? "
    r"?(?:(?:19|20)\d\d (?:Cum\. )?Supp\.,? |(?:19|20)\d\d,? (?=§|[Ss]ec))?"
    r"(?P<sign>§ ?§?|[Ss]ections? |[Ss]ecs?\.(?: [Ss]ec\.)? |SS? )? ?(?=\d)"
)


def plain(pattern: str, space: str) -> str:
    """Give the words that an abbreviation's pattern stands for, its stops followed by `space`."""
    return pattern.replace("\\.", ".").replace(" ?", space)


# What shows that one of them may stand there; "R.S." and "C." alone show nothing, but what stands before them does.
_SHORT = ("R.S.", "R. S.", "C.")
LETTERS = sought(
    *sorted({plain(letters, space) for _, _, letters, _ in INITIALS for space in ("", " ")} - set(_SHORT)),
    *("La. R", "La.R", "La. C", "La.C", "LSA-"),
)
