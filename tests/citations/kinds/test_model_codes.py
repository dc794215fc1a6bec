"""Model codes and the standards of the bar, in their spellings; never a treatise on one, nor a state's own code."""

import pytest

from briefs.citations import find


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        (
            "Model Penal Code § 2.02(2)(c) and MODEL PENAL CODE § 210.3",
            ["Model Penal Code § 2.02(2)(c)", "Model Penal Code § 210.3"],
        ),
        ("section 223.4 of the Model Penal Code", ["Model Penal Code § 223.4"]),
        ("Uniform Commercial Code § 2-207; UCC 2-314", ["U.C.C. § 2-207", "U.C.C. § 2-314"]),
        ("U.C.C. §§ 9-203(b), 9-609", ["U.C.C. § 9-203(b)", "U.C.C. § 9-609"]),
        ("A.B.A. Model Rules of Prof'l Conduct R. 1.7(a)", ["Model Rules of Prof'l Conduct R. 1.7(a)"]),
        ("ABA Standards for Criminal Justice § 4-4.1", ["ABA Standards for Criminal Justice § 4-4.1"]),
        (
            "2 J. White & R. Summers, Uniform Commercial Code § 17-11, at 226 (5th ed. 2008)",
            ["J. White & R. Summers, Uniform Commercial Code"],
        ),
        ("the UCC of 1952 and the Model Penal Code of 1962", []),
    ],
)
def test_a_model_code_is_cited_by_its_own_numbers(text: str, cites: list[str]) -> None:
    assert [found.cite for found in find(text)] == cites
