"""Comments, declarations, CDATA and unclosed tags of HTML, cut out before parsing, which is slow on them."""

import re

# What opens each, and what closes it; of those never closed only the sign goes, so that no words are lost.
_CUT = (("<!--", "-->"), ("<![", "]>"), ("<!", ">"), ("<?", ">"))
# What is left over may have come together anew: <<!---->!--
_LEFT = re.compile(r"(?<!<)<+(?=[!?])")


def without_comments(html: str) -> str:
    """Give HTML without comments, declarations, processing instructions and CDATA sections; in linear time."""
    for opening, closing in _CUT:
        html = _without(html, opening, closing)
    html = _LEFT.sub("", html)
    closed = html.rfind(">") + 1  # a tag that opens after the last bracket is never closed
    return html[:closed] + html[closed:].replace("<", " ")


def _without(html: str, opening: str, closing: str) -> str:
    kept: list[str] = []
    done = 0
    while (start := html.find(opening, done)) >= 0:
        end = html.find(closing, start + len(opening))
        if end < 0:
            break
        kept.append(html[done:start])
        done = end + len(closing)
    kept.append(html[done:].replace(opening, ""))
    return "".join(kept)
