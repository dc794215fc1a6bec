"""Published briefs to search in, put on the shelf by the verbs that people use."""

from typing import Any

from briefs.models import Edition, Issue
from briefs.workflow.publish import publish
from briefs.workflow.submit import submit
from tests.rows import TEXT, make_brief, make_opinion


class Shelf:
    """What a student writes and an attorney publishes."""

    def __init__(self, student: Any, attorney: Any) -> None:
        self.student, self.attorney = student, attorney

    def draft(
        self, name: str, *, says: str = "", kind: str = "lead", issues: tuple[str, ...] = (), **words: Any
    ) -> Any:
        """Write a brief on an opinion that says something; `court`, `decided_on` and `answer` go where they belong."""
        about = {key: words.pop(key) for key in ("court", "decided_on", "author") if key in words}
        answer = words.pop("answer", "")
        # The same bytes twice would be the same opinion.
        text = f"{TEXT}\n{says}\n\nSo ordered in the matter of {name}.\n"
        about |= {"short_name": name, "caption": name, "opinion_kind": kind}
        if about.get("court", "ca9") is None:
            about |= {"court": "", "decided_on": ""}
        opinion = make_opinion(self.student, text=text, name=f"{name}.txt", **about)
        weight = {"dissent": "dissent", "concurrence": "concurrence"}.get(kind, "holding")
        brief = make_brief(opinion, self.student, submitted=False, weight=weight, **words)
        if issues:
            brief.issues.set(Issue.objects.filter(slug__in=issues))
            brief.holdings.get().issues.clear()
        if answer:
            brief.holdings.update(answer=answer)
        return brief

    def put(self, name: str, **words: Any) -> Edition:
        """Publish a brief."""
        brief = self.draft(name, **words)
        submit(brief, by=self.student)
        return publish(brief, by=self.attorney)
