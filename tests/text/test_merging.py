"""Two people's changes in one: what each alone changed is kept, what both changed is told, no word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.text.merging import Clash, Fields, MergedRow, Row, Value, merge, merge_rows, plain


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "clashes"),
    [
        pytest.param("a", "a", "a", "a", False, id="nobody changed it"),
        pytest.param("a", "b", "a", "b", False, id="I changed it"),
        pytest.param("a", "a", "b", "b", False, id="they changed it"),
        pytest.param("a", "b", "b", "b", False, id="both changed it alike"),
        pytest.param("a", "b", "c", "b", True, id="both changed it, each otherwise"),
        pytest.param("a", "", "a", "", False, id="I emptied it"),
        pytest.param("a", "", "b", "", True, id="I emptied what they changed"),
        pytest.param("a\nb", "a\r\nb \n", "c", "c", False, id="line ends of a browser are no change"),
        pytest.param(None, "b", "b", "b", False, id="nobody knows what it was, but both say the same"),
        pytest.param(None, "b", "c", "b", True, id="nobody knows what it was"),
    ],
)
def test_a_field(base, mine, theirs, merged, clashes):
    found = merge(None if base is None else {"facts": base}, {"facts": mine}, {"facts": theirs})
    assert found.fields["facts"] == merged
    assert found.clashes == ({"facts": Clash(mine, theirs)} if clashes else {})


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("ab", "abc", "ab", "abc"),
        ("ab", "ab", "abd", "abd"),
        ("ab", "abc", "abd", "abcd"),
        ("ab", "a", "abd", "ad"),
        ("ab", "a", "b", ""),
        (None, "ac", "ab", "abc"),
    ],
)
def test_ticks_merge_one_by_one(base, mine, theirs, merged):
    found = merge(
        None if base is None else {"tags": frozenset(base)}, {"tags": frozenset(mine)}, {"tags": frozenset(theirs)}
    )
    assert found.fields["tags"] == frozenset(merged)
    assert not found.clashes


def test_a_field_that_was_not_shown_to_me_stays_as_it_is():
    assert merge({"facts": "a", "title": "t"}, {"facts": "b"}, {"facts": "a", "title": "u"}).fields == {
        "facts": "b",
        "title": "u",
    }


def row(number: str, answer: str) -> dict[str, Value]:
    return {"number": number, "answer": answer}


def told(rows: list[MergedRow]) -> list[tuple[str, str, str, bool, str]]:
    return [(one.key, str(one.fields["number"]), str(one.fields["answer"]), one.is_deleted, one.fate) for one in rows]


BASE = {"1": row("1", "one"), "2": row("2", "two")}


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        pytest.param(
            [Row("1", row("1", "uno")), Row("2", row("2", "two"))],
            {"1": row("1", "one"), "2": row("2", "dos")},
            [("1", "1", "uno", False, ""), ("2", "2", "dos", False, "")],
            id="each changed another row",
        ),
        pytest.param(
            [Row("1", row("1", "one")), Row("2", row("2", "two"))],
            {"1": row("1", "one")},
            [("1", "1", "one", False, "")],
            id="they deleted what I left alone",
        ),
        pytest.param(
            [Row("1", row("1", "one")), Row("2", row("2", "dos"))],
            {"1": row("1", "one")},
            [("1", "1", "one", False, ""), ("", "2", "dos", False, "deleted")],
            id="they deleted what I was changing",
        ),
        pytest.param(
            [Row("1", row("1", "one")), Row("2", row("2", "two"), is_deleted=True)],
            {"1": row("1", "one"), "2": row("2", "dos")},
            [("1", "1", "one", False, ""), ("2", "2", "dos", True, "changed")],
            id="they changed what I was deleting",
        ),
        pytest.param(
            [Row("1", row("1", "one")), Row("2", row("2", "two"), is_deleted=True)],
            BASE,
            [("1", "1", "one", False, ""), ("2", "2", "two", True, "")],
            id="I deleted what they left alone",
        ),
        pytest.param(
            [Row("1", row("1", "one")), Row("2", row("2", "two")), Row("", row("3", "mine"))],
            {**BASE, "3": row("3", "theirs")},
            [
                ("1", "1", "one", False, ""),
                ("2", "2", "two", False, ""),
                ("", "3", "mine", False, ""),
                ("3", "4", "theirs", False, ""),
            ],
            id="both added one",
        ),
        pytest.param(
            [Row("1", row("2", "one")), Row("2", row("1", "two"))],
            {**BASE, "3": row("3", "theirs")},
            [("1", "2", "one", False, ""), ("2", "1", "two", False, ""), ("3", "3", "theirs", False, "")],
            id="I changed the order while they added one",
        ),
        pytest.param(
            [Row("1", row("1", "one")), Row("2", row("1", "two"))],
            BASE,
            [("1", "1", "one", False, ""), ("2", "1", "two", False, "")],
            id="a number I gave twice is mine to mend",
        ),
    ],
)
def test_rows(mine, theirs, merged):
    assert told(merge_rows(BASE, mine, theirs)) == merged


def test_both_wordings_of_a_row_are_told():
    mine = [Row("1", row("1", "uno")), Row("2", row("2", "two"))]
    found = merge_rows(BASE, mine, {"1": row("1", "eins"), "2": row("2", "two")})
    assert found[0].clashes == {"answer": Clash("uno", "eins")}


WORDS = st.lists(st.sampled_from("ash birch cedar elm fir larch oak pine".split()), max_size=5).map(" ".join)
FIELDS = st.fixed_dictionaries({"answer": WORDS, "rule": WORDS, "tags": st.frozensets(st.sampled_from("abcd"))})
KEYS = st.sampled_from("123")
NEW = st.sampled_from(["walnut yew", "maple", "rowan spruce"])


def words_of(fields: Fields) -> set[str]:
    return {word for value in fields.values() for word in (value.split() if isinstance(value, str) else value)}


@st.composite
def changes(draw):
    """Rows that two people were shown, and what each made of them; each side's own words are all its own."""
    base = draw(st.dictionaries(KEYS, FIELDS, max_size=3))
    sides = []
    for person in ("mine", "theirs"):
        rows = {}
        for key, fields in base.items():
            fate = draw(st.sampled_from(["same", "changed", "deleted"]))
            if fate == "changed":
                name = draw(st.sampled_from(["answer", "rule"]))
                rows[key] = {**fields, name: f"{fields[name]} {person}-{key}-{name}".strip()}
            elif fate == "same":
                rows[key] = dict(fields)
        for n in range(draw(st.integers(0, 2))):
            rows[f"{person}-new-{n}"] = {"answer": f"{person}-new-{n}", "rule": "", "tags": frozenset()}
        sides.append(rows)
    return base, *sides


@given(changes(), st.booleans())
def test_no_typed_word_is_ever_lost(drawn, knows_base: bool):
    base, mine, theirs = drawn
    sent = [Row("" if key.startswith("mine-") else key, {**fields, "number": ""}) for key, fields in mine.items()] + [
        Row(key, {**base[key], "number": ""}, is_deleted=True) for key in base if key not in mine
    ]
    stands = {key: {**fields, "number": str(n)} for n, (key, fields) in enumerate(theirs.items(), start=1)}
    began = {key: {**fields, "number": ""} if knows_base else None for key, fields in base.items()}
    found = merge_rows(began, sent, stands)
    shown: set[str] = set()
    for one in found:
        shown |= words_of(one.fields)
        for clash in one.clashes.values():
            shown |= words_of({"mine": clash.mine, "theirs": clash.theirs})
    typed = {word for side in (mine, theirs) for fields in side.values() for word in words_of(fields)}
    before = {word for fields in base.values() for word in words_of(fields)}
    assert typed - before <= shown


@given(FIELDS, FIELDS, FIELDS)
def test_merging_is_fair(base, mine, theirs):
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert set(one.clashes) == set(other.clashes)
    for name, value in one.fields.items():
        assert name in one.clashes or plain(value) == plain(other.fields[name])


@given(FIELDS, FIELDS)
def test_who_changed_nothing_takes_the_other_s_words(base, theirs):
    assert merge(base, base, theirs).fields == theirs
    assert merge(base, theirs, base).fields == theirs


def test_a_form_that_was_sent_twice_adds_its_new_rows_once():
    theirs = {"7": {"number": "1", "answer": "Said\r\nonce.", "issues": frozenset({"3"})}}
    twice = Row("", {"number": "1", "answer": "Said\nonce.", "issues": frozenset({"3"}), "also": ""})
    assert [row.key for row in merge_rows({}, [twice], theirs)] == ["7"]
    other = Row("", {"number": "1", "answer": "Said otherwise.", "issues": frozenset({"3"})})
    assert sorted(row.key for row in merge_rows({}, [other], theirs)) == ["", "7"]
    both = merge_rows({}, [twice, twice], theirs)
    assert sorted(row.key for row in both) == ["", "7"]
    assert [row.key for row in merge_rows({}, [Row("", {"answer": ""})], {"8": {"answer": ""}})] == ["", "8"]
