"""Section signs in all they turn into."""

import pytest

from briefs.citations import find


@pytest.mark.parametrize("sign", ["§", "Sec.", "sec.", "S"])
def test_a_lost_section_sign_is_read_in_every_code(sign: str) -> None:
    text = f"8 U.S.C. {sign} 1158(a); id. {sign} 1252(b); Va. Code Ann. {sign} 18.2-31; OCGA {sign} 16-5-1."
    keys = ["usc:8:1158:a", "usc:8:1252:b", "state:Va. Code Ann.:18.2-31", "state:Ga. Code Ann.:16-5-1"]
    assert [each.key for each in find(text)] == keys


def test_a_doubled_section_word_is_a_plural() -> None:
    assert [each.key for each in find("28 U.S.C. Sec. Sec. 1291, 1292(b).")] == ["usc:28:1291", "usc:28:1292:b"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("20 C.F.R. § 404.1560(b)(1). Id. 404.1560(c)(2).", "cfr:20:404.1560:c.2"),
        ("21 C.F.R. § 814.1. Id. pts. 801.", "cfr:21:801"),
        ("Roe v. Doe, 12 F.3d 4 (9th Cir. 1993). Id. pts. 801.", None),
        ("8 U.S.C. 1158. INA S 240A(b)(1).", "usc:8:1229b:b.1"),
        ("Minn. Stat. 2004, and 8 U.S.C. 1158.", "usc:8:1158"),
    ],
)
def test_a_section_without_its_sign_is_still_a_section(text: str, key: str | None) -> None:
    assert find(text)[-1].key == key
