"""DATABASES from DATABASE_URL, or the embedded server without it."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote

from clinic.embedded.server import DATABASE


def buffers(memory: int, limit: str = "max") -> str:
    """Give PostgreSQL's shared_buffers: a quarter of the memory (bytes), as its manual advises, 128 MB to 2 GB.

    `limit` is what the control group may use, as Linux tells it. What is not filled takes no memory.
    """
    most = min(memory, int(limit)) if limit.strip().isdigit() else memory
    return f"{min(max(most // 4, 128 << 20), 2 << 30) >> 20}MB"


_LIMIT = Path("/sys/fs/cgroup/memory.max")
SERVER = {
    "shared_buffers": buffers(
        os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"), _LIMIT.read_text() if _LIMIT.exists() else "max"
    ),
    "work_mem": "32MB",
    "maintenance_work_mem": "128MB",
    "effective_cache_size": "2GB",
    "random_page_cost": "1.1",  # what it runs on are solid-state disks
}

# After so many times, a statement of the search (briefs/search/statements.py) is planned no more on a connection.
PLANNED = {"prepare_threshold": 2}


def external(address: SplitResult, pool: int, *, prepares: bool = True) -> dict[str, Any]:
    """A PostgreSQL server: `pool` connections at most for each process, 0 keeps one for each thread instead.

    Without `prepares` no statement is prepared, which PgBouncer before 1.21 does not bear.
    What stands after the address's question mark goes to libpq as it is: sslmode, host (a socket's folder) and others.
    """
    planned = PLANNED if prepares else {"prepare_threshold": None}
    options: dict[str, Any] = planned | dict(parse_qsl(address.query))
    host = options.pop("host", None) or address.hostname or ""
    if pool:
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 10}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(address.path.lstrip("/")) or DATABASE,
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": host,
        "PORT": str(address.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 0 if pool else 600,  # Django's pool and its persistent connections exclude each other
        "CONN_HEALTH_CHECKS": True,
    }


def embedded(folder: Path) -> dict[str, Any]:
    """The embedded server, its data in the folder.

    Its users are few and its processes have few threads, so each thread keeps its connection: a pool would only add
    threads of its own to every short command.
    """
    return {
        "ENGINE": "clinic.embedded",
        "NAME": DATABASE,
        "HOST": str(folder),
        "SERVER": SERVER,
        "OPTIONS": PLANNED,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
