"""Typst at work: a template and its data in, a PDF out, with no more memory held than one of them needs."""

import json
from datetime import UTC, date, datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from briefs.exporters.paper.runs import printable

TEMPLATES = Path(__file__).resolve().parents[3] / "templates" / "typst"
# Wheels of fonts, all under the Open Font License: alphabets of the world, and Chinese, Japanese and Korean.
FONTS = ("manimgx_fonts", "noto_cjk_sans_jp_regular")
PLAIN = 0x250  # before it are the Latin letters, which every font has
NOT_SET = ("title", "keywords")  # of a brief: properties of its file, which may have any letter
_AGED = 10  # compilations; Typst forgets what ten have not used


def set_pdf(template: str, inputs: dict[str, str], on: date) -> bytes:
    """Set a template as PDF/UA-1 dated `on`, with the fonts that are installed with this project.

    They are the same on every machine. A letter none of them has is set as its number, "[U+1F600]": an empty box
    nobody can read, and nobody can look up.
    """
    try:
        return _compiled(TEMPLATES / template, inputs, on, ["ua-1"])
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
    inputs = {name: json.dumps(_by_number(json.loads(told), NOT_SET)) for name, told in inputs.items()}
    try:
        return _compiled(TEMPLATES / template, inputs, on, ["ua-1"])
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
    # Letters that have a font each and none together: the file is set, and does not call itself PDF/UA.
    return _compiled(TEMPLATES / template, inputs, on, [])


def without_font(words: str) -> list[str]:
    """Give the letters that none of the fonts has, each once and in order; a PDF has their numbers instead.

    Only letters past the Latin ones are tried: all at once, and one by one where that fails.
    """
    tried = dict.fromkeys(one for one in printable(words) if ord(one) >= PLAIN and not one.isspace())
    if not tried or _has_font("".join(tried)):
        return []
    return [one for one in tried if not _has_font(one)]


def set_untagged(template: str, inputs: dict[str, str], on: date) -> bytes:
    """Set a template whose pages are only drawn on those of another file, which has the tags."""
    return _compiled(TEMPLATES / template, inputs, on, [], tags=False)


def _compiled(source: Any, inputs: dict[str, str], on: date, standards: list[Any], *, tags: bool = True) -> bytes:
    return typst.compile(
        source,
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards=standards,
        pdf_tags=tags,
        timestamp=datetime(on.year, on.month, on.day, tzinfo=UTC),
    )


def _by_number(value: Any, but: tuple[str, ...] = ()) -> Any:
    """Give the same data with each letter that has no font as its number; the keys `but` are left as they are."""
    if isinstance(value, str):
        return "".join(one if ord(one) < PLAIN or _has_font(one) else f"[U+{ord(one):04X}]" for one in value)
    if isinstance(value, dict):
        return {key: inner if key in but else _by_number(inner) for key, inner in value.items()}
    return [_by_number(inner) for inner in value] if isinstance(value, list) else value


@lru_cache(maxsize=5000)
def _has_font(letters: str) -> bool:
    try:
        _compiled(b'#set document(title: "x")\n#sys.inputs.letters', {"letters": letters}, date(2000, 1, 1), ["ua-1"])
    except typst.TypstError:
        return False
    return True


def forget() -> None:
    """Let go of what was laid out: it is of no use to the next brief, and ten of them weigh 300 MB.

    Typst ages its memory with each compilation, so empty ones do.
    """
    compiler = typst.Compiler(b" ", font_paths=_fonts(), ignore_system_fonts=True)
    for _ in range(_AGED):
        compiler.compile(b" ", format="svg")


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Give the fonts, read once for a process: those Typst carries, then those of the wheels."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(files(name)) for name in FONTS])
