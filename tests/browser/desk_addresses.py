"""The addresses of every page of the desk, asked by a test of the site that holds the rows."""

import json
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse

from briefs.models import Brief, Court, Edition, Issue
from briefs.workflow.annotate import annotate
from briefs.workflow.comment import comment
from briefs.workflow.correct_paragraph import correct_paragraph
from briefs.workflow.receive import receive
from briefs.workflow.start_brief import start_brief
from tests.addresses import ROWS

# What answers with a file or with data.
NO_PAGES = {
    *("jsi18n", "autocomplete", "briefs_opinion_marks", "briefs_brief_unsaved", "briefs_brief_preview_pdf"),
    "briefs_source_download",
}
# Lists of which a few rows look as all do: axe-core would measure each of a hundred.
FEWER = {
    "briefs_annotation_changelist": "q=conjecture",
    "briefs_authority_changelist": "q=1158",
    "briefs_citation_changelist": "q=1158",
    "briefs_court_changelist": "q=Ninth",
    "briefs_issue_changelist": "q=nexus",
}


def tell() -> None:
    """Print the addresses as JSON, under their names."""
    print(json.dumps(addresses()))


def addresses() -> dict[str, str]:
    """Give each page that the permission table opens to an attorney, on an opinion of which a mark lost its place."""
    found = _rows()
    told = {}
    for row in ROWS:
        name = row.name.removeprefix("admin:")
        if row.name == name or row.get[-1] != "K" or name in NO_PAGES:
            continue
        query = row.query.replace("issue=1", f"issue={found['issue'].pk}").replace("passage=1", "passage=2")
        query = query or FEWER.get(name, "") or ("of=1" if name == "briefs_brief_handover" else "")
        told[name] = reverse(row.name, args=[_part(found, part) for part in row.path]) + (f"?{query}" if query else "")
    told["an earlier text"] = reverse("admin:briefs_opinion_text", args=[found["opinion"].pk, 1])
    told["a published brief"] = reverse("admin:briefs_brief_change", args=[found["published"].pk])
    return told


def _part(found: dict[str, Any], part: str) -> Any:
    noun, _, name = part.partition(".")
    if part.startswith("="):
        return part[1:]
    if name == "version":
        found[noun].save()  # what came with a migration has no history yet
        return found[noun].history.first().pk
    return getattr(found[noun], name) if name else found[noun].pk


def _rows() -> dict[str, Any]:
    """Give a row of each kind."""
    student, attorney = (User.objects.get(username=name) for name in ("student", "attorney"))
    published = Brief.objects.get(title="Chouchkov v. INS")
    opinion = published.opinion
    brief = start_brief(opinion, by=student, title="A draft", facts="He said “words that nobody ever said.”")
    marked = annotate(opinion, by=student, kind="fact", quote=_words(opinion), note="Look again.")
    passage = opinion.passages.filter(start__lte=marked.start).latest("start")
    correct_paragraph(opinion, passage, "Zanzibar quince, like nothing here.", by=attorney, because="To see.")
    opinion.refresh_from_db()
    text = opinion.text.replace("asylum", "asylum again", 1)
    return {
        "brief": brief,
        "published": published,
        "opinion": opinion,
        "case": opinion.case,
        "court": Court.objects.get(pk="ca9"),
        "issue": Issue.objects.get(slug="nexus"),
        "authority": opinion.citations.exclude(authority=None).first().authority,
        "citation": opinion.citations.first(),
        "edition": Edition.objects.get(brief=published, is_current=True),
        "source": opinion.source,
        "annotation": marked,
        "comment": comment(brief, by=attorney, text="Why?", field="facts"),
        "file": receive("waits.txt", text.encode(), by=student),
        "person": student,
    }


def _words(opinion: Any) -> str:
    """Give the first words of a paragraph that nothing marks yet."""
    marked = list(opinion.annotations.values_list("start", flat=True))
    for one in opinion.passages.filter(kind="paragraph").order_by("start"):
        if not any(one.start <= start < one.end for start in marked) and one.end - one.start > 120:
            return opinion.text[one.start : one.end][:100]
    raise LookupError("Every paragraph is marked.")
