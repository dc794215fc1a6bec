"""The part of a passage that a headline is made of: where the words sought stand closest together.

PostgreSQL reads a text anew for its headline, which takes as long as the text is; most of a long passage is not shown.
"""

from collections.abc import Iterator, Sequence

SPAN, BEFORE = 240, 100  # characters: from the first word to the last one, and what is shown before and after
LONG = SPAN + 2 * BEFORE  # a text no longer than this is read whole


def window(text: str, lexemes: Sequence[str]) -> str:
    """Give the part of a text with the most of these stems, then the most places; the whole where none is seen.

    A stem is sought by its letters at the beginning of a word, which now and then finds another word, or none ("dying"
    has the stem "die"). Whoever takes the part has to see for himself that it holds what is sought.
    """
    lowered = text.lower()
    if len(text) <= LONG or len(lowered) != len(text):  # of a few letters the small one is two
        return text
    places = sorted((at, one) for one, lexeme in enumerate(lexemes) for at in _places(lowered, lexeme))
    if not places:
        return text
    best, most, end = 0, (0, 0), 0
    for begin, (at, _) in enumerate(places):
        while end < len(places) and places[end][0] <= at + SPAN:
            end += 1
        within = {one for _, one in places[begin:end]}
        if (len(within), end - begin) > most:
            best, most = begin, (len(within), end - begin)
    first, last = places[best][0], places[best + most[1] - 1][0]
    return text[_word_before(text, first - BEFORE) : _word_after(text, last + BEFORE)]


def _places(lowered: str, lexeme: str) -> Iterator[int]:
    beginning = lexeme[:-1] if lexeme.endswith("i") else lexeme  # "deni" is of deny and denied
    at = lowered.find(beginning)
    while at >= 0:
        if not at or not lowered[at - 1].isalnum():
            yield at
        at = lowered.find(beginning, at + 1)


def _word_before(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) + 1 if at > 0 else 0


def _word_after(text: str, at: int) -> int:
    end = text.find(" ", at)
    return end if end >= 0 else len(text)
