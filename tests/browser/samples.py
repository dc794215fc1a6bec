"""What every site starts from, made once for a run: the samples, who is signed in, and the static files."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.core.management import call_command

PEOPLE = ("student", "staff", "attorney")


def make() -> None:
    """Fill the database and the folder of static files that the settings name."""
    call_command("load_samples")
    call_command("collectstatic", "--no-input")
    for who in PEOPLE:
        person = User.objects.get(username=who)
        session = import_module(settings.SESSION_ENGINE).SessionStore(session_of(who))
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session.save(must_create=True)


def session_of(who: str) -> str:
    """Give the key of the session in which this person is signed in."""
    return f"{who}isalreadysignedin"
