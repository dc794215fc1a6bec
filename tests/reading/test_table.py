"""The table of authorities: each once, grouped, with its places, pins and counts."""

from types import SimpleNamespace

import pytest

from briefs.models import Authority, Citation, Passage
from briefs.reading.table import filed, most_cited_first, table

CASE = Authority(pk=1, key="case:883:F.2d:788", cite="883 F.2d 788", name="Maldonado-Cruz v. INS")
OTHER = Authority(pk=2, key="case:480:U.S.:421", cite="480 U.S. 421", name="INS v. Cardoza-Fonseca")
SECTION = Authority(pk=3, key="usc:8:1158", cite="8 U.S.C. § 1158")
LATER = Authority(pk=4, key="usc:8:1231", cite="8 U.S.C. § 1231")
TITLE_28 = Authority(pk=5, key="usc:28:1", cite="28 U.S.C. § 1")
DECISION = Authority(pk=6, key="agency:19:I&N:211", cite="19 I. & N. Dec. 211", name="Matter of Acosta")


def passage(number: int, kind: str = "paragraph") -> Passage:
    return Passage(pk=100 * (kind == "footnote") + number, kind=kind, label=str(number), ordinal=number)


def citation(authority: Authority | None, number: int = 1, *, pin: str = "", kind: str = "paragraph") -> Citation:
    return Citation(authority=authority, passage=passage(number, kind), pin=pin)


def mention(authority: Authority, place: str, pin: str = "") -> SimpleNamespace:
    return SimpleNamespace(authority=authority, place=place, pin=pin)


def test_an_authority_has_one_line_with_each_place_and_pin_once_in_order():
    rows = [
        citation(CASE, 3, pin="791"),
        citation(CASE, 3, pin="792"),
        citation(CASE, 3, pin="791"),
        citation(CASE, 2, kind="footnote"),
    ]
    (line,) = table(rows)
    assert [one.place for one in line.in_opinion] == ["para. 3", "fn. 2"]
    assert [one.anchor for one in line.in_opinion] == ["para-3", "fn-2"]
    assert (line.pins, line.times, line.group) == (["791", "792"], 4, "Cases")


def test_what_is_unresolved_is_in_no_table():
    assert table([citation(None), citation(CASE)]) == table([citation(CASE)])
    assert table([]) == []


def test_a_brief_s_own_words_stand_beside_the_opinion_s():
    lines = table(
        [citation(CASE, 3)],
        [mention(CASE, "Reasoning", "791"), mention(CASE, "Reasoning"), mention(SECTION, "Holding 1")],
    )
    told = {line.authority: (len(line.in_opinion), line.in_brief, line.pins, line.times) for line in lines}
    assert told == {CASE: (1, ["Reasoning"], ["791"], 3), SECTION: (0, ["Holding 1"], [], 1)}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (filed, [OTHER, CASE, DECISION, SECTION, LATER, TITLE_28]),
        (most_cited_first, [CASE, OTHER, DECISION, LATER, SECTION, TITLE_28]),
    ],
)
def test_groups_come_first_then_names_or_counts_and_numbers_file_as_numbers(order, expected):
    rows = [TITLE_28, LATER, LATER, SECTION, DECISION, DECISION, DECISION, CASE, CASE, OTHER]
    lines = table([citation(one) for one in rows])
    assert [line.authority for line in order(lines)] == expected
    assert [line.authority for line in order(reversed(lines))] == expected
