"""Model and uniform codes and standards of the bar (Bluebook rule 12.9.4): no law by themselves, but cited like it."""

import re
from collections.abc import Iterator

from briefs.citations.reading import Reading
from briefs.citations.sections import PLURAL, ancestors, key_of, read_sections, shown
from briefs.citations.shapes import Kind, Sighting
from briefs.citations.words import sought

# (key, name as it is shown, words that name it); a state's own ("Mass. Model Penal Code") has its state before it.
CODES = (
    ("mpc", "Model Penal Code §", r"(?:ALI )?Model Penal Code"),
    ("ucc", "U.C.C. §", r"U\.? ?C\.? ?C\.?|Uniform Commercial Code"),
    ("upc", "Unif. Probate Code §", r"Unif(?:orm|\.) Probate Code"),
    (
        "mrpc",
        "Model Rules of Prof'l Conduct R.",
        r"(?:(?:ABA|A\.B\.A\.) )?Model Rules? of Prof(?:essional|'l) Conduct(?: R(?:ules?|\.))?",
    ),
    ("mcpr", "Model Code of Prof'l Responsibility", r"(?:ABA )?Model Code of Prof(?:essional|'l) Responsibility"),
    ("absc", "ABA Standards for Criminal Justice §", r"(?:ABA|A\.B\.A\.) Standards for Crim(?:inal|\.) Justice"),
)
_SIGN = r"(?P<sign>§ ?§?|[Ss]ections?|[Ss]ecs?\.)?"
_NUMBER = r"\d{1,3}[A-Z]?(?:[.-]\d{1,4}[A-Z]?){1,2}"
_FIRST = tuple((key, re.compile(rf"(?<![\w.])(?:{words}),? {_SIGN} ?(?=\d)")) for key, _, words in CODES)
_LAST = tuple(
    (key, re.compile(rf"(?<![\w.])(?P<sign>§ ?§?|[Ss]ections?|[Ss]ecs?\.) ?(?=\d)(?P<list>{_NUMBER}(?:\(\w{{1,4}}\))*)"
                     rf" of the (?:{words})(?!\w)"))
    for key, _, words in CODES
)  # fmt: skip
_AUTHOR = re.compile(r"[A-Z][\w'-]+, $")
_WORDS = sought("Model Penal", "U.C.C", "UCC", "U. C. C", "Uniform Comm", "Probate Code", "Model Rule", "Model Code",
                "ALI Model", "ABA ", "A.B.A. ")  # fmt: skip


def _spot(reading: Reading) -> Iterator[Sighting]:
    if not reading.places(_WORDS):
        return
    for patterns, back in ((_FIRST, 0), (_LAST, 40)):
        for key, pattern in patterns:
            for match in reading.matches(pattern, _WORDS, back):
                if patterns is _FIRST and _AUTHOR.search(reading.text, max(0, match.start() - 30), match.start()):
                    continue  # "2 White & Summers, Uniform Commercial Code § 17-11" is a treatise
                place = match.end() if patterns is _FIRST else match.start("list")
                plural = bool(match["sign"] and PLURAL.match(match["sign"]))
                sections = read_sections(reading.text, place, _NUMBER, plural=plural)
                for at, section in enumerate(sections if patterns is _FIRST else sections[:1]):
                    start, end = match.start() if at == 0 else section.start, max(section.end, match.end())
                    sighting = Sighting(start, end, "full", "other", key_of(f"model:{key}", section))
                    sighting.year, sighting.flags = section.year, section.flags
                    yield sighting


def _show(parts: tuple[str, ...]) -> str:
    name = next(name for key, name, _ in CODES if key == parts[1])
    return f"{name} {parts[2]}{shown(parts[3]) if len(parts) > 3 else ''}" if len(parts) > 2 else name


def _link(parts: tuple[str, ...]) -> tuple[str, str] | None:
    """None: their owners sell them, and what is law is the state's own text."""
    return None


def _parents(parts: tuple[str, ...]) -> tuple[str, ...]:
    return ancestors(parts[:3], parts[3]) if len(parts) > 3 else ()


KIND = Kind("other", "other", ("model",), _spot, _show, _link, _parents)
