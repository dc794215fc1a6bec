"""Opinions as people paste them: out of reporting services, web pages, e-mails, viewers and word processors."""

from collections.abc import Callable, Iterator
from functools import partial
from textwrap import wrap as wrapped
from typing import Any

from tests.importers.press.fresh import given

_FRONT = (
    "ALEXEI PETROV, Petitioner, v. JOHN ASHCROFT, Attorney General, Respondent.",
    "No. 02-70755",
    "UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT",
)
_DAYS = "December 9, 2003, Argued and Submitted\nMarch 2, 2004, Filed"
_BEFORE = "Before: ROE, DOE, and POE, Circuit Judges."
_BYLINE = "ROE, Circuit Judge:"
_HEADS = [
    "From: Jane Roe <jane@example.org>",
    "Subject: an opinion",
    "To: Clinic <clinic@example.org>",
    "",
    "Here it is.",
    "",
]
_ROWS = 44  # of a page copied out of a viewer
_LINES = 25  # and of one of pleading paper

wrap = partial(wrapped, break_on_hyphens=False)
Call = Callable[[str], str]


def told() -> dict[str, Any]:
    """What is pasted: blocks, and notes by number."""
    return given("pleading")


def said(part: dict[str, Any], call: Call) -> str:
    """The words of a part, with its calls as one manner has them."""
    return "".join(call(words) if kind == "call" else words for kind, words in part["runs"])


def _parts(call: Call) -> Iterator[tuple[str, str, list[str]]]:
    """Give each part's kind (heading, quote or text), its words, and the numbers of the notes it calls."""
    for block in told()["blocks"]:
        for part in block["parts"]:
            kind = "heading" if block["kind"] == "heading" else "quote" if part["quoted"] else "text"
            yield kind, said(part, call), [words for sort, words in part["runs"] if sort == "call"]


def _note(number: str) -> str:
    return " ".join(said(part, str) for part in told()["notes"][number])


def _starred(words: str, sign: str) -> str:
    at = words.find(" ", len(words) // 2)
    return f"{words[:at]} {sign}{words[at:]}"


def lexis() -> str:
    """Two reporters' pages in brackets; n1 calls a note, and the notes stand under the paragraph that calls them."""
    out = [*_FRONT, _DAYS, f"JUDGES: {_BEFORE}", "OPINIONBY: ROE", f"OPINION:  [*1013]  {_BYLINE}"]
    stars = {"*": 1013, "**": 1}
    for kind, words, called in _parts(" n{}".format):
        if kind == "text" and not called:
            whose = "*" if stars["**"] > 2 * (stars["*"] - 1012) else "**"
            stars[whose] += 1
            words = _starred(words, f"[{whose}{stars[whose]}] ")
        out.append(
            "\n".join(
                wrap(words, 60, initial_indent="     ", subsequent_indent="     ")
                if kind == "quote"
                else wrap(words, 76)
            )
        )
        if called:
            notes = ["\n".join(wrap(f"n{number} {_note(number)}", 76)) for number in called]
            out += ["- - - - - - - Footnotes - - - - - - -", *notes, "- - - - - End Footnotes- - - - - - -"]
    return "\n\n".join(out)


def westlaw() -> str:
    """A paragraph a line, pages without brackets, [FN1], the notes below, and what the service says of itself."""
    out, page = (
        [*_FRONT, "Argued and Submitted Dec. 9, 2003.", "Filed March 2, 2004.", _BEFORE, "OPINION", _BYLINE],
        1012,
    )
    for kind, words, called in _parts("[FN{}]".format):
        if kind == "text" and not called:
            page += 1
            words = _starred(words, f"*{page}")
        out.append("    " * (kind == "quote") + words)
    out += [f"FN{number}. {_note(number)}" for number in told()["notes"]]
    return "\n\n".join([*out, "All Citations", "371 F.3d 1012", "End of Document"])


def page() -> str:
    """A web page copied: a paragraph a line, numbers glued to the words, the notes under a heading."""
    out = [*_FRONT, "Argued: December 9, 2003. -- March 2, 2004", _BEFORE, _BYLINE]
    out += ["    " * (kind == "quote") + words for kind, words, _ in _parts(str)]
    out += ["FOOTNOTES", *(f"{number}. {_note(number)}" for number in told()["notes"])]
    return "\n\n".join(out)


def processor() -> str:
    """Saved out of a word processor: tabs, no blank lines, and notes at the end with nothing over them."""
    tabs = {"heading": "\n\t\t\t{}\n", "quote": "\t\t{}", "text": "\t{}"}
    out = [*_FRONT, "", f"({_DAYS})".replace("\n", "; "), "", _BEFORE, "", _BYLINE, ""]
    out += [tabs[kind].format(words) for kind, words, _ in _parts(str)]
    return "\n".join([*out, "", *(f"{number} {_note(number)}" for number in told()["notes"])])


def notebook() -> str:
    """Wrapped lines, each of a quotation with a sign, and notes as Markdown has them."""
    out = [*_FRONT, _DAYS, _BEFORE, _BYLINE]
    out += [
        "\n".join("> " * (kind == "quote") + line for line in wrap(words, 70))
        for kind, words, _ in _parts("[^{}]".format)
    ]
    return "\n\n".join([*out, *(f"[^{number}]: {_note(number)}" for number in told()["notes"])])


def mail() -> str:
    """Forwarded: every line with a sign, notes in brackets under the paragraph that calls them."""
    out = [*_FRONT, _DAYS, _BEFORE, _BYLINE]
    for kind, words, called in _parts("[{}]".format):
        indent = "    " * (kind == "quote")
        out.append("\n".join(wrap(words, 60, initial_indent=indent, subsequent_indent=indent)))
        out += ["\n".join(wrap(f"[{number}] {_note(number)}", 64)) for number in called]
    return "\n".join(_HEADS + [f"> {line}".rstrip() for line in "\n\n".join(out).split("\n")])


def viewer() -> str:
    """Copied out of a viewer: nothing set in or apart, heads with the page's number, notes where the page ends."""
    out: list[str] = [*_FRONT, *_DAYS.split("\n"), _BEFORE, _BYLINE]
    number, row, held = 1, len(out), []
    for kind, words, called in _parts("\x00{}".format):
        for line in wrap(words, 54 if kind == "quote" else 66):
            out.append(line.replace("\x00", ""))
            row += 1
            due = [one for one in called if f"\x00{one}" in line]
            held += due
            row += sum(len(wrap(_note(one), 66)) for one in due)
            if row >= _ROWS:
                out += [text for one in held for text in wrap(f"{one} {_note(one)}", 66)]
                number, row, held = number + 1, 0, []
                out.append(f"{number} PETROV V. ASHCROFT" if number % 2 == 0 else f"PETROV V. ASHCROFT {number}")
    return "\n".join([*out, *(text for one in held for text in wrap(f"{one} {_note(one)}", 66))])


def pleading() -> str:
    """Pleading paper: the numbers of lines in the margin, the caption in two columns, stamped on every page."""
    caption = [
        "                 UNITED STATES DISTRICT COURT", "                NORTHERN DISTRICT OF CALIFORNIA",
        "ALEXEI PETROV,                     )  Case No. 02-cv-01234-ABC", "            Plaintiff,             )",
        "     v.                            )  ORDER GRANTING PETITION", "JOHN ASHCROFT,                     )",
        "            Defendant.             )",
    ]  # fmt: skip
    rows = caption + [
        ("       " if kind == "text" and not place else "          " if kind == "quote" else "") + line
        for kind, words, _ in _parts(lambda _: "")
        for place, line in enumerate(wrap(words, 48 if kind == "quote" else 60))
    ]
    sheets = []
    for sheet, start in enumerate(range(0, len(rows), _LINES), 1):
        stamp = f"Case 3:02-cv-01234-ABC   Document 45   Filed 03/02/04   Page {sheet} of 9"
        lines = [f"{place:>2}   {row}\n" for place, row in enumerate(rows[start : start + _LINES], 1)]
        sheets.append("\n".join([stamp, *lines]))
    return "\f".join(sheets)


MANNERS = {one.__name__: one for one in (lexis, westlaw, page, processor, notebook, mail, viewer, pleading)}
