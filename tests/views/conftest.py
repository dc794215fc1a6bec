import pytest

from briefs.models import Edition
from briefs.workflow.index import changed
from tests.views.editions import published


@pytest.fixture(scope="module")
def standing(people) -> Edition:
    """An edition that stands for all the tests of a module, from the first that asks for it."""
    return published(people["student"], people["attorney"])


@pytest.fixture
def edition(standing: Edition, db) -> Edition:
    """The same edition for each test, as it was made: what is done to it is taken back, and no page of it is kept."""
    changed()
    return Edition.objects.get(pk=standing.pk)
