"""The settings under different environments, and what they do to every page."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.management.utils import get_random_secret_key
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from tests.house.tree import variables

SHOW = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "clinic.settings"
from django.conf import settings
names = [name for name in dir(settings) if name.isupper()]
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""
KEY = "k" * 50


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout without a .env and without run-time files."""
    shutil.copytree(settings.BASE_DIR / "clinic", tmp_path / "clinic", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(settings.BASE_DIR / "manage.py", tmp_path)
    return tmp_path


def run(checkout: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **variables}
    return subprocess.run(
        [sys.executable, *command], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )


def read(checkout: Path, **variables: str) -> dict:
    shown = run(checkout, "-c", SHOW, **variables)
    assert shown.returncode == 0, shown.stderr
    return json.loads(shown.stdout)


def test_with_nothing_set_it_is_a_local_site(checkout: Path):
    read_once, read_again = read(checkout), read(checkout)
    assert read_once["DEBUG"] is True
    assert read_once["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert read_once["DATABASES"]["default"]["ENGINE"] == "clinic.embedded"
    assert read_once["DATABASES"]["default"]["HOST"] == str(checkout / "var" / "postgres")
    assert read_once["SECRET_KEY"] == read_again["SECRET_KEY"]
    assert len(read_once["SECRET_KEY"]) >= 50
    assert (checkout / "var" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in (checkout / "var").iterdir()] == ["secret_key"]


@pytest.mark.parametrize(
    "variables",
    [{"SECRET_KEY": KEY}, {"DATABASE_URL": "postgresql://db.example/pincite"}, {"ALLOWED_HOSTS": "briefs.example.org"}],
)
def test_with_any_of_the_three_set_it_is_no_debug_site(variables: dict[str, str], checkout: Path):
    assert read(checkout, **variables)["DEBUG"] is False
    assert read(checkout, DEBUG="true", **variables)["DEBUG"] is True


def test_without_debug_static_files_are_hashed_and_compressed(checkout: Path):
    backend = read(checkout, SECRET_KEY=KEY)["STORAGES"]["staticfiles"]["BACKEND"]
    assert backend == "whitenoise.storage.CompressedManifestStaticFilesStorage"


def test_https_closes_everything_without_tls(checkout: Path):
    secure = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    on = read(checkout, SECRET_KEY=KEY, HTTPS="yes")
    assert all(on[name] for name in secure)
    assert on["SECURE_HSTS_SECONDS"] > 0
    for off in (read(checkout, SECRET_KEY=KEY), read(checkout, HTTPS="yes")):
        assert not any(off[name] for name in secure)


def test_a_site_behind_tls_passes_the_checks_of_deployment():
    there = {"SECRET_KEY": get_random_secret_key(), "ALLOWED_HOSTS": "briefs.example.org", "HTTPS": "yes"}
    checked = run(settings.BASE_DIR, "manage.py", "check", "--deploy", "--fail-level", "WARNING", **there)
    assert checked.returncode == 0, checked.stderr


def test_a_file_in_the_checkout_sets_what_the_environment_does_not(checkout: Path):
    (checkout / ".env").write_text("CLINIC_NAME=From the file\nTIME_ZONE=Europe/Rome\n")
    seen = read(checkout, TIME_ZONE="America/New_York")
    assert (seen["CLINIC_NAME"], seen["TIME_ZONE"]) == ("From the file", "America/New_York")


def test_the_example_file_can_be_used_as_it_is_with_every_line_in_force(checkout: Path):
    example = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8")
    in_force = re.sub(r"^# (?=[A-Z_]+=)", "", example, flags=re.MULTILINE)
    (checkout / ".env").write_text(in_force, encoding="utf-8")
    seen = read(checkout)
    assert seen["CLINIC_NAME"] == "Legal clinic"
    assert seen["DATABASES"]["default"]["HOST"] == "db.example.org"
    assert set(re.findall(r"^([A-Z_]+)=", in_force, re.MULTILINE)) == variables()


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"SECRET_KEY": "short"}, "SECRET_KEY is too short"),
        ({"DEBUG": "perhaps"}, "DEBUG holds “perhaps”, but “true” or “false” is expected."),
        ({"TIME_ZONE": "Mars/Olympus"}, "TIME_ZONE holds “Mars/Olympus”, but the name of a time zone"),
        ({"DATABASE_URL": "sqlite:///db"}, "DATABASE_URL holds “sqlite:///db”, but an address that begins with"),
        ({"MAX_UPLOAD_BYTES": "many"}, "MAX_UPLOAD_BYTES holds “many”, but a whole number of 1024 or more"),
    ],
)
def test_a_wrong_variable_ends_every_command_with_a_sentence(variables: dict[str, str], sentence: str, checkout: Path):
    ended = run(checkout, "manage.py", "check", **variables)
    assert ended.returncode == 1
    assert ended.stderr.startswith("Pincite cannot start. ")
    assert sentence in ended.stderr
    assert ended.stderr.count("\n") == 1, "a traceback"


def test_a_database_that_does_not_answer_is_said_in_a_sentence():
    # In the checkout itself: a command that asks the database needs the whole project.
    nowhere = {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/pincite", "DATABASE_POOL": "0", "SECRET_KEY": KEY}
    ended = run(settings.BASE_DIR, "manage.py", "migrate", **nowhere)
    assert ended.returncode == 1
    assert ended.stderr.startswith("Pincite cannot start. The database of DATABASE_URL does not answer: ")
    assert "Traceback" not in ended.stderr


# -- every page: these addresses exist only here -----------------------------------------------------------------------


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse("words")


urlpatterns = [path("constant/", constant), path("admin/", admin.site.urls)]


@pytest.mark.urls(__name__)
def test_a_public_page_sets_no_cookie_and_can_be_cached(anyone: Client):
    page = anyone.get("/constant/")
    assert page.status_code == 200
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")


@pytest.mark.urls(__name__)
def test_every_page_says_what_a_browser_may_load(anyone: Client):
    page = anyone.get("/constant/")
    policy = page["Content-Security-Policy"]
    rules = (
        "default-src 'self'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
    for rule in rules:
        assert rule in policy
    assert "unsafe" not in policy
    assert page["X-Frame-Options"] == "DENY"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_signing_in_lasts_a_working_day_and_leads_to_no_page_elsewhere(anyone: Client):
    User.objects.create_user("member", password="the right words", is_staff=True)
    form = {"username": "member", "password": "the right words", "next": "//elsewhere.example/"}
    answer = anyone.post("/admin/login/", form)
    assert answer["Location"] == "/admin/"
    assert answer.cookies["sessionid"]["max-age"] == 12 * 60 * 60  # a working day


@pytest.mark.django_db
def test_guessing_a_password_locks_the_guesser_out(settings, anyone: Client, capfd: pytest.CaptureFixture[str]):
    settings.AXES_ENABLED = True
    User.objects.create_user("guessed", password="the right words", is_staff=True)
    form = {"username": "guessed", "next": "/admin/"}
    for _ in range(settings.AXES_FAILURE_LIMIT):
        refused = anyone.post("/admin/login/", {**form, "password": "wrong"})
    assert refused.status_code == 429
    assert "closed to this name" in refused.content.decode()
    assert anyone.post("/admin/login/", {**form, "password": "the right words"}).status_code == 429
    elsewhere = Client(REMOTE_ADDR="192.0.2.7").post("/admin/login/", {**form, "password": "the right words"})
    assert elsewhere.status_code == 302
    User.objects.create_user("beside", password="the right words", is_staff=True)
    assert anyone.post("/admin/login/", {"username": "beside", "password": "the right words"}).status_code == 302
    assert "guessed" not in "".join(capfd.readouterr())
