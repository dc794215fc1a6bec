"""Rows for tests, made by the same verbs that people use, on a short opinion of the tests' own."""

from typing import Any

from django.utils import timezone

from briefs.models import Annotation, Brief, Edition, Holding, Issue, Opinion, Pin
from briefs.workflow.annotate import annotate, default_voice
from briefs.workflow.ingest import ingest
from briefs.workflow.publish import publish
from briefs.workflow.receive import receive
from briefs.workflow.start_brief import start_brief
from briefs.workflow.submit import submit

TEXT = """
Petitioner v. Respondent, No. 01-12345

OPINION

The Board denied asylum because it found no nexus. The petitioner, No. A75 836 651, filed a timely petition for review.

We have held that past persecution raises a presumption of future fear. See Maldonado-Cruz v. INS, 883 F.2d 788, 791
(9th Cir. 1989). The burden of rebutting it lies with the government. 8 U.S.C. § 1158(b)(1).

The Board's reasoning amounts to little more than conjecture. We therefore grant the petition and remand.
"""
HELD = "The Board's reasoning amounts to little more than conjecture."


def make_opinion(by: Any, *, text: str = TEXT, name: str = "opinion.txt", **details: Any) -> Opinion:
    """Import a text; `details` are added to what is needed to publish."""
    wanted = {
        "caption": "Petitioner v. Respondent",
        "short_name": "Petitioner v. Respondent",
        "court": "ca9",
        "docket_numbers": ["01-12345"],
        "decided_on": "2001-05-04",
        "opinion_kind": "lead",
        "author": "Judge",
    }
    opinion = ingest(receive(name, text.encode(), by=by), by=by, details=wanted | details)
    # Whoever releases it has signed its registration number.
    opinion.findings.unsigned().update(decision="real", decided_by=by, decided_at=timezone.now())
    return opinion


def mark(opinion: Opinion, by: Any, quote: str = HELD, **words: Any) -> Annotation:
    """Mark a quotation in the voice that speaks in the opinion."""
    words = {"kind": "reasoning", "voice": default_voice(opinion)} | words
    return annotate(opinion, by=by, quote=quote, **words)


def make_brief(opinion: Opinion, by: Any, *, submitted: bool = True, weight: str = "holding", **words: Any) -> Brief:
    """Write a brief that lacks nothing: one holding, pinned and tagged."""
    prose = {
        "summary": "The Board denied relief on conjecture.",
        "facts": "The Board “found no nexus” and denied asylum.",
        "procedural_history": "A “timely petition for review” followed.",
        "reasoning": "Under *Maldonado-Cruz v. INS*, 883 F.2d 788, 791 (9th Cir. 1989), and 8 U.S.C. § 1158(b)(1), "
        "the burden lies with the government.",
        "disposition": "Granted and remanded.",
        "clinic_notes": "Xylophone: only the clinic reads this.",
    }
    brief = start_brief(opinion, by=by, **(prose | words))
    brief.issues.add(Issue.objects.get(slug="nexus"))
    holding = Holding.objects.create(
        brief=brief,
        number=1,
        question="May the Board rely on conjecture?",
        answer="No. Its reasoning was “little more than conjecture.”",
        weight=weight,
        outcome="noncitizen" if weight == "holding" else "none",
    )
    holding.issues.add(Issue.objects.get(slug="speculation"))
    Pin.objects.create(holding=holding, annotation=mark(opinion, by))
    if submitted:
        submit(brief, by=by)
    return brief


def republish(brief: Brief, *, by: Any) -> Edition:
    """Send a published brief to review again and publish its next edition."""
    brief.refresh_from_db()
    submit(brief, by=brief.author)
    return publish(brief, by=by)
