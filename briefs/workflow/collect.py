"""Take another clinic's collection in: its opinions and editions beside ours, under its name, and nothing twice."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import (
    Authority,
    Brief,
    Case,
    CaseJudge,
    Court,
    DecisionBelow,
    Disposition,
    Edition,
    EditionCitation,
    Issue,
    Opinion,
    Passage,
    Source,
)
from briefs.models.vocabulary import BriefState
from briefs.workflow.cite import cite
from briefs.workflow.collection import (
    AUTHORITY,
    BELOW,
    CASE,
    COURT,
    EDITION,
    ISSUE,
    JUDGE,
    OPINION,
    ORDERED,
    edition_told,
    read_collection,
)
from briefs.workflow.index import index
from briefs.workflow.passages import passages_of
from briefs.workflow.publish import keep_parts


@dataclass
class Taken:
    """What came of it: how many editions are new and how many were here, and a sentence for each that is not taken."""

    clinic: str
    new: int = 0
    here: int = 0
    refused: list[str] = field(default_factory=list)


@transaction.atomic
def collect(path: Path, *, by: Any) -> Taken:
    """Take in what is not here yet, in one transaction; raises Refused for an altered file, PermissionDenied."""
    must(by, "collect")
    clinic, parts = read_collection(path)
    taking = _Taking(clinic, by)
    taking.issues(json.loads(parts["issues.json"]))
    taking.authorities(json.loads(parts["authorities.json"]))
    for name, content in sorted(parts.items()):
        if name.startswith("opinions/"):
            taking.opinion(json.loads(content))
    for name, content in sorted(parts.items(), key=lambda part: _number(part[0])):
        if name.startswith("editions/"):
            taking.edition(json.loads(content))
    for opinion in taking.changed:
        index(opinion)
    return taking.taken


class _Taking:
    """One collection being taken in; rows by what names them everywhere."""

    def __init__(self, clinic: str, by: Any) -> None:
        self.by = by
        self.taken = Taken(clinic)
        self.opinions: dict[str, Opinion] = {}
        self.changed: list[Opinion] = []

    def issues(self, told: list[dict[str, Any]]) -> None:
        for row in told:  # a parent comes before its children
            parent = Issue.objects.get(slug=row["parent"]) if row["parent"] else None
            values = {name: row[name] for name in ISSUE if name != "slug"}
            Issue.objects.get_or_create(slug=row["slug"], defaults=values | {"parent": parent})
        self.issue_ids = dict(Issue.objects.values_list("slug", "pk"))

    def authorities(self, told: list[dict[str, Any]]) -> None:
        for row in told:
            parent = Authority.objects.get(key=row["parent"]) if row["parent"] else None
            values = {name: row[name] for name in AUTHORITY if name != "key"}
            Authority.objects.get_or_create(key=row["key"], defaults=values | {"parent": parent})
        rows = Authority.objects.filter(key__in=[row["key"] for row in told])
        self.authority_ids = {key: merged or pk for key, pk, merged in rows.values_list("key", "pk", "merged_into")}

    def opinion(self, told: dict[str, Any]) -> None:
        """Keep an opinion, or find the one here with the same words; another one at its address stays."""
        held = Opinion.objects.filter(slug=told["slug"]).first()
        if held is None:
            self.opinions[told["slug"]] = held = self._new_opinion(told)
            self.changed.append(held)
        elif held.masked == told["text"]:
            self.opinions[told["slug"]] = held

    def edition(self, told: dict[str, Any]) -> None:
        """Keep an edition whose opinion is here and whose address is free."""
        title = f"{told['page']['title']}, edition {told['number']}"
        here = Edition.objects.filter(slug=told["slug"], number=told["number"]).first()
        if here is not None:
            if self._same(here, told):
                self.taken.here += 1
            else:
                self.taken.refused.append(f"{title} is not taken in: another brief has its address here.")
            return
        opinion = self.opinions.get(told["opinion"])
        brief = Brief.objects.filter(slug=told["slug"]).first()
        if opinion is None or (brief is not None and not self._is_theirs(brief)):
            what = "opinion" if opinion is None else "brief"
            self.taken.refused.append(f"{title} is not taken in: another {what} has its address here.")
            return
        self._keep(told, opinion, brief or self._brief(told, opinion))
        self.taken.new += 1
        self.changed = [one for one in self.changed if one.pk != opinion.pk] + [opinion]

    def _new_opinion(self, told: dict[str, Any]) -> Opinion:
        content = told["text"].encode()
        kept = {"name": f"{told['slug']}.txt", "content": content, "size": len(content), "received_by": self.by}
        source = Source.objects.get_or_create(sha256=hashlib.sha256(content).hexdigest(), defaults=kept)[0]
        opinion = Opinion.objects.create(
            case=self._case(told["case"]),
            source=source,
            raw=told["text"],
            text=told["text"],
            imported_by=self.by,
            released_at=timezone.now(),
            released_by=self.by,
            **{name: told[name] for name in OPINION},
        )
        Passage.objects.bulk_create(passages_of(opinion))
        cite(opinion)
        return opinion

    def _case(self, told: dict[str, Any]) -> Case:
        court = told["court"]
        if court:
            Court.objects.get_or_create(id=court["id"], defaults={name: court[name] for name in COURT if name != "id"})
        values = {name: told[name] for name in CASE}
        held = Case.objects.filter(slug=told["slug"], caption=told["caption"]).first()
        if held:
            return held
        authority = Authority.objects.filter(key=told["authority"], case=None).first() if told["authority"] else None
        case = Case.objects.create(court_id=court["id"] if court else None, authority=authority, **values)
        parts: tuple[tuple[Any, str, Any], ...] = (
            (CaseJudge, "judges", JUDGE),
            (DecisionBelow, "decisions_below", BELOW),
            (Disposition, "dispositions", ORDERED),
        )
        for noun, rows, names in parts:
            noun.objects.bulk_create(noun(case=case, **{name: row[name] for name in names}) for row in told[rows])
        case.refresh_from_db()  # its dates came as text
        return case

    def _brief(self, told: dict[str, Any], opinion: Opinion) -> Brief:
        """Give the editions something to be editions of; the other clinic's draft did not travel."""
        state = BriefState.PUBLISHED
        title = told["page"]["title"]
        return Brief.objects.create(
            opinion=opinion, author=self.by, owner=self.by, slug=told["slug"], title=title, state=state
        )

    def _is_theirs(self, brief: Brief) -> bool:
        clinics = {page["clinic"] for page in brief.editions.values_list("page", flat=True)}
        return clinics == {self.taken.clinic}

    def _same(self, here: Edition, told: dict[str, Any]) -> bool:
        keys = dict(
            Authority.objects.filter(pk__in=[row["id"] for row in here.page["authorities"]]).values_list("pk", "key")
        )
        return bool(edition_told(here, keys, {})["page"] == told["page"])

    def _keep(self, told: dict[str, Any], opinion: Opinion, brief: Brief) -> None:
        ids = self.authority_ids
        page = told["page"] | {
            "authorities": [{**row, "id": ids.get(row["id"], 0)} for row in told["page"]["authorities"]]
        }
        if told["is_current"]:
            brief.editions.filter(is_current=True).update(is_current=False)
        edition = Edition.objects.create(
            brief=brief,
            opinion=opinion,
            court_id=told["court"],
            page=page,
            issue_ids=sorted(self.issue_ids[slug] for slug in told["issues"]),
            authority_ids=sorted({ids[key] for key in told["authorities"]}),
            published_by=self.by,
            **{name: told[name] for name in EDITION},
        )
        keep_parts(edition)
        EditionCitation.objects.bulk_create(
            EditionCitation(edition=edition, authority_id=ids[one["authority"]],
                            **{name: one[name] for name in ("place", "form", "pin", "sentence")})
            for one in told["citations"]
        )  # fmt: skip


def _number(name: str) -> tuple[str, int]:
    folder, _, number = name.removesuffix(".json").rpartition("/")
    return folder, int(number) if number.isdecimal() else 0
