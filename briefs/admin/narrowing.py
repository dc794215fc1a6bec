"""The desk's filter: which marks of an opinion are shown, and how many each choice would leave.

Every mark carries signs (`fact`, `court`, `by-3`, `issue-12`, `unused`), which are also the class names of its
card: the page's script narrows by the same rule without asking the server.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from briefs.models import Annotation
from briefs.models.vocabulary import AnnotationKind, Voice

# Each kind's letter stands before its words and is its key.
LETTERS = {
    AnnotationKind.FACT: "F",
    AnnotationKind.HISTORY: "P",
    AnnotationKind.ISSUE: "I",
    AnnotationKind.RULE: "R",
    AnnotationKind.HOLDING: "H",
    AnnotationKind.REASONING: "A",
    AnnotationKind.DICTA: "D",
    AnnotationKind.DISPOSITION: "O",
    AnnotationKind.QUOTATION: "Q",
    AnnotationKind.PROBLEM: "X",
}


@dataclass(frozen=True)
class Choice:
    """One box of the filter; `count` is how many marks it leaves beside what the other groups ask."""

    value: str
    label: str
    sign: str
    count: int
    is_chosen: bool
    letter: str = ""
    is_there: bool = True  # some mark has it; the script shows the others when the first is made


@dataclass(frozen=True)
class Group:
    """The boxes of one question; nothing ticked asks nothing."""

    name: str
    label: str
    choices: list[Choice]

    @property
    def chosen(self) -> str:
        """Name what is ticked."""
        return ", ".join(choice.label for choice in self.choices if choice.is_chosen)


@dataclass(frozen=True)
class Narrowed:
    """The filter as asked: its groups, the marks shown, and whether anything is asked."""

    groups: list[Group]
    shown: set[int]
    is_narrowed: bool


def signs(mark: Annotation) -> tuple[str, ...]:
    """Give the signs of a mark: kind, voice, author, issues, and whether no holding is pinned to it."""
    unused = () if mark.used_by else ("unused",)  # type: ignore[attr-defined]
    issues = (f"issue-{issue}" for issue in mark.issue_ids)  # type: ignore[attr-defined]
    return (str(mark.kind), str(mark.voice), f"by-{mark.author_id}", *issues, *unused)


def narrow(marks: Sequence[Annotation], asked: QueryDict, issues: Mapping[int, str]) -> Narrowed:
    """Read what is asked in the address and count; `issues` names every issue by number. Unknown values ask nothing."""
    offered = {
        "kind": [(kind, AnnotationKind(kind).label, kind) for kind in AnnotationKind.values],
        "use": [("unused", "Not used yet", "unused")],
        "voice": [(voice, Voice(voice).label, voice) for voice in Voice.values],
        "by": sorted({(str(one.author_id), one.author.get_username(), f"by-{one.author_id}") for one in marks}),
        "issue": [(str(issue), name, f"issue-{issue}") for issue, name in issues.items()],
    }
    chosen = {
        name: {sign for value, _, sign in choices if value in asked.getlist(name)} for name, choices in offered.items()
    }
    of_mark = {one.pk: frozenset(signs(one)) for one in marks}
    groups = [
        Group(name, _LABELS[name], _choices(name, offered[name], chosen, list(of_mark.values()))) for name in offered
    ]
    shown = {pk for pk, has in of_mark.items() if _fits(has, chosen)}
    return Narrowed([group for group in groups if group.choices], shown, any(chosen.values()))


_ALWAYS = ("kind", "use")
_LABELS = {"kind": "What it is", "use": "Use", "voice": "Whose words", "by": "Author", "issue": "Issue"}


def _fits(has: frozenset[str], chosen: Mapping[str, set[str]], but: str = "") -> bool:
    return all(name == but or not wanted or wanted & has for name, wanted in chosen.items())


def _choices(
    name: str, offered: list[Any], chosen: Mapping[str, set[str]], marks: Sequence[frozenset[str]]
) -> list[Choice]:
    counts = Counter(sign for has in marks if _fits(has, chosen, but=name) for sign in has)
    there = {sign for has in marks for sign in has} | chosen[name]
    letters = LETTERS if name == "kind" else {}
    return [
        Choice(value, label, sign, counts[sign], sign in chosen[name], letters.get(value, ""), sign in there)
        for value, label, sign in offered
        if name in _ALWAYS or sign in there
    ]
