"""Take an uploaded file in, untouched, once it proves to be a readable opinion."""

import hashlib
from typing import Any

from django.db import transaction
from django.utils import timezone

from briefs.access import must
from briefs.models import Source
from briefs.text.identifiers import mask
from briefs.workflow.read import read


@transaction.atomic
def receive(name: str, content: bytes, *, by: Any, url: str = "") -> Source:
    """Keep a file as a Source; the same bytes twice give the same Source.

    Raises importers.Unreadable with a sentence when the file is no opinion that can be read, and
    PermissionDenied; then nothing is kept.
    """
    must(by, "import")
    held = Source.objects.holding(content).first()
    if held:
        return held
    new = received_anew(name, content, by=by, url=url)
    # Two people may bring the same bytes at once.
    kept = {"name": new.name, "content": content, "size": new.size, "url": url, "received_by": by}
    source = Source.objects.get_or_create(sha256=new.sha256, defaults=kept)[0]
    source.imported = new.imported  # type: ignore[attr-defined]
    return source


def received_anew(name: str, content: bytes, *, by: Any, url: str = "") -> Source:
    """Give the Source, unsaved, of a file that is not here; raises importers.Unreadable."""
    imported = read(name, content)
    digest = hashlib.sha256(content).hexdigest()
    # A file may be named for a person's number (INV-12).
    source = Source(name=mask(name)[:255], content=content, sha256=digest, size=len(content), url=url, received_by=by)
    source.imported = imported  # type: ignore[attr-defined]  # read once, for whoever goes on with it
    return source


def look_at(source: Source) -> None:
    """Note when somebody looked at a waiting file for the first time."""
    Source.objects.filter(pk=source.pk, previewed_at=None).update(previewed_at=timezone.now())
