"""A bare rule is of the set that the text makes known; of two that have its number, of the one a reader thinks of."""

import pytest

from briefs.citations import find

CIVIL = "Fed. R. Civ. P. 8; Fed. R. Civ. P. 9; Fed. R. Civ. P. 15."


def bare(text: str) -> list[str | None]:
    return [found.key for found in find(text) if found.form == "section"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (f"See Fed. R. App. P. 4. {CIVIL} Rule 12(b)(6) motions are common.", ["rule:frcp:12:b.6"]),
        (f"{CIVIL} See Fed. R. App. P. 4. Rule 12(b)(6) motions are common.", []),  # another was cited last
        ("Fed. R. App. P. 4; Fed. R. Civ. P. 8. Rule 12(b)(6) motions are common.", []),  # neither prevails
        ("Fed. R. Civ. P. 56 is one. Admiralty Rule 56 is another. Local Rule 56 is a third.", []),
        ("Fed. R. Civ. P. 56 is one. Under rule 56 he loses; rule 12 of the house is no rule.", ["rule:frcp:56"]),
        (
            "Fla. R. Crim. P. 3.850 is strict. So is rule 3.172(c)(8).",
            ["rule:Fla. R. Crim. P.:3.172:c.8"],
        ),  # of one part
        ("Fla. R. Crim. P. 3.850 is strict. So is rule 9.141.", []),
        ("Fla. R. Crim. P. 3.850 is strict. A rule, Rule 3.850, has limits.", ["rule:Fla. R. Crim. P.:3.850"]),
    ],
)
def test_of_two_sets_the_one_cited_last_and_most_prevails(text: str, keys: list[str]) -> None:
    assert bare(text) == keys
