"""An edition as JSON, and the schema it keeps to."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.conf import settings

from briefs.exporters import edition_json, schema
from tests.exporters import pages, samples

PUBLISHED = Path(settings.BASE_DIR, "docs", "edition-1.schema.json")


def told(page: Any) -> dict[str, Any]:
    return json.loads(edition_json.export(page, site_url=pages.SITE).content)


@pytest.mark.parametrize("page", [samples.balachova, samples.kaptsov, pages.bare], ids=lambda made: made.__name__)
def test_an_edition_keeps_to_its_schema(page: Any):
    kept = schema.schema(pages.SITE)
    jsonschema.Draft202012Validator.check_schema(kept)
    jsonschema.validate(told(page()), kept)
    assert told(page())["$schema"] == kept["$id"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("banner"),
        lambda data: data.update(clinic_notes="Only the clinic reads this."),
        lambda data: data["holdings"][0].update(number="1"),
        lambda data: data["holdings"][0]["answer"]["marks"].append([0, 1, "script", {}]),
        lambda data: data.update(schema=2),
    ],
)
def test_what_is_no_edition_does_not(spoil: Any):
    data = told(samples.kaptsov())
    spoil(data)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema.schema(pages.SITE))


def test_the_words_come_through_whole_and_no_row_s_number_does():
    page = samples.balachova()
    data = told(page)
    assert data["holdings"] == page["holdings"]
    assert data["url"] == f"{pages.SITE}/briefs/balachova-v-mukasey/editions/2/"
    assert all("id" not in line for line in data["authorities"])


def test_the_published_schema_changes_only_on_purpose():
    """Whoever changes the page's shape writes this file anew, and raises SCHEMA where old readers would stumble."""
    assert json.loads(PUBLISHED.read_text("utf-8")) == schema.schema("https://example.org")
