"""What stands at one point of a woven text, or after words: calls, page numbers, margin notes, ways onward."""

import re
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join

from briefs.reading.reader import Note
from briefs.text.identifiers import COVER
from briefs.text.marks import Mark

_COVERED = re.compile(rf"({COVER}(?:[{COVER}\s#.‑–-]*{COVER})?)")


def joined(pieces: Iterable[str], between: str = "") -> str:
    """Put pieces together that are escaped already."""
    return format_html_join(between, "{}", ((piece,) for piece in pieces))


def covered(text: str) -> str:
    """Give plain words in which a masked number is announced as left out."""
    pieces = _COVERED.split(text)
    return joined(masked(piece) if at % 2 else format_html("{}", piece) for at, piece in enumerate(pieces))


def steps(mark: Mark) -> str:
    """Give the ways on from a place found: shown only where the address or the reader stands, and links either way."""
    n, of = mark.data["n"], mark.data["of"]
    before = '<a href="#found-{}"><span aria-hidden="true">‹</span><span class="visually-hidden">Previous</span></a> '
    after = ' <a href="#found-{}"><span aria-hidden="true">›</span><span class="visually-hidden">Next</span></a>'
    return format_html(
        '<span class="found-place" id="found-{}" tabindex="-1"><span class="found-steps">{}{} of {}{}</span></span>',
        n,
        format_html(before, n - 1) if n > 1 else "",
        n,
        of,
        format_html(after, n + 1) if n < of else "",
    )


def sic(why: str) -> str:
    """Say that the opinion prints it so, and why it cannot be right (INV-14)."""
    return format_html(
        '<span class="sic" title="{}"> [<i>sic</i><span class="visually-hidden">: {}</span>]</span>', why, why
    )


def onward(data: Any, held: str) -> str:
    """Give the small link after a full citation: to the held opinion, at the cited page if printed there; else out."""
    if data["form"] != "full" or not (held or data["url"]):
        return ""
    if held:
        page = f"#page-{data['page']}" if data.get("page") else ""
        shape = '<a class="outside" href="{}{}" aria-label="{} in this library">→</a>'
        return format_html(shape, reverse("opinion", args=[held]), page, data["label"])
    shape = '<a class="outside" href="{}" aria-label="{} at {}">↗</a>'
    return format_html(shape, data["url"], data["label"], data["host"])


def note_link(note: Note) -> str:
    """Link what stands in the margin to the proposition that quotes the words."""
    shape = '<a class="{}" href="{}#{}">{}<span class="visually-hidden"> of the brief on {}: </span></a>'
    side = "apart" if note.is_separate else "court"
    return format_html(shape, side, reverse("brief", args=[note.slug]), note.anchor, note.label, note.brief)


def masked(text: str) -> str:
    """Give a covered number, announced as left out (INV-12)."""
    return format_html(
        '<span class="masked"><span aria-hidden="true">{}</span>'
        '<span class="visually-hidden">A-number omitted</span></span>',
        text,
    )


def point(mark: Mark) -> str:
    """Set a point of the text as what it is: a call, a note in the margin, the number of a page."""
    if mark.kind == "call":
        number = mark.data["number"]
        if not mark.data.get("to"):
            return format_html('<sup class="call">{}</sup>', number)
        named = format_html(' id="{}"', mark.data["id"]) if mark.data["id"] else ""
        shape = '<sup class="call"><a{} href="#{}"><span class="visually-hidden">footnote </span>{}</a></sup>'
        return format_html(shape, named, mark.data["to"], number)
    if mark.kind == "notes":
        return format_html('<span class="line-note">{}</span>', joined(map(note_link, mark.data["notes"]), " "))
    if mark.kind == "page":
        label, printed = mark.data["label"], mark.data.get("known") == "printed"
        return format_html(
            '<span class="page-mark"{} title="{}"><span class="visually-hidden">{}</span>'
            '<span aria-hidden="true">{}</span></span>',
            format_html(' id="{}"', mark.data["id"]) if mark.data.get("id") else "",
            f"Page {label}" if printed else f"Page {label}, inferred: the source does not print this number",
            f"[page {label}] " if printed else f"[page {label}, inferred] ",
            label if printed else f"[{label}]",
        )
    return ""
