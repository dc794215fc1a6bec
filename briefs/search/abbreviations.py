"""What the people of a clinic write in letters alone (PSG, IJ), and the words opinions have for it.

An opinion often has only the words, so a line is sought with the words too. Only what has one meaning among lawyers for
immigrants stands here; the issues' own synonyms are the library's, and are not repeated.
"""

import re

# One line for each: the letters, then the words.
SPELT_OUT = """
psg particular social group
wor withholding of removal
ij immigration judge
bia board of immigration appeals
eoir executive office for immigration review
dhs department of homeland security
uscis citizenship and immigration services
cbp customs and border protection
ina immigration and nationality act
iirira illegal immigration reform and immigrant responsibility act
nta notice to appear
osc order to show cause
lpr lawful permanent resident
tps temporary protected status
vwp visa waiver program
vawa violence against women act
cimt crime involving moral turpitude
gmc good moral character
fgm female genital mutilation
ifa internal relocation
mtr motion to reopen
42a cancellation of removal
42b cancellation of removal
unhcr united nations high commissioner for refugees
eaja equal access to justice act
foia freedom of information act
alj administrative law judge
sij special immigrant juvenile
sijs special immigrant juvenile status
daca deferred action for childhood arrivals
ead employment authorization document
awo affirmance without opinion
nacara nicaraguan adjustment and central american relief act
"""
# Letters that are words too if they are not written as capitals.
CAPITALS = """
CAT convention against torture
AF aggravated felony
PSC particularly serious crime
COR cancellation of removal
VD voluntary departure
AOS adjustment of status
ICE immigration and customs enforcement
"""
_SIGNS = re.compile(r"^\W+|(?:['’]s)?\W+$|['’]s$")


def _told(lines: str) -> dict[str, str]:
    return dict(line.split(" ", 1) for line in lines.strip().splitlines())


_SPELT_OUT, _CAPITALS = _told(SPELT_OUT), _told(CAPITALS)
LETTERS = {words: letters for letters, words in _SPELT_OUT.items()}


def spelt_out(word: str) -> str:
    """Give the words that letters stand for; "" if they stand for none, or are a word.

    >>> spelt_out("psg"), spelt_out("CAT"), spelt_out("cat"), spelt_out("IJ's")
    ('particular social group', 'convention against torture', '', 'immigration judge')
    """
    letters = _SIGNS.sub("", word)
    one = letters[:-1] if letters[-1:] == "s" and letters[:-1].isupper() else letters  # PSGs, LPRs
    return _CAPITALS.get(one) or _SPELT_OUT.get(one.casefold(), "")
