"""Each public page asks the same few questions with one brief in the library and with hundreds."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.many import many
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db

MANY = 250
# The page, how many questions it may ask when it is rendered, and how many when it is kept.
BUDGETS = [
    ("/", 6, 1),
    ("brief", 4, 1),
    ("edition", 4, 1),
    ("opinion", 5, 1),
    ("dissent", 5, 1),
    ("find", 6, 1),
    ("/authorities/883-f2d-788/", 6, 1),
    ("/issues/", 6, 1),
    ("/issues/speculation/", 6, 1),
    ("/issues/speculation/courts/", 6, 1),
    ("beside", 3, 3),
    ("list", 1, 1),
]


@pytest.fixture
def edition(student, attorney):
    return published(student, attorney)


@pytest.fixture
def addresses(edition, student, attorney):
    dissent = published_dissent(student, attorney)
    opinion = edition.opinion.get_absolute_url()
    return {
        "brief": edition.get_absolute_url(),
        "edition": reverse("edition", args=[edition.slug, 1]),
        "opinion": opinion,
        "dissent": dissent.opinion.get_absolute_url(),
        "find": f"{opinion}?find=conjecture",
        "beside": f"{reverse('side-by-side')}?a={edition.slug}&b={dissent.slug}",
        "list": f"{reverse('reading-list')}?brief={edition.slug}&brief={dissent.slug}",
    }


def asked(client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_page_asks_no_more_with_hundreds_of_briefs_and_one_question_once_it_is_kept(anyone, edition, addresses):
    for n in range(2):
        if n:
            many(edition, MANY)
        caches["pages"].clear()
        caches["finds"].clear()
        for page, rendered, kept in BUDGETS:
            address = addresses.get(page, page)
            assert asked(anyone, address) <= rendered, f"{page}, rendered"
            assert asked(anyone, address) <= kept, f"{page}, kept"


def test_a_long_digest_and_a_long_matrix_stay_readable(anyone, edition):
    many(edition, MANY)
    digest = anyone.get("/issues/speculation/").content.decode()
    assert digest.count('class="digest-line"') == 50
    matrix = anyone.get("/issues/speculation/courts/").content
    assert b"more<span" in matrix
    assert len(matrix) < 60_000
