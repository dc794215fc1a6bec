"""What published briefs rest on, as Web Annotations."""

from typing import Any

import pytest

from briefs.exporters.web_annotation import annotations
from briefs.models import Edition, EditionHolding, Passage
from briefs.text.identifiers import mask
from tests.rows import HELD, TEXT
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db
SITE = "https://pincite.example.edu"


def told(edition: Edition, text: str | None = None) -> dict[str, Any]:
    opinion = edition.opinion
    places = {one.anchor: (one.start, one.end) for one in Passage.objects.filter(opinion=opinion)}
    rows = EditionHolding.objects.current().select_related("edition")
    return annotations(opinion.slug, mask(opinion.text) if text is None else text, places, rows, SITE)


def test_both_selectors_name_the_same_words_in_the_masked_text(student, attorney):
    edition = published(student, attorney)
    (one,) = told(edition)["first"]["items"]
    words, position = one["target"]["selector"]
    text = mask(edition.opinion.text)
    assert words["exact"] == " ".join(HELD.split())
    assert text[position["start"] : position["end"]] == words["exact"]
    assert text.startswith(words["suffix"], position["end"])
    assert text[: position["start"]].endswith(words["prefix"])
    assert one["target"]["source"] == f"{SITE}/opinions/{edition.opinion.slug}/"
    assert one["body"][1]["id"] == f"{SITE}/briefs/{edition.slug}/editions/1/#holding-1"
    assert one["created"].endswith("Z")
    assert "A75" in TEXT
    assert "75 836" not in str(told(edition))


def test_a_dissent_s_words_are_described_as_a_dissent(student, attorney):
    (one,) = told(published_dissent(student, attorney))["first"]["items"]
    assert one["body"][0]["value"].startswith("Dissent 1: ")
    assert "olding 1" not in one["body"][0]["value"]


def test_words_that_no_longer_stand_there_are_left_out_and_told_of(student, attorney):
    edition = published(student, attorney)
    gone = told(edition, "Another text altogether.")
    assert (gone["total"], "first" in gone) == (0, False)
    assert gone["comment"].startswith("1 quotation")
    twice = told(edition, f"{HELD} {HELD}" + " " * 2000)
    assert twice["total"] in (0, 1)


def test_only_frozen_pins_of_current_editions_are_given(student, attorney):
    edition = published(student, attorney)
    assert told(edition)["total"] == 1
    assert edition.opinion.annotations.count() >= 1
    edition.opinion.annotations.update(note="Xylophone")
    assert "Xylophone" not in str(told(edition))
