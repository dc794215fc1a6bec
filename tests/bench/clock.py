"""Timing and tables for the benchmark."""

import statistics
import time
from collections.abc import Callable, Iterable


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """Print a titled table, numbers to three figures."""
    cells = [tuple(f"{cell:.3g}" if isinstance(cell, float) else str(cell) for cell in row) for row in rows]
    widths = [max(len(row[at]) for row in [heads, *cells]) for at in range(len(heads))]
    print(f"\n{title}")
    for row in [heads, *cells]:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))


def spread(times: list[float]) -> tuple[float, float]:
    """Give the median and the 95th percentile."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
