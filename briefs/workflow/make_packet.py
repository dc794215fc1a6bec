"""Put published briefs together in one file: long work, done by the worker."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.utils.text import slugify

from briefs.exporters.packets.choosing import MOST, STYLES, Choice, choose
from briefs.exporters.packets.paper import paper
from briefs.exporters.packets.word import word
from briefs.exporters.page import Page
from briefs.models import Edition
from briefs.text.identifiers import mask
from briefs.workflow.long_work import Progress, Result
from briefs.workflow.refusal import Refused

FORMATS = (("pdf", "PDF", "application/pdf", paper), ("docx", "Word", "application/vnd.openxmlformats-officedocument"
           ".wordprocessingml.document", word))  # fmt: skip


def packet_of(wanted: dict[str, Any]) -> dict[str, Any]:
    """Give the arguments of the work, checked: title, editions, style, ticks, format. Raises Refused with sentences."""
    reasons = []
    if not wanted["editions"]:
        reasons.append("Tick at least one brief.")
    if len(wanted["editions"]) > MOST:
        reasons.append(f"These are {len(wanted['editions'])} briefs. At most {MOST} go into one packet.")
    if wanted["style"] not in [name for name, *_ in STYLES]:
        reasons.append("Choose one of the styles.")
    if wanted["format"] not in [name for name, *_ in FORMATS]:
        reasons.append("Choose PDF or Word.")
    if not reasons and not _choice(wanted)[0]:
        reasons += ["Nothing would be left in this packet.", *_choice(wanted)[1]]
    if reasons:
        raise Refused(*reasons)
    # A title stands on the cover, in the file's properties and in the list of work (INV-12).
    return wanted | {"title": mask(wanted["title"].strip())[:120] or "Packet of briefs"}


def make_packet(arguments: dict[str, Any], *, by: Any, progress: Progress) -> Result:
    """Make the packet; of published editions only, and of those that have not been withdrawn since it was asked for."""
    taken, told = _choice(arguments)
    if not taken:
        raise Refused("Nothing is left in this packet.", *told)
    choice = _ticked(arguments)
    _, _, mime, make = next(row for row in FORMATS if row[0] == arguments["format"])
    content = make(taken, choice, told, site_url=settings.SITE_URL, progress=progress)
    says = f"The packet has {len(taken)} brief{'s' if len(taken) > 1 else ''}."
    report = [[sentence] for sentence in told]
    name = f"{slugify(choice.title) or 'packet'}.{arguments['format']}"
    return Result(says, report, name, mime, content)


def _choice(arguments: dict[str, Any]) -> tuple[list[Page], list[str]]:
    return choose(_pages(arguments["editions"]), _ticked(arguments))


def _ticked(arguments: dict[str, Any]) -> Choice:
    ticks = {name: bool(arguments[name]) for name in ("separate", "unpublished")}
    return Choice(arguments["title"], arguments["style"], **ticks)


def _pages(numbers: Sequence[int]) -> Iterator[Page]:
    """Give the pages in the order asked for; what was withdrawn meanwhile is not there."""
    found = dict(Edition.objects.current().filter(pk__in=numbers).values_list("pk", "page"))
    yield from (found[number] for number in dict.fromkeys(numbers) if number in found)
