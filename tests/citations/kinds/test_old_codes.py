"""The Revised Statutes and the Judicial Code of 1911, in decisions from before the United States Code and since."""

import pytest

from briefs.citations import find
from briefs.citations.keys import describe, link, parents


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("section 709 of the Revised Statutes", ["code:Rev. Stat.:709"]),
        ("See Rev. Stat. § 1977.", ["code:Rev. Stat.:1977"]),
        ("R. S. § 5438", ["code:Rev. Stat.:5438"]),
        ("§§ 1979, 1980 of the Revised Statutes", ["code:Rev. Stat.:1979", "code:Rev. Stat.:1980"]),
        ("Section 240 of the Judicial Code", ["code:Jud. Code:240"]),
        ("section 1331 of the Judicial Code", ["usc:28:1331"]),  # the code of 1948 is title 28
        ("Ohio Rev. Stat. § 45", ["state:Ohio Rev. Stat.:45"]),
        ("section 5 of the Revised Statutes of Ohio", []),
        ("La. R.S. 14:30", ["state:La. Stat. Ann.:14_30"]),
    ],
)
def test_the_codes_before_the_code(text: str, keys: list[str]) -> None:
    assert [found.key for found in find(text)] == keys


def test_a_section_of_theirs_is_shown_has_its_code_above_it_and_no_address() -> None:
    assert describe("code:Rev. Stat.:1977").cite == "Rev. Stat. § 1977"
    assert parents("code:Rev. Stat.:1977") == ("code:Rev. Stat.",)
    assert link("code:Rev. Stat.:1977") is None
