"""`python -m tests.bench.search`: the library's search beside three peers, on made opinions, interleaved in one run.

Every answer goes through Django as a request does, but for the page's template: count, tabs, ten facets, twenty ranked
hits with snippets. What is asked is drawn by rule (`search_asked`).
"""

import argparse
import gc
import os
import random
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

from tests.bench.clock import spread, table, timed
from tests.bench.search_asked import TUNED, filtered, held_out

ROOT = Path(__file__).resolve().parents[2]
Query = dict[str, Any]

WHAT = ("p50", "p95")
OURS_ALONE = ("type-ahead", "misspelling", "citation")


def ask(words: str, court: str = "", year: int = 0) -> Callable[[], int]:
    """Give the library's answer to make."""
    from django.http import QueryDict

    from briefs.search import Found

    parameters = QueryDict(mutable=True)
    parameters.update({"q": words, "tab": "opinions"})
    if court:
        parameters.update({"court": court, "year": f"{year}-"})

    def answer() -> int:
        found = Found(parameters)
        assert found.words
        return found.total

    return answer


def compare(queries: dict[str, list[tuple[Any, ...]]], peers: dict[str, Any], times: int) -> None:
    """Time every query with everyone, in turn, and print medians and 95th percentiles by class."""
    spent: dict[tuple[str, str], list[float]] = {}
    counts: list[tuple[Any, ...]] = []
    ask("court")()
    gc.collect()
    gc.freeze()  # as clinic/gunicorn.py does
    for kind, asked in queries.items():
        for one in asked:
            answers = {"this": ask(*one)} | {name: lambda p=peer, o=one: p(*o) for name, peer in peers.items()}
            counts.append((kind, one[0], *(answer() for answer in answers.values())))  # and everything is warm
            turn = list(answers.items())
            for _ in range(times):
                turn = [*turn[1:], turn[0]]  # nobody always follows the same other
                for name, answer in turn:
                    spent.setdefault((kind, name), []).append(timed(answer))
    names = ["this", *peers]
    rows = []
    for kind in [*queries, "all"]:
        cells: list[Any] = [kind]
        for name in names:
            cells += spread([ms for (k, n), told in spent.items() if n == name and kind in (k, "all") for ms in told])
        rows.append(tuple(cells))
    heads = ("class", *(f"{name} {what}" for name in names for what in WHAT))
    table("Searches, ms", heads, rows)
    first = {kind: _first_asked(asked, times) for kind, asked in queries.items() if kind.startswith("common")}
    told = [(kind, *spread(ms)) for kind, ms in first.items()]
    table("Broad questions, when the rows that match are not kept yet, ms", ("class", *WHAT), told)
    table("How many they find", ("class", "words", *names), counts)
    ratios = []
    for kind in [*queries, "all"]:
        told = {
            name: spread([ms for (k, n), ones in spent.items() if n == name and kind in (k, "all") for ms in ones])
            for name in names
        }
        ratios.append((kind, *(one for name in peers for one in _by(told[name], told["this"]))))
    table("How many times as long as this they take", ("class", *(f"{n} {w}" for n in peers for w in WHAT)), ratios)


def _first_asked(asked: list[tuple[Any, ...]], times: int) -> list[float]:
    """Time broad questions as they are asked for the first time since the rows changed."""
    from briefs.search import Found

    spent = []
    for one in asked * times:
        Found(_parameters(one[0])).columns.broad.clear()
        spent.append(timed(ask(*one)))
    return spent


def _by(theirs: tuple[float, float], ours: tuple[float, float]) -> tuple[float, float]:
    return theirs[0] / ours[0], theirs[1] / ours[1]


def quality(queries: dict[str, list[str]], tantivy: Any, naive_best: Callable[[str], list[int]]) -> None:
    """Judge the first twenty by tantivy's BM25: 1 is its own twenty, 0 twenty drawn at random of what matches."""
    from briefs.search import Found

    rows = []
    for kind, asked in queries.items():
        lifts: dict[str, list[float]] = {"this": [], "ts_rank_cd": []}
        for words in asked:
            scores = tantivy.scores(words)
            if len(scores) < 60:
                continue
            best = statistics.mean(sorted(scores.values(), reverse=True)[:20])
            chance = statistics.mean(scores.values())
            found = Found(_parameters(words))
            ours = [found.columns.opinion[found.columns.places(_array([pk]))[0][0]] for pk in _pks(found)]
            for name, pks in (("this", ours), ("ts_rank_cd", naive_best(words))):
                got = statistics.mean(scores.get(int(pk), chance) for pk in pks)
                lifts[name].append((got - chance) / (best - chance))
        if lifts["this"]:
            rows.append((kind, len(lifts["this"]), *(statistics.mean(one) for one in lifts.values())))
    table("Ranking: share of BM25's lift over a random pick", ("class", "queries", "this", "ts_rank_cd"), rows)


def _parameters(words: str) -> Any:
    from django.http import QueryDict

    parameters = QueryDict(mutable=True)
    parameters.update({"q": words, "tab": "opinions"})
    return parameters


def _array(pks: list[int]) -> Any:
    import numpy as np

    return np.array(pks)


def _pks(found: Any) -> list[int]:
    return [int(found.columns.ids[at]) for at in found.page]


def names_too(times: int) -> None:
    """Time what the peers have not: type-ahead, misspelt names and citations; and see whether all names are found."""
    from briefs.models import SearchWord
    from briefs.search import page_asked_for, suggested

    words = [word for word in SearchWord.objects.order_by("word").values_list("spelt", flat=True) if len(word) > 5]
    chance = random.Random(8)
    spent: dict[str, list[float]] = {name: [] for name in OURS_ALONE}
    right = 0
    picked = chance.sample(words, min(times * 10, len(words)))
    ask(_misspelt(_misspelt(words[0], chance), chance))()  # the names are read once
    for word in picked:
        wrong = _misspelt(_misspelt(word, chance), chance)
        answer = ask(wrong)
        spent["misspelling"].append(timed(answer))
        from briefs.search import Found

        found = Found(_parameters(wrong))
        right += found.total > 0 or _near(found.respelt, wrong)
        spent["type-ahead"].append(timed(lambda w=word: suggested(w[:4])))
        cite = f"100 F.3d {chance.randrange(1, 800)}"
        spent["citation"].append(timed(lambda c=cite: page_asked_for({"q": c})))
    table("Names, ms", ("what", "p50", "p95"), [(name, *spread(told)) for name, told in spent.items()])
    print(f"  of {len(picked)} names two slips from right, {right} lead to a name no more than two slips away")


def _misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        [word[:at] + word[at + 1 :], word[:at] + letter + word[at + 1 :], word[:at] + letter + word[at:]]
    )


def _near(told: str, wrong: str) -> bool:
    from rapidfuzz.distance import OSA

    return bool(told) and OSA.distance(told.casefold(), wrong.casefold()) <= 2


def search(corpus: Path, size: int, times: int, *, tuned: bool = False, alone: bool = False) -> None:
    """Build what is missing of a library of so many made opinions, and print the tables."""
    if not any(corpus.glob("*.json")):
        print("\nThe search benchmark recombines the corpus, which is not here, so it was left out.")
        return
    from django.conf import settings

    settings.DEBUG = False  # with it every query is kept
    from tests.bench import search_peers
    from tests.bench.made_shelf import COURTS, Press
    from tests.bench.search_shelf import shelf

    address = shelf(corpus, size)
    words = TUNED if tuned else held_out(Press(corpus).sources)
    queries: dict[str, list[tuple[Any, ...]]] = {kind: [(one,) for one in asked] for kind, asked in words.items()}
    queries["filtered"] = list(filtered(words, COURTS))
    peers: dict[str, Any] = {}
    tantivy = None
    if not alone:
        folder = settings.VAR_DIR / "bench"
        search_peers.build_naive(address, size)
        peers = {"naive": search_peers.naive, "FTS5": search_peers.Sqlite(folder, address, size).search}
        try:
            tantivy = search_peers.Tantivy(folder, address, size)
            peers["tantivy"] = tantivy.search
        except ImportError:
            print("tantivy is not installed (pip install tantivy), so it was left out.")
    print(f"\n{size} made opinions; load before: {os.getloadavg()[0]:.1f}")
    compare(queries, peers, times)
    if tantivy:
        quality(words, tantivy, search_peers.naive_best)
    names_too(times)
    print(f"  load after: {os.getloadavg()[0]:.1f}")


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus", help="CourtListener records")
    parser.add_argument("--size", type=int, default=20_000, help="how many opinions are made")
    parser.add_argument("--times", type=int, default=8, help="how often each is asked")
    parser.add_argument("--tuned", action="store_true", help="the queries to tune on instead of those to report")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    chosen = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    django.setup()
    search(chosen.corpus, chosen.size, chosen.times, tuned=chosen.tuned, alone=chosen.alone)


if __name__ == "__main__":
    sys.exit(main())
