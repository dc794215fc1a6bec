"""The read-only API: what it gives, what it refuses, and that it does what its description says."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import schemathesis
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as limits
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from briefs.exporters.openapi import OPERATIONS, described
from briefs.models import Authority, Case, Edition
from briefs.workflow.merge import merge
from briefs.workflow.publish import publish
from briefs.workflow.withdraw import withdraw
from tests.rows import TEXT, make_brief, make_opinion, republish
from tests.views.editions import published, published_dissent, unreleased

pytestmark = pytest.mark.django_db

DESCRIBED = described(settings.SITE_URL, settings.CLINIC_NAME)
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
LISTS = [one for one in OPERATIONS if one.is_list]


def get(client: Any, address: str, status: int = 200, **headers: str) -> Any:
    answer = client.get(address, headers=headers)
    assert answer.status_code == status, answer.content[:300]
    return json.loads(answer.content)


def shape(operation: str) -> dict[str, Any]:
    """The schema of what an operation gives, with everything it refers to."""
    told = next(one["get"] for one in DESCRIBED["paths"].values() if one["get"]["operationId"] == operation)
    (content,) = told["responses"]["200"]["content"].values()
    return {**content["schema"], "components": DESCRIBED["components"]}


def addresses(edition: Edition) -> dict[str, str]:
    slugs = {
        "api-edition": [edition.slug], "api-edition-number": [edition.slug, 1], "api-opinion": [edition.opinion.slug],
        "annotations": [edition.opinion.slug], "api-authority": ["883-f2d-788"], "api-issue": ["nexus"],
    }  # fmt: skip
    return {one.name: reverse(one.name, args=slugs.get(one.name, [])) for one in OPERATIONS}


def test_who_has_an_old_answer_is_given_the_new_one(anyone, edition, student, attorney):
    address = reverse("api-editions")
    old = anyone.get(address)["ETag"]
    published_dissent(student, attorney)
    assert get(anyone, address, **{"if-none-match": old})["total"] == 2


def test_what_is_given_keeps_to_the_description(anyone, edition, student, attorney):
    published_dissent(student, attorney)
    for operation, address in addresses(edition).items():
        told = get(anyone, address)
        jsonschema.validate(told, shape(operation))
        assert told.get("results", True), f"a list that is empty shows nothing: {operation}"


def test_an_answer_is_known_by_its_etag_and_open_to_every_site(anyone, edition):
    for operation, address in addresses(edition).items():
        answer = anyone.get(address)
        assert answer["Access-Control-Allow-Origin"] == "*", operation
        assert not answer.cookies, operation
        assert anyone.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304, operation
        assert anyone.post(address).status_code == 405, operation


def test_the_description_is_one_and_every_operation_has_an_address():
    for operation in OPERATIONS:
        jsonschema.Draft202012Validator.check_schema(shape(operation.name))
    assert DESCRIBED["openapi"] == "3.1.0"
    for one in OPERATIONS:
        filled = [f"{{{name}}}" for name in ("slug", "number") if f"{{{name}}}" in one.path]
        assert reverse(one.name, args=["x", 1][: len(filled)]) == one.path.format(slug="x", number=1)


def test_a_dissent_s_proposition_says_whose_it_is(anyone, edition, student, attorney):
    published_dissent(student, attorney)
    court = get(anyone, reverse("api-holdings"))["results"]
    assert [(row["brief"], row["is_separate"]) for row in court] == [("petitioner-v-respondent", False)]
    apart = get(anyone, reverse("api-holdings") + "?tab=apart")["results"]
    assert [(row["brief"], row["is_separate"]) for row in apart] == [("petitioner-v-other", True)]
    assert get(anyone, reverse("api-holdings") + "?weight=dissent")["total"] == 0
    digest = get(anyone, reverse("api-issue", args=["speculation"]))
    assert (digest["holdings"], digest["not_holdings"], digest["separate"]) == (1, 0, 1)
    assert [row["is_separate"] for row in digest["propositions"]] == [False, True]


def test_the_library_s_parameters_find_the_same_briefs(anyone, edition, student, attorney):
    dissent = published_dissent(student, attorney)
    found = get(anyone, reverse("api-editions") + "?kind=dissent&court=nowhere")
    assert [row["slug"] for row in found["results"]] == ["petitioner-v-other"]
    assert "“nowhere” is not a court" in found["notices"][0]
    assert get(anyone, reverse("api-editions") + "?q=zzzyx")["total"] == 0
    found = get(anyone, reverse("api-opinions") + "?q=desertion&kind=dissent")
    assert [row["slug"] for row in found["results"]] == [dissent.opinion.slug]


def test_lists_come_in_pages_that_lead_to_each_other(anyone, edition):
    first = anyone.get(reverse("api-issues"))
    told = json.loads(first.content)
    assert told["pages"] > 1
    assert f'<{told["next"]}>; rel="next"' in first["Link"]
    second = get(anyone, told["next"].removeprefix(settings.SITE_URL))
    assert second["page"] == 2
    assert second["previous"].endswith("page=1")
    assert not {row["slug"] for row in told["results"]} & {row["slug"] for row in second["results"]}


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/api/v1/editions?page=0", 404, "There is no page 0"),
        ("/api/v1/editions?page=zwei", 400, "“page” is a number"),
        (f"/api/v1/editions?page={'9' * 5000}", 400, "“page” is a number"),
        ("/api/v1/editions?page=99", 404, "There is no page 99"),
        ("/api/v1/holdings?tab=briefs", 400, "“tab” is one of"),
        ("/api/v1/authorities?kind=rant", 400, "“kind” is one of"),
        ("/api/v1/authorities?letter=ab", 400, "“letter” is one letter"),
        ("/api/v1/editions/nothing", 404, ""),
        ("/api/v1/editions/nothing/99999999999", 404, ""),
        ("/api/v1/issues/nothing", 404, "There is no such issue."),
        ("/api/v1/no/such/thing", 404, "There is nothing at this address"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(anyone, address, status, sentence):
    told = get(anyone, address, status)
    assert told["status"] == status
    assert sentence in told["detail"]


def test_nothing_that_is_not_public_is_there(anyone, edition, student, attorney):
    hidden = unreleased(student)
    assert get(anyone, reverse("api-opinions"))["total"] == 1
    get(anyone, reverse("api-opinion", args=[hidden.slug]), 404)
    get(anyone, reverse("annotations", args=[hidden.slug]), 404)
    cited = Authority.objects.get(slug="883-f2d-788")
    Case.objects.filter(pk=hidden.case_id).update(authority=cited)
    assert get(anyone, reverse("api-authority", args=[cited.slug]))["held"] == []
    republish(edition.brief, by=attorney)
    assert get(anyone, reverse("api-editions"))["total"] == 1
    withdraw(edition.brief, by=attorney, because="Wrong.")
    assert get(anyone, reverse("api-editions"))["total"] == get(anyone, reverse("api-holdings"))["total"] == 0
    for number in (1, 2):
        get(anyone, reverse("api-edition-number", args=[edition.slug, number]), 404)
    get(anyone, reverse("api-edition", args=[edition.slug]), 404)
    assert get(anyone, reverse("annotations", args=[edition.opinion.slug]))["total"] == 0


def test_the_opinion_s_places_hold_in_its_masked_text(anyone, edition):
    told = get(anyone, reverse("api-opinion", args=[edition.opinion.slug]))
    ((start, end),) = told["masked"]
    assert set(told["text"][start:end]) <= set("█ -A#.")
    paragraph = next(row for row in told["passages"] if row["place"] == "para. 2")
    assert told["text"][paragraph["start"] : paragraph["end"]].startswith("We have held")


def test_a_number_beside_quoted_words_is_masked_in_their_annotation(anyone, student, attorney):
    text = TEXT.replace("We therefore grant", "No. A75 836 651. We therefore grant")
    edition = publish(make_brief(make_opinion(student, text=text), student), by=attorney)
    told = get(anyone, reverse("annotations", args=[edition.opinion.slug]))
    words, _ = told["first"]["items"][0]["target"]["selector"]
    assert words["suffix"].startswith(" No. ███ ███ ███")


def test_an_authority_that_was_merged_leads_to_its_heir(anyone, edition, staff):
    kept = Authority.objects.get(slug="883-f2d-788")
    twin = Authority.objects.create(kind="case", key="case:1:X:1", slug="1-x-1", cite="1 X 1")
    merge(twin, kept, by=staff)
    assert anyone.get(reverse("api-authority", args=["1-x-1"]))["Location"] == reverse(
        "api-authority", args=[kept.slug]
    )


def test_lists_ask_the_database_as_often_for_many_rows_as_for_one(
    anyone, student, attorney, django_assert_max_num_queries
):
    for number in range(4):
        published(student, attorney, number=number)
    for one in LISTS:
        with django_assert_max_num_queries(12):
            anyone.get(reverse(one.name))


@pytest.fixture
def application() -> Iterator[WSGIHandler]:
    """The site as a server calls it, on the test's own connection: it is not closed after a request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield WSGIHandler()
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.parametrize("operation", [one.path for one in OPERATIONS])
def test_anything_the_description_allows_gets_a_described_answer(application, edition, operation):
    """Schemathesis makes up questions from the description and asks them of the site in this process."""
    described_api = schemathesis.openapi.from_dict(DESCRIBED)
    described_api.app = application

    @limits(max_examples=12, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(described_api[operation]["GET"].as_strategy())
    def ask(case: Any) -> None:
        case.validate_response(case.call(), checks=CHECKS)

    ask()
