"""What was typed in haste or pasted from elsewhere, as opinions print it: codes, reporters, names, addresses."""

import re
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

# Reporters and codes as they are typed between their numbers, and as texts print them; the first that fits counts.
_PRINTED = {
    r"u\.? ?s\.? ?c\.? ?a\.?": "U.S.C.A.",
    r"u\.? ?s\.? ?c(?:ode|\.)?": "U.S.C.",
    r"c\.? ?f\.? ?r\.?|code of federal regulations": "C.F.R.",
    r"u\.? ?s\.?": "U.S.",
    r"s\.? ?ct\.?": "S. Ct.",
    r"f(?:ed)?\.? ?2d": "F.2d",
    r"f(?:ed)?\.? ?3d": "F.3d",
    r"f(?:ed)?\.? ?4th": "F.4th",
    r"i\.? ?(?:&|and) ?n\.?(?: ?dec\.?)?|i\.? ?n\.? ?dec\.?": "I. & N. Dec.",
}
_TYPED = re.compile(
    rf"(?<=\d) ?(?:{'|'.join(f'({typed})' for typed in _PRINTED)}),? ?(?=(?:(?:§+|sec(?:tion|\.)?) ?)?\d|at \d)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\btitle (\d{1,2}),?(?: (?:of )?(?:the )?(?:u\.? ?s\.? ?c(?:ode|\.)?|united states code),?)?"
    r" (?:§+|sec(?:tion|\.)?) ?(?=\d+[a-z]?\b(?!\.\d))",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(\bINA|U\.S\.C\.|C\.F\.R\.) s\.? ?(?=\d)", re.IGNORECASE)  # “INA s. 208”
# The parts of a section, typed apart: “8 usc 1158 a 2 B”, “INA 240A b 1”. A letter alone may be a word (“a refugee”).
_APART = re.compile(
    r"((?:U\.S\.C\.(?:A\.)?|C\.F\.R\.|\bINA) ?(?:(?:§+|sec(?:tion|\.)?) ?)?\d[\w.-]*) \(?([a-z])\)?"
    r"(?: \(?(\d{1,2})\)?(?: \(?([a-z])\)?(?: \(?([ivx]{1,4})\)?)?)?)(?=[\s,;.?]|$)",
    re.IGNORECASE,
)
# The sides of a case's name: “vs.” for “v.”, “US” for “United States”, which is how captions have them.
_VERSUS = re.compile(r"(?<=\S )(?:vs?\.?|[-–—]v\.?[-–—]?|versus)(?= \S)", re.IGNORECASE)
_CLOSE_UP = re.compile(r"(?<=\S )(vs?\.)(?=[^\W\d_]{2})", re.IGNORECASE)
_NATION = re.compile(r"^(?:usa?|u\.s\.(?:a\.)?)(?= v\. )|(?<= v\. )(?:usa?|u\.s\.(?:a\.)?)(?=$| )", re.IGNORECASE)
# Words with a sign for a space between them; “and/or” stays, for “or” means something of its own.
_BETWEEN = re.compile(r"(?<=[^\W\d_]{2})(?:[/,;&+|—―]|\.{2,}|…)(?=[^\W\d_]{2})(?!or\b)")
_DOCKET_DASH = re.compile(r"(?<=\b\d\d)[‐‑‒–−](?=\d{3,6}\b)|(?<=\d{3})[‐‑‒–−](?=[a-z]{2,3}\b)", re.IGNORECASE)
_DOCKET = r"(?:\d:)?\d\d-(?:[a-z]{2,4}-)?\d{2,6}\b"
# What says that a docket number follows: “docket no. 02-1234”. Captions have the number alone, or another word for it.
_NAME_OF_DOCKET = re.compile(rf"\b(?:docket|case|appeal)(?: (?:nos?\.?|numbers?))?:? ?#?(?={_DOCKET})", re.IGNORECASE)
# The connectors of the law databases, which ask how near words stand; here nearness ranks.
_CONNECTOR = re.compile(r"(?<= )(?:w?/(?:\d{1,3}|[sp])|\+[sp]|&) ", re.IGNORECASE)
# What a quotation leaves out or changes is not in its source: “[w]ithout knowing . . . who”.
_QUOTED = re.compile(r'"[^"]+"')
_LEFT_OUT = re.compile(r"\s*(?:…|(?:\.\s?){3,}|\S*\[[^\[\]]*\]\S*)\s*")

_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}", re.IGNORECASE)
# The addresses of sections and reports that are pasted most, by what stands in them: a code's title and section, a
# volume and page of the Supreme Court's or a court of appeals' reporter.
_PATHS = (
    (re.compile(r"\bcfr\b\D+(\d+).*?(\d+\.\d+[a-z]?)", re.IGNORECASE), r"\1 C.F.R. \2"),
    (re.compile(r"\btitle-(\d+)/.*?\bsection-(\d+\.\d+[a-z]?)", re.IGNORECASE), r"\1 C.F.R. \2"),
    (re.compile(r"\busc(?:ode)?\b\D+(\d+)\D+(\d+[a-z]*)", re.IGNORECASE), r"\1 U.S.C. \2"),
    (re.compile(r"/(?:us|u\.s\.)/(\d+)/(\d+)\b", re.IGNORECASE), r"\1 U.S. \2"),
    (re.compile(r"/f\.?([23])d?/(\d+)/(\d+)\b", re.IGNORECASE), r"\2 F.\1d \3"),
)
_ENDING = re.compile(r"\.(?:html?|pdf|aspx?|php|json|docx?)$", re.IGNORECASE)


def as_printed(line: str) -> str:
    """Write a line as texts print it.

    >>> as_printed("8 usc 1158 a 2 B"), as_printed("Doe -v- US")
    ('8 U.S.C. 1158(a)(2)(B)', 'Doe v. United States')
    """
    line = _DOCKET_DASH.sub("-", _CONNECTOR.sub("", _BETWEEN.sub(" ", line)))
    line = _NAME_OF_DOCKET.sub("", line)
    line = _TYPED.sub(lambda match: f" {list(_PRINTED.values())[(match.lastindex or 1) - 1]} ", line)
    line = _TITLE.sub(r"\1 U.S.C. § ", line)
    line = _SIGN.sub(r"\1 § ", line)
    line = _APART.sub(lambda match: match[1] + "".join(f"({part})" for part in match.groups()[1:] if part), line)
    line = _QUOTED.sub(lambda match: _LEFT_OUT.sub('" "', match.group()), line)
    return _NATION.sub("United States", _VERSUS.sub("v.", _CLOSE_UP.sub(r"\1 ", line)))


def without_address(line: str) -> str:
    """Read a line that is a web address and nothing else: what it searches for or cites, or its last part's words.

    >>> without_address("https://example.org/opinion/150186/nako-v-holder/"), without_address("asylum")
    ('nako v holder', 'asylum')
    """
    while _ADDRESS.fullmatch(line) and (told := _of_address(line)) != line:
        line = told
    return line


def _of_address(line: str) -> str:
    try:
        parts = urlsplit(line if "//" in line else f"//{line}")
    except ValueError:  # "http://["
        return line
    asked = parse_qs(parts.query).get("q")
    if asked:
        return " ".join(asked[0].split())
    return _cited(parts) or _named(parts) or line


def _cited(parts: SplitResult) -> str:
    whole = f"{parts.path}?{parts.query}"
    found = ((pattern.search(whole), printed) for pattern, printed in _PATHS)
    return next((match.expand(printed) for match, printed in found if match), "")


def _named(parts: SplitResult) -> str:
    segments = [_ENDING.sub("", unquote(one)) for one in parts.path.split("/")]
    worded = [one for one in segments if any(sign.isalpha() for sign in one)]
    return " ".join(re.split(r"[\s_+-]+", worded[-1])).strip() if worded else ""
