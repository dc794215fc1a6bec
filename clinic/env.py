"""Typed readers of the environment: what is wrong with a variable is said in one sentence.

An empty variable counts as unset. A reader without a default returns None when the variable is unset.
"""

import os
import re
from pathlib import Path
from typing import overload
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = ("1", "true", "yes", "on")
FALSE = ("0", "false", "no", "off")
LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")


def wrong(name: str, holds: str, expected: str) -> ImproperlyConfigured:
    """The error for a variable that cannot be used, ready to be raised."""
    return ImproperlyConfigured(f"The environment variable {name} holds “{holds}”, but {expected} is expected.")


@overload
def text(name: str, default: str) -> str: ...
@overload
def text(name: str, default: None = None) -> str | None: ...
def text(name: str, default: str | None = None) -> str | None:
    """The variable as it stands, without white space around it."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    """The variable as yes or no."""
    value = text(name)
    if value is None:
        return default
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    raise wrong(name, value, "“true” or “false”")


def number(name: str, default: int, *, least: int = 0) -> int:
    """The variable as a whole number, not below `least`."""
    value = text(name)
    if value is None:
        return default
    expected = f"a whole number of {least} or more"
    try:
        read = int(value)
    except ValueError:
        raise wrong(name, value, expected) from None
    if read < least:
        raise wrong(name, value, expected)
    return read


def listing(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """The variable as a list: its parts are separated by commas, empty parts are left out."""
    value = text(name)
    if value is None:
        return list(default)
    parts = [part.strip() for part in value.split(",") if part.strip()]
    if not parts:
        raise wrong(name, value, "a list separated by commas")
    return parts


@overload
def url(name: str, default: str, *, schemes: tuple[str, ...] = ...) -> SplitResult: ...
@overload
def url(name: str, default: None = None, *, schemes: tuple[str, ...] = ...) -> SplitResult | None: ...
def url(name: str, default: str | None = None, *, schemes: tuple[str, ...] = ("http", "https")) -> SplitResult | None:
    """The variable as an address with one of the schemes and a host; a password in it is never repeated in an error."""
    value = text(name, default)
    if value is None:
        return None
    expected = f"an address that begins with {' or '.join(f'{scheme}://' for scheme in schemes)} and names a host"
    shown = re.sub(r"//[^/]*@", "//…@", value)
    try:
        parts = urlsplit(value)
        usable = parts.scheme in schemes and (parts.hostname or "host=" in parts.query) and parts.port != 0
    except ValueError:  # a port that is no number, a bracket left open
        usable = False
    if not usable:
        raise wrong(name, shown, expected)
    return parts


def read_file(path: Path) -> None:
    """Add the NAME=value lines of a file to the environment; what the environment already holds wins."""
    if not path.is_file():
        return
    for row, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        match = LINE.fullmatch(line)
        if not match:
            raise ImproperlyConfigured(f"Line {row} of {path.name} is not of the form NAME=value.")
        name, value = match.groups()
        if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1]
        else:
            value = re.split(r"\s#", value, maxsplit=1)[0].strip()
        if not os.environ.get(name):
            os.environ[name] = value
