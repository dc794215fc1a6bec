"""A citation typed into a box."""

import pytest

from briefs.citations import parse_one


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("883 F.2d 788", "case:883:F.2d:788"),
        ("883 f.2d 788", "case:883:F.2d:788"),
        ("883 F. 2d 788, 791", "case:883:F.2d:788"),
        ("Maldonado-Cruz v. INS, 883 F.2d 788 (9th Cir. 1989)", "case:883:F.2d:788"),
        ("8 usc 1158", "usc:8:1158"),
        ("8 U.S.C. § 1158(b)(3)", "usc:8:1158:b.3"),
        ("INA 208", "usc:8:1158"),
        ("ina § 241(b)(3)", "usc:8:1231:b.3"),
        ("8 cfr 1208.13", "cfr:8:1208.13"),
        ("19 I&N Dec. 502", "agency:19:I&N:502"),
        ("Fed. R. App. P. 28(j)", "rule:frap:28:j"),
        ("neutrality desertion", None),
        ("", None),
        ("8 U.S.C. § 1158; 8 U.S.C. § 1231", None),
    ],
)
def test_every_spelling_gives_its_key(typed: str, key: str | None) -> None:
    assert parse_one(typed) == key
