"""Every file on a shelf is registered in its tuple, and the README names everything that can be chosen."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.tree import ROOT, read, variables

# Files beside the shelf's own: what they share, not something to choose.
SHELVES = {
    "briefs.importers": {"imported", "details"},
    "briefs.exporters": {"page"},
    "briefs.citations.kinds": set(),
}


def registered(shelf: str) -> set[str]:
    """The names of the files that the registry tuples of a shelf hold something of."""
    package = importlib.import_module(shelf)
    tuples = [value for name, value in vars(package).items() if name.isupper() and isinstance(value, tuple)]
    modules = {
        entry.__name__
        if isinstance(entry, ModuleType)
        else getattr(entry, "__module__", None) or type(entry).__module__
        for entries in tuples
        for entry in entries
    }
    return {name.rpartition(".")[2] for name in modules if name.startswith(f"{shelf}.")}


def on_shelf(shelf: str) -> set[str]:
    folder = Path(ROOT, *shelf.split("."))
    return {path.stem for path in folder.glob("*.py")} - {"__init__"} - SHELVES[shelf]


@pytest.mark.parametrize("shelf", SHELVES)
def test_every_file_on_a_shelf_is_registered(shelf: str):
    assert on_shelf(shelf), f"{shelf} is empty"
    assert on_shelf(shelf) == registered(shelf)


@pytest.mark.parametrize("shelf", SHELVES)
def test_the_readme_names_what_is_on_a_shelf(shelf: str):
    readme = read("README.md")
    assert {name for name in on_shelf(shelf) if f"{name}.py" not in readme} == set()


def test_the_readme_names_every_setting():
    readme = read("README.md")
    assert variables(), "no variable was found in the settings"
    assert {name for name in variables() if f"`{name}`" not in readme} == set()
