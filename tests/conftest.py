"""The cast of every test (student, staff, attorney, anyone), and the database and settings the tests run on."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client
from hypothesis.configuration import set_hypothesis_home_dir

VAR = Path(settings.BASE_DIR, "var")
SIGN_IN = "django.contrib.auth.backends.ModelBackend"
# While one worker makes the databases, on which the others would wait, these have tests that need none.
MEANWHILE = ("/browser/test_site.py", "/clinic/test_embedded.py", "/exporters/test_typst_pdf.py")

# No deadlines: the machines that run this are shared. HYPOTHESIS_PROFILE=nightly looks longer.
set_hypothesis_home_dir(VAR / "hypothesis")
hypothesis.settings.register_profile("default", deadline=None, max_examples=50)
hypothesis.settings.register_profile("nightly", deadline=None, max_examples=2000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_configure() -> None:
    # What a checkout's own environment says must not change what the tests see.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick
    settings.AXES_ENABLED = False  # the tests of signing in turn it on
    settings.SECURE_SSL_REDIRECT = False
    settings.WHITENOISE_USE_FINDERS = True
    settings.WHITENOISE_AUTOREFRESH = True  # looks for a file when it is asked for, not for all with each new client
    settings.CACHES = {
        **settings.CACHES,
        "exports": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "exports"},
    }
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The files go to the workers in this order; what follows is pytest-django's and the alphabet's.
    items.sort(key=lambda item: not item.path.as_posix().endswith(MEANWHILE))


def pytest_unconfigure() -> None:
    if "tests.browser.chromium" in sys.modules:
        sys.modules["tests.browser.chromium"].close()


def pytest_collection_finish() -> None:
    # What was imported and collected stays to the end: the collector need not look through it again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def migrated(
    django_db_modify_db_settings_parallel_suffix: None,
    django_test_environment: None,
    django_db_blocker: pytest.FixtureDef,
) -> str:
    """The name of a database that every migration has been through, for the workers to copy."""
    from tests import databases

    databases.keep_apart()
    name = f"test_{settings.DATABASES['default']['NAME']}_migrated"
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        databases.make_once(name, databases.migrate)
    return name


@pytest.fixture(scope="session")
def django_db_modify_db_settings(migrated: str) -> None:
    """The database of a worker is a copy."""
    settings.DATABASES["default"]["TEST"] |= {"TEMPLATE": migrated, "MIGRATE": False}


@pytest.fixture(scope="module")
def people(django_db_setup: None, django_db_blocker: pytest.FixtureDef) -> Iterator[dict[str, User]]:
    """Give one of each role for the rows that all the tests of a module share: after the last they are taken back.

    What a test does to those rows is taken back with the test.
    """
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        yield {role: _member(role, f"sample {role}") for role in ("student", "staff", "attorney")}
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def samples(people: dict[str, User]) -> None:
    """The three sample briefs, published once for all the tests of a module."""
    from briefs.workflow.load_samples import load_samples

    assert len(list(load_samples(people))) == 3


def _member(role: str, name: str) -> User:
    user = User.objects.create_user(name, f"{role}@example.org", "let me in, please", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend=SIGN_IN)
    return client


@pytest.fixture
def student(db: None) -> User:
    """Annotates and drafts; may not publish."""
    return _member("student", "student")


@pytest.fixture
def staff(db: None) -> User:
    """Edits everything; may not approve."""
    return _member("staff", "staff")


@pytest.fixture
def attorney(db: None) -> User:
    """Supervises: approves and publishes what others wrote."""
    return _member("attorney", "attorney")


@pytest.fixture
def as_student(student: User) -> Client:
    return _signed_in(student)


@pytest.fixture
def as_staff(staff: User) -> Client:
    return _signed_in(staff)


@pytest.fixture
def as_attorney(attorney: User) -> Client:
    return _signed_in(attorney)


@pytest.fixture
def anyone() -> Client:
    """Not signed in."""
    return Client()
