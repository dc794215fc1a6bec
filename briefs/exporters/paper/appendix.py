"""The appendix: each paragraph the brief quotes from, once, in the order of the opinion."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, zip_longest
from typing import Any

from briefs.exporters.page import AppendixPassage, Page
from briefs.exporters.paper.runs import Online, unbroken


def appendix(page: Page, names: Mapping[int, str], online: Online) -> Iterator[dict[str, Any]]:
    """Give each quoted paragraph with all its quoted words in place: title, voice, lines, the holdings it supports.

    `names` are the propositions by number. `brackets` tells that passages overlap or touch, so that bold alone
    would not say where one ends and the next begins.
    """
    opinions = [pin["opinion"] for holding in page["holdings"] for pin in holding["pins"]]
    slugs = {pin["n"]: pin["opinion"] for holding in page["holdings"] for pin in holding["pins"]}
    order = {slug: at for at, slug in enumerate(dict.fromkeys([page["opinion"]["slug"], *opinions]))}
    paragraphs: dict[tuple[str, str], list[AppendixPassage]] = {}
    for passage in page["passages"]:
        paragraphs.setdefault((passage["anchor"], passage["text"]), []).append(passage)

    def place(passages: list[AppendixPassage]) -> tuple[int, bool, int, str]:
        first = passages[0]
        number = re.search(r"\d+", first["place"])
        slug = slugs.get(first["n"], page["opinion"]["slug"])
        return order[slug], first["place"].startswith("fn"), int(number[0]) if number else 0, first["place"]

    for passages in sorted(paragraphs.values(), key=place):
        first = passages[0]
        numbers = listed([str(passage["n"]) for passage in passages])
        supported = dict.fromkeys(n for passage in passages for n in passage["holdings"] if n in names)
        spans = sorted((p["start"], p["end"], p["n"]) for p in passages)
        yield {
            "title": f"Passage{'s' if len(passages) > 1 else ''} {numbers}, {first['place']}",
            "voice": listed(list(dict.fromkeys(p["voice_label"] for p in passages if p["voice_label"]))),
            "lines": quoted_lines(first["text"], spans, [(span[0], span[1]) for span in first.get("quoted", [])]),
            "several": len(passages) > 1,
            "brackets": any(after[0] <= before[1] for before, after in pairwise(spans)),
            "holdings": [{"number": n, "name": names[n]} for n in supported],
            "place": first["place"],
            "opinion": online(f"/opinions/{slugs.get(first['n'], page['opinion']['slug'])}/#{first['anchor']}"),
        }


def quoted_lines(
    text: str, spans: Iterable[tuple[int, int, int]], blocks: Iterable[tuple[int, int]] = ()
) -> list[dict[str, Any]]:
    """Cut a paragraph at its quoted words, spans [start, end) of passage n, and at its lines.

    A line is {"block", "pieces"}; `block` tells that it is a block quotation, words of another than the writer
    (INV-6). Its pieces are {"text", "quoted"} and, where the words of passage n begin and end, {"opens": n} and
    {"closes": n}.
    """
    kept, apart = list(spans), list(blocks)
    text = unbroken(text)
    lines, at = [], 0
    for line in text.split("\n"):
        end = at + len(line)
        edges = {at, end, *(edge for span in kept for edge in span[:2] if at <= edge <= end)}
        pieces: list[dict[str, Any]] = []
        cuts = sorted(edges)
        for place, stop in zip_longest(cuts, cuts[1:]):
            pieces += [{"closes": n} for start, shut, n in kept if shut == place and shut > start]
            pieces += [{"opens": n} for start, shut, n in kept if start == place and shut > start]
            if stop is not None:
                inside = any(start <= place and stop <= shut for start, shut, _ in kept)
                pieces.append({"text": text[place:stop], "quoted": inside})
        if pieces:
            lines.append({"block": any(start <= at and end <= shut for start, shut in apart), "pieces": pieces})
        at = end + 1
    return lines


def listed(words: list[str]) -> str:
    """Join words as a sentence lists them: "1", "1 and 2", "1, 2, and 3"."""
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"
