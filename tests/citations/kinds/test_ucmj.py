"""Articles of the Uniform Code of Military Justice are sections of title 10."""

import pytest

from briefs.citations import find


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Article 66(c), UCMJ, governs.", ["usc:10:866:c"]),
        ("Articles 107 and 134, UCMJ, were charged.", ["usc:10:907", "usc:10:934"]),
        ("UCMJ art. 120(b) is broad.", ["usc:10:920:b"]),
        ("Article 31(b), Uniform Code of Military Justice (UCMJ), 10 U.S.C. § 831(b).", ["usc:10:831:b"] * 2),
        ("Article 6b of the UCMJ.", ["usc:10:806b"]),
        ("Article 200, UCMJ, does not exist.", []),
        ("Article 66(c) of the Treaty governs; the UCMJ does not.", []),
    ],
)
def test_an_article_is_its_section_of_title_10(text: str, keys: list[str]) -> None:
    assert [found.key for found in find(text)] == keys
