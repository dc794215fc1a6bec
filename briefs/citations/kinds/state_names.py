"""One name for each code of a state, however a text spells it (Bluebook table T1.3), and the state a text is of."""

import re
from functools import lru_cache

from briefs.citations.reading import Reading
from briefs.citations.words import sought

# The states and their abbreviations (Bluebook table T10.1).
FULL_NAMES = {
    "Alabama": "Ala.", "Alaska": "Alaska", "Arizona": "Ariz.", "Arkansas": "Ark.", "California": "Cal.",
    "Colorado": "Colo.", "Connecticut": "Conn.", "Delaware": "Del.", "Florida": "Fla.", "Georgia": "Ga.",
    "Hawaii": "Haw.", "Hawai'i": "Haw.", "Idaho": "Idaho", "Illinois": "Ill.", "Indiana": "Ind.", "Iowa": "Iowa",
    "Kansas": "Kan.", "Kentucky": "Ky.", "Louisiana": "La.", "Maine": "Me.", "Maryland": "Md.",
    "Massachusetts": "Mass.", "Michigan": "Mich.", "Minnesota": "Minn.", "Mississippi": "Miss.", "Missouri": "Mo.",
    "Montana": "Mont.", "Nebraska": "Neb.", "Nevada": "Nev.", "Ohio": "Ohio", "Oklahoma": "Okla.", "Oregon": "Or.",
    "Pennsylvania": "Pa.", "Tennessee": "Tenn.", "Texas": "Tex.", "Utah": "Utah", "Vermont": "Vt.", "Virginia": "Va.",
    "Washington": "Wash.", "Wisconsin": "Wis.", "Wyoming": "Wyo.", "New Hampshire": "N.H.", "New Jersey": "N.J.",
    "New Mexico": "N.M.", "New York": "N.Y.", "North Carolina": "N.C.", "North Dakota": "N.D.",
    "Rhode Island": "R.I.", "South Carolina": "S.C.", "South Dakota": "S.D.", "West Virginia": "W. Va.",
    "Puerto Rico": "P.R.",
}  # fmt: skip

# The words of a code's name as the Bluebook shortens them (table T1.3).
ABBREVIATED = {
    "Revised": "Rev.", "Statutes": "Stat.", "Compiled": "Comp.", "General": "Gen.", "Annotated": "Ann.",
    "Consolidated": "Cons.", "Century": "Cent.", "and": "&", "Civil": "Civ.", "Criminal": "Crim.", "Procedure": "Proc.",
    "Practice": "Prac.", "Remedies": "Rem.", "Family": "Fam.", "Property": "Prop.", "Personal": "Pers.",
    "Business": "Bus.", "Commerce": "Com.", "Transportation": "Transp.", "Education": "Educ.", "Labor": "Lab.",
    "Local": "Loc.", "Government": "Gov't", "Insurance": "Ins.", "Election": "Elec.", "Estates": "Est.",
}  # fmt: skip

# The same body of law: as texts write it, and its name in the Bluebook's table. What stands after is kept ("ch. 265").
_SAME = (
    (r"(?:Ariz\. Rev\. Stat\.(?: Ann\.)?|A\.R\.S\.)", "Ariz. Rev. Stat. Ann."),
    (r"(?:Ark\. Code(?: Ann\.)?|A\.C\.A\.)", "Ark. Code Ann."),
    (r"(?:Colo\. Rev\. Stat\.(?: Ann\.)?|C\.R\.S\.(?:A\.)?)", "Colo. Rev. Stat."),
    (r"(?:Conn\. Gen\. Stat\.(?: Ann\.)?|C\.G\.S\.)", "Conn. Gen. Stat."),
    (r"(?:Fla\. Stat\.(?: Ann\.)?|Florida Statutes)", "Fla. Stat."),
    (r"(?:Ga\. Code(?: Ann\.)?|O\.?C\.?G\.?A\.?)", "Ga. Code Ann."),
    (r"(?:Haw\. Rev\. Stat\.(?: Ann\.)?|HRS)", "Haw. Rev. Stat."),
    (r"(?P<n>\d+) (?:ILCS|Ill\. Comp\. Stat\.(?: Ann\.)?)", r"\g<n> ILCS"),
    (r"Ill\. Rev\. Stat\.,? ch\. ?", "Ill. Rev. Stat. ch. "),
    (r"Ind\. Code(?: Ann\.)?", "Ind. Code"),
    (r"Iowa Code(?: Ann\.)?", "Iowa Code"),
    (r"(?:Kan\. Stat\. Ann\.|K\.S\.A\.)", "Kan. Stat. Ann."),
    (r"(?:Ky\. Rev\. Stat\.(?: Ann\.)?|K\.?R\.?S\.?)", "Ky. Rev. Stat. Ann."),
    (r"(?:La\. ?|LSA-)C\. ?C\.,? ?[Aa]rts?\.", "La. Civ. Code art."),
    (r"(?:La\. ?|LSA-)C\. ?C\. ?P\.,? ?[Aa]rts?\.", "La. Code Civ. Proc. art."),
    (r"(?:La\. ?|LSA-)C\. ?Cr\. ?P\.,? ?[Aa]rts?\.", "La. Code Crim. Proc. art."),
    (r"(?:La\. ?|LSA-)C\. ?E\.,? ?[Aa]rts?\.", "La. Code Evid. art."),
    (r"(?:La\. ?(?:Rev\. Stat\.(?: Ann\.)?|R\.S\.)|LSA-R\.S\.)", "La. Stat. Ann."),
    (
        r"(?:Mass\. Gen\. L(?:aws|\.)(?: Ann\.)?|(?:Mass\. )?(?:M\.)?G\.L\.(?:A\.)?),? c(?:h?\.|h) ?",
        "Mass. Gen. Laws ch. ",
    ),
    (r"(?:Mich\. Comp\. Laws(?: Ann\.)?|M\.?C\.?L\.?(?:A\.?)?)", "Mich. Comp. Laws"),
    (r"Minn\. Stat\.(?: Ann\.)?", "Minn. Stat."),
    (r"Miss\. Code(?: Ann\.)?", "Miss. Code Ann."),
    (r"(?:Mo\. (?:Ann\. )?(?:Rev\. )?Stat\.(?: Ann\.)?|RSMo\.?)", "Mo. Rev. Stat."),
    (r"(?:Mont\. Code(?: Ann\.)?|MCA)", "Mont. Code Ann."),
    (r"(?:Nev\. Rev\. Stat\.(?: Ann\.)?|N\.?R\.?S\.?)", "Nev. Rev. Stat."),
    (r"(?:N\.H\. (?:Rev\. Stat\.(?: Ann\.)?|RSA)|R\.?S\.?A\.?)", "N.H. Rev. Stat. Ann."),
    (r"(?:N\.J\. Stat\.(?: Ann\.)?|N\.J\.S\.(?: ?A\.)?)", "N.J. Stat. Ann."),
    (r"(?:N\.M\. Stat\.(?: Ann\.)?|NMSA(?: 1978)?)", "N.M. Stat. Ann."),
    (r"(?:N\.D\. Cent\. Code(?: Ann\.)?|N\.D\.C\.C\.)", "N.D. Cent. Code"),
    (r"(?:N\.C\. Gen\. Stat\.(?: Ann\.)?|N\.C\.G\.S\.)", "N.C. Gen. Stat."),
    (r"(?:Ohio Rev(?:ised|\.) Code(?: Ann\.)?|(?:O\.)?R\.C\.)", "Ohio Rev. Code Ann."),
    (r"(?:Or\. Rev\. Stat\.(?: Ann\.)?|O\.?R\.?S\.?)", "Or. Rev. Stat."),
    (r"(?P<n>\d+) Pa\. ?(?:C\.S\.(?:A\.)?|Cons\. Stat\.(?: Ann\.)?)", r"\g<n> Pa. Cons. Stat."),
    (r"(?P<n>\d+) L\.P\.R\.A\.", r"P.R. Laws Ann. tit. \g<n>"),
    (r"(?P<n>\d+) P\.S\.", r"\g<n> Pa. Stat. Ann."),
    (r"(?P<n>\d+) Pa\. Stat\.(?: Ann\.)?", r"\g<n> Pa. Stat. Ann."),
    (r"(?:Alaska Stat(?:utes|\.)|A\.?S\.?)", "Alaska Stat."),
    (r"(?:Ala\. Code(?: Ann\.)?)", "Ala. Code"),
    (r"(?:S\.C\. Code(?: Ann\.)?)", "S.C. Code Ann."),
    (r"(?:R\.I\. Gen\. Laws(?: 1956)?(?: Ann\.)?|R\.I\.G\.L\.|G\.L\. 1956)", "R.I. Gen. Laws"),
    (r"(?:Tenn\. Code(?: Ann\.)?|T\.C\.A\.)", "Tenn. Code Ann."),
    (r"(?P<n>\d+) V\.S\.A\.", r"Vt. Stat. Ann. tit. \g<n>"),
    (r"(?P<n>\d+(?:-[A-Z])?) M\.R\.S\.(?: ?A\.)?", r"Me. Rev. Stat. Ann. tit. \g<n>"),
    (r"(?P<n>\d+) V\.I\.C\.", r"V.I. Code Ann. tit. \g<n>"),
    (r"(?P<n>\d+) Del\. C\.", r"Del. Code Ann. tit. \g<n>"),
    (r"(?P<n>\d+) O\.S\.", r"Okla. Stat. tit. \g<n>"),
    (r"Okla\. Stat\.(?: Ann\.)?,? [Tt]it\. ", "Okla. Stat. tit. "),
    (r"Va\. Code(?: Ann\.)?", "Va. Code Ann."),
    (r"(?:Wash\. Rev\. Code(?: Ann\.)?|R\.?C\.?W\.?(?:A\.)?)", "Wash. Rev. Code"),
    (r"W\. ?Va\. Code(?: Ann\.)?", "W. Va. Code"),
    (r"(?:Wyo\. Stat\.(?: Ann\.)?|W\.S\.(?: ?1977)?)", "Wyo. Stat. Ann."),
    (r"Utah Code(?: Ann\.)?", "Utah Code Ann."),
    (r"(?:Tex\. Code Crim\. Proc\.(?: Ann\.)?)", "Tex. Code Crim. Proc."),
    (r"Tex\. (?P<n>[A-Z][\w.& ]+? Code)(?: Ann\.)?", r"Tex. \g<n> Ann."),
)  # fmt: skip
_SAMES = tuple(
    (re.compile(rf"{pattern}(?!\w)" if pattern[-1] not in " ?" else pattern), name) for pattern, name in _SAME
)

# The codes of California and the consolidated laws of New York, which courts there cite without the state's name.
_CALIFORNIA = (
    (r"Pen(?:al|\.)", "Penal"),
    (r"Evid(?:ence|\.)", "Evid."),
    (r"Health (?:&|and) Saf(?:ety|\.)", "Health & Safety"),
    (r"Veh(?:icle|\.)", "Veh."),
    (r"Welf(?:are|\.) (?:&|and) Inst(?:itutions|\.)", "Welf. & Inst."),
    (r"Civ(?:il|\.)", "Civ."),
    (r"Gov(?:ernment|'t|\.)", "Gov't"),
    (r"Fam(?:ily|\.)", "Fam."),
    (r"Bus(?:iness|\.) (?:&|and) Prof(?:essions|\.)", "Bus. & Prof."),
    (r"Lab(?:or|\.)", "Lab."),
    (r"Ins(?:urance|\.)", "Ins."),
    (r"Prob(?:ate|\.)", "Prob."),
    (r"Rev(?:enue|\.) (?:&|and) Tax(?:ation|\.)", "Rev. & Tax."),
    (r"Ed(?:ucation|uc\.|\.)", "Educ."),
    (r"Corp(?:orations|\.)", "Corp."),
    (r"Pub(?:lic|\.) Res(?:ources|\.)", "Pub. Res."),
    (r"Pub(?:lic|\.) Util(?:ities|\.)", "Pub. Util."),
)
_NEW_YORK = (
    (r"Penal Law", "Penal Law"),
    (r"CPLR", "C.P.L.R."),
    (r"CPL|Criminal Procedure Law", "Crim. Proc. Law"),
    (r"SSL|Soc(?:ial|\.) Serv(?:ices|\.) Law", "Soc. Serv. Law"),
    (r"Exec(?:utive|\.) Law", "Exec. Law"),
    (r"DRL|Dom(?:estic|\.) Rel(?:ations|\.) Law", "Dom. Rel. Law"),
    (r"Lab(?:or|\.) Law", "Lab. Law"),
    (r"VTL|Vehicle (?:and|&) Traffic Law", "Veh. & Traf. Law"),
    (r"PHL|Pub(?:lic|\.) Health Law", "Pub. Health Law"),
    (r"GBL|Gen(?:eral|\.) Bus(?:iness|\.) Law", "Gen. Bus. Law"),
    (r"GOL|Gen(?:eral|\.) Oblig(?:ations|\.) Law", "Gen. Oblig. Law"),
    (r"Correction Law", "Correct. Law"),
    (r"Mental Hyg(?:iene|\.) Law", "Mental Hyg. Law"),
    (r"Family C(?:our)?t\.? Act|FCA", "Fam. Ct. Act"),
    (r"EPTL|Estates, Powers and Trusts Law", "Est. Powers & Trusts Law"),
    (r"SCPA|Surrogate's Court Procedure Act", "Surr. Ct. Proc. Act"),
    (r"RPAPL|Real Property Actions and Proceedings Law", "Real Prop. Acts. Law"),
    (r"RPL|Real Property Law", "Real Prop. Law"),
    (r"BCL|Business Corporation Law", "Bus. Corp. Law"),
    (
        r"(?!(?:Public|Private) Law)(?!(?:Under|See|In|The|Of|And|By|Our|That|This|State|Federal|New|York"
        r"|City) )[A-Z][a-z]+ (?:(?:and "
        r"|& )?[A-Z][a-z]+ ){0,2}Law",
        "",
    ),
)
NEW_YORK_INITIALS = ("DRL", "VTL", "SSL", "FCA", "EPTL", "SCPA", "RPAPL", "RPL", "BCL", "GBL", "GOL", "PHL")
NEW_YORK_LAWS = "|".join(words for words, _ in _NEW_YORK)
CALIFORNIA_CODES = "|".join(words for words, _ in _CALIFORNIA)
_CODE = tuple((re.compile(rf"Cal\. (?:{words}) Code"), f"Cal. {name} Code") for words, name in _CALIFORNIA)
_LAW = tuple((re.compile(rf"N\.Y\. (?:{words})"), f"N.Y. {name}") for words, name in _NEW_YORK if name)
_PROCEDURE = re.compile(r"Cal\. (?:Code (?:of )?Civ(?:il|\.) Proc(?:edure|\.)|Civ\. Proc\. Code)")

_INITIALS = re.compile(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)")


@lru_cache(maxsize=2048)
def standard(law: str) -> str:
    """Give a state's code its one name: "Mass. Gen. Laws ch. 265" for "G. L. c. 265"; as given where none is known."""
    law = _INITIALS.sub("", " ".join(law.split()))
    if law.startswith("Cal."):
        if _PROCEDURE.fullmatch(law):
            return "Cal. Civ. Proc. Code"
        return next((name for code, name in _CODE if code.fullmatch(law)), law)
    if law.startswith("N.Y."):
        law = next((name for code, name in _LAW if code.fullmatch(law)), law)
    if law.startswith(("N.Y.", "Tex.")):
        law = " ".join(ABBREVIATED.get(word, word) for word in law.split())
    for code, name in _SAMES:
        if match := code.match(law):
            return (match.expand(name) + law[match.end() :]).strip()
    return law


# Which state a text is of: how often each is named.
_STATES = (
    ("Cal.", ("California", "Cal.")),
    ("N.Y.", ("New York", "N.Y.", "NY2d", "NY3d", "AD2d", "AD3d")),
    ("Tex.", ("Texas", "Tex.")),
    ("Washington", ("Washington", "Wn.2d", "Wn. App.", "Wn.App.", "RCW")),
    ("Kentucky", ("Kentucky", "KRS", "Ky.")),
    ("Connecticut", ("Connecticut", "Conn.")),
    ("Mississippi", ("Mississippi", "Miss.")),
    ("Colorado", ("Colorado", "Colo.", "C.R.S.")),
    ("Virginia", ("Virginia", "Va.")),
    ("North Carolina", ("North Carolina", "N.C.")),
    *((state, (state,)) for state in (
        "Florida", "Georgia", "Nevada", "Arizona", "Oregon", "Idaho", "Utah", "Hawaii", "Puerto Rico",
        "Massachusetts", "Illinois", "Ohio", "Pennsylvania", "Michigan", "Louisiana", "Maryland", "New Jersey",
        "Delaware", "Indiana", "Montana", "Maine", "Minnesota", "Tennessee", "Missouri",
        "West Virginia", "South Carolina", "Wisconsin",
    )),
)  # fmt: skip
sought(*(word for _, words in _STATES for word in words))


def home(reading: Reading) -> str:
    """Give the state that a text speaks of more than of any other; "" where two are named as often, or none."""
    counts = sorted(((sum(map(reading.count, words)), state) for state, words in _STATES), reverse=True)
    return counts[0][1] if counts[0][0] > counts[1][0] else ""
