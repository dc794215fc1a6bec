"""Pinpoints: the page, note, paragraph or star page that a citation points to (Bluebook rule 3.2)."""

import re

_NUMBER = r"(?:\*{1,2} ?)?\d{1,6}(?:[:.]\d{1,4})?(?: ?- ?\*?\d{1,6}(?:[:.]\d{1,4})?)?(?![\d\w])"
_NOTE = r"(?:& ?)?(?:nn?|fn|notes?)\.? ?\d{1,4}(?:(?:-| ?& ?(?:n\. ?)?|, ?(?:n\. ?)?)\d{1,4}(?![\d\w/]))*"
_PAGE = rf"(?:pp?\. ?)?{_NUMBER}(?:,? {_NOTE})?"
_PARAGRAPH = (
    r"¶{1,2} ?\d{1,5}(?:\(\w{1,4}\))?(?: ?- ?\d{1,5})?(?:(?:, ?|,? ?& ?| and )(?:¶ ?)?\d{1,5}(?: ?- ?\d{1,5})?)*"
)
_ONE = rf"(?:{_PARAGRAPH}|{_PAGE}|{_NOTE})"
# Not a pin when it is the volume of the next citation or a number of the next phrase.
_LIST = rf"{_ONE}(?:(?:, | & | and |,? & |, and |,){_ONE}(?=[\s,.;:)\]\"'(]|$)(?! [A-Z][A-Za-z.' ]{{0,24}}\d))*"

BLANK = "___"  # a page that was not known yet: it is of a decision, and shown to nobody
PIN = _LIST  # one or more pages, notes or paragraphs
_AFTER_FULL = re.compile(rf" ?,? ?(?:at )?(?P<pin>{_LIST})(?=[\s,.;:)\]\"'(\[]|$)(?! [A-Z][A-Za-z.' ]{{0,24}}\d)")
_AFTER_ID = re.compile(rf"(?:,| ,)? ?(?:(?:at|p\.|pp\.) ?(?P<pin>{_LIST})|(?P<note>{_NOTE}|{_PARAGRAPH}))(?=\W|$)")
_BARE = re.compile(r", (?P<pin>\d{1,4}(?:-\d{1,4})?(?: n\.\d{1,3})?)(?=[.;)\]]|$)")  # Connecticut's "Id., 16."
_MORE = re.compile(rf"(?P<pin>(?: ?- ?\*?\d{{1,6}})?(?:,? {_NOTE})?(?:(?:, | & | and |, and |,){_ONE}(?=\W|$))*)")
_UNTIDY = re.compile(r"[\sp*]")
_REACH = 120  # longest run of pins


def after_full(text: str, place: int, stop: int) -> tuple[str, int] | None:
    """Read the pin after the first page of a full citation: ", 1451-52", ", 514 n.3", ", at *3".

    `stop` is where the next citation to a reporter begins; a number there is its volume, not a pin.
    Gives (pin, end) or None.
    """
    if not text.startswith((",", " ,", " at ", " n.", " & n", " ¶"), place):
        return None
    match = _AFTER_FULL.match(text, place, min(stop, place + _REACH, len(text)))
    return (match["pin"], match.end("pin")) if match else None


def after_id(text: str, place: int, stop: int) -> tuple[str, int] | None:
    """Read the pin after *id.*, *supra* or a bare name: " at 512 n.34", ", at 7", " ¶ 5"; (pin, end) or None."""
    match = _AFTER_ID.match(text, place, min(stop, place + _REACH, len(text)))
    if not match:
        bare = _BARE.match(text, place, min(stop, place + _REACH, len(text)))
        return (bare["pin"], bare.end("pin")) if bare else None
    group = "pin" if match["pin"] else "note"
    return match[group], match.end(group)


def after_short(text: str, place: int, stop: int) -> tuple[str, int]:
    """Read the rest of a short form's pin, after its first page: "-52", ", 1449", " n.3"; (rest, end)."""
    match = _MORE.match(text, place, min(stop, place + _REACH, len(text)))
    return (match["pin"], match.end("pin")) if match else ("", place)


def tidy(pin: str) -> str:
    """Give a pin as it is shown: one space between words, no "p.", no space inside a range or after a star."""
    if not _UNTIDY.search(pin):
        return pin
    plain = re.sub(r"^pp?\. ?", "", " ".join(pin.split()))
    return re.sub(r"(?<=\d) ?- ?(?=[*\d])", "-", re.sub(r"\* ", "*", plain))


_FIRST_PAGE = re.compile(r"(?:pp?\. ?)?(\d{1,2},\d{3}(?!\d)|\d+)(?![\d.]*:)")


def first_page(pin: str | None) -> int | None:
    """Give the first page of a pin as a number; None when it is no page (a note, a paragraph, a star page)."""
    match = _FIRST_PAGE.match(pin or "")
    return int(match[1].replace(",", "")) if match else None
