"""Take an uploaded file in, untouched, once it proves to be a readable opinion."""

import hashlib
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from briefs.access import may_import
from briefs.models import Source
from briefs.text.identifiers import mask
from briefs.workflow.read import read


@transaction.atomic
def receive(name: str, content: bytes, *, by: Any, url: str = "") -> Source:
    """Keep a file as a Source; the same bytes twice give the same Source.

    Raises importers.Unreadable with a sentence when the file is no opinion that can be read, and
    PermissionDenied; then nothing is kept.
    """
    if not may_import(by):
        raise PermissionDenied("Only members of the clinic import opinions.")
    held = Source.objects.holding(content).first()
    if held:
        return held
    imported = read(name, content)
    # A file may be named for a person's number (INV-12), and two people may bring the same bytes at once.
    kept = {"name": mask(name)[:255], "content": content, "size": len(content), "url": url, "received_by": by}
    source = Source.objects.get_or_create(sha256=hashlib.sha256(content).hexdigest(), defaults=kept)[0]
    source.imported = imported  # type: ignore[attr-defined]  # read once, for whoever goes on with it
    return source
