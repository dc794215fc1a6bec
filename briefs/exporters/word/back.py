"""What a Word brief has after the brief: the quoted passages in their paragraphs, and what it says of itself."""

from typing import Any

from briefs.exporters.word.front import Sources
from briefs.exporters.word.tables import address
from briefs.exporters.word.writing import Line, Word

_TOLD = "Each passage stands in its paragraph, in the order of the opinion; the words quoted are in bold"


def appendix(word: Word, passages: list[dict[str, Any]]) -> None:
    """Set each quoted paragraph with its quoted words in bold, and the way back to what they support."""
    if not passages:
        return
    word.heading("Appendix: quoted passages")
    meet = any(passage["brackets"] for passage in passages)
    more = ", and in square brackets where two passages meet." if meet else "."
    word.paragraph("Aside", keep_next=True).text(_TOLD + more)
    for passage in passages:
        _passage(word, passage)


def colophon(word: Word, sheet: dict[str, Any], sources: Sources) -> None:
    """Say what the brief is about, how to cite the opinion, and where outside details come from."""
    word.heading("About this brief", "about")
    cite = sheet["cite_as"]
    rows = [(label, "", value) for label, value in sheet["subjects"]]
    rows += [("Counsel", "", sheet["counsel"])] if sheet["counsel"] else []
    rows += [("Cite the opinion as", cite["name"], cite["rest"])] if cite["rest"] else []
    for label, name, value in [*rows, ("Brief", "", sheet["brief"])]:
        line = _labelled(word, label).text(name, italic=True).text(value)
        if label == "Counsel":
            sources.call(line, "counsel")
    if sheet["address"] and sheet["address"]["shown"]:
        _labelled(word, "Online").link(sheet["address"]["href"]).text(sheet["address"]["shown"])
    told = sheet["caption"]["sources"]["told"]
    if told:
        words = " ".join(f"{names}: {source}" for names, source in told)
        _labelled(word, "Not in the text of the opinion").text(words, "Small")


def _passage(word: Word, passage: dict[str, Any]) -> None:
    word.paragraph("Heading2").text(passage["title"])
    line = word.paragraph("Aside", keep_next=True)
    line.text(f"{passage['voice']}. " if passage["voice"] else "")
    for at, holding in enumerate(passage["holdings"]):
        line.text("; " if at else "Back to ").jump(f"holding_{holding['number']}").text(holding["name"], "SmallLink")
    if passage["opinion"]:
        line.text("\n" if passage["opinion"]["shown"] else " · ")
        address(line, passage["opinion"], f"{passage['place']} in the opinion online")
    for row in passage["lines"]:
        line = word.paragraph("Quote" if row["block"] else "", keep_next=passage["closes"], whole=passage["closes"])
        for piece in row["pieces"]:
            _piece(line, piece, passage)


def _piece(line: Line, piece: dict[str, Any], passage: dict[str, Any]) -> None:
    """Write a piece of a quoted paragraph; where a passage opens is the place the pins lead to."""
    if "opens" in piece:
        with line.bookmark(f"passage_{piece['opens']}"):
            line.text("[" if passage["brackets"] else "", bold=True)
    elif "closes" in piece:
        line.text("]" if passage["brackets"] else "", bold=True)
        line.text(f"\u00a0[passage\u00a0{piece['closes']}]" if passage["several"] else "", "Small")
    else:
        line.text(piece["text"], bold=piece["quoted"])


def _labelled(word: Word, label: str) -> Line:
    return word.paragraph("Colophon").text(label, "Label").text("  ")
