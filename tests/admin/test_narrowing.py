"""The filter of the desk: what each choice leaves, counted beside it."""

from types import SimpleNamespace

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from briefs.admin.narrowing import LETTERS, narrow
from briefs.models.vocabulary import AnnotationKind

ISSUES = {1: "Nexus", 2: "Credibility", 3: "Remand"}


def a_mark(pk: int, kind: str, voice: str, by: int, issues: list[int], used: bool):
    author = SimpleNamespace(get_username=lambda: f"person {by}")
    return SimpleNamespace(
        pk=pk, kind=kind, voice=voice, author_id=by, author=author, issue_ids=issues, used_by=[1] if used else []
    )


marks = st.lists(
    st.tuples(
        st.sampled_from(["fact", "rule"]), st.sampled_from(["court", "agency"]), st.integers(1, 2),
        st.lists(st.sampled_from([1, 2]), unique=True), st.booleans(),
    ),
    max_size=8,
).map(lambda rows: [a_mark(pk, *row) for pk, row in enumerate(rows)])  # fmt: skip
asked = st.lists(
    st.sampled_from(["kind=fact", "kind=rule", "kind=dicta", "voice=agency", "by=1", "by=9", "issue=1", "use=unused"])
).map("&".join)


@given(marks, asked)
def test_a_count_is_what_ticking_the_choice_alone_in_its_group_leaves(marks, asked: str):
    for group in narrow(marks, QueryDict(asked), ISSUES).groups:
        for choice in group.choices:
            query = QueryDict(asked, mutable=True)
            query.setlist(group.name, [choice.value])
            assert len(narrow(marks, query, ISSUES).shown) == choice.count, (group.name, choice)


def test_only_what_there_is_or_what_is_asked_is_offered():
    narrowed = narrow([a_mark(1, "fact", "court", 1, [2], False)], QueryDict("kind=rule&kind=nonsense"), ISSUES)
    offered = {group.name: [one.label for one in group.choices if one.is_there] for group in narrowed.groups}
    assert offered == {
        "kind": ["Fact", "Rule"],
        "use": ["Not used yet"],
        "voice": ["The court"],
        "by": ["person 1"],
        "issue": ["Credibility"],
    }
    assert len(narrowed.groups[0].choices) == len(AnnotationKind)  # hidden, until the first mark of the kind
    assert narrowed.shown == set()
    assert narrowed.is_narrowed


def test_every_kind_has_a_letter_of_its_own():
    assert set(LETTERS) == set(AnnotationKind)
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert "S" not in LETTERS.values()  # the key that moves the other end
