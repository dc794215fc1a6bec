"""Details proposed from an opinion's own text, with the words they came from; what it does not say stays None."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from briefs.importers import below, captioned_court, docketed, outcome
from briefs.importers.docketed import NOTHING, Found
from briefs.importers.imported import Detail
from briefs.importers.writings import SEPARATE_KINDS, author_of, kind_of, said_in_caption
from briefs.text.names import VERSUS, plain_name, short_name
from briefs.text.pieces import Clean

FIELDS = (
    "caption short_name court docket_numbers argued_on decided_on decided_precision author panel counsel disposition"
    " opinion_kind completeness publication_status citations below_tribunal below_decided_on below_adjudicator"
    " prior_citation source_url"
).split()

_JUDGE = re.compile(
    r"(?i)\b(?:the hon(?:orable|\.)|chief|presiding|senior|circuit|district|associate|united states|u\.\s?s"
    r"|judges?|justices?|retired"
    r"|before|present|b e f o r e|acting|deputy|temporary|appellate|immigration"
    r"|board panel|(?:temporary\s+)?(?:board\s+)?members?|(?:vice\s+)?chairman)\b[.:]?"
)
_BENCH = re.compile(r"(?s)^(.*?\b(?:Judges|Justices)\.[*†\d]*)\s+[A-Z].*\b(?:for|brief)\b.*")  # counsel go on behind it
_INITIALS = re.compile(r"(?:[A-Z]\.\s?)?J+s?\.?$|Js\.?$|[CP]\.\s?J+$|J\.\s?P$")  # of an office: C.J., JJ., Js.
_INITIAL = re.compile(r"(?<=\b[A-Z]\.)(?<!, J\.)(?<!J\.P\.)(?<!P\.J\.)(?<!C\.J\.)\n")  # a name goes on
_NAME = re.compile(r"(?!.*\b(?:for|on|argued)\s)[A-ZÀ-Þ][^\d]{1,40}$")
_SIGNED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]+, (?:(?:Acting |A\. ?)?P\. ?)?J\.\*?")
_CONCUR = re.compile(r"(?i)(?:we|i) concur\b")
_LAST = 12  # lines at the end that an opinion can be signed with
_UNPUBLISHED = (
    r"(?-i:\bUNREPORTED\b)|"
    r"not (?:for|to be|be|recommended for|intended for) (?:full-text )?(?:publi(?:cation|shed)|cited)"
    r"|do not publish|\bunpublished\b"
    r"|summary order|non-?precedential|non-?precedent decision|not precedent(?:ial)?\b"
)
_STATUS = (
    ("unpublished", re.compile(rf"(?i){_UNPUBLISHED}")),
    (
        "published",
        re.compile(r"(?<![Tt] )(?i:for (?:full-text )?publication)\b|\bPRECEDENTIAL\b|(?i:by published opinion)"),
    ),
    ("published", re.compile(r"(?im)^\W*(?:to be )?publish(?:ed)?\W*$|(?-i:^REPORTED$)")),
)
_OF_STATUS = ("publi", "preced", "cited", "report", "summary order")  # one of these is in whatever says so
_REPORTED = re.compile(
    r"(?P<cite>\d{1,4}\s+(?:F\.\s?(?:2d|3d|4th|App['’]x)|U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|I\.?\s?&\s?N\.?\s+Dec\.)\s+\d{1,5})"
    r"(?:\s+\((?:[\w. ]{0,12}\s)?\d{4}\))?"
)
_CITE_AS = re.compile(r"(?i)cite as:?\s+(?P<cite>\d{1,4}\s+[A-Z][\w.&' ]{1,24}?\s+\d{1,5})(?=\s*\(|$)")


def from_text(clean: Clean, heads: Sequence[str] = ()) -> tuple[Detail, ...]:
    """Propose every detail the text gives; a detail the text does not give has the value None.

    `heads` are the running heads and feet of printed pages, which are no part of the text but say how it is cited,
    and the stamps of a court's filing system.
    """
    clauses = below.clauses(clean)
    finders: dict[str, Callable[[Clean], Found]] = {
        "caption": _caption,
        "court": lambda given: captioned_court.court(given, heads),
        "docket_numbers": lambda given: docketed.dockets(given, heads),
        "argued_on": lambda given: docketed.dated(given, docketed.ARGUED),
        "decided_on": lambda given: docketed.decided(given, heads),
        "author": _author,
        "panel": _panel,
        "counsel": _counsel,
        "disposition": outcome.disposition,
        "opinion_kind": _kind,
        "publication_status": lambda given: _status(given, heads),
        "citations": lambda given: _citations(given, heads),
        "below_tribunal": lambda _: below.tribunal(clauses),
        "below_decided_on": lambda _: below.decided_on(clauses),
        "below_adjudicator": lambda given: below.adjudicator(given, clauses),
        "prior_citation": below.prior_citation,
    }
    found = {name: finder(clean) for name, finder in finders.items()}
    caption, words = found["caption"]
    short, court = short_name(caption) if isinstance(caption, str) else None, found["court"][0]
    own = captioned_court.of_own_state(short, court if isinstance(court, str) else None) if short else None
    found["short_name"] = (own, words) if own else NOTHING
    found["decided_precision"] = ("day", found["decided_on"][1]) if found["decided_on"][0] else ("unknown", "")
    found["completeness"] = _completeness(clean, found)
    found["source_url"] = NOTHING
    return tuple(Detail(name, *(found[name] if found[name][0] is not None else NOTHING)) for name in FIELDS)


def completed(details: Iterable[Detail], record: Iterable[Detail]) -> tuple[Detail, ...]:
    """Fill what the text did not give from the record; where both speak of kind or author, the text wins."""
    given = {detail.field: detail for detail in details}
    for detail in record:
        known = given[detail.field].value
        if known is None or known == "unknown":
            given[detail.field] = detail
    if given["short_name"].where == "record" and given["caption"].where == "text" and given["caption"].value:
        given["short_name"] = Detail("short_name", given["short_name"].value, given["short_name"].words, "record")
    return tuple(given[name] for name in FIELDS)


def _blocks(clean: Clean, *parts: str) -> list[str]:
    """Give the caption's blocks of some parts (all, when none is named), in order."""
    return [text for mark, text in clean.of_kind("caption") if not parts or mark.data.get("part") in parts]


def _caption(clean: Clean) -> Found:
    """The parties as printed, from the first before "v." to the last; a one-line caption without its docket number."""
    parts = [
        (str(mark.data.get("part")), _RECORD.sub("", text) if any(words in text for words in _OF_RECORDS) else text)
        for mark, text in clean.of_kind("caption")
    ]
    for place, (name, text) in enumerate(parts):
        sides = VERSUS.split(" ".join(text.split()), maxsplit=1)
        if (
            text.startswith("[Cite")
            or len(sides) != 2
            or len(text) > 600
            or name not in ("parties", "title", "other", "docket")
        ):
            continue
        if "\n" in text and docketed.number(text) != text and any(_apart(later) for _, later in parts[place + 1 :]):
            continue  # a short title over the caption
        # On lines of their own "Petitioner" and "Respondent" are what the parties are called, not they.
        has_names = "\n" not in text or not any(_ROLE.fullmatch(side.strip(" ,.-")) for side in sides)
        if has_names and all(side.strip(" ,.-") for side in sides):
            words = re.split(r",?\s+(?:Nos?\.|Docket)\s", _TITLED.sub("", text), maxsplit=1)[0]
            words = docketed.number(words).strip(" ,;\n").lstrip(". ")
            return " ".join(words.split()), words
        # A docket number set beside the parties stands among them.
        parts = [part for at, part in enumerate(parts) if not _stands_among(parts, at)]
        place = parts.index((name, text))
        first, last = place, place
        while first and parts[first - 1][0] == "parties" and not (first < place and parts[first - 1][1].endswith(".")):
            if re.match(r"(?i)in re\b", parts[first - 1][1]) or docketed.NEUTRAL.fullmatch(parts[first - 1][1]):
                break
            first -= 1
        while last + 1 < len(parts) and parts[last + 1][0] == "parties":
            last += 1
            if last > place and parts[last][1].endswith(".") and _ROLES.search(parts[last][1]):
                break
        words = "\n".join(text for _, text in parts[first : last + 1])
        return re.sub(r"(?<=[,.\w])\*+", "", " ".join(words.split())).strip(" ,"), words
    for place, (name, text) in enumerate(parts):
        if re.search(r"(?i)(?:matter of|in re):?$", text):
            named = next((words for part, words in parts[place + 1 : place + 3] if part == "parties"), None)
            text = f"{text}\n{named}" if named else text
        text = re.split(r"\s+Date:", text, maxsplit=1)[0]
        match = _MATTER.match(text) if name == "parties" and len(text) < 200 else None
        if match and re.search(r"[A-Za-z]{2}", text[match.end() :]):
            return " ".join(text.split()).strip(" ,"), text
    return NOTHING


def _apart(text: str) -> bool:
    """Tell whether a caption sets its "v." on a line of its own."""
    return any(VERSUS.fullmatch(line.strip()) for line in text.split("\n"))


def _stands_among(parts: Sequence[tuple[str, str]], at: int) -> bool:
    if not 0 < at < len(parts) - 1 or parts[at][0] not in ("docket", "title"):
        return False
    start = at
    while start and parts[start - 1][0] == "parties":
        start -= 1
    side = " ".join(text for _, text in parts[start:at])
    waits = re.search(r"\bv\.?$", side) or (side.rstrip().endswith(",") and not VERSUS.search(side))
    return parts[at + 1][0] == "parties" and bool(waits)


# Numbers that stand within a caption: Virginia sets them after the "v.", Connecticut after the parties.
_RECORD = re.compile(r"(?<=v\.)\s+Record Nos?\. [\d-]+(?:(?:,| and) [\d-]+)*|\s+\((?:SC|AC) \d{4,5}\)$")
# What stands before the parties where a form names them: Case No. CV 20-123 ... Title: Roe v. Doe
_TITLED = re.compile(r"(?s)^(?:(?:.*\n)?Title:\s+|R[Ee]:\s+)")
_OF_RECORDS = ("Record No", "(SC ", "(AC ")  # one of these is in each of them
_MATTER = re.compile(r"(?i)in re\b|matter of\b|in the matter of\b")
_ROLE = re.compile(r"(?i)(?:cross-)?(?:petitioner|respondent|appell(?:ant|ee)|plaintiff|defendant)s?")  # and no name
_ROLES = re.compile(r"(?i)(?:petitioner|respondent|appell(?:ant|ee)|plaintiff|defendant)s?\.$")


def _byline(clean: Clean) -> str | None:
    """Give the byline of the opinion: the first that is no separate opinion's, else the first.

    A separate opinion that follows one which names no writer is not the file's.
    """
    found = [(mark, text) for mark, text in clean.of_kind("byline")]
    own = next((text for _, text in found if kind_of(text) not in SEPARATE_KINDS), None)
    if own is not None or not found:
        return own or said_in_caption(clean)
    first = min((mark.start for mark in clean.marks if mark.kind == "paragraph"), default=len(clean.text))
    return found[0][1] if found[0][0].start < first else None


def _author(clean: Clean) -> Found:
    text = _byline(clean)
    text = text or _signed(clean)
    name = author_of(text) if text is not None else None
    return (name, text) if name and text is not None else NOTHING


def _signed(clean: Clean) -> str | None:
    """Give the line an opinion is signed with over the names of those who concur, as California's are."""
    lines = [line for _, text in clean.of_kind("paragraph") for line in text.split("\n")][-_LAST:]
    for line, following in pairwise(lines):
        if _SIGNED.fullmatch(line) and _CONCUR.match(following):
            return line
    return None


def _panel(clean: Clean) -> Found:
    """The judges named after "Before" or "Present"; the list may go on over several blocks."""
    words = re.sub(
        r"(?<=\b[A-Z]\.)(?<!, J\.)(?<!J\.P\.)(?<!P\.J\.)(?<!C\.J\.)\n",
        " ",
        "\n".join(_BENCH.sub(r"\1", text) for text in _blocks(clean, "panel")),
    )
    rest = re.sub(r"[*\d]+", "", _JUDGE.sub(" ", re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", words)))
    names = [" ".join(name.split()).strip(" .,:") for name in re.split(r"[,;&]|\b[Aa][Nn][Dd]\b|\n", rest)]
    judges = tuple(dict.fromkeys(plain_name(name) for name in names if _NAME.match(name) and not _INITIALS.match(name)))
    return (judges, words) if judges and len(judges) < 16 else NOTHING


def _counsel(clean: Clean) -> Found:
    blocks = _blocks(clean, "counsel")
    return ("\n".join(" ".join(text.split()) for text in blocks), "\n".join(blocks)) if blocks else NOTHING


def _kind(clean: Clean) -> Found:
    text = _byline(clean)
    return (kind_of(text), text) if text is not None else NOTHING


def _status(clean: Clean, heads: Sequence[str]) -> Found:
    """What the caption, or a note to it, says of publication."""
    notes = [text for mark, text in clean.of_kind("footnote") if not str(mark.data.get("number")).isdigit()]
    for text in [*_blocks(clean), *notes, *heads[:2]]:
        small = text.lower()
        for name, pattern in _STATUS if any(words in small for words in _OF_STATUS) else ():
            match = pattern.search(text)
            if match:
                return name, match.group().strip()
    return "unknown", ""


def _citations(clean: Clean, heads: Sequence[str]) -> Found:
    found = [
        (match.group("cite"), text)
        for text in _blocks(clean)
        if (match := _REPORTED.fullmatch(" ".join(text.split("\n")[0].split())))
    ]
    found += [(match.group("cite"), match.group()) for head in heads[:40] if (match := _CITE_AS.search(head))]
    cites = tuple(dict.fromkeys(cite for cite, _ in found))
    return (cites, "\n".join(dict.fromkeys(text for _, text in found))) if cites else NOTHING


def _completeness(clean: Clean, found: dict[str, Found]) -> Found:
    """Whether the whole of the opinion is there: told by how the text begins, whose it is, and how it ends."""
    text = clean.text.lstrip()
    if text[:1].islower():
        return "beginning_missing", text.split("\n", 1)[0]
    kind, words = found["opinion_kind"]
    if kind in SEPARATE_KINDS:
        return "separate_only", words
    paragraphs = [words for _, words in clean.of_kind("paragraph")]
    ended = bool(paragraphs) and bool(re.search(r"[.!?][\"”’')\]]*$", paragraphs[-1]))
    headed = found["caption"][0] is not None and (
        found["court"][0] is not None or found["docket_numbers"][0] is not None
    )
    return ("complete", "") if kind and headed and ended else NOTHING
