"""What every site of the browser's tests starts from; it is made while other workers have tests that need none."""

import psycopg
import pytest

from tests import databases
from tests.browser.samples import PEOPLE

pytestmark = pytest.mark.browser


def test_a_site_starts_with_three_published_briefs_and_each_of_the_cast_signed_in(template: dict[str, str]):
    with psycopg.connect(databases.address(template["TEMPLATE"])) as database:
        published = database.execute("SELECT count(*) FROM briefs_edition WHERE is_current").fetchone()
        sessions = database.execute("SELECT count(*) FROM django_session").fetchone()
    assert (published, sessions) == ((3,), (len(PEOPLE),))
