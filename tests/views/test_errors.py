"""Pages for when something is not there, not theirs, not understood or broken."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from briefs import views


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/nowhere/",
        "/briefs/x/",
        "/briefs/x/editions/1/",
        "/opinions/x/",
        "/authorities/x/",
        "/issues/x/",
        "/briefs/x/export/pdf",
    ],
)
def test_an_unknown_address_gets_a_page_in_the_same_clothes(anyone, address):
    answer = anyone.get(address)
    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()
    assert 'class="masthead"' in answer.content.decode()
    assert answer.content.decode().count('role="search"') == 1
    assert not answer.cookies


@pytest.mark.parametrize(
    ("view", "status", "said"),
    [
        (views.not_found, 404, "Page not found"),
        (views.bad_request, 400, "cannot be read"),
        (views.forbidden, 403, "Students &lt;only&gt;"),
    ],
)
def test_each_refusal_has_its_page_and_asks_nothing_of_the_database(view, status, said):
    answer = view(RequestFactory().get("/x/"), PermissionDenied("Students <only>"))
    assert answer.status_code == status
    assert said in answer.content.decode()


def test_a_fault_has_a_page_that_needs_no_request():
    answer = views.server_error(None)
    assert answer.status_code == 500
    assert "Something broke" in answer.content.decode()
