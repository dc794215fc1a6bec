"""The environment is read by type, and what is wrong with it is said in one sentence."""

import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from clinic import env

NAME = "PINCITE_EXAMPLE"


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)


@pytest.mark.parametrize("held", [None, "", "  "])
def test_an_unset_or_empty_variable_gives_the_default(held: str | None, monkeypatch: pytest.MonkeyPatch):
    if held is not None:
        monkeypatch.setenv(NAME, held)
    assert env.text(NAME) is None
    assert env.text(NAME, "so") == "so"
    assert env.flag(NAME, True) is True
    assert env.number(NAME, 7) == 7
    assert env.listing(NAME, ("a", "b")) == ["a", "b"]
    assert env.url(NAME) is None
    assert env.url(NAME, "http://localhost:8000").port == 8000


@pytest.mark.parametrize(
    ("held", "flag"),
    [("true", True), ("1", True), ("YES", True), ("on", True), ("False", False), ("0", False), ("no", False)],
)
def test_a_flag_is_read_in_the_usual_spellings(held: str, flag: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(NAME, held)
    assert env.flag(NAME, not flag) is flag


def test_a_listing_is_separated_by_commas(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(NAME, " a.example , b.example,")
    assert env.listing(NAME) == ["a.example", "b.example"]


@pytest.mark.parametrize(
    "held",
    [
        "postgresql://user:pass@db.example:5432/pincite",
        "postgres://db.example/pincite?sslmode=require",
        "postgresql:///pincite?host=/run/postgresql",
    ],
)
def test_an_address_is_taken_apart(held: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(NAME, held)
    assert env.url(NAME, schemes=("postgresql", "postgres")).path == "/pincite"


@pytest.mark.parametrize(
    ("read", "held", "expected"),
    [
        (lambda: env.flag(NAME, True), "maybe", "“true” or “false”"),
        (lambda: env.number(NAME, 1), "ten", "a whole number of 0 or more"),
        (lambda: env.number(NAME, 1, least=5), "4", "a whole number of 5 or more"),
        (lambda: env.listing(NAME), ",,", "a list separated by commas"),
        (lambda: env.url(NAME), "example.org", "an address that begins with http:// or https:// and names a host"),
        (lambda: env.url(NAME), "http://host:port/", "an address that begins with http:// or https://"),
        (lambda: env.url(NAME, schemes=("postgresql",)), "mysql://host/x", "begins with postgresql://"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(read, held: str, expected: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(NAME, held)
    with pytest.raises(ImproperlyConfigured) as problem:
        read()
    assert f"The environment variable {NAME} holds “{held}”" in str(problem.value)
    assert expected in str(problem.value)
    assert str(problem.value).endswith("is expected.")


def test_a_password_in_an_address_is_not_repeated(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(NAME, "mysql://user:hunter2@host/x")
    with pytest.raises(ImproperlyConfigured) as problem:
        env.url(NAME)
    assert "hunter2" not in str(problem.value)
    assert "mysql://…@host/x" in str(problem.value)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (f"{NAME}=plain", "plain"),
        (f"export {NAME} = spaced  ", "spaced"),
        (f'{NAME}="quoted # not a comment"', "quoted # not a comment"),
        (f"{NAME}=value # a comment", "value"),
        (f"{NAME}=a=b#c", "a=b#c"),
        (f"# {NAME}=no\n\n{NAME}='yes'", "yes"),
    ],
)
def test_a_file_adds_to_the_environment(line: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(NAME, "")
    (tmp_path / ".env").write_text(line, encoding="utf-8")
    env.read_file(tmp_path / ".env")
    assert os.environ[NAME] == value


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(NAME, "environment")
    (tmp_path / ".env").write_text(f"{NAME}=file", encoding="utf-8")
    env.read_file(tmp_path / ".env")
    assert env.text(NAME) == "environment"


def test_a_missing_file_is_no_file(tmp_path: Path):
    env.read_file(tmp_path / ".env")


def test_a_line_of_another_form_is_named(tmp_path: Path):
    (tmp_path / ".env").write_text("# fine\nNAME value", encoding="utf-8")
    with pytest.raises(ImproperlyConfigured, match=r"Line 2 of \.env is not of the form NAME=value\."):
        env.read_file(tmp_path / ".env")
