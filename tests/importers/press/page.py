"""Pages of HTML in the manner of the sites opinions are saved from."""

from functools import cache
from html import escape
from typing import Any

from tests.importers.press.opinion import COURT, LEFT, opinion

_NAV = '<nav><a href="/">Home</a> <a href="/search">Search cases</a></nav>'


def _runs(part: dict[str, Any], prefix: str) -> str:
    found = []
    for kind, words in part["runs"]:
        if kind == "call":
            found.append(f'<a class="footnotemark" href="#fn{prefix}{words}"><sup>{words}</sup></a>')
        else:
            found.append(f"<em>{escape(words)}</em>" if kind == "emphasis" else escape(words))
    return "".join(found)


@cache
def page(name: str) -> bytes:
    """A shipped opinion as a page with navigation, scripts and linked footnotes."""
    data = opinion(name)
    out = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>Case</title><script>let a = '<p>no</p>'</script>"]
    out.append(f"<style>p {{ color: red }}</style></head><body>{_NAV}<div id='opinion'>")
    out += [f"<center>{escape(line)}</center>" for line in [*COURT.split("\n"), *LEFT.split("\n"), "No. 02-70755"]]
    for block in data["blocks"]:
        if block["kind"] == "heading":
            out.append(f"<h{block['level'] + 1}>{_runs(block['parts'][0], '')}</h{block['level'] + 1}>")
            continue
        for part in block["parts"]:
            words = f"<p>{_runs(part, '')}</p>"
            out.append(f"<blockquote>{words}</blockquote>" if part["quoted"] else words)
    for number, parts in data["notes"].items():
        out.append(f'<div class="footnote" id="fn{number}"><a href="#fnref{number}">{number}</a>')
        for part in parts:
            words = f"<p>{_runs(part, '')}</p>"
            out.append(f"<blockquote>{words}</blockquote>" if part["quoted"] else words)
        out.append("</div>")
    out.append("</div><footer><p>Terms of use</p></footer></body></html>")
    return "\n".join(out).encode()
