"""A Rich text cut for paper: blocks of parts of runs as plain data, with citations grouped and pins in words."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import Any

from briefs.exporters.page import Rich
from briefs.text.marks import Mark, from_rows
from briefs.text.spaces import bound
from briefs.text.weave import Part, Run, weave

Online = Callable[[str], dict[str, str] | None]  # a path of the site -> its link and its address as printed
Passages = Mapping[tuple[str, str], int]  # (anchor, place) of a paragraph -> its number in the appendix

# Never part of the words, and no font has a sign for them: controls, bidirectional overrides, broken code points.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
# A case name never parts at its "v." (some captions write "-v-"), nor a day from its month.
_VERSUS = re.compile(r" (?P<sign>vs?\.|-v-) (?=\S)")
_MONTHS = (
    "January February March April May June July August September October November December "
    "Jan. Feb. Mar. Apr. Aug. Sep. Sept. Oct. Nov. Dec."
).split()
_DAY = re.compile(r" (?=\d)(?:" + "|".join(rf"(?<=\b{re.escape(month)} )" for month in _MONTHS) + ")")
# A range of pages, sections or paragraphs stands after a comma, "at" or a sign, or between a title and a parenthesis;
# "No. 109-13" and "07-2279" are none.
_RANGE = re.compile(
    r"((?:, |\bat[ \u00a0]|[§¶][ \u00a0]|[a-z] (?=\d+-\d+ \())[1-9]\d*)-(\d+)(?![\d-])",
)
LONGEST = 100  # pages: a pin ranges over fewer
_CLOSING = "\"'”’»)"
_NEAR = 160  # characters: two quotations this close from one paragraph share one pin
_BOUND_ALREADY = frozenset(("href", "runs", "pieces"))
_TARGET = "place"  # the kind of the mark that carries a pin's words and link


def has_words(text: str) -> bool:
    """Tell whether anything of a text shows on paper; a heading or a title must."""
    return any(sign.isprintable() and not sign.isspace() for sign in _UNPRINTABLE.sub("", text))


def printable(value: Any) -> Any:
    """Give the same plain data with every string fit to be set: nothing unprintable, single spaces."""
    if isinstance(value, str):
        if "  " not in value and value.replace("\u00a0", " ").isprintable():  # most are
            return value
        return re.sub("[ \t\r\n]+", " ", _UNPRINTABLE.sub("", value))
    if isinstance(value, dict):
        return {key: printable(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [printable(inner) for inner in value]
    return value


def unbroken(value: Any) -> Any:
    """Give the same plain data with the spaces bound that may not break a line.

    Addresses (`href`) are left alone, and what was bound as a whole before it was cut (`runs`, `pieces`) is bound.
    """
    if isinstance(value, str):
        if " " not in value:
            return value
        return _DAY.sub("\u00a0", _VERSUS.sub("\u00a0\\g<sign>\u00a0", bound(value)))
    if isinstance(value, dict):
        return {key: inner if key in _BOUND_ALREADY else unbroken(inner) for key, inner in value.items()}
    return [unbroken(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def ranged(citation: str) -> str:
    """Write the ranges of a citation with an en dash ("1451–52", Bluebook 3.2); the length stays the same."""

    def dashed(found: re.Match[str]) -> str:
        first, last = re.split(r"\D", found[1])[-1], found[2]
        whole = len(last) > len(first)  # 99-102 is a range; 24-777 is the number of a docket
        return found[0] if whole and int(last) - int(first) >= LONGEST else f"{found[1]}–{last}"

    return _RANGE.sub(dashed, citation)


def web(url: str) -> str:
    """Give the address if it leads to the web, else ""; nothing else may become a link."""
    return url if url.startswith(("https://", "http://")) else ""


def shown(url: str) -> str:
    """Give a web address as it is printed."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").removesuffix("/")


def blocks(rich: Rich | None, passages: Passages, site: str) -> list[dict[str, Any]]:
    """Cut a text into {"kind": "paragraph", "parts"} and {"kind": "list", "ordered", "start", "items": [parts]}.

    A part is {"quoted", "runs"}; a run is {"text", "emphasis", "strong"}, a citation {"cite": slug, "href", "runs"},
    or a pin {"text": "para. 3", "passage": n or None, "href"}, set after the quotation it proves.
    """
    if rich is None:
        return []
    plain = from_rows(rich["marks"])
    text = unbroken(_with_ranges(rich["text"], plain))
    marks = _with_places(text, plain)
    woven: list[dict[str, Any]] = []
    for block in weave(text, marks):
        parts = [_part(part, passages, site) for part in block.parts]
        if block.kind != "item":
            woven.append({"kind": "paragraph", "parts": parts})
            continue
        number = block.data.get("n") or 1 if block.data.get("list") == "number" else None
        if not (woven and woven[-1]["kind"] == "list" and _goes_on(woven[-1], number)):
            woven.append({"kind": "list", "ordered": number is not None, "start": number or 1, "items": []})
        woven[-1]["items"].append(parts)
    return woven


def _goes_on(list_: dict[str, Any], number: int | None) -> bool:
    """Tell whether an item of this number (None: a bullet) is the next of the list."""
    if number is None or not list_["ordered"]:
        return number is None and not list_["ordered"]
    return bool(number == list_["start"] + len(list_["items"]))


def _with_ranges(text: str, marks: Sequence[Mark]) -> str:
    """Set the ranges of the brief's own citations; quoted words stay as they are."""
    verbatim = [mark for mark in marks if mark.kind in ("blockquote", "pin")]
    for mark in marks:
        if mark.kind == "cite" and not any(said.start < mark.end and mark.start < said.end for said in verbatim):
            text = text[: mark.start] + ranged(text[mark.start : mark.end]) + text[mark.end :]
    return text


def _with_places(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """Turn each pin over quoted words into its place, put after the closing quotation mark.

    Where the author has already written the place there, that becomes the link; of several quotations from one
    paragraph close together only the last is followed by it.
    """
    kept = [mark for mark in marks if mark.kind != "pin"]
    pins = sorted((mark for mark in marks if mark.kind == "pin"), key=lambda mark: (mark.start, mark.end))
    for pin, after in zip_longest(pins, pins[1:]):
        between = text[pin.end : after.start] if after else ""
        if after and len(between) < _NEAR and "\n" not in between and _same(pin, after):
            continue
        end = pin.end
        while end < len(text) and text[end] in _CLOSING and text[end - 1] != "\n":
            end += 1
        place = bound(pin.data["place"])
        written = text.find(place, end, end + len(place) + 12)
        span = (written, written + len(place)) if written >= 0 else (end, end)
        kept.append(Mark(*span, _TARGET, {**pin.data, "place": place}))
    return kept


def _same(one: Mark, other: Mark) -> bool:
    return all(one.data.get(key) == other.data.get(key) for key in ("opinion", "anchor", "place"))


def _part(part: Part, passages: Passages, site: str) -> dict[str, Any]:
    runs: list[dict[str, Any]] = []
    for link, group in groupby(part.runs, key=_link):
        words = [_words(run) for run in group if run.text]
        if link is None:
            runs += words
        elif link.kind == _TARGET:
            place = "".join(word["text"] for word in words) or f"[{link.data['place']}]"
            number = passages.get((link.data.get("anchor", ""), link.data["place"].replace("\u00a0", " ")))
            href = web(f"{site}/opinions/{link.data['opinion']}/#{link.data['anchor']}")
            runs.append({"text": place, "passage": number, "href": href, "added": not words})
        elif words:
            own = web(link.data.get("url") or "") or web(f"{site}/authorities/{link.data['slug']}/")
            runs.append({"cite": link.data["slug"], "href": own, "runs": words})
    return {"quoted": part.quoted, "runs": runs}


def _link(run: Run) -> Mark | None:
    return run.mark(_TARGET) or run.mark("cite")


def _words(run: Run) -> dict[str, Any]:
    return {
        "text": run.text,
        "emphasis": run.mark("emphasis") is not None,
        "strong": run.mark("strong") is not None,
    }
