"""Every file on a shelf is registered in its tuple, and the README names everything that can be chosen."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.tree import ROOT, read, variables

# What a file has that can be chosen; the other files on the shelf are what these share.
SHELVES = {"briefs.importers": "claims", "briefs.exporters": "export", "briefs.citations.kinds": "KIND"}


def on_shelf(shelf: str) -> dict[str, ModuleType]:
    names = [path.stem for path in Path(ROOT, *shelf.split(".")).glob("*.py") if path.stem != "__init__"]
    modules = {name: importlib.import_module(f"{shelf}.{name}") for name in names}
    return {name: module for name, module in modules.items() if hasattr(module, SHELVES[shelf])}


def registered(shelf: str) -> set[str]:
    """The names of the files that are in a registry tuple of the shelf, themselves or by what they have."""
    package = importlib.import_module(shelf)
    entries = [
        entry for name, value in vars(package).items() if name.isupper() and isinstance(value, tuple) for entry in value
    ]
    return {
        name
        for name, module in on_shelf(shelf).items()
        if any(entry is module or entry is getattr(module, SHELVES[shelf]) for entry in entries)
    }


@pytest.mark.parametrize("shelf", SHELVES)
def test_every_file_on_a_shelf_is_registered(shelf: str):
    assert on_shelf(shelf), f"{shelf} is empty"
    assert set(on_shelf(shelf)) == registered(shelf)


@pytest.mark.parametrize("shelf", SHELVES)
def test_the_readme_names_what_is_on_a_shelf(shelf: str):
    readme = read("README.md")
    assert {name for name in on_shelf(shelf) if f"{name}.py" not in readme} == set()


def test_the_readme_names_every_setting():
    readme = read("README.md")
    assert variables(), "no variable was found in the settings"
    assert {name for name in variables() if f"`{name}`" not in readme} == set()
