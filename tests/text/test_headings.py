"""Bylines and headings are told by their wording."""

import pytest

from briefs.text.headings import BYLINE, levels, style


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("POOLER, Circuit Judge:", "POOLER, Circuit Judge:"),
        ("SHADUR, District Judge:", "SHADUR, District Judge:"),
        ("Paez, Circuit Judge, dissenting:", "Paez, Circuit Judge, dissenting:"),
        ("COFFIN,  Senior Circuit  Judge.   Defendant says", "COFFIN,  Senior Circuit  Judge."),
        ("PER CURIAM.", "PER CURIAM."),
        ("Per  Curiam.      In 1986,", "Per  Curiam."),
        ("GERARD E. LYNCH, Circuit Judge:", "GERARD E. LYNCH, Circuit Judge:"),
        ("O'SCANNLAIN, Circuit Judge, with whom KLEINFELD joins, concurring:", None),
        ("STAHL, Circuit Judge (concurring).", "STAHL, Circuit Judge (concurring)."),
        ("MARY POE ROE, P.J.:", None),
        ("ROE, D.J.", None),
        ("ROE, J. said so.", ""),
        ("JUSTICE ROE delivered the judgment of the court.", None),
        ("JUSTICE ROE, opinion of the Court:", None),
        ("DOE, Temporary Appellate Immigration Judge", None),
        ("ROE, Circuit Judge, Concurring:", None),
        ("LAW and COURT, Circuit Judges, joined by BENCH, Circuit Judge, dissenting from the denial:", None),
        ("ROE, District Judge", None),
        ("MARIA ROE, UNITED STATES DISTRICT JUDGE", None),
        ("ROE, Judge", None),
        ("ROE, C. J. The petitioner appeals from it.", "ROE, C. J."),
        ("ROE, J.—This case asks whether", "ROE, J.—"),
        ("DISSENTING OPINION: Ann Poe, Board Member", None),
        ("CONCURRING AND DISSENTING OPINION: Ann Poe, Board Member, in which Law joined", None),
        ("Statement of JUSTICE ROE, with whom JUSTICE DOE joins, respecting the denial of certiorari.", None),
        ("ROE, Circuit Judge, statement respecting the denial of rehearing en banc:", None),
        ("UNITED STATES DISTRICT JUDGE", ""),
        ("Maria Roe, United States District Judge", ""),
        ("Honorable Ann Roe, Judge.", ""),
        ("ROE, J. Id. at 5", ""),
        ("Before ROE and DOE, Circuit Judges.", ""),
        ("Torruella, Circuit Judge,", ""),
        ("The judge said so.", ""),
        ("and Cyr, Circuit Judge.", ""),
    ],
)
def test_a_byline_names_the_judge_who_writes(line, byline):
    match = BYLINE.match(line)
    assert (match.group() if match else "") == (line if byline is None else byline)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BACKGROUND", "caps"),
        ("I. Standard of Review", "roman"),
        ("II.", "roman"),
        ("IV", "roman"),
        ("A. Credibility", "letter"),
        ("1. Cocaine Quantity", "digit"),
        ("a. Ratification of Board as a Defense", "small"),
        ("Eligibility for Asylum", "plain"),
        ("Persecution on Account of Chouchkov's Political Opinion", "plain"),
        ("The court held that he was wrong", None),
        ("1. The district court held that he was wrong.", None),
        ("PETITION GRANTED and CASE REMANDED.", None),
        ("Affirmed.", None),
        ("He said:", None),
        ("42", None),
        ("* * *", None),
        ("", None),
    ],
)
def test_a_heading_is_told_from_a_sentence(text, name):
    assert style(text) == name


def test_levels_follow_the_styles_in_use_and_a_letter_is_not_a_numeral():
    titles = ["BACKGROUND", "I. One", "A. Two", "B. Three", "C. Four", "D. Five", "II. Six", "CONCLUSION"]
    assert levels([str(style(title)) for title in titles], titles) == [1, 2, 3, 3, 3, 3, 2, 1]
    assert levels(["roman", "letter", "digit"], ["I. A", "A. B", "1. C"]) == [1, 2, 3]
    run = ["H. Eight", "I. Nine", "J. Ten"]
    assert levels([str(style(title)) for title in run], run) == [1, 1, 1]
