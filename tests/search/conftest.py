import pytest

from tests.search.shelf import Shelf


@pytest.fixture
def shelf(student, attorney) -> Shelf:
    """An empty shelf to publish on."""
    return Shelf(student, attorney)


@pytest.fixture(scope="module")
def shared_shelf(people) -> Shelf:
    """A shelf on which something stands for all the tests of a module."""
    return Shelf(people["student"], people["attorney"])
