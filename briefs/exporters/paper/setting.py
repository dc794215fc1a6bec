"""Typst at work: a template and its data in, a PDF out, with no more memory held than one of them needs."""

from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

TEMPLATES = Path(__file__).resolve().parents[3] / "templates" / "typst"
# Each attempt: may the machine's own fonts be used, and which standard must the file keep.
ATTEMPTS: tuple[tuple[bool, list[Any]], ...] = ((False, ["ua-1"]), (True, ["ua-1"]), (True, []))
_AGED = 5  # compilations; Typst forgets what ten have not used, so that two briefs at most are remembered


def set_pdf(template: str, inputs: dict[str, str], on: date) -> bytes:
    """Set a template with the fonts Typst carries, which are the same on every machine, as PDF/UA-1 dated `on`.

    Only where none of them has a letter (a Chinese name, say) are the machine's fonts asked; a letter that no
    font has is set as an empty box, still readable to a screen reader, and the file no longer calls itself PDF/UA.
    """
    midnight = datetime(on.year, on.month, on.day, tzinfo=UTC)
    for system, standards in ATTEMPTS:
        try:
            return typst.compile(
                TEMPLATES / template,
                root=TEMPLATES,
                font_paths=_fonts(system),
                ignore_system_fonts=not system,
                sys_inputs=inputs,
                pdf_standards=standards,
                timestamp=midnight,
            )
        except typst.TypstError as error:
            if not standards or "could not be displayed" not in error.message:
                raise
    raise AssertionError("The last attempt either returns or raises.")


def forget() -> None:
    """Let go of what was laid out: it is of no use to the next brief, and ten of them weigh 300 MB.

    Typst ages its memory with each compilation, so empty ones do.
    """
    for _ in range(_AGED):
        _blank().compile(b" ", format="svg")


@lru_cache(maxsize=2)
def _fonts(system: bool) -> typst.Fonts:
    """Fonts are read once for a process; the machine's own take a while to find."""
    return typst.Fonts(include_system_fonts=system)


@lru_cache(maxsize=1)
def _blank() -> typst.Compiler:
    return typst.Compiler(b" ", font_paths=_fonts(False), ignore_system_fonts=True)
