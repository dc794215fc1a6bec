"""The library and its suggestions ask the same few questions with one brief and with very many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.many import many
from tests.views.editions import published

pytestmark = pytest.mark.django_db

MANY = 250
# Each page, and how many questions it may ask.
BUDGETS = [
    ("/briefs/", 6),
    ("/briefs/?q=conjecture", 9),
    ("/briefs/?q=copy+respondent", 9),
    ("/briefs/?q=conjecture&tab=holdings&court=ca9&year=1980-2020&sort=date", 9),
    ("/briefs/?q=conjecture&tab=opinions&page=2", 9),
    ("/briefs/?tab=authorities", 7),
    ("/briefs/?q=conjectuer", 7),
    ("/suggest/?q=cop", 3),
]
ROWS = """
INSERT INTO briefs_searchrow (shelf, opinion_id, edition_id, name, court_id, decided_on, kind, country, issue_ids,
    authority_ids, weights, outcomes, grounds, is_precedent, cited, words, pairs)
SELECT row.shelf, copy.opinion_id, CASE WHEN row.shelf = 1 THEN copy.id END, copy.name, copy.court_id, copy.decided_on,
    row.kind, row.country, row.issue_ids, row.authority_ids, row.weights, row.outcomes, row.grounds, row.is_precedent,
    row.cited, row.words || to_tsvector('english_folded', copy.name), row.pairs
FROM briefs_edition AS copy, briefs_searchrow AS row
WHERE copy.id <> %s AND row.opinion_id = %s AND row.shelf IN (1, 4);
INSERT INTO briefs_searchname (opinion_id, label, cited, words)
SELECT opinion_id, name, 0, to_tsvector('names_folded', name) FROM briefs_edition WHERE id <> %s
"""


def asked(client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_library_asks_no_more_with_very_many_briefs(anyone, student, attorney):
    edition = published(student, attorney)
    for n in range(2):
        if n:
            many(edition, MANY)
            with connection.cursor() as cursor:
                cursor.execute(ROWS, [edition.pk, edition.opinion_id, edition.pk])
        asked(anyone, "/briefs/")  # what is kept of the rows is read anew
        told = {address: asked(anyone, address) for address, _ in BUDGETS}
        assert told == {address: min(told[address], most) for address, most in BUDGETS}
