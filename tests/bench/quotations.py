"""The quote lock: a whole brief's check, and quotations found in other cases' opinions, with their queries."""

import random
from collections.abc import Callable

from tests.bench.clock import spread, timed

Table = Callable[..., None]


def quotations(times_each: int, table: Table) -> None:
    """Time the checklist of each brief here, and looking quotations of other opinions up; reads only."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from briefs.models import Brief, Opinion, Passage
    from briefs.workflow.elsewhere import stands_elsewhere
    from briefs.workflow.readiness import missing

    rows = []
    for pk in Brief.objects.order_by("slug").values_list("pk", flat=True)[:20]:
        brief = Brief.objects.for_freezing().get(pk=pk)
        with CaptureQueriesContext(connection) as queries:
            gaps = missing(brief)
        spent = [timed(lambda brief=brief: missing(brief)) for _ in range(times_each)]
        rows.append((f"check {brief.slug}", len(gaps), len(queries), *spread(spent)))
    dice = random.Random(1)
    texts = list(Passage.objects.filter(kind="paragraph").order_by("pk").values_list("text", flat=True)[:20_000])
    long = [words for words in map(str.split, texts) if len(words) > 30]
    for count in (1, 5, 25) if long else ():
        quotes = []
        for words in dice.choices(long, k=count):
            first = dice.randrange(len(words) - 12)
            quotes.append(" ".join(words[first : first + 12]))
        with CaptureQueriesContext(connection) as queries:
            found = stands_elsewhere(quotes, besides=0)
        spent = [timed(lambda quotes=quotes: stands_elsewhere(quotes, besides=0)) for _ in range(times_each)]
        rows.append((f"look {count} up elsewhere", len(found), len(queries), *spread(spent)))
    held = Opinion.objects.count()
    table(f"Quotations, {held} opinions held", ("what", "gaps or found", "queries", "ms p50", "ms p95"), rows)
