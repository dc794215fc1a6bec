"""Words of one meaning: what people ask in plain words, and what opinions say for it.

They widen a question of which hardly anything has all the words (`loose`), so that "was he fired for being drunk" is
answered by an opinion in which somebody intoxicated was discharged. English forms that stemming does not bring together
(steal, stole, theft) stand here too.
"""

import re
from collections.abc import Iterator

# One line for words that may stand for each other; several words in quotes are a phrase. A word stands in one line.
ALIKE = """
lawyer attorney counsel
police policeman policemen cop officer
child children kid minor juvenile teenager
parent mother father mom mum dad
wife husband spouse
woman women female
man men male
boss employer supervisor
worker employee
doctor physician
prisoner inmate
prison jail imprisonment incarceration
prosecutor "united states attorney"
tenant lessee renter
landlord lessor
alien noncitizen immigrant foreigner
judge justice
soldier troop serviceman
guerrilla guerilla rebel insurgent
gay homosexual lesbian
sue suing lawsuit suit
fired terminated discharged
quit resign resignation
hire employ
drunk drunken intoxicated inebriated
car automobile vehicle
truck trucker lorry
gun firearm pistol weapon
drugs narcotics
steal stole stolen theft larceny
rob robbery robber
burglar burglary
kill murder homicide slain
die died death dead deceased
beat beaten assault
hurt injured injury harmed
threat threatened threatening
lie lied lying untruthful
cheat defraud fraud fraudulent
fake false forged counterfeit phony
trick deceive deception
arrest apprehend detained detention
deport deportation removal expelled
flee fled escape
hide hid hidden hiding conceal concealed "avoid detection"
desert deserter awol
draft conscript conscription
speak spoke spoken
write wrote written
say said told
drive drove driving driver
fight fought fighting
break broke broken breach
buy bought purchase
sell sold sale
pay paid payment
wage wages salary
send sent mailed
win won prevail
shoot shot gunshot
choose chose chosen
swear swore sworn
hit struck strike
fall fell tripped slipped
lend lent loan
prove proof proven
believe belief
testify testimony
confess confession admitted
fear afraid scared frightened
sick ill illness disease
crazy insane insanity
pregnant pregnancy
religion religious faith
house home residence dwelling
money funds cash
phone telephone
e-mail email
owner owns owned ownership
company corporation firm
bankrupt bankruptcy insolvent insolvency
maker manufacturer producer
buyer purchaser
seller vendor
crash collision accident
careless negligent negligence
guilty convicted conviction
punish punishment penalty
late untimely belated time-barred "statute of limitations"
notify notified notice
refuse decline
allow permit
forbid prohibit ban
force coerce compel duress
bribe bribery
dirty pollution polluted contaminated contamination
ship vessel boat
fish fishing fishery
plane airplane aircraft
medicine medication
student pupil
school classroom
shop store
supermarket grocery
bomb explosive explosion
knife stab
old elderly aged
poor indigent poverty
secret confidential
biased bias prejudice
unfair unjust inequitable
reopen reopening
ammo ammunition bullet
kidnap abduct abduction
rape raped "sexual assault" "sexual violence"
marry marriage married wedding
baby infant newborn
smuggle smuggling trafficking
war warfare "armed conflict"
army military
journalist reporter newspaper
border frontier
rich wealthy affluent
roma gypsy
jew jewish
muslim islam islamic
disabled disability handicapped
psychological mental psychiatric
photo photograph picture
photocopy copy duplicate
handwritten handwriting
wrong incorrect erroneous mistaken error mistake
guess speculation conjecture surmise assumption stereotype
inconsistent discrepancy contradict contradiction contradictory
disbelieve incredible "not credible"
translator interpreter
extort extortion blackmail
protest protester demonstration demonstrator rally
vote voter election ballot
farmer peasant
witness eyewitness
spy espionage
informant informer
traitor treason disloyal
coup overthrow
abuse mistreat mistreatment maltreatment
circumcision circumcised "genital mutilation"
tax irs "internal revenue service"
burn burnt
relative kin kinsman "family member"
chase pursue pursuit
apartment flat
postpone postponed postponement continuance
danger dangerous peril
safe safety
toxic poisonous hazardous
bia board
exhaust unexhausted preserve forfeit forfeited
corroborate corroboration corroborating uncorroborated
authenticate authentication unauthenticated
credible credibility believable
consul consular consulate embassy
abeyance stay
vacate annul "set aside"
enjoin injunction
ethnic ethnicity tribe tribal clan
race racial racist racism
gang mara
militia paramilitary
recruit recruitment enlist
neutral neutrality impartial
motive motivation motivated
harass harassment intimidate intimidation
retaliation reprisal retribution revenge vengeance
teacher professor instructor
pastor priest minister clergy preacher
divorce divorced dissolution
heir inherit inheritance
evict eviction ejectment
teach taught
catch caught
seek sought
withdraw withdrew withdrawn
grow grew grown cultivate cultivation
ransack loot plunder
voice verbalize verbal
renounce relinquish
luggage baggage suitcase
marijuana cannabis weed
vanish disappear disappearance
gangster mafia
revoke rescind revocation
disclose disclosure reveal
travel trip journey
inhuman inhumane cruel cruelty
rent rental lease
mislead misled misleading
freeze froze frozen
sink sank sunk
bite bit bitten
tear tore torn
forget forgot forgotten
ride rode ridden
wear wore worn
hang hung hanged
"""
_TERM = re.compile(r'"[^"]+"|\S+')
SHORTEST_STEM = 4  # letters; “caring” is no car


def _lines() -> dict[str, tuple[str, ...]]:
    lines = [tuple(_TERM.findall(line)) for line in ALIKE.strip().splitlines()]
    return {word: line for line in lines for word in line if not word.startswith('"')}


_ALIKE = _lines()
WORDS = {word: word for word in _ALIKE if word.isalpha()}


def alike(word: str) -> tuple[str, ...]:
    """Give what may stand for a word, the word first as it was typed; phrases have their quotes."""
    for one in _forms(word.casefold().replace("’", "'").removesuffix("'s")):
        if one in _ALIKE:
            return (word, *(other for other in _ALIKE[one] if other != one))
    return (word,)


def _forms(word: str) -> Iterator[str]:
    """Give a word, and what it may be an ending of: “jails”, “jailed”, “jailing”, “traded”, “trading”."""
    yield word
    yield word.removesuffix("s")
    for ending in ("es", "d", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            yield stem
            if ending == "ing":
                yield f"{stem}e"
