"""The columns as the rows are now, kept in memory by each process and brought up to date when their mark is another.

To read twenty thousand rows takes most of a second, and a publication changes a few of them. So of a large library only
those rows are read again that are new or of another version: PostgreSQL tells each row's by who wrote it and where it
lies, which no change leaves as it was.
"""

from typing import Any

import numpy as np
from django.db.models import BinaryField
from django.db.models.expressions import RawSQL

from briefs.models import MARK, Authority, SearchRow
from briefs.search.citing import gathered
from briefs.search.columns import Columns, Row
from briefs.search.statements import VERSIONS, fetched

LARGE = 1000  # rows; fewer are read as quickly as they are compared
MOST_CHANGED = 0.2  # of the rows; more are read all anew
_VERSION = "xidsend(briefs_searchrow.xmin) || tidsend(briefs_searchrow.ctid)"
_READ = np.dtype([("writer", ">u4"), ("block", ">u4"), ("place", ">u2")])
_READ_WITH_ID = np.dtype([("id", ">i4"), *((name, _READ[name]) for name in _READ.names or ())])
_NAMES = tuple("holding__number" if name == "number" else name for name in Row._fields)

_kept: Columns | None = None


def columns(mark: Any) -> Columns:
    """Give the columns of the rows as they are now; two queries, or three, if they are not those of the mark."""
    global _kept
    kept = _kept
    if kept is None or mark is None or kept.mark != mark:
        renewed = _renewed(kept) if kept is not None and mark is not None and len(kept) >= LARGE else None
        kept = renewed or _read(mark)
        parents: Any = Authority.objects.filter(parent__isnull=False).values_list("pk", "parent")
        kept.citing.parts = gathered(dict(parents))
        _kept = kept
    return kept


def _versions(read: np.ndarray) -> np.ndarray:
    """Give a line of two numbers for each row's version."""
    lies = read["block"].astype(np.int64) << 16 | read["place"].astype(np.int64)
    return np.stack([read["writer"].astype(np.int64), lies], axis=1)


def _read(mark: Any) -> Columns:
    """Read all rows."""
    version = RawSQL(_VERSION, (), output_field=BinaryField())  # noqa: S611 - nothing is put into it
    rows = list(SearchRow.objects.order_by("pk").values_list(*_NAMES, MARK, version))
    kept = Columns.of((Row(*row[:-2]) for row in rows), rows[0][-2] if rows else mark)
    kept.versions = _versions(np.frombuffer(b"".join(bytes(row[-1]) for row in rows), dtype=_READ))
    return kept


def _renewed(kept: Columns) -> Columns | None:
    """Read the rows that are not as they were; None if they are many. What changes meanwhile is read the next time."""
    ((mark, packed),) = fetched(VERSIONS, {})
    read = np.frombuffer(bytes(packed or b""), dtype=_READ_WITH_ID)
    ids, versions = read["id"].astype(np.int32), _versions(read)
    at, known = kept.places(ids)
    same = np.zeros(len(ids), dtype=bool)
    same[known] = (kept.versions[at] == versions[known]).all(axis=1)
    if np.count_nonzero(~same) > MOST_CHANGED * len(kept):
        return None
    stay = np.zeros(len(kept), dtype=bool)
    stay[kept.places(ids[same])[0]] = True
    rows = list(SearchRow.objects.filter(pk__in=ids[~same].tolist()).order_by("pk").values_list(*_NAMES, "key"))
    renewed, order = kept.merged(stay, Columns.of(Row(*row[:-1]) for row in rows), mark)
    version = dict(zip(ids[~same].tolist(), versions[~same].tolist(), strict=True))
    new = np.array([version[row[0]] for row in rows], dtype=np.int64).reshape(-1, 2)
    renewed.versions = np.concatenate([kept.versions[stay], new])[order]
    if "keys" in vars(kept):
        places = np.full(len(kept), -1, dtype=np.int32)
        places[stay] = renewed.places(kept.ids[stay])[0]
        keys = {int(renewed.places(np.array([row[0]]))[0][0]): row[-1] for row in rows}
        renewed.keys = kept.keys.merged(places, keys)
    return renewed
