"""Keys: what they name, and what they are part of."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations.keys import describe, parents, twins
from briefs.citations.shapes import GROUPS


@pytest.mark.parametrize(
    ("key", "above"),
    [
        ("usc:8:1101:a.42.A", ("usc:8:1101:a.42", "usc:8:1101:a", "usc:8:1101", "usc:8")),
        ("usc:8:1101", ("usc:8",)),
        ("usc:8", ()),
        ("cfr:8:208.16:b.2", ("cfr:8:208.16:b", "cfr:8:208.16", "cfr:8:208", "cfr:8")),
        ("cfr:8:208", ("cfr:8",)),
        ("rule:frcp:12:b.6", ("rule:frcp:12:b", "rule:frcp:12", "rule:frcp")),
        ("ussg:2L1.2:b.1", ("ussg:2L1.2:b", "ussg:2L1.2")),
        ("const:us:amend:14:1", ("const:us:amend:14", "const:us")),
        ("state:Cal. Penal Code:459:a", ("state:Cal. Penal Code:459", "state:Cal. Penal Code")),
        ("case:883:F.2d:788", ()),
        ("agency:19:I&N:502", ()),
    ],
)
def test_a_key_rolls_up_to_what_it_is_part_of(key: str, above: tuple[str, ...]) -> None:
    assert parents(key) == above
    for wider in above:
        assert describe(wider).cite


@pytest.mark.parametrize(
    ("key", "kind", "cite", "group"),
    [
        ("case:883:F.2d:788", "case", "883 F.2d 788", "cases"),
        ("agency:19:I&N:502", "agency_decision", "19 I. & N. Dec. 502", "administrative decisions"),
        ("usc:8:1101:a.42.A", "statute", "8 U.S.C. § 1101(a)(42)(A)", "statutes"),
        ("usc:8", "statute", "8 U.S.C.", "statutes"),
        ("cfr:8:208", "regulation", "8 C.F.R. pt. 208", "regulations"),
        ("rule:frcp", "court_rule", "Fed. R. Civ. P.", "rules"),
        ("treaty:cat", "treaty", "Convention Against Torture", "treaties"),
        ("report:unhcr-handbook", "report", "UNHCR, Handbook on Procedures and Criteria for Determining Refugee Status", "other"),
    ],
)  # fmt: skip
def test_a_key_is_described(key: str, kind: str, cite: str, group: str) -> None:
    description = describe(key)
    assert (description.kind, description.cite, description.group) == (kind, cite, group)
    assert group in GROUPS


@pytest.mark.parametrize(
    ("key", "others"),
    [
        ("cfr:8:208.13:b.1", ("cfr:8:1208.13:b.1",)),
        ("cfr:8:1208.13", ("cfr:8:208.13",)),
        ("cfr:8:1003.1:d.3", ("cfr:8:3.1:d.3",)),
        ("cfr:8:274a.9", ("cfr:8:1274a.9",)),
        ("cfr:8:208", ("cfr:8:1208",)),
        ("cfr:8:1240.11", ("cfr:8:240.11",)),
        ("cfr:8:213a.1", ()),
        ("cfr:20:208.1", ()),
        ("usc:8:1158", ()),
        ("case:1:F.3d:2", ()),
    ],
)
def test_the_doubled_parts_of_the_immigration_regulations_are_twins(key: str, others: tuple[str, ...]) -> None:
    assert twins(key) == others
    assert all(twins(other) == (key,) for other in others)


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(KeyError):
        describe("nothing:1")
