"""The desk's lists and first pages cost the same however many rows there are."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from briefs.models import Annotation, Brief, Comment, Edition, Source
from briefs.workflow.publish import publish
from tests.many import many
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db
STATES = ("draft", "in_review", "returned", "approved", "published")
NOUNS = ("annotation", "authority", "brief", "case", "citation", "court", "edition", "issue", "opinion", "source")
PAGES = {
    **{f"{noun} list": f"admin:briefs_{noun}_changelist" for noun in NOUNS},
    **{"first page": "admin:index", "queue": "admin:briefs_brief_queue", "files": "admin:briefs_source_queue"},
    **{"import": "admin:briefs_source_import", "citation desk": "admin:briefs_citation_desk"},
    **{"anchor desk": "admin:briefs_opinion_unplaced", "handover": "admin:briefs_brief_handover"},
}


def costs(client: Client) -> dict[str, int]:
    """The number of queries of each page."""
    found = {}
    for name, address in PAGES.items():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(reverse(address)).status_code == 200
        found[name] = len(asked)
    return found


def more(edition: Edition, number: int, first: int) -> None:
    """Copies of a published brief in every state, each with a comment, a mark without place and a file that waits."""
    many(edition, number, first=first)
    copies = list(Brief.objects.exclude(pk=edition.brief_id).order_by("-pk")[:number])
    now, by = edition.published_at, edition.published_by
    for at, brief in enumerate(copies):
        brief.state = STATES[at % len(STATES)]
        brief.owner = brief.author if at % 7 else None
        brief.submitted_at, brief.approved_at, brief.approved_by = now, now, by
    Brief.objects.bulk_update(copies, ["state", "owner", "submitted_at", "approved_at", "approved_by"])
    Comment.objects.bulk_create(Comment(brief=one, author=one.author, text="Why?", field="facts") for one in copies)
    mark = Annotation.objects.filter(opinion=edition.opinion).values().first()
    mark.pop("id")  # type: ignore[union-attr]
    lost = mark | {"anchor_state": "orphan"}  # type: ignore[operator]
    Annotation.objects.bulk_create(Annotation(**lost | {"opinion_id": one.opinion_id}) for one in copies)
    Source.objects.bulk_create(
        Source(name=f"{one.pk}.txt", content=b"x", sha256=f"{one.pk:064d}", size=1, received_by=one.author)
        for one in copies
    )


def test_no_page_asks_more_with_more_rows(as_attorney: Client, student, attorney):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    more(edition, 10, 0)
    costs(as_attorney)
    few = costs(as_attorney)
    more(edition, 150, 10)
    many_rows = costs(as_attorney)
    assert {name: number for name, number in many_rows.items() if number > few[name]} == {}
    pages = (reverse(PAGES[name]) for name in ("queue", "import", "files"))
    assert [address for address in pages if len(as_attorney.get(address).content) > 150_000] == []
