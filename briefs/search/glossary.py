"""Plain speech of several words, and what opinions say for it: “green card”, “standing by”, “threw out”.

Single words of one meaning stand in `thesaurus`; what stands here is known only as a whole, for its words alone mean
something else. Like those it widens a question of which hardly anything has all the words (`loose`). A line has what
people say before the arrow and what opinions say after it; several words there need quotes only if others follow.
"""

import re
from collections.abc import Sequence

from briefs.search.abbreviations import LETTERS

# Single words of the lines are compared by their stems (`_stem`), so that a line need not have every ending.
SAID_FOR = """
stand by; stood by; look on; do nothing; did nothing; fail to act; not intervene -> inaction bystander passive
turn a blind eye; look the other way; look away -> acquiescence acquiesce "willful blindness"
cannot protect; could not protect; did not protect; refuse to help -> "unable or unwilling" acquiescence
green card -> "lawful permanent resident" "permanent residence" "permanent resident"
work permit; work paper -> "employment authorization" "work authorization"
send back; sent back; kick out -> deport removal expelled return
lock up -> detained custody imprisoned incarcerated jail
let go; laid off -> discharged terminated dismissed
beat up; beaten up -> beaten assault
run away; ran away -> flee fled escape desertion
pay off; paid off -> bribe
break in; broke in; break into; broke into -> burglary "forced entry" "forcible entry"
tell the truth; told the truth -> credible credibility truthful veracity
out loud; speak out; spoke out; speak up; spoke up -> verbalize express articulate "into words"
too late; out of time; miss the deadline; past the deadline; after the deadline -> untimely time-barred
bring up; brought up -> raise exhaust preserve
give up; gave up; given up -> renounce relinquish surrender waive abandon
home country; native land -> "country of nationality" "native country"
get better; got better; become safe; became safe -> improve "changed circumstances" "changed conditions"
move elsewhere; live elsewhere; another town; another city; another part -> relocate "internal relocation"
secret police; secret service -> kgb "state security" "security service"
on purpose -> intentional deliberate willful knowingly
point of view -> opinion belief viewpoint
birth paper -> "birth certificate"
identity paper; id card -> "identity document" "identity card" "identification card"
hospital paper; medical paper; doctor's note -> "medical record" "hospital record" "medical certificate"
human rights report; state department report -> "country report" "country conditions"
plea deal; plea bargain -> "plea agreement" "guilty plea"
public defender -> "appointed counsel" "court-appointed counsel"
bad lawyer; lawyer's mistake -> "ineffective assistance" malpractice
take part; took part; taken part; join in -> participate involved assisted
make up; made up -> fabricate invented untruthful
sham marriage; fake marriage -> "marriage fraud" "bona fide marriage"
war crime -> "inhuman conduct" "crimes against humanity"
dodge the draft; draft dodger; draft evader -> conscription "military service"
refuse to fight; refuse to serve -> "conscientious objector" deserter
second chance; look at it again -> reconsider reopen remand
ethnic group -> ethnicity nationality race
traffic stop; pull over -> "stopped the car" "stopped the vehicle" "investigatory stop"
hit and run -> "left the scene"
slip and fall -> slipped fell tripped
kind of people; class of people -> "social group"
"""
_TERM = re.compile(r'"[^"]+"|\S+')
_ENDING = re.compile(r"(?:['’]s|(?<=\w\w\w)(?:ing|ed|es|s))$")


def _stem(word: str) -> str:
    return _ENDING.sub("", word.casefold().strip("?.,;:!()[]'’"))


def _lines() -> dict[tuple[str, ...], tuple[str, ...]]:
    told = {}
    for line in SAID_FOR.strip().splitlines():
        said, _, stands_for = line.partition(" -> ")
        for one in said.split("; "):
            told[_stems(one)] = tuple(_TERM.findall(stands_for))
    return {_stems(words): (f'"{words}"', letters) for words, letters in LETTERS.items()} | told


def _stems(words: str) -> tuple[str, ...]:
    return tuple(map(_stem, words.split()))


_KNOWN = _lines()
_LONGEST = max(map(len, _KNOWN))


def said_for(phrase: str) -> tuple[str, ...]:
    """Give what opinions say for a phrase, phrases in quotes; nothing for one that is not known.

    What is often written in letters alone (`abbreviations`) is said in its words and in the letters.

    >>> said_for("Green cards")
    ('"lawful permanent resident"', '"permanent residence"', '"permanent resident"')
    """
    return _KNOWN.get(_stems(phrase.strip('"')), ())


def joined(terms: Sequence[str]) -> tuple[str, ...]:
    """Give the terms, with those that say something together as one "phrase"; the longer of two goes first.

    >>> joined(("standing", "by", "while", "others", "suffer"))
    ('"standing by"', 'while', 'others', 'suffer')
    """
    told, at = [], 0
    while at < len(terms):
        lengths = range(min(_LONGEST, len(terms) - at), 1, -1)
        length = next((one for one in lengths if said_for(" ".join(terms[at : at + one]))), 1)
        told.append(f'"{" ".join(terms[at : at + length])}"' if length > 1 else terms[at])
        at += length
    return tuple(told)
