"""Case names: the words before a citation that name its case (Bluebook rule 10.2), and the short names they allow."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

_REACH = 260  # longest case name looked at, in characters

# Words that may stand inside a name in lower case.
_JOINING = frozenset(
    "of the and & for de del della di da do dos das du la las le les los von van der den ter ten el al et ex rel. rel "
    "on behalf in re to at by d/b/a f/k/a a/k/a et al. al., al. a an y e v. v vs. with as or ibn bin ben abu"
    " &amp;".split()
)
# Words that open a sentence or introduce a citation, and are no part of the name after them.
_LEADING = frozenset(
    "see see, also also, e.g., e.g. cf. cf but accord accord, contra contra, compare with in under and as like unlike "
    "from"
    " since while following citing quoting noting although though because if when where whether thus thus, therefore"
    " therefore, however however, moreover moreover, further, furthermore, first, second, third, finally, instead,"
    " similarly, likewise, accordingly, indeed, rather, again, here here, there there, for example example, by to of "
    "on at"
    " our this that these those both after before until through than applying discussing overruling distinguishing "
    "rejecting"
    " generally generally, id. id cited cites e.g see,e.g. principally relying reversing affirming only even later then"
    " then, later, specifically, recently, subsequently, earlier, ultimately, again, next, nor or yet so per".split()
)
_ABBREVIATION = re.compile(
    r"(?:[A-Z]\.)+|[A-Z][\w]*'[a-z]{1,3}\.|(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Ste|Ft|Mt|No|Nos|Co|Cos|Corp|Inc|Ltd|Bros|Mfg"
    r"|Mach|Ins|Indus|Int|Ass"
    r"|Assocs?|Auth|Auto|Bd|Bldg|Broad|Cas|Cent|Chem|Coll|Comm|Comp|Condo|Cons|Constr|Contl?|Coop|Crim|Def|Dep|Dept|Dev"
    r"|Dir|Dist|Distrib|Div|E|Econ|Ed|Educ|Elec|Elecs|Emp|Eng|Enter|Entm|Envtl?|Equal|Equip|Exam|Exch|Exec|Exp|Fed"
    r"|Fid|Fin"
    r"|Found|Gen|Gov|Govt|Grp|Guar|Hosp|Hous|Immigr|Imp|Indem|Info|Inst|Inv|Invs|Lab|Labs|Liab|Litig|Mar|Maint|Mech"
    r"|Med|Mem|Merch"
    r"|Metro|Mkt|Mktg|Mortg|Mun|Mut|N|Nat|Natl|Ne|Nw|Org|Pac|Par|Pers|Pharm|Pres|Prob|Prod|Prods|Prof|Prop|Prot|Pub"
    r"|Publ"
    r"|Ref|Reg|Rehab|Reprod|Res|Rest|Ret|Rts|S|Sav|Sch|Schs|Sci|Sec|Secs|Serv|Servs|Sess|Soc|Stat|Std|Sur|Sys|Tech|Tel"
    r"|Telecomm|Temp|Transcon|Transp|Twp|U|Unif|Univ|Util|Utils|Vill|W|Atl|Am|Adm|Admr|Amr|Atty|Att|Cal|Cir|Cnty|Cty"
    r"|Colo|Conn|Del"
    r"|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Or|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ala"
    r"|Ariz|Ark"
    r"|Haw|Ry|Rys|R|Rd|Rel|rel|al|Theol|Tr|Trs|Ctr|Ctrs|Comm'n|Ct|Ent|Gtd|Pship|P'ship|Prof'l|Petroleum|Tpk|Acad"
    r"|Admin|Advert|Agric"
    r"|All|Bhd|Bus|Chem|Cas|Comput|Consol|Corr|Corrs|Couns|Dem|Disc|Fam|Fedn|Hist|Indep|Integ|Jud|Just|Legis|Litig"
    r"|Loc|Mgmt|Mun"
    r"|Nav|Parish|Prosec|Reg'l|Rep|Repub|Sur|Surv|Tax|v|vs|d/b/a"
    r"|Ams|Me|Etc|Assurs?|Engl|Hosps|Syss|Sols|Techs|Grps|Mfrs|Distribs|Enters|Props|Ests|Pubs|Comms|Insts|Cmtys?"
    r"|Cntys|Bancs?|Bldgs?|Cos"
    r"|Fid|Sch|Schs|Univs|Ctrs|Dists|Depts|Divs|Mfg|Mgrs?|Mtg|Cem|Nurs|Med|Pets|Realt|Refin|Revs?|Ships?|Sts|Stores?"
    r"|Trucks?|Watr?)\."
)
_AFTER_COMMA = re.compile(
    r"(?:Inc|Corp|Co|Ltd|L\.?L\.?C|L\.?L\.?P|L\.?P|P\.?C|P\.?A|N\.?A|S\.?A|A\.?G|GmbH|Jr|Sr|I{2,3}|et|al|D\.C|U\.S\.A"
    r"|dba|d/b/a|Secretary"
    r"|Warden|Superintendent|Attorney|Director|Commissioner|M\.D|Esq|Trustee|Local|Docks|Oil|&|and)\b\.?,?"
)
_LEAD = re.compile(r"^[(\[\"'_]*(?:\*+(?=[A-Za-z]))?")  # brackets, quotes and marks of emphasis; not star pages
_WORDS = frozenset("he in an as at we it so is if of on or to no do my me us by be am id up go re ex la de".split())
_LEADS = "([\"'_*"
_CLOSING = re.compile(r" ?,? ?[\[(]?$")
_CLOSES = 4  # characters of it at most
_PLACE = re.compile(r"\([A-Z][\w.]*\)")
_OPENING = re.compile(r"(?:In re|Ex parte|In Re|In the Matter)\b")
_WORD = re.compile(r"\S+")
# It begins with fixed letters, so that the scan stops at them only.
_VERSUS = re.compile(r" v(?:(?<=[\w.,')\]] v)s?\.? |(?<=[\w.] v)\.\] ?)")
_PHRASE = re.compile(
    r"[AEGIMPS](?<!\w.)(?:(?<=I)(?:n [Rr]e|N RE|n the Matters? of|n the Interest of)|(?<=M)(?:atters?|arriage) of"
    r"|(?<=E)(?:x [Pp]arte|state of)|(?<=P)etition of|(?<=A)(?:pplication|doption|ppeal) of|(?<=S)uccession of"
    r"|(?<=G)uardianship of) (?=[A-Z0-9])"
)
_SENTENCE = re.compile(r"[.?!]['\")\]]* +(?=['\"(\[]?[A-Z])|(?<!&amp)[;:] |\n|[\"'\]] (?=[A-Z])|-- ?|\u2014")
_DOCKET = re.compile(
    r",? (?:\([^()]{0,30}\),? )?(?:slip op\., )?(?:(?:Civ\. ?A\.|Civil Action|Civ\.|Case|Crim\.|Docket"
    r"|Appeal)[ .]{0,2})?"
    r"(?:Nos?\.|#) ?[\w:.&()-]+(?:,? (?:and |& )?[\w:.&()-]*\d[\w:.&()-]*){0,4}$"
)
_STATES = (
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    r"|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    r"|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma"
    r"|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
    r"|West Virginia|Wisconsin|Wyoming|Puerto Rico|Guam|District of Columbia"
)
# What may stand between a name and its citation: "Doe, supra, 61 Cal.4th at p. 112" (California Style Manual § 1:2),
# "Doe v. Roe, --- U.S. ----, 129 S.Ct. 2294".
_BLANK = r"(?:[_-]{2,}|\u2014+)"
_AGAIN = re.compile(rf", supra,? ?$|, {_BLANK} (?:U\. ?S\.|F\. ?(?:[23]d|4th)) {_BLANK},? ?$")
# Parties that are one side of half the cases there are: never a short name (Bluebook rule 10.9 (a)(i)).
COMMON_PARTIES = frozenset(
    "ins dhs ice bia eoir uscis bcis state people commonwealth county city town government board department secretary"
    " commissioner director warden superintendent irs cir epa nlrb ftc fcc sec fda ferc osha eeoc doj fbi cia dea "
    "united"
    " states".split()
)
_COMMON = re.compile(
    r"(?:the )?(?:United States|U\.? ?S\.?|INS|I\.N\.S\.|DHS|BCIS|BIA|ICE|USCIS|State|People|Commonwealth"
    r"|Commissioner|Comm'r|C\.?I\.?R\.?"
    r"|Secretary|Sec'y|Attorney General|Att'y Gen\.|U\.S\. Att'y Gen\.|Immigration|Government|Board|Department|Dep't"
    r"|County|City|Town"
    r"|Director|Warden|NLRB|N\.L\.R\.B\.|EEOC|E\.E\.O\.C\.|EPA|E\.P\.A\.|FTC|F\.T\.C\.|SEC|S\.E\.C\.|FCC|F\.C\.C\."
    r"|IRS|I\.R\.S\.|NRC|FAA|FERC|FDIC|F\.D\.I\.C\.|Federal Deposit|RTC|Resolution Trust|FSLIC|HHS|H\.H\.S\.)\b.*"
    r"|(?:U\.S\. )?(?:Dep't|Department|Bd\.|Board|Comm'n|Commission|Office|State|City|County|Town|Village|People"
    r"|Commonwealth) (?:of|for)\b.*"
    rf"|{_STATES}"
    # Attorneys General and Secretaries of Homeland Security since 1977, named as respondents in immigration cases.
    r"|(?:Bell|Civiletti|Smith|Meese|Thornburgh|Barr|Reno|Ashcroft|Gonzales|Gonzalez|Mukasey|Filip|Holder|Lynch"
    r"|Sessions|Whitaker|Wilkinson"
    r"|Garland|Bondi|Ridge|Chertoff|Napolitano|Kelly|Nielsen|Mayorkas|Noem|Keisler|Rosen)"
)


def before(text: str, place: int, floor: int, *, short: bool) -> tuple[int, int] | None:
    """Find the case name that ends just before the citation at `place`; (start, end) in `text` or None.

    Nothing before `floor` (the end of the citation before) is looked at. With `short`, a bare party's name
    before a comma is enough ("Acosta, 19 I. & N. Dec. at 233"); without it the name needs "v." or "In re".
    """
    begin = max(floor, place - _REACH, 0)
    begin = max(begin, text.rfind("\n", begin, place) + 1)
    window = text[begin:place]
    docket = _DOCKET.search(window.rstrip(" ,")) if any(sign in window for sign in ("No.", "Nos.", "#")) else None
    if docket is None and any(sign in window for sign in ("supra", "_", "--", "\u2014")):
        docket = _AGAIN.search(window)
    stem = window[: docket.start()] if docket else window
    ended = stem.rstrip(" ")
    comma = ended.endswith(",") or docket is not None or ended.endswith(",[")
    tail = ended[-_CLOSES:]
    ended = (ended[: len(ended) - len(tail)] + _CLOSING.sub("", tail)).rstrip("_*")  # marks of emphasis in plain text
    if not ended or not (ended[-1].isalnum() or ended[-1] in ".-')]"):
        return None
    start, phrase = _versus(ended), _phrase(ended)
    if phrase is not None and (start is None or phrase < start):
        start = phrase
    if start is None and comma:
        start = _party(ended)
    if start is None:
        return None
    while start < len(ended) and not ended[start].isalnum() and ended[start] != "[":
        start += 1
    if len(ended) - start < 2:
        return None
    return begin + start, begin + len(ended)


def _versus(window: str) -> int | None:
    matches = list(_VERSUS.finditer(window))
    if not matches:
        return None
    last = matches[-1]
    if not _is_name(window[last.end() :]):
        return None
    start = _back(window, last.start() + (1 if window[last.start()] == " " else 0))
    return start if start is not None else last.end()


def _is_name(words: str) -> bool:
    """Tell whether the words can be one party's name: capitals and joining words, no end of a sentence."""
    if not words or _breaks(words) or re.search(r"\d [A-Z][\w.' ]* \d", words):
        return False
    return all(
        word.strip("[(,.;)]")[:1] in "'$#" or not word[:1].islower() or word.lower() in _JOINING
        for word in words.split()
    )


def _breaks(words: str) -> bool:
    """Tell whether a sentence ends inside the words."""
    for match in _SENTENCE.finditer(words):
        tail = words[: match.start() + 1].rsplit(" ", 1)[-1].lstrip("([")
        if match[0][0] == "." and _ABBREVIATION.fullmatch(tail.rsplit("-", 1)[-1]):
            continue  # "Co.", and the last part of "Hydro-Elec."
        if match[0][0] in "'\"]" and not words[: match.start()].endswith((".", ",", "!", "?")):
            continue
        return True
    return False


def _words_back(window: str, stop: int) -> Iterator[tuple[int, str]]:
    """Give the words before `stop` with their places, the last one first."""
    for word in reversed(window[:stop].split()):
        stop = window.rindex(word, 0, stop)
        yield stop, word


def _back(window: str, stop: int) -> int | None:
    """Walk back over the words of a party's name that ends at `stop`; where it begins, or None."""
    start: int | None = None
    follower = ""
    for place, word in islice(_words_back(window, stop), 24):
        if word[0] == "(" and _PLACE.fullmatch(word):
            continue  # "Bank (Del.) v.": a place within the name
        bare = _LEAD.sub("", word) if word[0] in _LEADS else word
        low = word.strip("_*").lower()
        if (
            (word.endswith((";", ":", "?", "!", '"', ")")) and word != "&amp;" and start is not None)
            or "\u2014" in word
            or "--" in word
        ):
            break
        if word.endswith(".") and start is not None and not _ABBREVIATION.fullmatch(bare):
            break
        if (
            word.endswith(",")
            and start is not None
            and not (_AFTER_COMMA.match(follower) or low in ("inc.,", "co.,", "corp.,"))
        ):
            if "&" not in window[place:stop] and " and " not in window[place:stop]:
                break
        if not (bare[:1].isupper() or bare[:1].isdigit() or low in _JOINING):
            break
        if low in _LEADING and low not in ("in", "of", "on", "by", "to", "at", "with", "as", "and"):
            break
        start, follower = place + len(word) - len(bare.lstrip("[")) if word[0] != "[" else place, word
        if word[0] in '("':
            break
    return None if start is None else _trim(window, start, stop)


def _trim(window: str, start: int, stop: int) -> int | None:
    """Drop the introducing and joining words that the walk back picked up in front of the name."""
    begun = start
    while begun and not window[begun - 1].isspace():
        begun -= 1
    for match in _WORD.finditer(window, begun, stop):
        place, word = match.start(), match[0]
        bare = _LEAD.sub("", word) if word[0] in _LEADS and word[0] != "[" else word
        place += len(word) - len(bare)
        bare = bare.rstrip("_*")
        if _OPENING.match(window, place, stop):
            return place
        if bare.lower() not in _LEADING and (bare[:1].isupper() or bare[:1].isdigit() or bare[:1] == "["):
            return max(place, start)
    return None


def _phrase(window: str) -> int | None:
    found = None
    for match in _PHRASE.finditer(window):
        if not _breaks(window[match.start() :]):
            found = match.start() if found is None or match.start() > found + 14 else found
    if found is None:
        return None
    return found if _is_name(window[found + 5 :].lstrip("abcdefghijklmnopqrstuvwxyz ")) else None


def _party(window: str) -> int | None:
    start = _back(window, len(window))
    if start is None:
        return None
    name = window[start:]
    if not 2 < len(name) <= 80 or not name[0].isupper() or name.count("(") != name.count(")"):
        return None
    if re.match(r"(?:[FPA]\.|U\. ?S\.$|S\. ?Ct|No\b|Nos\b|Id\b)", name) or (
        " " not in name and _ABBREVIATION.fullmatch(name)
    ):
        return None
    return start


# "Matter of Y-L-, A-G- & R-S-R-" is "Matter of Y-L-" in short.
_RESPONDENTS = re.compile(r"(?:Matter of|In re) ([A-Z](?:-[A-Z])*-)(?=,? (?:&|and|[A-Z]-)|, )")


_AGAINST = re.compile(r" (?:v|vs)\.? ")
_RELATED = re.compile(r"^.*? ex rel\.? ")
_ADDED = re.compile(r",? (?:et al\.?|Inc\.?|Corp\.?|Co\.?|Ltd\.?|L\.?L\.?C\.?|ex rel\..*)$")
_OF_AMERICA = re.compile(r",? U\. ?S\. ?A\.$")


def parties(name: str) -> tuple[str, ...]:
    """Give the sides of a case name: ("Acosta", "INS"); one for "Matter of A-G-" (the words after "Matter of")."""
    sides = _AGAINST.split(name.replace("[", "").replace("]", ""), maxsplit=1)
    return tuple(_PHRASE.sub("", f" {side}").strip(" ,") for side in sides)


@lru_cache(maxsize=512)
def is_common(party: str) -> bool:
    """Tell whether a party is too common to stand for a case (a government, its officers and agencies)."""
    return bool(_COMMON.fullmatch(party)) or party.lower() in COMMON_PARTIES


def _names_one(party: str) -> bool:
    """Tell whether a party's name is long enough to be known by, or short but no word ("Yu", "Ng")."""
    return len(party) > 2 or (len(party) == 2 and party.isalpha() and party.istitle() and party.lower() not in _WORDS)


def short_names(name: str) -> tuple[str, ...]:
    """Give the names under which a case may be cited again: the first party that is not a common one."""
    sides = [side for side in parties(name) if _names_one(side) and (" ex rel" in side or not is_common(side))]
    if not sides:
        return ()
    if several := _RESPONDENTS.match(name):
        return several[0], several[1]
    party = _RELATED.sub("", sides[0])
    plain = _ADDED.sub("", party).rstrip(",")
    brand = _OF_AMERICA.sub("", plain)  # "Chevron" of "Chevron U.S.A. Inc."
    return tuple(dict.fromkeys(choice for choice in (party, plain, brand) if _names_one(choice)))
