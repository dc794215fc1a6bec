"""Names: authorities found by them, and what is offered while one types."""

import re
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse

from briefs.models import Edition, SearchName
from briefs.search.taxonomy import Taxonomy
from briefs.search.words import Words

CONFIG = "names_folded"
SHORTEST, MOST, MOST_ISSUES = 2, 8, 3
CASE, AUTHORITY, ISSUE = "Case", "Authority", "Issue"
_PIECE = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?")


@dataclass(frozen=True)
class Suggestion:
    """Something that has a page and whose name begins as what was typed."""

    what: str
    name: str
    address: str


def authorities_named(words: Words) -> QuerySet[SearchName]:
    """Give the authorities that the words name, the most cited first; all of them for no words."""
    rows = SearchName.objects.filter(authority__isnull=False).order_by("-cited", "label")
    if words:
        rows = rows.filter(words=SearchQuery(words.as_name.typed, config=CONFIG, search_type="websearch"))
    return rows


def suggested(typed: str, *, only: str = "", most: int = MOST) -> list[Suggestion]:
    """Give cases, authorities and issues with the words typed in their name, the last one perhaps unfinished.

    The most cited stand first. Two queries at most; none for a single letter.
    """
    words = Words.read(typed)
    pieces = _PIECE.findall(words.printed)[:12]
    if not pieces or len("".join(pieces)) < SHORTEST:
        return []
    issues = [] if only in (CASE, AUTHORITY) else _issues(pieces)
    if only == ISSUE:
        return issues[:most]
    kept = issues[: most if only else MOST_ISSUES if most == MOST else most // 2]
    return [*_named(pieces, only, most)[: most - len(kept)], *kept]


def _named(pieces: list[str], only: str, most: int) -> list[Suggestion]:
    # What is not letters and digits stays between them: “f.2d” is one word to the database.
    query = " & ".join(f"'{piece}'" for piece in pieces[:-1]) + (" & " if len(pieces) > 1 else "")
    query += f"'{pieces[-1]}':*"
    brief = Edition.objects.current().filter(opinion=OuterRef("opinion")).order_by("pk").values("slug")
    rows = SearchName.objects.filter(words=SearchQuery(query, config=CONFIG, search_type="raw"))
    if only:
        rows = rows.filter(authority__isnull=only == CASE)
    found = rows.annotate(brief=Subquery(brief[:1])).order_by("-cited", "label")
    told: dict[tuple[str, str], Suggestion] = {}
    columns = ("label", "brief", "opinion__slug", "authority__slug")
    for label, brief_slug, opinion, authority in found.values_list(*columns)[: 2 * most]:
        if authority:
            one = Suggestion(AUTHORITY, label, reverse("authority", args=[authority]))
        else:
            address = reverse("brief", args=[brief_slug]) if brief_slug else reverse("opinion", args=[opinion])
            one = Suggestion(CASE, label, address)
        told.setdefault((one.what, one.name), one)
    return sorted(told.values(), key=lambda one: one.what != CASE)[:most]


def _issues(pieces: list[str]) -> list[Suggestion]:
    return [Suggestion(ISSUE, issue.name, issue.get_absolute_url()) for issue in Taxonomy.load().beginning_with(pieces)]
