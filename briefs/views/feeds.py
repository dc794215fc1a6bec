"""Atom feeds of what was published: everything, and what carries one issue or anything below it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from briefs.access import ANYONE, open_to
from briefs.models import Edition, Issue
from briefs.reading import digest
from briefs.views.answers import full, known

NEWEST = 50


class _Published(Feed):
    """The newest editions; each keeps its address for good, and a dissent says what it is in its title."""

    feed_type = Atom1Feed
    language = "en-US"
    author_name = settings.CLINIC_NAME
    subtitle = "Published case briefs. For study and teaching; not legal advice."

    def get_object(self, request: HttpRequest, slug: str = "") -> "digest.Branch | None":
        if not slug:
            return None
        branch = next((one for one in digest.tree(Issue.objects.in_order()).values() if one.issue.slug == slug), None)
        if branch is None or branch.issue.merged_into_id:
            raise Http404("There is no such issue.")
        return branch

    def title(self, branch: "digest.Branch | None") -> str:
        about = f": {branch.issue.name}" if branch else ""
        return f"{settings.CLINIC_NAME}, case briefs{about}"

    def link(self, branch: "digest.Branch | None") -> str:
        return full(branch.issue.get_absolute_url() if branch else reverse("library"))

    def feed_url(self, branch: "digest.Branch | None") -> str:
        return full(reverse("issue-feed", args=[branch.issue.slug]) if branch else reverse("feed"))

    def feed_guid(self, branch: "digest.Branch | None") -> str:
        return self.feed_url(branch)

    def items(self, branch: "digest.Branch | None") -> list[Edition]:
        rows = Edition.objects.current().newest_first().select_related("court")
        if branch:
            rows = rows.filter(holdings__issue_ids__overlap=list(branch.ids())).distinct()
        return list(rows[:NEWEST])

    def item_title(self, item: Edition) -> str:
        opinion = item.page["opinion"]
        kind = f" ({opinion['kind_label'].lower()})" if opinion["is_separate"] else ""
        return f"{item.page['title']}{kind}" + (f", edition {item.number}" if item.number > 1 else "")

    def item_description(self, item: Edition) -> str:
        summary = item.page["summary"]["text"] if item.page["summary"] else ""
        return "\n\n".join(part for part in (item.page["banner"], summary) if part)

    def item_link(self, item: Edition) -> str:
        return full(reverse("brief", args=[item.slug]))

    def item_guid(self, item: Edition) -> str:
        return full(reverse("edition", args=[item.slug, item.number]))

    def item_pubdate(self, item: Edition) -> datetime:
        return item.published_at

    def item_updateddate(self, item: Edition) -> datetime:
        return item.published_at

    def item_categories(self, item: Edition) -> list[str]:
        return [issue["name"] for issue in item.page["issues"]]


_published = _Published()


@open_to(ANYONE)
@require_safe
def feed(request: HttpRequest, **about: Any) -> HttpResponse:
    """Give the feed of all briefs, or of an issue's."""
    return known(request, _published(request, **about))
