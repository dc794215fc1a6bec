"""The Act's sections in title 8, against the classification the Code itself gives."""

import pytest

from briefs.citations import find
from briefs.citations.kinds.ina import ACT_TO_CODE


@pytest.mark.parametrize(
    ("act", "code"),
    [
        ("101", "1101"), ("106", "1105a"), ("201", "1151"), ("207", "1157"), ("208", "1158"), ("209", "1159"),
        ("212", "1182"), ("213A", "1183a"), ("214", "1184"), ("216", "1186a"), ("217", "1187"), ("221", "1201"),
        ("235", "1225"), ("236", "1226"), ("236A", "1226a"), ("237", "1227"), ("239", "1229"), ("240", "1229a"),
        ("240A", "1229b"), ("240B", "1229c"), ("241", "1231"), ("242", "1252"), ("243", "1253"), ("244", "1254a"),
        ("245", "1255"), ("245A", "1255a"), ("248", "1258"), ("249", "1259"), ("264", "1304"), ("274", "1324"),
        ("274A", "1324a"), ("275", "1325"), ("276", "1326"), ("287", "1357"), ("292", "1362"), ("301", "1401"),
        ("309", "1409"), ("310", "1421"), ("316", "1427"), ("319", "1430"), ("329", "1440"), ("330", "1441"),
        ("335", "1446"), ("340", "1451"), ("349", "1481"), ("360", "1503"), ("412", "1522"), ("504", "1534"),
    ],
)  # fmt: skip
def test_a_section_of_the_act_is_its_section_of_title_8(act: str, code: str) -> None:
    assert ACT_TO_CODE[act] == code


def test_no_two_sections_of_the_act_are_one_section_of_the_code_but_temporary_protected_status() -> None:
    twice = {code for code in ACT_TO_CODE.values() if list(ACT_TO_CODE.values()).count(code) > 1}
    assert twice == {"1254a"}  # sections 244 and 244A


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Section 212(a)(9), Immigration and Nationality Act", ["usc:8:1182:a.9"]),
        ("relief under section 212(c), INA § 240A(a)", ["usc:8:1229b:a"]),  # the name begins the next citation
        ("BIA 1957: under section 244(a)(5) of the act", ["usc:8:1254:a.5"]),  # as the Code had it before 1996
        ("BIA 2019: under section 244(a)(5) of the Act", ["usc:8:1254a:a.5"]),
    ],
)
def test_the_act_is_named_as_its_time_named_it(text: str, keys: list[str]) -> None:
    assert [found.key for found in find(f"{text}.")] == keys
