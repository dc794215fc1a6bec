"""Read a file within the limits of the settings: formats of other programs in a process of their own."""

from django.conf import settings

from briefs import importers
from briefs.importers import Imported
from briefs.models import Source


def read(name: str, content: bytes) -> Imported:
    """Read an opinion; raises importers.Unreadable with a sentence for the person who brought the file."""
    return importers.read_apart(
        name,
        content,
        limit=settings.MAX_UPLOAD_BYTES,
        seconds=settings.IMPORT_SECONDS,
        megabytes=settings.IMPORT_MEGABYTES,
    )


def read_source(source: Source) -> Imported:
    """Read a kept file, once for each row in hand; raises importers.Unreadable."""
    known: Imported | None = getattr(source, "imported", None)
    if known is None:
        known = read(source.name, bytes(source.content))
        source.imported = known  # type: ignore[attr-defined]
    return known
