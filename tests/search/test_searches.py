"""What is searched for, and what must come first: a table over the samples, and one over a shelf of made rows."""

import pytest
from django.core.management import call_command
from django.http import QueryDict

from briefs.search import Found, page_asked_for
from tests.search.shelf import Shelf

B, C, K = "Balachova v. Mukasey", "Chouchkov v. INS", "Kaptsov v. Ashcroft"


def found(query: str) -> Found:
    return Found(QueryDict(query) if query.startswith("q=") else _words(query))


def _words(typed: str) -> QueryDict:
    parameters = QueryDict(mutable=True)
    parameters["q"] = typed
    return parameters


# (what is typed, what comes first, how many at most stand above it)
SEARCHES = [
    # names
    ("Balachova", B, 0),
    ("chouchkov", C, 0),
    ("KAPTSOV", K, 0),
    ("Kaptsov v. Ashcroft", K, 0),
    ("Chouchkov v. INS", C, 0),
    ("balachova mukasey", B, 0),
    ("Krasnoperov", B, 0),
    ("07-2278-ag", B, 0),
    ("220 F.3d 1077 chouchkov", C, 0),
    # phrases
    ('"well-founded fear"', C, 2),
    ('"persecutor bar"', B, 0),
    ('"political neutrality"', K, 0),
    ('"pattern or practice"', C, 0),
    ('"more likely than not"', K, 2),
    ('"little more than conjecture"', C, 0),
    ("“what sounds peculiar in one country may be the norm in another”", C, 0),
    ('"adverse credibility"', B, 0),
    # words of doctrine, in other endings and accents
    ("deserters", K, 0),
    ("neutrality desertion", K, 0),
    ("conscientious objector", K, 0),
    ("corroborating evidence hospital", B, 0),
    ("consular report", B, 0),
    ("Castaneda-Castillo", B, 0),
    ("Castañeda-Castillo", B, 0),
    ("document authentication", B, 0),
    ("surveillance telephone threats", C, 0),
    ("KGB", C, 0),
    ("nuclear reactor sale Iran", C, 0),
    ("nuclear", C, 0),
    ("bribe passport", K, 1),
    ("Chechnya soldier", K, 0),
    ("Baptist", B, 1),
    ("synagogue", B, 0),
    ("Armenian girl rape", B, 0),
    ("speculation conjecture", C, 0),
    ("mixed motives", C, 0),
    ("imputed opinion", C, 1),
    ("exhaustion administrative remedies", B, 0),
    ("derivative asylum wife", B, 1),
    ("REAL ID Act", B, 1),
    ("country conditions report", K, 2),
    ("standard of review substantial evidence compelled", C, 2),
    # synonyms of issues
    ("WOR", C, 2),
    ("nonrefoulement", C, 2),
    ("AWOL", K, 0),
    ("whistleblower", C, 0),
    ("hazardous neutrality", K, 0),
    ("non-state actor", C, 0),
    # questions
    ("does deserting the army show a political opinion", K, 0),
    ("did soldiers who stood guard assist in persecution", B, 0),
    ("can the judge deny asylum on speculation about the KGB", C, 0),
    ("must the judge explain why corroboration was expected", B, 0),
    ("can a deserter get asylum", K, 0),
    ("was he beaten up for being jewish and burnt with acid", B, 0),
    ("is it persecution if the cops do nothing about a stolen automobile", C, 0),
    ("who has to prove that the clinic would have issued a certificate for casts", B, 0),
    # or, not
    ("desertion or neutrality", K, 0),
    ("asylum -neutrality -corroboration", C, 0),
    ('persecution -"persecutor bar" -desertion', C, 0),
    # words beside a phrase that say nothing
    ('the "political neutrality"', K, 0),
    ('is that a "persecutor bar"?', B, 0),
    ("no. 07-2278-ag", B, 0),
    ('"of the" synagogue', B, 0),
    # as people type: numbers and names in haste, other spellings, pasted words
    ("US vs Balachova mukasey", B, 2),
    ("no 07 2278 ag", B, 0),
    ("8 usc 1158 persecutor bar rape", B, 0),
    ("judge Holmes-Simmons", B, 0),
    ("paez dissent", K, 0),
    ("ij said no synagogue in russia inconsistent testimony", B, 0),
    ("neighbouring populations armenians azerbaijanis peacekeepers", B, 0),
    ("recognised as a jew by former classmate", B, 0),
    ("wellfounded fear desertion", K, 0),
    ("well founded fear neutrality", K, 0),
    ("neofascists beat him", B, 0),
    ("mother in law concussion", C, 0),
    ('"little more than conjecture', C, 0),
    ("legitimate nexus cogent reasons credibility", B, 0),
    ("anti-semite beating leg x-ray", B, 0),
    (
        'the captain then commanded "hit her" and Krasnoperov said he "couldn\'t hit somebody for no reason at all" or'
        " so the commander ordered one of the other men to take the girls to the car and turn in his weapon",
        B,
        0,
    ),
    # words only in a footnote
    ("Black's Law Dictionary", B, 0),
    ("Cooper memorandum", B, 0),
    # by filter
    ("q=persecution&court=ca2", B, 0),
    ("q=persecution&kind=dissent", K, 0),
    ("q=persecution&year=2000-2001", C, 0),
    ("q=persecution&ground=religion", B, 0),
    ("q=persecution&weight=dissent", K, 0),
    ("q=asylum&issue=desertion", K, 0),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "name", "above"), SEARCHES)
def test_a_search_finds_what_is_meant(samples, typed, name, above):
    names = [hit.name for hit in found(typed).hits]
    assert name in names[: above + 1], names


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Chuchkov", "Chouchkov"),
        ("Chouckhov", "Chouchkov"),
        ("Kapstov", "Kaptsov"),
        ("Kaptsow v. Ashcroft", "Kaptsov v. Ashcroft"),
        ("Balachowa", "Balachova"),
        ("Balashova Mukasy", "Balachova Mukasey"),
        ("Fedorenco", "Fedorenko"),
        ("Castañedda", "Castañeda"),
        ("nonrefulement", "nonrefoulement"),
        ("Chuchkoff", "Chouchkov"),
        ("Kaptsoff", "Kaptsov"),
        ("Kondratyeva", "Kondratieva"),
        ("Krasnaperov", "Krasnoperov"),
        ("0270755", "02-70755"),
    ],
)
def test_a_misspelt_name_is_known(samples, typed, meant):
    answer = found(typed)
    assert (answer.total, answer.respelt) == (0, meant)
    assert found(meant).total >= 1 or found(meant).counts["opinions"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("8 U.S.C. § 1101(a)(42)(A)", "usc:8:1101:a.42.A"),
        ("8 usc 1101(a)(42)(A)", "usc:8:1101:a.42.A"),
        ("INS v. Elias-Zacarias, 502 U.S. 478 (1992)", "case:502:U.S.:478"),
        ("502 us 478", "case:502:U.S.:478"),
        ("883 F.2d 788", "case:883:F.2d:788"),
        ("547 F3d 374", "case:547:F.3d:374"),
        ("Balachova 547 f3d 374, 384", "case:547:F.3d:374"),
        ("8usc1101(a)(42)(A)", "usc:8:1101:a.42.A"),
        ("8 U. S. C. Section 1101(a)(42)(A)", "usc:8:1101:a.42.A"),
    ],
)
def test_a_citation_leads_to_its_authority(samples, typed, key):
    authority = page_asked_for({"q": typed})
    assert authority
    assert authority.key == key


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["xylophone", "836", "651", "75 836 651", '"836 651"', "zzyzx"])
def test_what_no_reader_may_see_or_nothing_says_is_not_found(samples, typed):
    assert not any(found(typed).counts.values())


@pytest.mark.django_db
def test_the_tabs_count_what_they_list(samples):
    answer = found("persecution")
    for tab, count in answer.counts.items():
        listed = found(f"q=persecution&tab={tab}")
        assert listed.total == count
        assert len(listed.hits) + len(listed.named) == min(count, 20)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["q=asylum", "q=asylum&tab=holdings"])
def test_every_choice_of_every_facet_finds_as_many_as_it_says(samples, query):
    told = [(facet.name, choice) for facet, choices in found(query).groups for choice in choices]
    assert {name for name, _ in told} >= {"court", "issue", "authority", "ground"}
    assert any("§" in choice.label for _, choice in told)  # a section is cited by what cites a part of it
    for name, choice in told:
        assert Found(QueryDict(choice.address.partition("?")[2])).total == choice.count, (name, choice.label)


@pytest.mark.django_db
def test_no_proposition_of_a_dissent_is_among_the_holdings(samples):
    assert all(not hit.is_separate for hit in found("q=persecution&tab=holdings").hits)
    apart = found("q=desertion&tab=apart").hits
    assert apart
    assert all(hit.labels[0].startswith("Dissent ") for hit in apart)


@pytest.mark.django_db
def test_a_holding_says_its_number_its_weight_and_its_pins(samples):
    hit = found("q=corroboration&tab=holdings").hits[0]
    assert hit.labels == ("Holding 4", "For the noncitizen")
    assert hit.address == "/briefs/balachova-v-mukasey/#holding-4"
    assert all(place.startswith(("para. ", "fn. ")) for place, _ in hit.pins)


@pytest.mark.django_db
def test_an_opinion_found_by_its_text_opens_with_the_words_marked(samples):
    (hit,) = found("q=desertion&tab=opinions").hits[:1]
    assert hit.address == "/opinions/kaptsov-v-ashcroft/?find=desertion"
    assert found("q=Kaptsov&tab=briefs").hits[0].address == "/briefs/kaptsov-v-ashcroft/"


@pytest.mark.django_db
def test_everything_made_anew_finds_the_same(samples, capsys):
    before = [[hit.name for hit in found(typed).hits] for typed, _, _ in SEARCHES[:20]]
    call_command("reindex")
    assert "3 opinions indexed" in capsys.readouterr().out
    assert [[hit.name for hit in found(typed).hits] for typed, _, _ in SEARCHES[:20]] == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ocelot", "Ocelot v. INS"),
        ("ocelot held", "Held v. INS"),
        ('"striped ocelot"', "Text v. INS"),
        ("ocelot -striped", "Ocelot v. INS"),
    ],
)
def test_a_made_shelf_is_ordered_by_where_the_words_stand(student, attorney, typed, first):
    shelf = Shelf(student, attorney)
    shelf.put("Text v. INS", says="A striped ocelot slept, an ocelot.")
    shelf.put("Held v. INS", answer="No. The ocelot was rightly held.", summary="They held so.")
    shelf.put("Ocelot v. INS", says="Nothing more.")
    shelf.draft("Draft v. INS", facts="An ocelot, an ocelot, an ocelot.")
    names = [hit.name for hit in found(typed).hits]
    assert names[0] == first
    assert "Draft v. INS" not in names
