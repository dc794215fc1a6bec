"""Files kept once they are made: an edition never changes, so neither does its file, until this code does."""

import hashlib
import logging
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.core.cache import caches

from briefs.exporters import PAPER, Exporter
from briefs.exporters.page import File
from briefs.models import Edition

log = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[2]
# What the bytes of a file depend on beside the edition: this shelf, the weaving under it, the look, the libraries.
SOURCES = ("briefs/exporters/**/*.py", "briefs/text/*.py", "briefs/citations/styles.py", "templates/typst/*",
           "templates/word/*", "requirements.txt")  # fmt: skip


class Offer(NamedTuple):
    """A format in the menu; `size` in bytes is None for a file that nobody has asked for yet."""

    slug: str
    label: str
    about: str
    size: int | None


def file_of(edition: Edition, exporter: Exporter) -> File:
    """Give an edition's file, from the cache where it was made before."""
    name = etag(edition, exporter)
    file = _kept(name)
    if file is None:
        file = exporter.export(edition.page, site_url=settings.SITE_URL)
        _keep(name, file)
        _keep(f"{name}-size", len(file.content))
    return file


def offers(edition: Edition, exporters: tuple[Exporter, ...]) -> list[Offer]:
    """Give formats with the size of their file: that of a text is measured, that of paper known once it was made."""
    told = []
    for one in exporters:
        size = _kept(f"{etag(edition, one)}-size")
        if size is None and one not in PAPER:
            size = len(file_of(edition, one).content)
        told.append(Offer(one.slug, one.label, one.about, size))
    return told


def etag(edition: Edition, exporter: Exporter) -> str:
    """Name a file's bytes: the edition, when it was published, the format, and the code that makes it."""
    return f"{edition.pk}-{edition.published_at:%Y%m%d%H%M%S%f}-{exporter.slug}-{fingerprint()}"


def _kept(name: str) -> Any:
    """Give what was kept, or None; a folder that cannot be read has nothing."""
    try:
        return caches["exports"].get(name)
    except OSError:
        return None


def _keep(name: str, value: object) -> None:
    """Keep a value where that can be done; where the disk is full or closed it is made anew the next time."""
    try:
        caches["exports"].set(name, value, timeout=None)
    except OSError as why:
        log.warning("A file could not be kept: %s", why.strerror)


@cache
def fingerprint() -> str:
    """Give a short hash of everything but the edition that a file's bytes depend on."""
    told = hashlib.sha256(settings.SITE_URL.encode())
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            told.update(path.read_bytes())
    return told.hexdigest()[:12]
