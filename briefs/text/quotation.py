"""Words of an opinion, written out as a quotation in the small Markdown of briefs."""

import re

# The Bluebook (rule 5.1) sets quotations of fifty words or more as blocks, without quotation marks.
BLOCK = 50
_SIGNS = re.compile(r"([\\*_])")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s)")
_LEADING = re.compile(r"^([-+](?=\s)|>)")
_DOUBLED = str.maketrans("“”", "‘’")
_STRAIGHT_OPENS = re.compile(r'(^|[\s(\[—–])"')


def as_quotation(words: str, cite: str = "") -> str:
    """Give the words between curly quotation marks, or as a block quotation when they are many.

    Inside, double marks become single ones, as quotations within quotations are written. `cite` follows: the page
    a printed source gives, never a guessed one (INV-5).
    """
    paragraphs = [" ".join(one.split()) for one in re.split(r"\n\s*\n", words.strip())]
    if sum(len(one.split()) for one in paragraphs) >= BLOCK:
        lines = "\n>\n".join(f"> {_no_list(_plain(one))}" for one in paragraphs)
        return f"{lines}\n\n{cite}".rstrip()
    line = _STRAIGHT_OPENS.sub(r"\1‘", " ".join(paragraphs)).replace('"', "’").translate(_DOUBLED)
    return f"“{_plain(line)}” {cite}".rstrip()


def _plain(words: str) -> str:
    """Keep what the opinion says from being read as Markdown."""
    return _SIGNS.sub(r"\\\1", words)


def _no_list(words: str) -> str:
    """Keep a paragraph that begins with a number, a dash or a bracket from being read as a list or quotation."""
    return _LEADING.sub(r"\\\1", _NUMBERED.sub(r"\1\\\2", words))
