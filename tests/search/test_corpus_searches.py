"""The samples among real opinions on other subjects: what is meant comes first, as a reader of them expects."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.http import QueryDict
from django.utils import timezone

from briefs.importers import Unreadable
from briefs.models import Opinion
from briefs.search import Found
from briefs.workflow.ingest import ingest
from briefs.workflow.load_samples import load_samples
from briefs.workflow.receive import receive
from briefs.workflow.refusal import Refused
from briefs.workflow.release import release

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
MOST = 48  # files, the first by name: enough to be found among, quick enough to be read
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="The corpus of real opinions is not here.")


@pytest.fixture(scope="module")
def shelf(django_db_setup: None, django_db_blocker: pytest.FixtureDef) -> Iterator[None]:
    """The samples, and some of the corpus, released."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        people = {}
        for role in ("student", "staff", "attorney"):
            people[role] = User.objects.create_user(f"among many {role}", password="x", is_staff=True)
            people[role].groups.add(Group.objects.get(name=role))
        assert len(list(load_samples(people))) == 3
        for path in sorted(CORPUS.glob("*.json"))[:MOST]:
            _read(path, people["staff"])
        assert Opinion.objects.released().count() > MOST / 2
        yield
        transaction.set_rollback(True)


def _read(path: Path, staff: User) -> None:
    name = json.loads(path.read_bytes())["absolute_url"].strip("/").split("/")[-1].replace("-", " ").title()
    name = name.replace(" V ", " v. ")
    try:
        source = receive(path.name, path.read_bytes(), by=staff)
        opinion = ingest(source, by=staff, details={"short_name": name, "caption": name})
    except (Unreadable, Refused):
        return
    opinion.findings.unsigned().update(decision="real", decided_by=staff, decided_at=timezone.now())
    release(opinion, by=staff)


def found(typed: str) -> Found:
    parameters = QueryDict(mutable=True)
    parameters.update({"q": typed, "tab": "opinions"})
    return Found(parameters)


# (what is typed, a word of the name that must come, among the first how many)
SEARCHES = [
    # names
    ("Balachova", "Balachova", 1),
    ("chouchkov v. INS", "Chouchkov", 1),
    ("Kaptsov", "Kaptsov", 1),
    ("nako holder", "Nako", 1),
    ("Telyatitskiy", "Telyatitskiy", 1),
    ("mabvurunge", "Mabvurunge", 1),
    ("Ghouri v. Holder", "Ghouri", 1),
    ("vertex paradigm", "Vertex", 1),
    ("narragansett tribe", "Narragansett", 1),
    # what they are about
    ("Albania changed circumstances", "Nako", 1),
    ("Nigeria visitor overstayed janitor taxi", "Ayeni", 1),
    ("Zimbabwe national students union", "Mabvurunge", 1),
    ("anti-Semitic violence Ukraine", "Telyatitskiy", 1),
    ("Pakistan People's Party", "Ghouri", 1),
    ("summary affirmance due process fourteen years old", "Larios", 3),
    ("Kokoschka painting", "Museum", 1),
    ("statute of limitations painting", "Museum", 1),
    ("false claims act public disclosure doctors", "Poteet", 1),
    ("Georgia wholesale distribution act", "Vertex", 1),
    ("civil service commission membership Romney", "Monahan", 1),
    ("tribe sovereign immunity waived", "Narragansett", 1),
    ("mandatory detention attorney fees", "Saysana", 1),
    ("bench warrant authenticity copies originals", "Makalo", 1),
    ("does deserting the army show a political opinion", "Kaptsov", 1),
    ("persecutor bar soldiers guard", "Balachova", 1),
    ("KGB speculation", "Chouchkov", 1),
    # phrases, and a brief's issues
    ('"fundamentally changed" Albania', "Nako", 1),
    ('"equal access to justice act"', "Saysana", 1),
    ('"public disclosure" fraud', "Poteet", 1),
    ('"political neutrality"', "Kaptsov", 1),
    ('"little more than conjecture"', "Chouchkov", 1),
    ("AWOL", "Kaptsov", 1),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "name", "among"), SEARCHES)
def test_a_search_among_many_finds_what_is_meant(shelf, typed, name, among):
    names = [hit.name for hit in found(typed).hits]
    assert any(name.casefold() in one.casefold() for one in names[:among]), names[:6]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Telyatitsky", "Telyatitskiy"),
        ("Mabvurungi", "Mabvurunge"),
        ("Chuchkov", "Chouchkov"),
        ("Kapstov", "Kaptsov"),
        ("Narraganset", "Narragansett"),
    ],
)
def test_a_misspelt_name_among_many_is_known(shelf, typed, meant):
    answer = found(typed)
    assert (answer.total == 0 and answer.respelt.casefold()) == meant.casefold() or answer.total
