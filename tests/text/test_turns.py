"""Where one writing ends and the next begins."""

import pytest

from briefs.text import lines
from briefs.text.headings import byline
from briefs.text.openings import opening
from briefs.text.turns import turns

SCOTUS = "SUPREME COURT OF THE UNITED STATES"
LEAD = "PAEZ, Circuit Judge:\n\nThe petition is denied.\n\n"


def begun(text: str) -> list[str]:
    """The first line of each writing."""
    rows = lines.split(text)
    lines.furniture(rows)
    return [rows[turn.front].text for turn in turns(rows, opening(rows))]


@pytest.mark.parametrize(
    "second",
    [
        "SHADUR, District Judge, dissenting:",
        "SHADUR, District Judge (concurring).",
        "JUSTICE SHADUR, concurring in the judgment.",
        "SHADUR, J., dissenting.",
        "Statement of JUSTICE SHADUR respecting the denial of certiorari.",
        "Statement of JUSTICE SHADUR, with whom JUSTICE COTE\njoins, respecting the denial of certiorari.",
        "SHADUR, District Judge, with whom COTE, District Judge, joins,\nconcurring in part and dissenting in part:",
    ],
)
def test_a_byline_of_a_separate_opinion_begins_a_writing(second: str):
    assert begun(f"{LEAD}{second}\n\nI see it another way.\n") == ["PAEZ, Circuit Judge:", second.split("\n")[0]]


@pytest.mark.parametrize(
    "words",
    [
        "See id. at 5 (Shadur, J., dissenting).",
        "as we said before in the opinion of\nShadur, J., dissenting: that is not the law.",
        "COTE, District Judge: this is quoted by nobody.",
        "The dissenting judge, Circuit Judge Shadur, disagrees.",
    ],
)
def test_words_about_a_dissent_begin_none(words: str):
    assert begun(f"{LEAD}It is so because of this, and\n{words}\n") == ["PAEZ, Circuit Judge:"]


def test_the_front_matter_a_separate_opinion_has_of_its_own_is_its_own():
    own = "SUPREME COURT OF THE UNITED STATES\n\nNo. 07-2278\n\nJUSTICE COTE, dissenting.\n\nI dissent.\n"
    assert begun(f"{LEAD}{own}") == ["PAEZ, Circuit Judge:", "SUPREME COURT OF THE UNITED STATES"]


def test_the_name_of_any_court_over_a_dissent_on_a_page_of_its_own_begins_it():
    front = "Supreme Court of Texas\n\nNo. 20-0417\n\nROE v. DOE\n\n"
    text = f"{front}PAEZ, Justice:\n\nThe order is affirmed.\n\f{front}JUSTICE COTE, dissenting.\n\nI dissent.\n"
    assert begun(text) == ["Supreme Court of Texas", "Supreme Court of Texas"]
    assert len(begun(text.replace("JUSTICE COTE, dissenting.", "It was so held."))) == 1
    close = text.replace("ROE v. DOE\n\n", "ROE v. DOE\n[April 25, 2022]\n").replace("Supreme Court of Texas", SCOTUS)
    assert begun(close) == [SCOTUS, SCOTUS]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["PAEZ, Circuit Judge:"], (1, 20)),
        (["PAEZ, Circuit Judge, with whom", "COTE, District Judge, joins, dissenting:", "More."], (2, 40)),
        (["JUSTICE PAEZ delivered the opinion of the Court."], (1, 48)),
        (["JUSTICE PAEZ announced the judgment of the Court", "and delivered an opinion. More."], (2, 25)),
        (["PAEZ, J., delivered the opinion for a unanimous Court."], None),
        (["The petition is denied.", "PAEZ, Circuit Judge:"], None),
    ],
)
def test_a_byline_may_go_on_over_lines(texts: list[str], found: tuple[int, int] | None):
    match = byline(texts)
    assert (match and (match.lines, match.end)) == found


@pytest.mark.parametrize("title", ["CONCURRENCE", "DISSENT", "CONCURRING IN THE JUDGMENT", "CONCURRING AND DISSENTING"])
def test_the_title_over_a_separate_opinion_is_its_front_matter(title: str):
    own = f"_________________\n\n{title}\n\n_________________\n\nSHADUR, District Judge, dissenting.\n\nI dissent.\n"
    assert begun(f"{LEAD}{own}") == ["PAEZ, Circuit Judge:", title]
