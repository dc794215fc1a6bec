"""Feeds, the site's map, what robots are told, and how reference managers read a page."""

from xml.etree import ElementTree

import pytest
import rispy
from django.conf import settings
from django.urls import reverse

from briefs.models import Authority, Issue
from briefs.workflow.withdraw import withdraw
from tests.rows import republish
from tests.views.editions import published_dissent, unreleased

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def entries(client, address: str) -> list[tuple[str, str]]:
    answer = client.get(address)
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    assert feed.find("a:link[@rel='self']", ATOM).get("href") == f"{settings.SITE_URL}{address}"
    return [
        (one.findtext("a:title", "", ATOM), one.findtext("a:id", "", ATOM)) for one in feed.iterfind("a:entry", ATOM)
    ]


def places(client, address: str) -> list[str]:
    return [place.text or "" for place in ElementTree.fromstring(client.get(address).content).iterfind(".//m:loc", MAP)]


def test_the_feed_has_each_current_edition_newest_first_and_a_dissent_says_so(anyone, edition, student, attorney):
    first = edition
    published_dissent(student, attorney)
    assert [title for title, _ in entries(anyone, reverse("feed"))] == [
        "Petitioner v. Other (dissent)",
        "Petitioner v. Respondent",
    ]
    republish(first.brief, by=attorney)
    title, address = entries(anyone, reverse("feed"))[0]
    assert title == "Petitioner v. Respondent, edition 2"
    assert address == f"{settings.SITE_URL}/briefs/petitioner-v-respondent/editions/2/"
    withdraw(first.brief, by=attorney, because="Wrong.")
    assert len(entries(anyone, reverse("feed"))) == 1


def test_an_issue_s_feed_has_what_carries_it_or_anything_below_it(anyone, edition):
    assert len(entries(anyone, reverse("issue-feed", args=["speculation"]))) == 1
    assert entries(anyone, reverse("issue-feed", args=["desertion"])) == []
    Issue.objects.filter(slug="desertion").update(merged_into=Issue.objects.get(slug="nexus"))
    for gone in ("desertion", "nothing"):
        assert anyone.get(reverse("issue-feed", args=[gone])).status_code == 404


def test_a_feed_is_known_by_its_etag(anyone, edition):
    answer = anyone.get(reverse("feed"))
    assert anyone.get(reverse("feed"), headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_the_map_has_every_public_page_and_nothing_else(anyone, edition, student):
    hidden = unreleased(student)
    Authority.objects.create(kind="case", key="case:1:U.S.:1", slug="1-us-1", cite="1 U.S. 1")  # cited by nobody
    Issue.objects.filter(slug="desertion").update(merged_into=Issue.objects.get(slug="nexus"))
    parts = [part.removeprefix(settings.SITE_URL) for part in places(anyone, reverse("sitemap"))]
    found = [place for part in parts for place in places(anyone, part)]
    assert f"{settings.SITE_URL}{edition.get_absolute_url()}" in found
    assert f"{settings.SITE_URL}{edition.opinion.get_absolute_url()}" in found
    assert f"{settings.SITE_URL}/authorities/883-f2d-788/" in found
    assert f"{settings.SITE_URL}/issues/speculation/" in found
    assert not [place for place in found if hidden.slug in place]
    for place in found:
        assert anyone.get(place.removeprefix(settings.SITE_URL)).status_code == 200


def test_robots_are_shown_the_map_and_kept_from_the_desk(anyone):
    told = anyone.get("/robots.txt").content.decode()
    assert "Disallow: /admin/\n" in told
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml\n" in told


def test_zotero_asks_the_page_s_server_for_its_entry(anyone, edition):
    page = anyone.get(edition.get_absolute_url()).content.decode()
    assert f'rel="unapi-server" type="application/xml" title="unAPI" href="{settings.SITE_URL}/unapi"' in page
    assert f'<abbr class="unapi-id" title="{edition.slug}"' in page
    formats = ElementTree.fromstring(anyone.get("/unapi").content)
    assert [one.get("name") for one in formats] == ["ris", "bibtex", "csl"]
    of_one = anyone.get("/unapi", {"id": edition.slug})
    assert of_one.status_code == 300
    assert ElementTree.fromstring(of_one.content).get("id") == edition.slug
    (entry,) = rispy.loads(anyone.get("/unapi", {"id": edition.slug, "format": "ris"}).content.decode())
    assert entry["type_of_reference"] == "CASE"


@pytest.mark.parametrize("asked", [{"id": "nothing"}, {"id": "a\0b"}, {"id": "nothing", "format": "ris"}])
def test_what_is_not_there_has_no_entry(anyone, asked):
    assert anyone.get("/unapi", asked).status_code == 404


def test_an_entry_comes_in_no_other_format(anyone, edition):
    assert anyone.get("/unapi", {"id": edition.slug, "format": "mods"}).status_code == 404


def test_a_withdrawn_brief_is_told_to_no_program(anyone, edition, attorney):
    addresses = (reverse("feed"), reverse("sitemap-part", args=["briefs"]), f"/unapi?id={edition.slug}&format=ris")
    assert all(anyone.get(address).status_code == 200 for address in addresses)
    withdraw(edition.brief, by=attorney, because="Superseded.")
    feed, sitemap, entry = (anyone.get(address) for address in addresses)
    assert entry.status_code == 404
    assert not any(edition.slug in answer.content.decode() for answer in (feed, sitemap))
