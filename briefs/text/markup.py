"""HTML of an opinion as plain text laid out the way the normaliser reads it; no tag survives."""

import re
from html.parser import HTMLParser

from briefs.text.comments import without_comments

_BLOCKS = frozenset(
    "p div blockquote h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr td th center pre hr article section aside header"
    " footer main figure address opinion author".split()
)
_SKIPPED = frozenset("script style head title template noscript svg".split())
_VOID = frozenset("br hr img input meta link area base col embed source track wbr".split())
_EMPHASIS = frozenset(("i", "em"))
_SUPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SET_IN = "    "
_GOES_ON = "  "  # a further paragraph of a footnote


class _Reader(HTMLParser):
    """Collects lines: one for each block; block quotations are set in, note signs raised."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.words: list[str] = []
        self.stack: list[tuple[str, str]] = []  # open tags, each with the role it was given
        self.roles: dict[str, int] = {}
        self.raised: list[str] | None = None
        self.opened: int | None = None  # where among the words an emphasis began
        self.note = ""  # the sign of a footnote whose first words have not come yet

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag: end the block before it, and take the role it gives to what is inside."""
        given = {key: value or "" for key, value in attrs}
        if tag == "br":
            self._flush(blank=False)
            return
        if tag in _BLOCKS:
            self._flush()
        if tag in _VOID:
            return
        role = self._role(tag, given)
        self.stack.append((tag, role))
        if role:
            self.roles[role] = self.roles.get(role, 0) + 1
        if role == "raised" and self.raised is None:
            self.raised = []
        if role == "emphasis" and self.opened is None:
            self.opened = len(self.words)

    def handle_endtag(self, tag: str) -> None:
        """Close a tag and whatever was left open inside it; a stray closing tag closes nothing."""
        if tag in _BLOCKS:
            self._flush()
        recent = self.stack[-64:]
        if not any(name == tag for name, _ in recent):
            return
        while self.stack:
            name, role = self.stack.pop()
            if role:
                self.roles[role] -= 1
                if role == "raised" and self.raised is not None and not self.roles[role]:
                    self._lower()
                if role == "emphasis" and not self.roles[role]:
                    self._emphasise()
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self.roles.get("skipped") or (self.roles.get("numbering") and data.strip().isdigit()):
            return
        if self.raised is not None:
            self.raised.append(data)
            return
        self.words.append(data.replace("*", "") if self.opened is not None else data)

    def finished(self) -> list[str]:
        """Give the lines, the last one included."""
        self._flush()
        return [*self.lines, self.note] if self.note else self.lines

    def _role(self, tag: str, given: dict[str, str]) -> str:
        kinds = given.get("class", "").split()
        if tag in _SKIPPED:
            return "skipped"
        if tag == "span" and "num" in kinds:
            return "numbering"  # a publisher's own numbers beside the paragraphs
        if tag == "blockquote":
            return "quote"
        if tag in ("div", "aside") and "footnote" in kinds:
            return "note"
        if tag == "sup" or (tag == "a" and "footnote" in kinds):
            return "raised"
        return "emphasis" if tag in _EMPHASIS else ""

    def _lower(self) -> None:
        """End a raised sign: digits become superscript digits, anything else stays as it was."""
        sign = "".join(self.raised or []).strip()
        self.raised = None
        if re.fullmatch(r"\d{1,3}", sign):
            sign = sign.translate(_SUPER)
        if sign and not self.note and not any(word.strip() for word in self.words):
            self.note = sign
        else:
            self.words.append(sign)

    def _emphasise(self) -> None:
        """End an emphasis: its words between asterisks, where they are plain words."""
        at, self.opened = self.opened, None
        inside = "".join(self.words[at:]) if at is not None else ""
        core = inside.strip()
        if core[:1].isalpha() and len(core) < 200 and "\n" not in core:
            self.words[at:] = [inside.replace(core, f"*{core}*", 1)]

    def _flush(self, *, blank: bool = True) -> None:
        if self.raised is not None:
            self._lower()  # never closed: words, not a sign
        text = " ".join("".join(self.words).split())
        self.words, self.opened = [], None
        if text:
            inset = _SET_IN if self.roles.get("quote") else _GOES_ON if self.roles.get("note") else ""
            if self.note:
                text, self.note, inset = f"{self.note} {text}", "", ""
            self.lines.append(inset + text)
        if blank and self.lines and self.lines[-1]:
            self.lines.append("")


def plain(html: str) -> str:
    """Give the words of an HTML text, one line for each block and an empty line between blocks."""
    reader = _Reader()
    reader.feed(without_comments(html))
    reader.close()
    return "\n".join(reader.finished()).strip("\n") + "\n"
