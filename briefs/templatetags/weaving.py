"""Woven text as HTML: the prose of briefs, and opinions. Every character of it goes through Django's escaping."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from briefs.exporters.page import Page, Rich
from briefs.reading.reader import Note, Place
from briefs.text.identifiers import COVER
from briefs.text.marks import Mark, from_rows
from briefs.text.spaces import bound
from briefs.text.weave import Block, Part, Run, weave

register = template.Library()

_COVERED = re.compile(rf"({COVER}(?:[{COVER}\s#.‑–-]*{COVER})?)")


@register.simple_tag
def rich(prose: Rich | None, page: Page) -> str:
    """Give a brief's prose as paragraphs, lists and quotations; `page` says which authorities are held."""
    if not prose:
        return ""
    held = {line["slug"]: line["held"] for line in page["authorities"] if line["held"]}
    blocks = weave(bound(prose["text"]), from_rows(prose["marks"]))
    pieces = []
    for shape, group in groupby(blocks, key=_shape):
        body = [_block(block, held) for block in group]
        if shape is None:
            pieces += body
        else:
            items = _joined(format_html("<li>{}</li>", item) for item in body)
            pieces.append(format_html("<ol>{}</ol>" if shape == "number" else "<ul>{}</ul>", items))
    return _joined(pieces)


@register.simple_tag
def words(prose: Rich | None, page: Page) -> str:
    """Give a brief's prose as running words, for a heading or a line of a list; links stay out of it."""
    if not prose:
        return ""
    lines = (part.runs for block in weave(bound(prose["text"]), from_rows(prose["marks"])) for part in block.parts)
    return format_html_join(" ", "{}", ((_joined(map(_styled, runs)),) for runs in lines))


@register.simple_tag
def passage(place: Place) -> str:
    """Give a block of an opinion: its running words and block quotations, without the frame around it."""
    return _joined(_part(part, _reader_words(part.runs)) for part in place.block.parts)


@register.simple_tag
def heading(place: Place) -> str:
    """Give a heading of an opinion at its depth under the page's own."""
    level = place.depth + 1
    return format_html('<h{} id="{}">{}</h{}>', level, place.anchor, plain(place), level)


@register.filter
def covered(text: str) -> str:
    """Give plain words in which a masked number is announced as left out."""
    pieces = _COVERED.split(text)
    return _joined(_masked(piece) if at % 2 else format_html("{}", piece) for at, piece in enumerate(pieces))


@register.simple_tag
def plain(place: Place) -> str:
    """Give the words of a heading or of front matter line by line, with emphasis, calls and page marks."""
    return format_html_join(
        "", '<span class="line">{}</span>', _single(_reader_words(p.runs) for p in place.block.parts)
    )


def _shape(block: Block) -> str | None:
    return block.data.get("list", "bullet") if block.kind == "item" else None


def _block(block: Block, held: Mapping[str, str]) -> str:
    if block.kind == "item":
        return _joined(_brief_words(part.runs, held) for part in block.parts)
    pieces = []
    for part in block.parts:
        if part.quoted:
            pins = dict.fromkeys(_pin(mark) for run in part.runs for mark in run.marks if mark.kind == "pin")
            links = format_html_join(" ", '<a href="{}">{}</a>', pins)
            words = _joined(map(_styled, part.runs))
            caption = format_html('<figcaption class="margin-note">{}</figcaption>', links) if pins else ""
            shape = '<figure class="pinned-words noted"><blockquote><p>{}</p></blockquote>{}</figure>'
            pieces.append(format_html(shape, words, caption))
        else:
            pieces.append(format_html("<p>{}</p>", _brief_words(part.runs, held)))
    return _noted(_joined(pieces), block)


def _noted(body: str, block: Block) -> str:
    """Put a margin note beside a paragraph that quotes: where the words stand."""
    running = (run for part in block.parts if not part.quoted for run in part.runs)
    places = dict.fromkeys(_pin(mark) for run in running for mark in run.marks if mark.kind == "pin")
    if not places:
        return body
    links = format_html_join(", ", '<a href="{}">{}</a>', places)
    note = format_html('<p class="margin-note"><span class="note-lead">Quoted from</span> {}</p>', links)
    return format_html('<div class="noted">{}{}</div>', body, note)


def _part(part: Part, words: str) -> str:
    return format_html("<blockquote><p>{}</p></blockquote>" if part.quoted else "<p>{}</p>", words)


def _brief_words(runs: Iterable[Run], held: Mapping[str, str]) -> str:
    """Set running words of a brief: citations lead to their authority, quoted words to where they stand."""
    return _joined(_linked(list(group), link, held) for link, group in groupby(runs, key=_link))


def _reader_words(runs: Iterable[Run]) -> str:
    """Set running words of an opinion: what a brief quotes is marked, and citations lead to their authority."""
    pieces = []
    for notes, group in groupby(runs, key=_notes):
        inner = _joined(_linked(list(within), link, {}) for link, within in groupby(group, key=_link))
        ids = " ".join(note.id for note in notes)
        side = "pin pin-apart" if any(note.is_separate for note in notes) else "pin"
        shape = '<mark class="{}" aria-describedby="{}">{}</mark>'
        pieces.append(format_html(shape, side, ids, inner) if notes else inner)
    return _joined(pieces)


def _notes(run: Run) -> tuple[Note, ...]:
    if run.mark("notes"):  # what stands in the margin is not itself quoted
        return ()
    return tuple(mark.data["note"] for mark in run.marks if mark.kind == "pin" and "note" in mark.data)


def _link(run: Run) -> Mark | None:
    """Give what a run links to; a point (a call, a page) is never inside another link."""
    if not run.text:
        return None
    return run.mark("cite") or next((mark for mark in run.marks if mark.kind == "pin" and "anchor" in mark.data), None)


def _linked(runs: list[Run], link: Mark | None, held: Mapping[str, str]) -> str:
    words = _joined(map(_styled, runs))
    if link is None:
        return words
    if link.kind == "pin":
        href, place = _pin(link)
        return format_html('<a class="proved" href="{}" title="{}">{}</a>', href, place, words)
    href = reverse("authority", args=[link.data["slug"]])
    inside = format_html('<a class="cite" href="{}">{}</a>', href, words)
    ends = runs[-1].start + len(runs[-1].text) == link.end
    if not ends:
        return inside
    sic = _sic(link.data["sic"]) if link.data.get("sic") else ""
    return format_html(
        "{}{}{}", inside, sic, _onward(link.data, link.data.get("held") or held.get(link.data["slug"], ""))
    )


def _sic(why: str) -> str:
    """Say that the opinion prints it so, and why it cannot be right (INV-14)."""
    return format_html(
        '<span class="sic" title="{}"> [<i>sic</i><span class="visually-hidden">: {}</span>]</span>', why, why
    )


def _onward(data: Any, held: str) -> str:
    """Give the small link after a full citation: to the held opinion, at the cited page if printed there; else out."""
    if data["form"] != "full" or not (held or data["url"]):
        return ""
    if held:
        page = f"#page-{data['page']}" if data.get("page") else ""
        return format_html(
            '<a class="outside" href="{}{}" title="Read it here"><span aria-hidden="true">→</span>'
            '<span class="visually-hidden">{} in this library</span></a>',
            reverse("opinion", args=[held]),
            page,
            data["label"],
        )
    return format_html(
        '<a class="outside" href="{}" rel="noopener" title="{}"><span aria-hidden="true">↗</span>'
        '<span class="visually-hidden">{} at {}</span></a>',
        data["url"],
        f"At {data['host']}",
        data["label"],
        data["host"],
    )


def _pin(mark: Mark) -> tuple[str, str]:
    return f"{reverse('opinion', args=[mark.data['opinion']])}#{mark.data['anchor']}", mark.data["place"]


def _styled(run: Run) -> str:
    """Set one run: a point as what it is, words with their emphasis."""
    if not run.text:
        return _point(run.marks[-1])
    if run.mark("masked"):
        return _masked(run.text)
    words = format_html("{}", run.text)
    if run.mark("emphasis"):
        words = format_html("<em>{}</em>", words)
    return format_html("<strong>{}</strong>", words) if run.mark("strong") else words


def _note(note: Note) -> str:
    shape = '<a class="{}" href="{}#{}">{}<span class="visually-hidden"> of the brief on {}: </span></a>'
    side = "apart" if note.is_separate else "court"
    return format_html(shape, side, reverse("brief", args=[note.slug]), note.anchor, note.label, note.brief)


def _masked(text: str) -> str:
    return format_html(
        '<span class="masked"><span aria-hidden="true">{}</span>'
        '<span class="visually-hidden">A-number omitted</span></span>',
        text,
    )


def _point(mark: Mark) -> str:
    if mark.kind == "call":
        number = mark.data["number"]
        if not mark.data.get("to"):
            return format_html('<sup class="call">{}</sup>', number)
        named = format_html(' id="{}"', mark.data["id"]) if mark.data["id"] else ""
        return format_html(
            '<sup class="call"><a{} href="#{}"><span class="visually-hidden">footnote </span>{}</a></sup>',
            named,
            mark.data["to"],
            number,
        )
    if mark.kind == "notes":
        return format_html(
            '<span class="line-note">{}</span>', format_html_join(" ", "{}", _single(map(_note, mark.data["notes"])))
        )
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


def _joined(pieces: Iterable[str]) -> str:
    return format_html_join("", "{}", _single(pieces))


def _single(pieces: Iterable[str]) -> Iterator[tuple[str]]:
    for piece in pieces:
        yield (piece,)
