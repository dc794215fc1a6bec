"""Reports of Congress with their reprints, bills, the Handbook named again, rulings of Social Security."""

import pytest

from briefs.citations import find


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "H.R. Rep. No. 109-72, at 161 (2005) (Conf. Rep.), as reprinted in 2005 U.S.C.C.A.N. 240, 286.",
            ["report:congress:H:109-72"],
        ),
        ("1970 U.S. Code Cong. & Ad. News 2751, 2767", ["report:reprint:1970:2751"]),
        (
            "H.R. 1268, 109th Cong. § 101(a)(3) (2005); S. 2611, 109th Cong. (2006)",
            ["report:bill:109:H.R.:1268", "report:bill:109:S.:2611"],
        ),
        ("SSR 96-7p; Social Security Ruling 85-15", ["report:ruling:SSR:96-7p", "report:ruling:SSR:85-15"]),
        (
            'UNHCR, Guidelines on International Protection No. 2: "Social Group", ¶ 11, U.N. Doc. HCR/GIP/02/02 (2002)',
            ["report:protection:2"],
        ),
        ("UNHCR guidance counts. Handbook ¶ 51.", ["report:unhcr-handbook"]),
        ("The employee handbook counts. Handbook ¶ 51.", []),
    ],
)
def test_a_report_is_cited_with_what_reprints_it(text: str, keys: list[str]) -> None:
    assert [found.key for found in find(text)] == keys


def test_a_bill_is_shown_with_its_congress() -> None:
    assert [found.cite for found in find("S. 5, 102d Cong.; H.R. 7, 111th Cong.; H.R. 9, 103d Cong.")] == [
        "S. 5, 102d Cong.",
        "H.R. 7, 111th Cong.",
        "H.R. 9, 103d Cong.",
    ]
