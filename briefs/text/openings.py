"""Where the front matter of an opinion ends and the opinion itself begins."""

import re
from collections.abc import Sequence

from briefs.text import headings
from briefs.text.captions import caption_part
from briefs.text.flow import FUNCTION
from briefs.text.fronts import DATE, LABELLED, PANEL, SIGNS, STAMP, TITLE, fronty
from briefs.text.headings import SEPARATE, byline, has_office
from briefs.text.lines import TEXT, Line

_REACH = 160  # lines of text a caption takes at most
_LONG = 50  # characters of a line that runs on
_LIST = 300  # and that a list of judges has at most
_HEADNOTES = 6000  # that headnotes have together
_AGAIN = 40  # lines within which a byline that a site set over the caption comes again
_SIGNED = 12  # lines from the end within which a judge's name and office are a signature
_ORDER = 12  # lines that an order on a petition takes at most
_PROSE = 150  # characters that make a paragraph of the opinion rather than a line of its caption

_ERRATA = re.compile(r"(?i)errat(?:a|um)(?: sheet)?")
_DEAR = re.compile(r"Dear [A-Z][\w.’' ]{3,60}(?: and [A-Z][\w.’' ]{3,60})?[:,]")  # a judge's letter to counsel
_FILED = re.compile(r"(?i)filed:? [a-z]+ \d{1,2}, \d{4}")
_HELD = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_ENTRY = re.compile(r"(?i)\[?\(?(?:re:|entered by |docket (?:entr|no)|dkts?\.|ecf nos?|doc\. (?:no|#))")
_SIDES = re.compile(r"(?:Dissenting|Concurring)\b.{0,40}, [A-Z][\w.' ]+, (?:C\. ?)?J\.$")  # who else writes, on a cover
_DECIDED = re.compile(r"(?:Affirmed|Reversed|Vacated|Dismissed|Remanded)\b[^.]{0,60}\.")  # alone over the opinion
_DENIED = re.compile(
    r"(?:The |(?:Petitioner|Respondent|Appellant)[’']s )?(?i:petition|motion|application|suggestion)s?\s.{0,600}"
    r"\b(?:is|are) (?:denied|granted|dismissed)\."
)
_ORDERED = re.compile(r"(?i)upon (?:due )?consideration|it is hereby ordered")
_COUNSEL = re.compile(
    r"(?is)(?=.{0,400}\b(?:esq|attorney|counsel|law offices?|llp|p\.\s?c\.|office of|pro se|argued|on (?:the )?briefs?"
    r"|under appointment|law clinic|defender|solicitor)\b)(?:counsel\b|attorneys?\b|.{2,500}?\bfor (?:the )?"
    r"(?:petitioner|respondent|appell|plaintiff|defendant|amic|intervenor|government|dhs|people|state of"
    r"|united states))"
)
_SAYS = re.compile(r"\b(?:is|are|was|were|has|had|seeks?|appeals|petitions|argues?|contends?|challenges?|we)\b")
_STATED = re.compile(
    r"(?i)at a stated term|rulings by summary order|(?:this|the) (?:case|cause|matter) (?:came|was)\b.{0,60}\bheard"
)
_REVIEW = re.compile(
    r"(?i)(?:on )?(?:(?:cross-)?appeals?|petitions? for (?:review|rehearing))\b.{0,40}\b(?:from|of)\b.{0,40}"
    r"\b(?:court|board|order|judgment)"
)
_FORCED = re.compile(
    r"(?i)before the attorney general|for respondents?:|on behalf of (?:the )?(?:respondents?|applicants?|dhs)\b.*"
)
_OFFICES = re.compile(r"\b(?:Judges|Justices|JJ|Js)\.[*†\d]*$")
_BENCH = 16  # lines within which the list of judges follows the judge below
_INITIAL = re.compile(r"\s[A-Z]\.$")  # of a judge named over two lines: Ann B. / Roe, Judge
# Headings that stand over the first words of an opinion.
_HEADING = re.compile(
    r"(?i)(?:[ivx]+\.\s+)?(?:introduction|(?:factual |procedural |relevant )*(?:and )?(?:background|history)|facts?"
    r"|statement of .{4,40}|jurisdiction.{0,30}|discussion|analysis|summary of .{4,40}|overview|proceedings below"
    r"|findings of fact)(?: and (?:procedural |factual )?(?:history|background|facts))?"
)


def opening(lines: Sequence[Line]) -> int:
    """Give the index of the line the opinion itself begins with; 0 when there is no front matter."""
    texts = [i for i, line in enumerate(lines[:3000]) if line.role == TEXT]
    panel = -99
    for place, i in enumerate(texts[:400]):
        line = lines[i]
        if PANEL.match(line.text):
            panel = place
        likely = has_office(line.text) and not _SIDES.match(line.text)
        match = byline([lines[j].text for j in texts[place : place + 4]]) if likely else None
        if match is None or (place and _mid_sentence(lines[texts[place - 1]], line)):
            continue
        alone = match.lines > 1 or match.end == len(line.text)
        if place - panel <= 6 and alone and line.indent >= 10 and not _listed(lines, texts, panel, place):
            continue
        if panel < 0 and not SEPARATE.search(match.words) and _bench_follows(lines, texts, place):
            continue  # the judge below
        if alone and len(texts) - place < _SIGNED and (match.words[-1] not in ".:" or place > _REACH):
            continue  # who signs at the end
        if _named_again(lines, texts, place, match.words):
            continue  # a site's own table of what follows
        order = _order_before(lines, texts, place) if SEPARATE.search(match.words) else None
        if order is not None:
            return order
        if SEPARATE.search(match.words) and sum(len(lines[j].text) for j in texts[:place]) > 3000:
            break  # a separate opinion after one that names no writer
        if not alone and _FILED.fullmatch(line.text[match.end :].strip()) and place + 1 < len(texts):
            return texts[place + 1]  # the day stands beside who wrote it: all of the line is the caption's
        if not alone or len(texts) > place + 1:
            return i
    return _after_front(lines, texts)


def _listed(lines: Sequence[Line], texts: Sequence[int], panel: int, place: int) -> bool:
    """Tell whether the list of judges has ended before a line: by their office, or the day alone on a line."""
    between = [lines[i].text for i in texts[max(0, panel) : place]]
    return any(DATE.fullmatch(text) or _OFFICES.search(text) for text in between)


def _bench_follows(lines: Sequence[Line], texts: Sequence[int], place: int) -> bool:
    """Tell whether the list of judges stands further down, before any words of the opinion."""
    for later in range(place + 1, min(place + _BENCH, len(texts))):
        if _names_panel(lines[texts[later]].text):
            return True
        if _is_prose(lines, texts, later, _run(lines, texts, later)):
            return False
    return False


def _named_again(lines: Sequence[Line], texts: Sequence[int], place: int, words: str) -> bool:
    """Tell a byline that comes again under the caption, before any words of the opinion."""
    for later in range(place + 1, min(place + _AGAIN, len(texts))):
        text = lines[texts[later]].text
        if text.casefold() == words.casefold() or (
            text.casefold().startswith(words.split(",", 1)[0].casefold() + ",") and byline([text]) is not None
        ):
            return any(fronty(lines[i]) or _DECIDED.fullmatch(lines[i].text) for i in texts[place:later])
        if len(text) > 2 * _PROSE:
            return False
    return False


def _order_before(lines: Sequence[Line], texts: Sequence[int], place: int) -> int | None:
    """Find the order that what one judge says of it follows: The petition for a writ of certiorari is denied."""
    at = place
    while at and place - at < _ORDER and not fronty(lines[texts[at - 1]]):
        at -= 1
        text = " ".join(lines[i].text for i in texts[at:place])
        if _DENIED.fullmatch(text):
            return texts[at]
    return None


def _mid_sentence(before: Line, line: Line) -> bool:
    """Tell a name and office that only go on with the line above: "the Superior Court, Maria Roe, Judge"."""
    close = before.stop == line.start and not before.feed
    named = before.text.endswith((",", ", and")) or _INITIAL.search(before.text) is not None
    return close and named and len(before.text) > _LONG and not before.text.isupper()


def _after_front(lines: Sequence[Line], texts: Sequence[int]) -> int:
    """Find the opinion's beginning without a byline: after its title, else after the last sign of a caption."""
    signs = [place for place, i in enumerate(texts[:120]) if SIGNS.fullmatch(lines[i].text)]
    if not signs or signs[0] > (14 if sum(fronty(lines[i]) for i in texts[:30]) > 3 else 5):
        return 0
    for place, i in enumerate(texts[:_REACH]):
        if _ORDERED.match(lines[i].text) and not _prose_before(lines, texts, place):
            return i
        if (_ERRATA.fullmatch(lines[i].text) or _DEAR.fullmatch(lines[i].text)) and place + 1 < len(texts):
            return texts[place + 1]
    at = signs[0] + 1
    for place, i in enumerate(texts[:_REACH]):
        if TITLE.fullmatch(lines[i].text) and place + 1 < len(texts) and _may_head(lines, texts, place):
            at = _under_title(lines, texts, place)
            break
    titled = at > signs[0] + 1 and TITLE.fullmatch(lines[texts[at - 1]].text) is not None
    return _first_prose(lines, texts, at, titled=titled)


def _may_head(lines: Sequence[Line], texts: Sequence[int], place: int) -> bool:
    """Tell a title over the opinion from the heading of the order at its end."""
    if lines[texts[place]].text.rstrip("*†0123456789") not in ("ORDER", "DECISION"):
        return True
    return not _prose_before(lines, texts, place)


def _prose_before(lines: Sequence[Line], texts: Sequence[int], place: int) -> bool:
    """Tell whether a paragraph of the opinion stands before a line."""
    firsts = [at for at in range(place) if not at or texts[at] != texts[at - 1] + 1]
    return any(_is_prose(lines, texts, at, _run(lines, texts, at)) for at in firsts)


def _first_prose(lines: Sequence[Line], texts: Sequence[int], at: int, *, titled: bool) -> int:
    """Go through what follows a caption's first sign, or its title, until the words of the opinion."""
    start = at
    while at < min(len(texts), _REACH):
        end = _run(lines, texts, at)
        if _is_prose(lines, texts, at, end) or (titled and at == start and not _front_run(lines, texts, at, end)):
            later = _forced(lines, texts, at)
            if later is None:
                return texts[_headed(lines, texts, at, start)]
            at, start, titled = later, later, False
            continue
        at = end
    return texts[start] if titled else 0


def _forced(lines: Sequence[Line], texts: Sequence[int], at: int) -> int | None:
    """Find what only front matter has further down: headnotes stood before it. Gives the line after it."""
    found: int | None = None
    size = 0
    for place in range(at + 1, min(len(texts), at + 60)):
        text = lines[texts[place]].text
        if _FORCED.fullmatch(text) or _names_panel(text):
            found = place + 1
        size += len(text)
        if size > _HEADNOTES:
            break  # some courts name their judges at the end
    return found


def _names_panel(text: str) -> bool:
    """Tell the list of judges after "Before" from a sentence that begins so: Before the hearing, ..."""
    if not PANEL.match(text) or len(text) > _LIST or not re.match(r"\S+\W+[A-ZÀ-Þ]", text):
        return False
    return caption_part(text) == "panel" and bool(re.search(r"[A-Z]{3}|[A-Z][a-z]+,", text[7:]))


def _run(lines: Sequence[Line], texts: Sequence[int], at: int) -> int:
    """Give the place after the lines that run on from one."""
    end = at + 1
    while end < len(texts) and end - at < 40:
        before, line = lines[texts[end - 1]], lines[texts[end]]
        close = texts[end] == texts[end - 1] + 1
        short = len(before.text) < _LONG and not (before.text[-1].isalpha() and FUNCTION.search(before.text[-12:]))
        if before.ends_sentence and (short or not close or line.indent >= before.indent + 2 or fronty(line)):
            break
        if not close and LABELLED.match(before.text):
            break
        if short and (not close or fronty(line) or fronty(before)):
            break
        if not close and line.text[0].isupper() and line.indent >= before.indent + 2:
            break
        end += 1
    return end


def _is_prose(lines: Sequence[Line], texts: Sequence[int], at: int, end: int) -> bool:
    """Tell a paragraph of the opinion."""
    text = " ".join(lines[i].text for i in texts[at:end])
    letters = [char for char in text if char.isalpha()]
    if len(text) < _PROSE or sum(char.islower() for char in letters) < 0.75 * len(letters):
        return False
    if end - at > 1 and sum(len(lines[i].text) for i in texts[at : end - 1]) < 0.8 * _LONG * (end - at - 1):
        return False
    return not _front_run(lines, texts, at, end)


def _front_run(lines: Sequence[Line], texts: Sequence[int], at: int, end: int) -> bool:
    """Tell lines that are of the caption: named by its words."""
    text = " ".join(lines[i].text for i in texts[at:end])
    first = lines[texts[at]].text
    if LABELLED.match(text) or _STATED.match(text) or (_REVIEW.match(text) and len(text) < 400):
        return True
    if PANEL.match(first) or DATE.fullmatch(first) or TITLE.fullmatch(first) or STAMP.fullmatch(first):
        return True
    if re.match(r"(?:\*+|†|‡)\s*\S|NOTE:|NOTICE:|\[[A-Z][^\]]{10,600}\]$", text):
        return True
    if (
        len(text) < 1200
        and _COUNSEL.match(text[:900])
        and not re.match(r"(?:The|This|We|In|Petitioner|Respondent)\b", text)
    ):
        return True
    if len(text) < 200 and SIGNS.fullmatch(first):
        return True
    return len(text) < _PROSE and (
        fronty(lines[texts[at]]) or caption_part(text) not in ("other", "disposition", "counsel")
    )


def _headed(lines: Sequence[Line], texts: Sequence[int], at: int, start: int) -> int:
    """Take in the headings that stand over the first paragraph."""
    while at > start:
        line = lines[texts[at - 1]]
        if fronty(line) or not (line.look == "title" or _heads(line.text)):
            break
        if headings.style(line.text) is None or len(line.text) > 80:
            break
        at -= 1
    return at


def _heads(text: str) -> bool:
    """Tell the words of a heading that can stand over an opinion's first paragraph."""
    return headings.numbered(text) or bool(_HEADING.fullmatch(text))


def _under_title(lines: Sequence[Line], texts: Sequence[int], place: int) -> int:
    """Give the place of the first line after a title; its further lines, and what entry it rules on, are of it."""
    later = place + 1
    while later + 1 < len(texts) and later < place + 6:
        text, close = lines[texts[later]].text, texts[later] == texts[later - 1] + 1
        if not (close and _HELD.sub("", text).isupper() and not _heads(text)) and not _ENTRY.match(text):
            break
        later += 1
    return later
