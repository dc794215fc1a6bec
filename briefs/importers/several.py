"""Several opinions given one by one, as records keep them, set together as one import with its writings."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefs.importers.details import completed
from briefs.importers.imported import Detail, Imported, Writing, checked_details
from briefs.text.pieces import joined


@dataclass(frozen=True, slots=True)
class Typed:
    """One opinion with what its record says of it; None where it says nothing."""

    imported: Imported
    kind: str | None
    author: str | None
    said: str = ""  # the record's own words for its kind


def together(opinions: Sequence[Typed], record: Sequence[Detail]) -> Imported:
    """Set opinions together in the order given; details are those of the first, filled in from the record.

    Where the record tells what a writing is, that holds, unless the record only calls it combined and the text
    tells more writings apart.
    """
    first = opinions[0].imported
    texts = [(one.imported.raw, one.imported.clean) for one in opinions]
    raw, clean = joined(texts) if len(texts) > 1 else (first.raw, first.clean)
    found: list[Writing] = []
    at = 0
    for one in opinions:
        for writing in one.imported.writings:
            kind, author = writing.kind, writing.author
            if len(one.imported.writings) == 1:
                kind, author = (one.kind or kind), (author or one.author)
            found.append(Writing(kind, author, writing.start + at, writing.end + at, writing.words or one.said))
        at += len(one.imported.clean.text) + 2
    told = opinions[0]
    details = list(record)
    if told.kind:
        details.append(Detail("opinion_kind", told.kind, told.said, "record"))
    if told.author:
        details.append(Detail("author", told.author, told.author, "record"))
    note = " ".join(dict.fromkeys(one.imported.note for one in opinions if one.imported.note))
    settled = checked_details(completed(first.details, details))
    return Imported(raw, clean, settled, note, tuple(found))
