"""What texts made to hurt cost: each must be read or refused within five seconds on a machine left alone."""

from briefs import importers
from briefs.citations import find
from tests.bench.clock import table, timed

TEXTS = {
    "one sentence, over and over": "The same sentence again and again. " * 55_000,
    "one line of words": "word " * 390_000,
    "short lines": ("a" * 60 + "\n") * 32_000,
    "unclosed brackets": "The petition (" * 10_000,
    "section signs": "See § " * 100_000,
    "20,000 citations": "See Smith v. Jones, 883 F.2d 788, 791 (9th Cir. 1989). " * 20_000,
    "footnotes": "1 A note.\n____\n" * 30_000,
    "larger than any opinion": "word " * 500_000,
}


def hostile() -> None:
    """Import and cite each."""
    rows = []
    for name, text in TEXTS.items():
        content = text.encode()
        try:
            imported = importers.read("hostile.txt", content)
        except importers.Unreadable as refusal:
            rows.append((name, len(text), "refused", timed(lambda c=content: _refused(c)) / 1000, str(refusal)))
            continue
        spent = timed(lambda c=content: importers.read("hostile.txt", c)) / 1000
        found: list[object] = []
        spent += timed(lambda i=imported, f=found: f.extend(find(i.clean.text, i.clean.marks))) / 1000
        rows.append((name, len(text), "read", spent, f"{len(found)} citations"))
    table("Texts made to hurt", ("text", "characters", "answer", "seconds", ""), rows)


def _refused(content: bytes) -> None:
    try:
        importers.read("hostile.txt", content)
    except importers.Unreadable:
        return
