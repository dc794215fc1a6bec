"""The small Markdown of briefs: paragraphs, *emphasis*, **strong**, > quotations, lists; no HTML, links or headings."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefs.text.marks import Mark

_PARSER = MarkdownIt("zero", {"html": False}).enable(["emphasis", "blockquote", "list", "escape"])
_SPANS = {"em": "emphasis", "strong": "strong"}


def parse(markdown: str) -> tuple[str, list[Mark]]:
    """Read prose into plain text, blocks parted by a blank line, and its marks.

    Kinds: `paragraph` {} and `item` {"list": "bullet" | "number", "n": int} cut the blocks; `blockquote`,
    `emphasis` and `strong` stand inside. What is not small Markdown stays as the characters typed.
    """
    builder = _Builder()
    for token in _PARSER.parse(markdown.replace("\x00", "")):
        builder.take(token)
    return builder.text, builder.marks


class _Builder:
    """Walks the parser's tokens once, laying text down and marks over it."""

    def __init__(self) -> None:
        self.text = ""
        self.marks: list[Mark] = []
        self._lists: list[tuple[str, int]] = []
        self._quotes = 0
        self._item_waits = False

    def take(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            start = int(token.attrGet("start") or 1)
            self._lists.append(("number" if token.type.startswith("ordered") else "bullet", start - 1))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            kind, count = self._lists.pop()
            self._lists.append((kind, count + 1))
            self._item_waits = True
        elif token.type in ("blockquote_open", "blockquote_close"):
            self._quotes += 1 if token.type.endswith("open") else -1
        elif token.type == "inline":
            self._block(token)

    def _block(self, token: Token) -> None:
        words, spans = _inline(token.children or [])
        if not words:
            return
        self.text += "\n\n" if self.text else ""
        start, end = len(self.text), len(self.text) + len(words)
        self.text += words
        if self._lists and self._item_waits:
            kind, count = self._lists[-1]
            self.marks.append(Mark(start, end, "item", {"list": kind, "n": count}))
            self._item_waits = False
        else:
            self.marks.append(Mark(start, end, "paragraph"))
        if self._quotes:
            self.marks.append(Mark(start, end, "blockquote"))
        self.marks += [Mark(start + span.start, start + span.end, span.kind) for span in spans]


def _inline(tokens: list[Token]) -> tuple[str, list[Mark]]:
    words = ""
    spans: list[Mark] = []
    opened: list[int] = []
    for token in tokens:
        name, _, side = token.type.rpartition("_")
        if side == "open" and name in _SPANS:
            opened.append(len(words))
        elif side == "close" and name in _SPANS:
            spans.append(Mark(opened.pop(), len(words), _SPANS[name]))
        elif token.type in ("softbreak", "hardbreak"):
            words += " "
        else:
            words += token.content.replace("\n", " ")
    shift = len(words) - len(words.lstrip())
    words = words.strip()
    cut = [Mark(max(m.start - shift, 0), min(m.end - shift, len(words)), m.kind) for m in spans]
    return words, sorted((m for m in cut if m.start < m.end), key=lambda m: (m.start, -m.end))
