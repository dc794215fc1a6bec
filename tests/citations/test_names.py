"""Names of cases: where they end, and which of their parties may stand for them."""

# ruff: noqa: E501 (a row of a table stays on one line)

import pytest

from briefs.citations.names import before, is_common, short_names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The court agreed. United States v. Lopez, ", "United States v. Lopez"),
        ("Compare Perez v. Dep't of Health & Human Servs., ", "Perez v. Dep't of Health & Human Servs."),
        ("as in State ex rel. Doe v. City of St. Louis, ", "State ex rel. Doe v. City of St. Louis"),
        ("See Skidmore, Owings & Merrill v. Canada Life Assur. Co., ", "Skidmore, Owings & Merrill v. Canada Life Assur. Co."),
        ("(quoting In re Grand Jury Subpoena, ", "In re Grand Jury Subpoena"),
        ("Smith v. Jones was wrong. The rule is new, ", None),
        ("It was so held, ", None),
    ],
)  # fmt: skip
def test_a_name_begins_where_the_sentence_lets_it(words: str, name: str | None) -> None:
    span = before(words, len(words), 0, short=False)
    assert (words[span[0] : span[1]] if span else None) == name


def test_nothing_before_the_last_citation_is_a_name() -> None:
    words = "Smith v. Jones, 1 F.3d 2; "
    assert before(words, len(words), len(words), short=True) is None


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Acosta v. INS", ("Acosta",)),
        ("INS v. Acosta", ("Acosta",)),
        ("Acosta v. Holder", ("Acosta",)),
        ("United States ex rel. Doe v. Acme Corp.", ("Doe",)),
        ("Matter of A-G-", ("A-G-",)),
        ("Acme Corp. v. Doe", ("Acme Corp.", "Acme")),
        ("United States v. Commissioner", ()),
        ("Yu v. Ashcroft", ("Yu",)),
        ("In v. Ashcroft", ()),  # a word, not a name to be known by
        ("Acme U.S.A. Inc. v. Doe", ("Acme U.S.A. Inc.", "Acme U.S.A.", "Acme")),
    ],
)
def test_a_case_is_called_by_its_first_uncommon_party(name: str, short: tuple[str, ...]) -> None:
    assert short_names(name) == short


def test_governments_and_their_officers_are_common_parties() -> None:
    assert all(
        map(is_common, ("United States", "INS", "Garland", "Commissioner of Internal Revenue", "U.S. Dep't of Justice"))
    )
    assert not any(map(is_common, ("Acosta", "Lin", "Acme Corp.")))
