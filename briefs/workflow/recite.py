"""Find the citations of many opinions anew, on every core, one transaction each."""

import os
from collections.abc import Iterator
from multiprocessing import get_context

from django.db import connections

from briefs.models import Opinion
from briefs.workflow.cite import ENGINE, cite
from briefs.workflow.index import index


def waiting(*, everything: bool = False) -> list[int]:
    """Give the ids of the opinions an earlier engine read, or of all."""
    rows = Opinion.objects.all() if everything else Opinion.objects.filter(engine__lt=ENGINE)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def recite(ids: list[int], *, processes: int | None = None) -> Iterator[tuple[int, int]]:
    """Cite each opinion anew; gives (id, how many citations) as each is done.

    Each opinion is committed by itself, so the work can be stopped at any time and taken up again.
    """
    processes = min(processes or os.cpu_count() or 1, len(ids)) or 1
    if processes == 1:
        yield from map(_one, ids)
        return
    connections.close_all()  # a connection must not be shared with another process
    with get_context("fork").Pool(processes) as pool:
        yield from pool.imap_unordered(_one, ids)


def _one(pk: int) -> tuple[int, int]:
    opinion = Opinion.objects.get(pk=pk)
    found = cite(opinion)
    if opinion.released_at is not None:
        index(opinion)
    return pk, found
