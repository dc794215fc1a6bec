"""Case records of Harvard's Caselaw Access Project, one JSON object to a file, as its API or its files give them.

Fields used: name, name_abbreviation, decision_date, docket_number, citations, court, and of casebody (or of its data)
head_matter, judges, attorneys and opinions, each with type, author and text; a casebody of HTML or XML is a page.
"""

import re
from collections.abc import Mapping
from typing import Any

from briefs.importers import html
from briefs.importers.courtlistener import parsed, string
from briefs.importers.details import from_text
from briefs.importers.imported import Detail, Imported, Unreadable, Value, checked
from briefs.importers.several import Typed, together
from briefs.importers.writings import writings
from briefs.text.names import plain_name
from briefs.text.normalise import normalise

_KINDS = (
    ("concurrence_in_part", re.compile(r"(?i)concur.*dissent|in-part")),
    ("dissent", re.compile(r"(?i)dissent")),
    ("concurrence", re.compile(r"(?i)concur")),
    ("plurality", re.compile(r"(?i)plurality")),
    ("per_curiam", re.compile(r"(?i)per[-_ ]?curiam")),
    ("lead", re.compile(r"(?i)majority|unanimous|lead")),
)
_MOST = 60  # opinions to a case


def claims(name: str, content: bytes) -> bool:
    """Take JSON that speaks of a casebody."""
    start = content[:65536].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and (b'"casebody"' in content or b'"head_matter"' in start)


def read(content: bytes) -> Imported:
    """Read one case; raises Unreadable."""
    record = parsed(content)
    body = record.get("casebody", record)
    if isinstance(body, dict) and "data" in body:
        if body.get("status") not in (None, "ok"):
            raise Unreadable("The record holds no text of the case: the archive did not give it out.")
        body = body["data"]
    if isinstance(body, str):
        return together([Typed(html.from_markup(body), None, None)], _details(record, {}))
    if not isinstance(body, dict):
        raise Unreadable("The record holds no text of the case.")
    given = body.get("opinions")
    opinions = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    opinions = [one for one in opinions[:_MOST] if string(one, "text").strip()]
    if not opinions:
        raise Unreadable("The record holds no opinion with a text.")
    head = string(body, "head_matter").strip()
    typed = [_typed(one, head if not place else "") for place, one in enumerate(opinions)]
    return together(typed, _details(record, body))


def _typed(opinion: Mapping[str, Any], head: str) -> Typed:
    said = string(opinion, "type")
    kind = next((name for name, pattern in _KINDS if pattern.search(said)), None)
    # Each line is a paragraph: an empty one between them says so to the normaliser.
    words = "\n\n".join(line for line in f"{head}\n{string(opinion, 'text')}".splitlines() if line.strip()) + "\n"
    clean = normalise(checked(words))
    author = re.split(r",|:", string(opinion, "author"), maxsplit=1)[0].strip(" .")
    named = plain_name(author) if author and "curiam" not in author.casefold() else None
    return Typed(Imported(words, clean, from_text(clean), writings=writings(clean)), kind, named, said)


def _details(record: Mapping[str, Any], body: Mapping[str, Any]) -> list[Detail]:
    found: list[Detail] = []

    def said(field: str, value: Value, words: str) -> None:
        if value and words:
            found.append(Detail(field, value, words, "record"))

    said("caption", string(record, "name").strip(), string(record, "name"))
    said("short_name", string(record, "name_abbreviation").strip(), string(record, "name_abbreviation"))
    day = string(record, "decision_date")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        said("decided_on", day, day)
        said("decided_precision", "day", day)
    numbers = string(record, "docket_number").strip()
    said("docket_numbers", tuple(re.findall(r"\d{2,4}-\d{2,6}(?:-[a-z]{2,3})?", numbers)), numbers)
    cites = record.get("citations")
    listed = [one for one in cites if isinstance(one, dict)] if isinstance(cites, list) else []
    texts = tuple(string(one, "cite").strip() for one in listed if string(one, "cite").strip())
    said("citations", texts, "; ".join(texts))
    for field, name in (("counsel", "attorneys"), ("panel", "judges")):
        value = body.get(name)
        lines = [one.strip() for one in value if isinstance(one, str)] if isinstance(value, list) else []
        said(field, "\n".join(lines) if field == "counsel" else tuple(lines), "\n".join(lines))
    return found
