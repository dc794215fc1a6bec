"""Pages of HTML with the structure of the sites and programs that opinions are saved from."""

from functools import cache
from html import escape
from textwrap import fill
from typing import Any

from tests.importers.press.opinion import opinion

SITES = ("justia", "courtlistener", "casetext", "findlaw", "word", "breaks", "harvard", "court")
_FRONT = ("UNITED STATES COURT OF APPEALS", "FOR THE NINTH CIRCUIT", "No. 02-70755")
_SIDES = ("ALEXEI PETROV,", "Petitioner,", "v.", "JOHN ASHCROFT, Attorney General,", "Respondent.")
_AROUND = (
    '<nav class="navbar"><ul><li><a href="/">Home</a></li><li><a href="/cases">Case Law</a></li></ul></nav>'
    '<div class="breadcrumbs"><a href="/">Home</a> &gt; Ninth Circuit</div>'
    '<div class="ad-slot"><script>show("<p>Buy</p>")</script><p>Advertisement</p></div>'
)
_BELOW = (
    '<div class="newsletter"><p>Get free summaries of new opinions.</p></div><footer><p>Copyright. Terms.</p></footer>'
    '<noscript><img src="https://example.com/pixel"></noscript>'
)
# How a call is set, and what stands around the note it calls: number -> HTML.
_CALL = {
    "justia": '<a class="footnote" href="#fn{0}" name="fn{0}_ref">{0}</a>',
    "courtlistener": '<sup id="fnref:{0}"><a href="#fn:{0}" class="footnote">[{0}]</a></sup>',
    "casetext": '<a class="footnote-ref" href="#fn{0}" id="ref-fn{0}"><sup>{0}</sup></a>',
    "findlaw": '<sup><a href="#footnote_{0}" name="footnote_ref_{0}">{0}</a></sup>',
    "word": (
        '<a style=\'mso-footnote-id:ftn{0}\' href="#_ftn{0}" name="_ftnref{0}" title="">'
        "<span class=MsoFootnoteReference>"
        "<span style='mso-special-character:footnote'><![if !supportFootnotes]>[{0}]<![endif]></span></span></a>"
    ),
    "breaks": "<sup>{0}</sup>",
    "harvard": '<a class="footnotemark" href="#footnote_1_{0}" id="ref_footnote_1_{0}">{0}</a>',
    "court": '<a href="#N_{0}_"><sup>({0})</sup></a>',
}
_NOTE = {
    "justia": '<div class="footnote" id="fn{0}"><a href="#fn{0}_ref">{0}</a>{1}</div>',
    "courtlistener": '<li id="fn:{0}" class="footnote">{1}<a href="#fnref:{0}" title="Jump back">↩</a></li>',
    "casetext": '<div class="footnote" id="fn{0}"><a href="#ref-fn{0}"><sup>{0}</sup></a>{1}</div>',
    "findlaw": '<div class="footnote"><a name="footnote_{0}"></a><a href="#footnote_ref_{0}">{0}</a>. &nbsp;{1}</div>',
    "word": (
        "<div style='mso-element:footnote' id=ftn{0}>"
        '<a style=\'mso-footnote-id:ftn{0}\' href="#_ftnref{0}" name="_ftn{0}">'
        "<span class=MsoFootnoteReference>[{0}]</span></a>{1}</div>"
    ),
    "breaks": "{0}. {1}",
    "harvard": (
        '<aside class="footnote" data-label="{0}" id="footnote_1_{0}"><a href="#ref_footnote_1_{0}">{0}</a>{1}</aside>'
    ),
    "court": '<p><a name="N_{0}_">{0}. </a></p>{1}',
}


@cache
def saved(site: str, name: str) -> bytes:
    """A shipped opinion as a page of one site."""
    data = opinion(name)
    body = "\n".join([*_front(site), *_blocks(site, data["blocks"]), *_notes(site, data["notes"])])
    if site == "word":
        return _word(body)
    main = {
        "justia": '<div id="opinion" class="block">{}</div>',
        "courtlistener": '<div id="opinion-content" class="serif-text"><article>{}</article></div>',
        "casetext": '<main><section class="decision opinion">{}</section></main>',
        "findlaw": '<div class="caselawcontent searchable-content">{}</div>',
        "breaks": "<font face='Times New Roman' size=3>{}</font>",
        "harvard": '<section class="casebody">{}</section>',
        "court": "<div>{}</div>",
    }[site].format(body)
    around, below = ("", "") if site in ("breaks", "court", "harvard") else (_AROUND, _BELOW)
    head = "" if site == "breaks" else "<meta charset='utf-8'>"
    return (
        f"<!DOCTYPE html><html><head>{head}<title>Case</title></head><body>{around}{main}{below}</body></html>".encode()
    )


def _front(site: str) -> list[str]:
    if site in ("word", "court"):
        sides, number = "<br>".join(map(escape, _SIDES)), _FRONT[2]
        table = f"<table><tr><td>{sides}</td><td>)<br>)<br>)</td><td>{number}</td></tr></table>"
        return [f"<p align=center style='text-align:center'><b>{line}</b></p>" for line in _FRONT[:2]] + [table]
    if site == "breaks":
        return [f"<center>{line}</center><br>" for line in (*_FRONT, *_SIDES)]
    return [f'<p class="{kind}">{line}</p>' for kind, line in zip("ccdppppp", (*_FRONT, *_SIDES), strict=True)]


def _blocks(site: str, blocks: list[dict[str, Any]]) -> list[str]:
    found, star = [], 0
    for place, block in enumerate(blocks):
        for part in block["parts"]:
            words = _runs(site, part)
            if site in ("courtlistener", "casetext", "harvard") and place % 5 == 4 and not part["quoted"]:
                star += "<" not in words
                words = _starred(site, words, 1070 + star)
            found.append(_set(site, words, block, part, place))
    return found


def _starred(site: str, words: str, label: int) -> str:
    sign = {
        "courtlistener": f'<span class="star-pagination" number="{label}" pagescheme="1">*{label}</span> ',
        "casetext": f'<span class="page-number">*{label}</span>',
        "harvard": f'<a class="page-label" data-label="{label}" href="#p{label}" id="p{label}">*{label}</a>',
    }[site]
    middle = words.find(" ", len(words) // 2) + 1
    return words if "<" in words else words[:middle] + sign + words[middle:]


def _set(site: str, words: str, block: dict[str, Any], part: dict[str, Any], place: int) -> str:
    if site == "word":
        style = "margin-left:1.0in;margin-right:1.0in" if part["quoted"] else "text-indent:.5in"
        if block["kind"] == "heading":
            return f"<p class=MsoNormal align=center style='text-align:center'><b>{words}</b></p>"
        return fill(f"<p class=MsoNormal style='{style}'>{words}<o:p></o:p></p>", 78, break_long_words=False,
                    break_on_hyphens=False)  # fmt: skip
    if site == "breaks":
        if block["kind"] == "heading":
            return f"<center><b>{words}</b></center><br>"
        words = f"<blockquote>{words}</blockquote>" if part["quoted"] else f"&nbsp;&nbsp;&nbsp;&nbsp;{words}<br><br>"
        return words
    if block["kind"] == "heading":
        return (
            f"<h{block['level'] + 1}>{words}</h{block['level'] + 1}>" if site != "justia" else f"<p><b>{words}</b></p>"
        )
    if site == "justia":
        words = f'<div class="num" id="p{place}"><span class="num">{place}</span><p class="indent">{words}</p></div>'
    else:
        words = f"<p>{words}</p>"
    return f"<blockquote>{words}</blockquote>" if part["quoted"] else words


def _runs(site: str, part: dict[str, Any]) -> str:
    found = []
    for kind, words in part["runs"]:
        tag = "i" if site in ("word", "breaks", "court") else "em"
        text = escape(words, quote=False)
        found.append(
            _CALL[site].format(words) if kind == "call" else f"<{tag}>{text}</{tag}>" if kind == "emphasis" else text
        )
    return "".join(found)


def _notes(site: str, notes: dict[str, list[dict[str, Any]]]) -> list[str]:
    found = []
    for number, parts in notes.items():
        inside = [f"<p>{_runs(site, part)}</p>" for part in parts]
        if site == "breaks":
            inside = [_runs(site, part) + "<br><br>" for part in parts]
        inside = [
            f"<blockquote>{one}</blockquote>" if p["quoted"] else one for one, p in zip(inside, parts, strict=True)
        ]
        found.append(_NOTE[site].format(number, "".join(inside)))
    if not found:
        return []
    first = {
        "courtlistener": '<div class="footnotes"><ol>', "findlaw": "<p>FOOTNOTES</p>",
        "breaks": "<hr>", "court": "<hr>",
        "word": "<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width=\"33%\">",
    }.get(site, '<div class="footnotes">')  # fmt: skip
    last = {"courtlistener": "</ol></div>", "findlaw": "", "breaks": "", "court": ""}.get(site, "</div>")
    return [first, *found, last]


def _word(body: str) -> bytes:
    """What Word saves as a page: its own XML in comments, its own tags, in the Windows code page."""
    head = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content='
        '"text/html; charset=windows-1252"><!--[if gte mso 9]><xml><o:Words>9</o:Words></xml><![endif]-->'
        "<style><!-- p {margin:0} --></style></head><body lang=EN-US><div class=WordSection1>"
    )
    return f"{head}{body}</div></body></html>".encode("cp1252", "xmlcharrefreplace")
