"""A packet as one Word file: the same order as the PDF; Word's own fields number its pages and its joint table."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from briefs.exporters.packets.choosing import Choice
from briefs.exporters.packets.filing import strings
from briefs.exporters.packets.fronts import clean, cover, joint_table, newest_of, tabs
from briefs.exporters.packets.part import part_sheet
from briefs.exporters.page import Page
from briefs.exporters.word.brief import body, named
from briefs.exporters.word.front import Sources, margins, section
from briefs.exporters.word.package import name_it, packed
from briefs.exporters.word.rich import Prose
from briefs.exporters.word.tables import authorities
from briefs.exporters.word.writing import Line, Word

TABLE = "Joint table of authorities"


def word(
    pages: Sequence[Page], choice: Choice, told: Sequence[str], *, site_url: str, progress: Callable[[int, int], None]
) -> bytes:
    """Set the packet; `progress(done, total)` is called after each brief, and may raise to stop."""
    told_first, on = cover(pages, choice, told), newest_of(pages)
    made = Word()
    name_it(
        made.document,
        title=choice.title,
        author=told_first["clinic"],
        keywords=[],
        on=datetime(on.year, on.month, on.day, tzinfo=UTC),
        edition=1,
    )
    margins(made, {"head": [told_first["title"]], "foot": told_first["clinic"], "edition": ""})
    _cover(made, told_first)
    _contents(made, tabs(pages, choice), filed=choice.is_filed)
    if choice.is_filed:
        _strings(made, clean(strings(pages, choice)))
    groups = joint_table(pages, choice)
    entries = {entry["slug"]: (group["title"], *named(entry)) for group in groups for entry in group["entries"]}
    cited: dict[str, dict[str, str]] = {}
    for tab, page in enumerate(pages, 1):
        prose = Prose(made, entries)
        prose.cited = {slug: {} for slug in cited}  # what an earlier tab cites has its entry already
        _tab(prose, part_sheet(page, tab, choice, site_url, tells=False), tab)
        for slug, places in prose.cited.items():
            joint = cited.setdefault(slug, {})
            joint |= {f"Tab\u00a0{tab}, {name}": f"t{tab}_{bookmark}" for name, bookmark in places.items()}
        progress(tab, len(pages))
    whole = Prose(made, entries)
    whole.cited = cited
    kept = [group | {"entries": [one for one in group["entries"] if one["slug"] in cited]} for group in groups]
    section(made, [told_first["title"]])
    _joint_table(whole, [group for group in kept if group["entries"]])
    return packed(made.document)


def _cover(made: Word, told: dict[str, Any]) -> None:
    made.paragraph("CaseCourt").text(told["clinic"])
    made.paragraph("Title").text(told["title"])
    made.paragraph("CaseCaption").text(f"{told['count']} · newest edition of {told['on']}")
    if told["notes"]:
        made.heading("What this packet leaves out or leaves to be checked")
        for sentence in told["notes"]:
            made.paragraph("ListBullet").text(sentence)
    made.paragraph("Aside").text(
        "Educational, not legal advice. Citations are made from the briefs’ own data; check each before it is filed."
    )


def _contents(made: Word, lines: Iterable[dict[str, Any]], *, filed: bool) -> None:
    made.heading("Contents")
    rows = [
        (f"Tab\u00a0{one['tab']}. ", one["name"], one["rest"], one["kind"], f"t{one['tab']}_start") for one in lines
    ]
    rows.append(("", "", TABLE, "", "joint_table"))
    if filed:
        rows.insert(0, ("", "", "Propositions and string citations", "", "strings"))
    for lead, name, rest, kind, bookmark in rows:
        line = made.paragraph("TableofAuthorities")
        line.jump(bookmark).text(lead).text(name, italic=True).text(rest)
        line.text((f" · {kind}" if kind else "") + "\t").field(f"PAGEREF {bookmark} \\h", "–")


def _joint_table(prose: Prose, groups: list[dict[str, Any]]) -> None:
    if groups:
        authorities(prose, groups, title=TABLE, bookmark="joint_table")
    else:
        prose.word.heading(TABLE, "joint_table")
        prose.word.paragraph().text("These briefs cite no authority.")


def _strings(made: Word, groups: Iterable[dict[str, Any]]) -> None:
    _new_page(made)
    made.heading("Propositions and string citations", "strings")
    for group in groups:
        made.paragraph("Heading2").text(group["issue"])
        string = len(group["string"]) > 1
        for row in group["rows"]:
            last = string and row is group["rows"][-1]  # a string never begins a page without it
            _cite(made.paragraph(keep_next=last).text(f"{row['text']} "), row["cite"]).text(".")
        if string:
            line = made.paragraph("Quote").text("String", "Label").text("  ")
            for at, one in enumerate(group["string"]):
                _cite(line.text("; " if at else ""), one)
            line.text(".")


def _cite(line: Line, one: dict[str, str]) -> Line:
    tab, _, place = one["to"].partition("/")
    into = line.jump(f"{tab}_{place.replace('-', '_')}")
    into.text(one["name"], italic=True).text(one["rest"])
    return line


def _tab(prose: Prose, sheet: dict[str, Any], tab: int) -> None:
    """Set one brief; its bookmarks get the tab's own name, for every brief has a first holding."""
    made = prose.word
    section(made, sheet["head"])
    elements = made.document.element.body
    before, notes = len(elements), made.notes_made
    made.heading(f"Tab\u00a0{tab}", "start")
    body(prose, sheet, Sources(sheet["caption"]["sources"]["places"]))
    written = list(elements)[before - 1 :]
    written += made.notes_since(notes)
    _rename(written, f"t{tab}_")


def _rename(written: Iterable[Any], before: str) -> None:
    for element in written:
        for one in element.iter(qn("w:bookmarkStart"), qn("w:hyperlink"), qn("w:instrText")):
            if one.tag == qn("w:instrText"):
                words = (one.text or "").split(" ")
                if words[1:2] == ["NOTEREF"]:
                    one.text = " ".join([*words[:2], before + words[2], *words[3:]])
                continue
            name = qn("w:name") if one.tag == qn("w:bookmarkStart") else qn("w:anchor")
            if one.get(name):
                one.set(name, before + one.get(name))


def _new_page(made: Word) -> None:
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:br", {qn("w:type"): "page"}))
    made.paragraph().element.append(run)
