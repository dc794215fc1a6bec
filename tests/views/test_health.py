"""Whether the site is alive."""

import pytest
from django.db import DatabaseError, connection
from django.test import Client


@pytest.mark.django_db
def test_a_live_site_says_ok(anyone):
    answer = anyone.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert answer["Content-Type"].startswith("text/plain")
    assert "no-cache" in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_site_without_its_database_is_not_well():
    def refuse(execute, sql, params, many, context):
        raise DatabaseError("gone")

    with connection.execute_wrapper(refuse):
        assert Client(raise_request_exception=False).get("/healthz").status_code == 500
