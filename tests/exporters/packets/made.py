"""The packet the tests of packets read: a court's opinion and a dissent, as a person would choose them."""

import io
from functools import cache
from typing import Any

import docx

from briefs.exporters.packets.choosing import BLUEBOOK, Choice
from briefs.exporters.packets.word import word
from briefs.exporters.page import Page
from tests.exporters import pages, samples

FILED = Choice("Neutrality", BLUEBOOK, separate=True, unpublished=True)


def quietly(done: int, total: int) -> None:
    """Tell nobody."""


def both() -> list[Page]:
    return [samples.balachova(), samples.kaptsov()]


@cache
def document(style: str) -> Any:
    choice = Choice("Neutrality", style, separate=True, unpublished=True)
    return docx.Document(io.BytesIO(word(both(), choice, ["One is left out."], site_url=pages.SITE, progress=quietly)))
