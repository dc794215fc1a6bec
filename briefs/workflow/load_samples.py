"""Bring the three sample opinions and their briefs in, through the same verbs that people use."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.text import slugify

from briefs.models import (
    Annotation,
    Authority,
    Brief,
    CaseJudge,
    DecisionBelow,
    Disposition,
    Edition,
    Holding,
    Issue,
    LawFlag,
    Opinion,
    Pin,
)
from briefs.text.doctor import IDENTIFIERS
from briefs.workflow.annotate import annotate
from briefs.workflow.cite import authority_for
from briefs.workflow.correct import correct
from briefs.workflow.ingest import ingest, proposed
from briefs.workflow.publish import publish
from briefs.workflow.receive import receive
from briefs.workflow.refusal import Refused
from briefs.workflow.sign_finding import sign_all
from briefs.workflow.start_brief import start_brief
from briefs.workflow.submit import submit

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
DEMO_PASSWORD = "pincite-demo"  # noqa: S105 - printed to whoever runs the local demonstration
PROSE = (
    *("title", "summary", "facts", "procedural_history", "standard_of_review", "reasoning", "disposition"),
    *("separate_opinions", "significance", "clinic_notes", "country", "protected_grounds", "content_note"),
)


def demo_people() -> dict[str, Any]:
    """Make the demonstration's student, staff and attorney, each in the group of that name; only when DEBUG."""
    if not settings.DEBUG:
        raise Refused("Demonstration accounts are made only where DEBUG is on.")
    people = {}
    for role in ("student", "staff", "attorney"):
        person, made = get_user_model().objects.get_or_create(username=role, defaults={"is_staff": True})
        if made:
            person.set_password(DEMO_PASSWORD)
            person.save()
        person.groups.add(Group.objects.get(name=role))
        people[role] = person
    return people


def load_samples(people: Mapping[str, Any]) -> Iterator[Edition]:
    """Import, annotate, write, submit and publish each sample that is not here yet; gives each edition in turn.

    The student imports and writes, the attorney publishes. A sample that was published once is left alone.
    """
    for path in sorted(SAMPLES.glob("*.toml")):
        with path.open("rb") as file:
            sample = tomllib.load(file)
        if not Brief.objects.filter(slug=sample["slug"]).exists():
            yield _load(sample, people)


@transaction.atomic
def _load(sample: dict[str, Any], people: Mapping[str, Any]) -> Edition:
    student = people["student"]
    content = (SAMPLES / sample["opinion"]).read_bytes()
    for entry in (*sample.get("corrections", []), *sample.get("authorities", [])):
        _authority(entry)
    source = receive(sample["opinion"], content, by=student)
    outside = dict(sample.get("details", {}))
    sources = outside.pop("sources", {})
    opinion = ingest(source, by=student, details=proposed(source) | outside, sources=sources)
    for kind in IDENTIFIERS:
        sign_all(opinion, kind, by=people["staff"])
    _describe_case(opinion, sample)
    for entry in sample.get("corrections", []):
        for citation in opinion.citations.filter(authority__cite=entry["printed"]):
            correct(citation, _authority(entry), by=people["staff"])
    marks = {entry["id"]: _mark(opinion, entry, student) for entry in sample["annotations"]}
    brief = start_brief(opinion, by=student, **{name: _folded(sample[name]) for name in PROSE if name in sample})
    brief.issues.set(_issues(sample["issues"]))
    for number, entry in enumerate(sample["holdings"], start=1):
        _hold(brief, number, entry, marks)
    for entry in sample.get("flags", []):
        LawFlag.objects.create(
            brief=brief,
            bears_on=brief.holdings.filter(number=entry.get("holding")).first(),
            kind=entry["kind"],
            note=_folded(entry["note"]),
            effective_on=_day(entry.get("effective_on")),
            applies_when=entry.get("applies_when", ""),
        )
    submit(brief, by=student)
    return publish(brief, by=people["attorney"])


def _authority(entry: dict[str, Any]) -> Authority | None:
    """Enter what staff know of an authority beyond what the opinion prints."""
    authority = authority_for(entry["cite"], name=entry.get("name", ""))
    if authority is not None:
        for name in ("name", "court", "year", "note"):
            setattr(authority, name, entry.get(name) or getattr(authority, name))
        authority.save()
    return authority


def _describe_case(opinion: Opinion, sample: dict[str, Any]) -> None:
    case = opinion.case
    if sample.get("judges"):
        case.judges.all().delete()
    for position, entry in enumerate(sample.get("judges", [])):
        CaseJudge.objects.create(case=case, position=position, **entry)
    for position, entry in enumerate(sample.get("below", [])):
        entry = entry | {"decided_on": _day(entry.get("decided_on"))}
        DecisionBelow.objects.create(case=case, position=position, **entry)
    for position, entry in enumerate(sample.get("ordered", [])):
        Disposition.objects.create(case=case, position=position, **entry)


def _mark(opinion: Opinion, entry: dict[str, Any], by: Any) -> Annotation:
    return annotate(
        opinion,
        by=by,
        kind=entry["kind"],
        voice=entry["voice"],
        quote=entry["quote"],
        note=entry.get("note", ""),
        issues=_issues(entry.get("issues", [])),
    )


def _hold(brief: Brief, number: int, entry: dict[str, Any], marks: Mapping[str, Annotation]) -> None:
    words = {name: _folded(entry[name]) for name in ("question", "answer", "rule", "application") if name in entry}
    holding = Holding.objects.create(
        brief=brief, number=number, weight=entry["weight"], outcome=entry.get("outcome", "none"), **words
    )
    holding.issues.set(_issues(entry.get("issues", [])))
    for position, name in enumerate(entry["pins"]):
        Pin.objects.create(holding=holding, annotation=marks[name], position=position)


def _issues(slugs: list[str]) -> list[Issue]:
    found = {issue.slug: issue for issue in Issue.objects.filter(slug__in=slugs)}
    unknown = [slug for slug in slugs if slug not in found]
    if unknown:
        raise Refused(f"The taxonomy has no issue {', '.join(map(slugify, unknown))}.")
    return [found[slug] for slug in slugs]


def _folded(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _day(value: str | date | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
