"""What the tests of the house look at: the project's own files, and the variables its settings read."""

import os
import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
KEPT = {".ci", ".env.example", ".gitignore"}  # of the names that begin with a dot


def files(*suffixes: str) -> list[Path]:
    """The project's files with one of the endings (all without any), as paths from its root."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if _is_ours(name)]
        found += [Path(folder, name).relative_to(ROOT) for name in names if _is_ours(name)]
    return sorted(path for path in found if not suffixes or path.suffix in suffixes)


def read(path: Path | str) -> str:
    """The text of a file of the project; what is no text has none."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def _is_ours(name: str) -> bool:
    return name in KEPT or not (name.startswith(".") or name in ("var", "__pycache__"))


def variables() -> set[str]:
    """The environment variables that the settings read."""
    return set(re.findall(r'env\.\w+\(\s*"(\w+)"', read("clinic/settings.py")))
