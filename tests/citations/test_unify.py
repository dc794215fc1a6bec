"""One decision has one key, by whichever of its reporters it is cited."""

import pytest

from briefs.citations import find


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (  # the text gives both reporters together
            "Doe v. Roe, 412 Mass. 401, 589 N.E.2d 1216 (1992). See 589 N.E.2d 1216.",
            ["case:412:Mass.:401"] * 2,
        ),
        (  # two reporters of the Supreme Court, one name and year
            "Doe v. United States, 500 U.S. 453 (1991). Again, Doe v. U.S., 111 S. Ct. 1919 (1991).",
            ["case:500:U.S.:453"] * 2,
        ),
        (  # the first reporters of the Supreme Court were numbered into its own
            "McCulloch v. Maryland, 4 Wheat. 316, 421 (1819). McCulloch, 4 Wheat., at 420. See 17 U.S. 316.",
            ["case:17:U.S.:316"] * 3,
        ),
        (  # the circuit court's reporter of that name is not the Supreme Court's
            "United States v. Ringgold, 5 Cranch C.C. 378 (1837). See 5 Cranch, C. C. 378; 5 Cranch 378.",
            ["case:5:Cranch C.C.:378"] * 2 + ["case:9:U.S.:378"],
        ),
        (  # another year is another decision
            "Doe v. United States, 500 U.S. 453 (1991). Again, Doe v. United States, 114 S. Ct. 19 (1993).",
            ["case:500:U.S.:453", "case:114:S. Ct.:19"],
        ),
        (  # other courts' decisions of one name are not the same
            "Doe v. Roe, 1 F.3d 2 (1st Cir. 1993). Again, Doe v. Roe, 800 F. Supp. 9 (D. Me. 1993).",
            ["case:1:F.3d:2", "case:800:F. Supp.:9"],
        ),
    ],
)
def test_a_decision_keeps_one_key(text: str, keys: list[str]) -> None:
    assert [found.key for found in find(text)] == keys


def test_a_case_of_the_nation_is_named_alike_in_short() -> None:
    text = "McVey v. U.S., 318 U.S. 332 (1943). The rule of McVey v. United States, supra, holds."
    assert [found.key for found in find(text)] == ["case:318:U.S.:332"] * 2
