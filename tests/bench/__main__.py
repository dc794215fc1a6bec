"""Print the tables of `make bench`: reading opinions beside eyecite, public pages, desks, files, exports.

`python -m tests.bench citations search --size 20000` prints the named tables alone.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

import django

from tests.bench.clock import table

ROOT = Path(__file__).resolve().parents[2]


def _anchors(chosen: argparse.Namespace) -> None:
    from tests.bench import anchors

    anchors.tables(chosen.corpus, chosen.most, table)


def _citations(chosen: argparse.Namespace) -> None:
    from tests.bench import citations

    citations.tables(chosen.corpus, chosen.most, table)


def _hostile(chosen: argparse.Namespace) -> None:
    from tests.bench.hostile import hostile

    hostile()


def _pages(chosen: argparse.Namespace) -> None:
    from tests.bench.pages import as_asked, as_served

    as_asked(chosen.times)
    as_served()


def _desk(chosen: argparse.Namespace) -> None:
    from tests.bench.desk import desk

    desk(chosen.times)


def _quotations(chosen: argparse.Namespace) -> None:
    from tests.bench.quotations import quotations

    quotations(chosen.times, table)


def _files(chosen: argparse.Namespace) -> None:
    from tests.bench.files import files

    files(max(3, chosen.times // 4))


def _exports(chosen: argparse.Namespace) -> None:
    from tests.bench.exports import exports

    exports(max(3, chosen.times // 4))


def _papers(chosen: argparse.Namespace) -> None:
    from tests.bench import papers

    papers.tables(max(3, chosen.times // 4))


def _packets(chosen: argparse.Namespace) -> None:
    from tests.bench.packets import packets

    packets()


def _imports(chosen: argparse.Namespace) -> None:
    from tests.bench.imports import imports

    imports(chosen.corpus)


def _search(chosen: argparse.Namespace) -> None:
    from tests.bench.search import search

    search(chosen.corpus, chosen.size, min(chosen.times, 8))


TABLES: tuple[tuple[str, Callable[[argparse.Namespace], None]], ...] = (
    ("anchors", _anchors),
    ("citations", _citations),
    ("hostile", _hostile),
    ("pages", _pages),
    ("desk", _desk),
    ("quotations", _quotations),
    ("files", _files),
    ("exports", _exports),
    ("papers", _papers),
    ("packets", _packets),
    ("imports", _imports),
    ("search", _search),
)


def main() -> None:
    """Read the arguments and print the tables."""
    names = [name for name, _ in TABLES]
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("only", nargs="*", help=f"these tables alone: {', '.join(names)}")
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus", help="CourtListener records")
    parser.add_argument("--most", type=int, default=40, help="how many of them are read")
    parser.add_argument("--size", type=int, default=144, help="how many opinions the search is tried on")
    parser.add_argument("--times", type=int, default=20, help="how often each page is asked for")
    chosen = parser.parse_args()
    if unknown := set(chosen.only) - set(names):
        parser.error(f"there is no table called {', '.join(sorted(unknown))}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    django.setup()
    for name, print_tables in TABLES:
        if not chosen.only or name in chosen.only:
            print_tables(chosen)


if __name__ == "__main__":
    sys.exit(main())
