"""Woven text as HTML: the prose of briefs, and opinions. Every character of it goes through Django's escaping."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from briefs.exporters.page import Page, Rich
from briefs.reading.reader import Note, Place
from briefs.templatetags.points import covered, joined, masked, onward, point, sic, steps
from briefs.text.marks import Mark, from_rows
from briefs.text.spaces import bound
from briefs.text.weave import Block, Part, Run, weave

register = template.Library()
register.filter("covered", covered)

_NOT_TRUE = format_html('<span class="visually-hidden">{}</span>', "[this quotation cannot be published: ]")


@dataclass(slots=True)
class _Ways:
    """The ways on from full citations; in one text only the first of an authority has one."""

    held: Mapping[str, str]
    given: set[str] = field(default_factory=set)

    def onward(self, data: Mapping[str, Any]) -> str:
        """Give the small link that follows a citation, or nothing."""
        if data["slug"] in self.given:
            return ""
        way = onward(data, data.get("held") or self.held.get(data["slug"], ""))
        if way:
            self.given.add(data["slug"])
        return way


@register.simple_tag
def rich(prose: Rich | None, page: Page) -> str:
    """Give a brief's prose as paragraphs, lists and quotations; `page` says which authorities are held."""
    if not prose:
        return ""
    ways = _Ways({line["slug"]: line["held"] for line in page["authorities"] if line["held"]})
    blocks = weave(bound(prose["text"]), from_rows(prose["marks"]))
    pieces = []
    for shape, group in groupby(blocks, key=_shape):
        body = [_block(block, ways) for block in group]
        if shape is None:
            pieces += body
        else:
            items = joined(format_html("<li>{}</li>", item) for item in body)
            pieces.append(format_html("<ol>{}</ol>" if shape == "number" else "<ul>{}</ul>", items))
    return joined(pieces)


@register.simple_tag
def words(prose: Rich | None, page: Page) -> str:
    """Give a brief's prose as running words, for a heading or a line of a list; links stay out of it."""
    if not prose:
        return ""
    lines = (part.runs for block in weave(bound(prose["text"]), from_rows(prose["marks"])) for part in block.parts)
    return format_html_join(" ", "{}", ((joined(map(_styled, runs)),) for runs in lines))


@register.simple_tag
def passage(place: Place) -> str:
    """Give a block of an opinion: its running words and block quotations, without the frame around it."""
    words = joined(_part(part, _reader_words(part.runs)) for part in place.block.parts)
    return format_html('<div class="centred">{}</div>', words) if place.block.data.get("centred") else words


@register.simple_tag
def heading(place: Place) -> str:
    """Give a heading of an opinion at its depth under the page's own."""
    level = place.depth + 1
    return format_html('<h{} id="{}">{}</h{}>', level, place.anchor, plain(place), level)


@register.simple_tag
def plain(place: Place) -> str:
    """Give the words of a heading or of front matter line by line, with emphasis, calls and page marks."""
    return format_html_join("", '<span class="line">{}</span>', ((_reader_words(p.runs),) for p in place.block.parts))


def _shape(block: Block) -> str | None:
    return block.data.get("list", "bullet") if block.kind == "item" else None


def _block(block: Block, ways: _Ways) -> str:
    if block.kind == "item":
        return joined(_brief_words(part.runs, ways) for part in block.parts)
    pieces = []
    for part in block.parts:
        if part.quoted:
            pins = dict.fromkeys(_pin(mark) for run in part.runs for mark in run.marks if mark.kind == "pin")
            links = format_html_join(" ", '<a href="{}">{}</a>', pins)
            words = joined(map(_styled, part.runs))
            caption = format_html('<figcaption class="margin-note">{}</figcaption>', links) if pins else ""
            voices = {_voice(mark) for run in part.runs for mark in run.marks if mark.kind == "pin"}
            other = next(iter(voices)) if len(voices) == 1 else ""
            shape = '{}<figure class="pinned-words noted{}"><blockquote><p>{}</p></blockquote>{}</figure>'
            pieces.append(format_html(shape, _left_out("p", other), " other-voice" if other else "", words, caption))
        else:
            pieces.append(format_html("<p>{}</p>", _brief_words(part.runs, ways)))
    return _noted(joined(pieces), block)


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


def _brief_words(runs: Iterable[Run], ways: _Ways) -> str:
    """Set running words of a brief: citations lead to their authority, quoted words to where they stand."""
    return joined(_linked(list(group), link, ways) for link, group in groupby(runs, key=_link))


def _reader_words(runs: Iterable[Run]) -> str:
    """Set running words of an opinion: what a brief quotes is marked, and citations lead to their authority."""
    pieces = []
    for notes, group in groupby(runs, key=_notes):
        inner = joined(_found_in(list(within), link) for link, within in groupby(group, key=_link))
        ids = " ".join(note.id for note in notes)
        side = "pin pin-apart" if any(note.is_separate for note in notes) else "pin"
        shape = '<mark class="{}" aria-describedby="{}">{}</mark>'
        pieces.append(format_html(shape, side, ids, inner) if notes else inner)
    return joined(pieces)


def _found_in(runs: list[Run], link: Mark | None) -> str:
    """Set runs under one link; after words that were looked for come the ways to the places before and after."""
    ways = [[steps(mark) for mark in run.marks if mark.kind == "found" and _ends(run, mark)] for run in runs]
    if link is None:
        return joined(joined([_styled(run), *after]) for run, after in zip(runs, ways, strict=True))
    return joined([_linked(runs, link, _Ways({})), *(one for after in ways for one in after)])


def _ends(run: Run, mark: Mark) -> bool:
    return bool(run.text) and run.start + len(run.text) == mark.end


def _notes(run: Run) -> tuple[Note, ...]:
    if run.mark("notes"):  # what stands in the margin is not itself quoted
        return ()
    return tuple(mark.data["note"] for mark in run.marks if mark.kind == "pin" and "note" in mark.data)


def _link(run: Run) -> Mark | None:
    """Give what a run links to; a point (a call, a page) is never inside another link."""
    if not run.text:
        return None
    return run.mark("cite") or next((mark for mark in run.marks if mark.kind == "pin" and "anchor" in mark.data), None)


def _linked(runs: list[Run], link: Mark | None, ways: _Ways) -> str:
    words = joined(map(_styled, runs))
    if link is None:
        return words
    if link.kind == "pin":
        href, place = _pin(link)
        shape = '<a class="proved{}" href="{}" title="{}">{}</a>{}'
        voice = _voice(link)
        told = f"{place}: {voice[:1].lower()}{voice[1:]}" if voice else place
        return format_html(shape, " other-voice" if voice else "", href, told, words, _left_out("span", voice))
    href = reverse("authority", args=[link.data["slug"]])
    inside = format_html('<a class="cite" href="{}">{}</a>', href, words)
    ends = runs[-1].start + len(runs[-1].text) == link.end
    if not ends:
        return inside
    thus = sic(link.data["sic"]) if link.data.get("sic") else ""
    return format_html("{}{}{}", inside, thus, ways.onward(link.data))


def _voice(mark: Mark) -> str:
    """Give whose words a pin marks, "" for the court's own (INV-6)."""
    return mark.data.get("voice_label", "")


def _left_out(element: str, voice: str) -> str:
    """Give what stands in the place of other voices' words where only the court is read; a style shows one of both."""
    if not voice:
        return ""
    shape = '<{} class="voice-left-out">[words of {}]</{}>'
    return format_html(shape, element, voice[:1].lower() + voice[1:], element)


def _pin(mark: Mark) -> tuple[str, str]:
    return f"{reverse('opinion', args=[mark.data['opinion']])}#{mark.data['anchor']}", mark.data["place"]


def _styled(run: Run) -> str:
    """Set one run: a point as what it is, words with their emphasis."""
    if not run.text:
        return point(run.marks[-1])
    if run.mark("masked"):
        return masked(run.text)
    words = format_html("{}", run.text)
    if run.mark("found"):
        words = format_html('<mark class="found">{}</mark>', words)
    false = run.mark("false")
    if false:  # only previews have it: a quotation that could not be published
        said = _NOT_TRUE if run.start == false.start else ""
        words = format_html('<mark class="unproved">{}{}</mark>', said, words)
    if run.mark("emphasis"):
        words = format_html("<em>{}</em>", words)
    return format_html("<strong>{}</strong>", words) if run.mark("strong") else words
