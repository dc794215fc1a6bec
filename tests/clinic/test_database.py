"""DATABASES from an address."""

from urllib.parse import urlsplit

import pytest

from clinic import database


def test_every_part_of_the_address_arrives():
    found = database.external(urlsplit("postgresql://an%40na:p%2Fw@db.example:6432/clinic?sslmode=require"), pool=4)
    assert found["NAME"] == "clinic"
    assert (found["USER"], found["PASSWORD"]) == ("an@na", "p/w")
    assert (found["HOST"], found["PORT"]) == ("db.example", "6432")
    pool = {"min_size": 1, "max_size": 4, "timeout": 10}
    assert found["OPTIONS"] == database.PLANNED | {"sslmode": "require", "pool": pool}


def test_a_socket_is_named_by_its_folder():
    found = database.external(urlsplit("postgresql:///clinic?host=/run/postgresql"), pool=0)
    assert (found["HOST"], found["PORT"], found["OPTIONS"]) == ("/run/postgresql", "", database.PLANNED)


@pytest.mark.parametrize(("prepares", "threshold"), [(True, database.PLANNED["prepare_threshold"]), (False, None)])
def test_statements_are_prepared_unless_what_stands_before_the_server_does_not_bear_it(prepares: bool, threshold):
    found = database.external(urlsplit("postgresql://db.example/"), pool=0, prepares=prepares)
    assert found["OPTIONS"] == {"prepare_threshold": threshold}


@pytest.mark.parametrize(("pool", "age"), [(8, 0), (0, 600)])
def test_connections_are_kept_by_a_pool_or_by_each_thread(pool: int, age: int):
    found = database.external(urlsplit("postgresql://db.example/"), pool)
    assert found["CONN_MAX_AGE"] == age
    assert ("pool" in found["OPTIONS"]) is bool(pool)
    assert found["NAME"] == "pincite"


@pytest.mark.parametrize(
    ("memory", "limit", "told"),
    [
        (24 << 30, "max\n", "2048MB"),
        (4 << 30, "max", "1024MB"),
        (24 << 30, f"{1 << 30}\n", "256MB"),
        (256 << 20, "max", "128MB"),
    ],
)
def test_the_embedded_server_takes_a_quarter_of_the_memory_it_may_use(memory: int, limit: str, told: str):
    assert database.buffers(memory, limit) == told
