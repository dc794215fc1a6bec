"""Files stay small, are named for what they are, and belong to no machine."""

import re
from pathlib import Path

import pytest

from tests.house.tree import files, read

PYTHON = files(".py")
TEXTS = [path for path in files() if path.parts[:2] not in (("tests", "gold"), ("briefs", "samples"))]
LONGEST = 300
NAMES_THAT_SAY_NOTHING = {
    "util", "helper", "service", "signal", "manager", "common", "misc", "tool", "base_model",
    "document", "record", "item", "data",
}  # fmt: skip
CITATIONS = ("briefs/citations/", "tests/citations/test_")
HOMES = re.compile(r"(?<![\w.$}])/(?:home|root|Users|work|workspace|mnt)/[\w.]")
REGISTRIES = re.compile(r"(?i)--(?:extra-)?index-url|https?://[^\s/\"']*(?:pypi|registry|artifactory|nexus|mirror)")


def test_no_python_file_is_long():
    # Django writes the migrations of models, as long as the models ask for.
    lengths = {str(path): len(read(path).splitlines()) for path in PYTHON if path.parent.name != "migrations"}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_every_file_is_named_for_what_it_is():
    # Of citations these are the field's own words: signals (See, Cf., But see), and the record of a case (Tr. at 45).
    allowed = {Path(f"{folder}{word}.py") for folder in CITATIONS for word in ("signals", "record")}
    names = {path: path.stem.removeprefix("test_").lower() for path in PYTHON if path not in allowed}
    folders = {path.parent: path.parent.name for path in PYTHON}
    empty = {path for path, name in {**names, **folders}.items() if name.removesuffix("s") in NAMES_THAT_SAY_NOTHING}
    assert not empty


def test_no_file_knows_a_machine():
    assert [str(path) for path in TEXTS if HOMES.search(read(path)) and path.name != Path(__file__).name] == []


def test_no_file_names_a_package_registry():
    assert [str(path) for path in TEXTS if REGISTRIES.search(read(path)) and path.name != Path(__file__).name] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("cp /home/ana/x .", True),
        ("'/root/.cache'", True),
        ("https://host.example/home/page", False),
        ("${HOME}/work/x", False),
        ("/path/to/python3", False),
    ],
)
def test_a_machine_s_path_is_told_from_an_address(line: str, found: bool):
    assert bool(HOMES.search(line)) is found


@pytest.mark.django_db
def test_no_migration_is_missing():
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
