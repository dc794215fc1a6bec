"""What stands on the pages of a Word brief, in the order of the PDF: the sheet's words, and none besides."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from briefs.exporters.word.back import appendix, colophon
from briefs.exporters.word.front import Sources, flag_in, flag_mark, front, margins
from briefs.exporters.word.package import name_it, packed
from briefs.exporters.word.rich import Prose
from briefs.exporters.word.tables import authorities, ruled
from briefs.exporters.word.writing import Line, Word


def brief(sheet: dict[str, Any], *, edition: int) -> bytes:
    """Set a sheet (see exporters/paper/sheet.py) as a Word document."""
    word = Word()
    year, month, day = sheet["published"]
    entries = [(group["title"], entry) for group in sheet["authorities"] for entry in group["entries"]]
    prose = Prose(word, {entry["slug"]: (title, *named(entry)) for title, entry in entries})
    sources = Sources(sheet["caption"]["sources"]["places"])
    name_it(
        word.document,
        title=sheet["title"],
        author=sheet["clinic"],
        keywords=sheet["keywords"],
        on=datetime(year, month, day, tzinfo=UTC),
        edition=edition,
    )
    margins(word, sheet)
    body(prose, sheet, sources, closing=lambda: authorities(prose, sheet["authorities"]))
    return packed(word.document)


def body(prose: Prose, sheet: dict[str, Any], sources: Sources, *, closing: Callable[[], None] | None = None) -> None:
    """Set a brief from its caption to its colophon; `closing` sets what stands between the prose and the appendix."""
    word = prose.word
    front(prose, sheet, sources)
    flags = {flag["id"]: flag for flag in sheet["flags"]}
    for group in sheet["groups"]:
        word.heading(group["title"])
        for holding in group["holdings"]:
            _proposition(prose, holding, flags)
    if sheet["summary"]:
        _prose_section(prose, "Summary", "summary", sheet["summary"])
    word.heading("Outcome")
    sources.call(word.paragraph().text(sheet["outcome"]["line"]), "disposition")
    if sheet["outcome"]["rows"]:
        heads = ["Party", "Claim", "Outcome"]
        ruled(word, (1, 1.6, 1), heads, sheet["outcome"]["rows"], "Outcome by party and claim")
    _prose_sections(prose, sheet)
    if closing:
        closing()
    appendix(word, sheet["appendix"])
    colophon(word, sheet, sources)


def _prose_sections(prose: Prose, sheet: dict[str, Any]) -> None:
    """Set the prose; the decisions below follow the history, or stand alone where there is none."""
    fields = [part["field"] for part in sheet["sections"]]
    for part in sheet["sections"]:
        _prose_section(prose, part["title"], part["field"], part["prose"])
        if part["field"] == "procedural_history":
            _below(prose.word, sheet["below"])
    if sheet["below"] and "procedural_history" not in fields:
        prose.word.heading("Decisions below")
        _below(prose.word, sheet["below"])


def _prose_section(prose: Prose, title: str, field: str, words: list[dict[str, Any]]) -> None:
    """Set a section under its heading; `words` as exporters/paper/runs.blocks gives them."""
    bookmark = f"section_{field}"
    prose.word.heading(title, bookmark)
    with prose.at(title, bookmark):
        prose.blocks(words)


def _below(word: Word, rows: list[list[str]]) -> None:
    heads = ["Decision below", "Date", "Decided by", "Outcome"]
    if rows:
        ruled(word, (1.1, 0.9, 0.9, 2), heads, rows, "Decisions under review")


def _proposition(prose: Prose, holding: dict[str, Any], flags: dict[str, dict[str, Any]]) -> None:
    """Set a numbered proposition: question, answer, what it is worth, the words it rests on, rule, application."""
    number = holding["number"]
    bookmark = f"holding_{number}"
    with prose.at(f"No.\u00a0{number}", bookmark):
        head = prose.word.paragraph("Heading2", hanging=True)
        with head.bookmark(bookmark):
            head.text(f"{number}.\t")
        prose.inline(head, holding["asked"])
        prose.blocks(holding["answer"], "BodyTextIndent", keep_next=not holding["long"])
        _worth(prose, holding, flags)
        for pin in holding["pins"]:
            _pin(prose.word, pin)
        for label, words in (("Rule", holding["rule"]), ("Application", holding["application"])):
            if words:
                prose.blocks(words, "BodyTextIndent", label=label)


def _worth(prose: Prose, holding: dict[str, Any], flags: dict[str, dict[str, Any]]) -> None:
    """Say what a proposition is worth as law, for whom, and on which issues; call its notes on later law."""
    line = prose.word.paragraph("BodyTextIndent", keep_next=bool(holding["pins"]))
    line.text(holding["weight"], "Small")
    if holding["outcome"]:
        _after(line, "Outcome", holding["outcome"])
    for flag_id in holding["flags"]:
        with prose.at("Later law", f"holding_{holding['number']}"):
            flag_in(prose, line.note(flag_mark(flag_id)), flags[flag_id])
    if holding["issues"]:
        _after(line, "Issues", "; ".join(holding["issues"]))


def _after(line: Line, label: str, words: str) -> None:
    line.text("  ·  ", "Small").text(label, "Label").text(f" {words}", "Small")


def _pin(word: Word, pin: dict[str, Any]) -> None:
    """Set quoted words with their pin under them, in one paragraph, so that nothing parts the two."""
    line = word.paragraph("Quote", whole=not pin["long"]).text(f"{pin['quote']}\n")
    line.text(f"{pin['voice']}, " if pin["voice"] else "", "Small")
    if pin["in_appendix"]:
        line.jump(f"passage_{pin['n']}").text(pin["place"], "SmallLink")
        line.text(f" (passage\u00a0{pin['n']})", "Small")
    else:
        line.text(pin["place"], "Small")
    if pin["opinion"]:
        line.text(" · ", "Small").link(pin["opinion"]["href"]).text(
            f"{pin['place']} in the opinion online", "SmallLink"
        )


def named(entry: dict[str, Any]) -> tuple[str, str]:
    """Part an entry into what is set in italics and the rest."""
    if not entry["name"]:
        return "", entry["cite"]
    return (entry["name"], f", {entry['cite']}") if entry["italic"] else ("", f"{entry['name']}, {entry['cite']}")
