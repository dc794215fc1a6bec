"""The databases of a run of the tests: each kind is made once, and copied for every worker that needs one."""

import os
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from clinic.embedded import server

# xdist gives all workers of a run one name; without it the run is this process.
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid.uuid4().hex


def keep_apart() -> None:
    """Give the tests an embedded server of their own, which does not wait for the disk."""
    database = connection.settings_dict
    if database["ENGINE"] == "clinic.embedded":
        database["HOST"] = str(Path(settings.BASE_DIR, "var", "postgres-tests"))
        quick = dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off")
        database["SERVER"] = {**database["SERVER"], **quick}


def make_once(name: str, make: Callable[[str], None]) -> None:
    """Make the database unless a worker of this run has; another that asks meanwhile waits.

    The name tells checkouts apart that run their tests on one server, and what an earlier run left is made anew.
    """
    with _at_the_server() as client:
        client.execute("SELECT pg_advisory_lock(hashtext(%s))", [name])  # until the connection is closed
        made = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        if client.execute(made, [name]).fetchone() != (RUN,):
            client.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
            make(name)
            client.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), RUN))


def migrate(name: str) -> None:
    """Make a database by going through every migration."""
    database = connection.settings_dict
    before, named = database["NAME"], database["TEST"]["NAME"]
    database["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()
    connection.close_pool()
    database["TEST"]["NAME"] = named
    database["NAME"] = before


def copy(name: str, template: str) -> None:
    """Make the database a copy of the template, to which nobody may be connected; what had the name is dropped."""
    with _at_the_server() as client:
        new, old = sql.Identifier(name), sql.Identifier(template)
        client.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(new))
        client.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(new, old))


def address(name: str) -> str:
    """Give the database's DATABASE_URL."""
    reach = _reach()
    options = "&".join(f"{key}={quote(reach[key], safe='')}" for key in ("host", "port") if key in reach)
    password = f":{quote(reach['password'])}" if "password" in reach else ""
    return f"postgresql://{quote(reach['user'])}{password}@/{name}?{options}"


def _at_the_server() -> psycopg.Connection[Any]:
    return psycopg.connect(dbname="postgres", autocommit=True, **_reach())


def _reach() -> dict[str, str]:
    """How to reach the PostgreSQL of the tests: host, port, user and password, as far as they are set."""
    database = connection.settings_dict
    if database["ENGINE"] == "clinic.embedded":
        host = str(server.join(Path(database["HOST"]), database["SERVER"]))
        return {"host": host, "port": str(server.PORT), "user": server.SUPERUSER}
    reach = {key: database[key.upper()] for key in ("host", "port", "user", "password")}
    return {key: str(value) for key, value in reach.items() if value}
