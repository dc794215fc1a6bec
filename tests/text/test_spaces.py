"""A sign stays on one line with its number, and nothing changes its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.spaces import bound


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("under 8 U.S.C. § 1101(a)", "under 8~U.S.C.~§~1101(a)"),
        ("§§ 1 and ¶ 2", "§§~1 and ¶~2"),
        ("No. 02-70755, Nos. 1, 2", "No.~02-70755, Nos.~1, 2"),
        ("see para. 14, fn. 3, p. 2", "see para.~14, fn.~3, p.~2"),
        ("883 F.2d 788, 791 (9th Cir. 1989)", "883~F.2d~788, 791 (9th~Cir. 1989)"),
        ("19 I. & N. Dec. 502", "19~I.~&~N.~Dec.~502"),
        ("459 F.3d at 268 (2d Cir.)", "459~F.3d~at~268 (2d~Cir.)"),
        ("race . . . or opinion", "race .~.~. or opinion"),
        ("It says no. In 1990 he left", "It says no. In 1990 he left"),
        ("In 1990 Kaptsov left", "In 1990 Kaptsov left"),
    ],
)
def test_a_sign_stays_with_its_number(written: str, set_: str):
    assert bound(written) == set_.replace("~", "\u00a0")


@given(st.text(st.sampled_from("§ ¶.1aINo p2dCir&F()"), max_size=60))
def test_binding_changes_nothing_but_spaces(text: str):
    assert bound(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")
