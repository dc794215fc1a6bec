"""Words as others spell them: British and American, prefixes with a hyphen and without."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What is joined to a word with a hyphen by some and without by others; before the first, no other words begin so.
SURE = ("anti", "cross", "multi", "neo", "non", "quasi", "self", "well")
PREFIXES = (
    *SURE, "co", "counter", "ex", "extra", "ill", "inter", "mid", "over", "post", "pre", "pro", "re", "semi", "sub",
    "under",
)  # fmt: skip
_PREFIXED = re.compile(rf"({'|'.join(PREFIXES)})-([^\W\d_]{{3,}})", re.IGNORECASE)
_SOLID = re.compile(rf"({'|'.join(SURE)})([^\W\d_]{{4,}})", re.IGNORECASE)

# What British spelling has and American has not: endings by rule, words that the rules would misjudge, single words.
_RULES = (
    (re.compile(r"(?<=\w\w)our(?=(?:s|ed|ing|able|ably|er|ers|ite|ites|hood|hoods|al|ful|less)?$)"), "or"),
    (re.compile(r"(?<=\w\w\w)is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=\w\wal)ys(?=(?:e|ed|es|ing)$)"), "yz"),
)
_SAME = re.compile(
    r"contour|detour|devour|flour|glamour|scour|(?:adv|compr|conc|dem|desp|dev|disgu|exerc|exc|expert|franch|improv|"
    r"ra|pra|no|po|merchand|prom|prec|prem|rev|superv|surm|surpr|telev|treat|otherw|likew|enterpr|parad|comprom|cru|bru|advert)is",
    re.IGNORECASE,
)
_SINGLE = {
    "defence": "defense", "offence": "offense", "offences": "offenses", "licence": "license", "judgement": "judgment",
    "judgements": "judgments", "cheque": "check", "cheques": "checks", "programme": "program", "gaol": "jail",
    "grey": "gray", "kerb": "curb", "centre": "center", "centres": "centers", "theatre": "theater", "harbour": "harbor",
    "enrolment": "enrollment", "fulfil": "fulfill", "fulfilment": "fulfillment", "instalment": "installment",
    "instalments": "installments", "wilful": "willful", "wilfully": "willfully", "skilful": "skillful",
    "travelled": "traveled", "traveller": "traveler", "travelling": "traveling", "labelled": "labeled",
    "counsellor": "counselor", "aeroplane": "airplane", "tyre": "tire", "tyres": "tires", "sceptical": "skeptical",
    "paediatric": "pediatric", "foetus": "fetus", "practise": "practice", "practised": "practiced",
}  # fmt: skip


@lru_cache(maxsize=4096)
def otherwise(words: str) -> str:
    """Spell words the other way: as American opinions do, a prefix with its hyphen or without; "" where there is none.

    >>> otherwise("anti-union labour"), otherwise("nonresident"), otherwise("asylum")
    ('antiunion labor', 'non-resident', '')
    """
    spelt = _WORD.sub(lambda match: _otherwise(match.group()), words)
    return spelt if spelt != words else ""


def _otherwise(word: str) -> str:
    folded = word.casefold()
    if folded in _SINGLE:
        return _SINGLE[folded]
    apart = _PREFIXED.fullmatch(word) or _SOLID.fullmatch(word)
    if apart:
        return ("-" if "-" not in word else "").join(apart.groups())
    if not _SAME.match(folded):
        for ending, instead in _RULES:
            word = ending.sub(instead, word)
    return word
