import pytest

from tests.search.shelf import Shelf


@pytest.fixture
def shelf(student, attorney) -> Shelf:
    """An empty shelf to publish on."""
    return Shelf(student, attorney)
