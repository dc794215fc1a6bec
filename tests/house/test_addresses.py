"""Every address says who may have it, and holds to it."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from briefs import access
from tests.conftest import SIGN_IN


def addresses(resolver: URLResolver, before: str = "", space: str = "") -> Iterator[tuple[str, URLPattern, str]]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, route, space or entry.namespace or "")
        else:
            yield route, entry, space


ALL = list(addresses(get_resolver()))
OURS = {route: pattern for route, pattern, space in ALL if space != "admin"}
ADMIN = {pattern.name: route for route, pattern, space in ALL if space == "admin"}


@pytest.mark.parametrize("route", OURS)
def test_an_address_declares_its_audience(route: str):
    assert getattr(OURS[route].callback, "audience", None) in access.AUDIENCES


@pytest.mark.django_db
@pytest.mark.parametrize("route", [route for route in OURS if "<" not in route])
def test_an_address_is_open_to_its_audience_only(route: str, anyone: Client):
    answer = anyone.get(f"/{route}")
    if OURS[route].callback.audience == access.ANYONE:
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
    else:
        assert answer.status_code == 302
        assert answer["Location"].startswith("/admin/login/")


@pytest.mark.django_db
def test_an_account_outside_the_clinic_opens_nothing_of_its_members(client: Client, django_user_model):
    client.force_login(django_user_model.objects.create_user("visitor", is_staff=True), backend=SIGN_IN)
    closed = [route for route in OURS if "<" not in route and OURS[route].callback.audience != access.ANYONE]
    assert {route: client.get(f"/{route}").status_code for route in closed} == dict.fromkeys(closed, 403)
    assert closed


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", [name for name, route in ADMIN.items() if name and "<" not in route and "(?P" not in route]
)
def test_the_admin_opens_nothing_to_anyone(name: str, anyone: Client):
    answer = anyone.get("/" + ADMIN[name])
    if name == "login":
        assert answer.status_code == 200
    else:
        assert answer.status_code in (302, 403, 404, 405)
        assert answer.get("Location", "/admin/login/").startswith("/admin/" if name == "logout" else "/admin/login/")
