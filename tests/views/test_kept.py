"""Pages are rendered once and served many times; what is withdrawn or published is seen with the next request."""

import gzip

import pytest
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from briefs.views.kept import kept
from briefs.workflow.release import unrelease
from briefs.workflow.withdraw import withdraw
from tests.rows import republish
from tests.views.editions import published, published_dissent

pytestmark = pytest.mark.django_db


def pages(edition) -> list[str]:
    return [edition.get_absolute_url(), edition.opinion.get_absolute_url(), "/", "/issues/", "/issues/nexus/"]


def test_a_page_is_the_same_bytes_again_and_says_how_long_it_holds(anyone, edition):
    for address in pages(edition):
        first, again = anyone.get(address), anyone.get(address)
        assert first.content == again.content
        assert first["ETag"] == again["ETag"]
        assert first["Cache-Control"].startswith("public, max-age=")
        assert "stale-while-revalidate" in first["Cache-Control"]
        assert first["Vary"] == "Accept-Encoding"
        assert not first.cookies


def test_who_has_the_page_already_is_told_so(anyone, edition):
    for address in pages(edition):
        etag = anyone.get(address)["ETag"]
        answer = anyone.get(address, headers={"If-None-Match": etag})
        assert (answer.status_code, answer.content) == (304, b"")
        assert anyone.get(address, headers={"If-None-Match": 'W/"another"'}).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, gzip;q=0.5", True),
        ("gzip;q=0", False),
        ("identity", False),
        ("", False),
    ],
)
def test_a_page_comes_compressed_to_who_accepts_it(anyone, edition, accepted, packed):
    address = edition.get_absolute_url()
    plain = anyone.get(address)
    answer = anyone.get(address, headers={"Accept-Encoding": accepted})
    assert answer.get("Content-Encoding") == ("gzip" if packed else None)
    assert (gzip.decompress(answer.content) if packed else answer.content) == plain.content
    assert answer["Content-Length"] == str(len(answer.content))


def test_a_withdrawal_is_seen_at_once_everywhere(anyone, edition, attorney):
    old = reverse("edition", args=[edition.slug, 1])
    before = {address: anyone.get(address).content for address in [*pages(edition), old]}
    assert any(b"conjecture" in page for page in before.values())
    withdraw(edition.brief, by=attorney, because="The law has moved on.")
    for address in (edition.get_absolute_url(), old):
        page = anyone.get(address).content
        assert b"The law has moved on." in page
        assert b"conjecture" not in page
    assert b'<mark class="pin"' not in anyone.get(edition.opinion.get_absolute_url()).content
    assert edition.slug.encode() not in anyone.get("/").content


def test_a_new_edition_is_seen_at_once_and_the_old_one_says_so(anyone, edition, attorney):
    old = reverse("edition", args=[edition.slug, 1])
    assert b"It is kept as it was" not in anyone.get(old).content
    edition.brief.summary = "The second summary."
    edition.brief.save()
    republish(edition.brief, by=attorney)
    assert b"The second summary." in anyone.get(edition.get_absolute_url()).content
    assert b"It is kept as it was" in anyone.get(old).content


def test_who_cites_and_what_is_related_is_never_stale(anyone, edition, student, attorney):
    address = edition.get_absolute_url()
    assert b"Related briefs" not in anyone.get(address).content
    other = published_dissent(student, attorney)
    page = anyone.get(address).content.decode()
    assert f'href="/briefs/{other.slug}/"' in page
    assert "cited by 1 other opinion here" in page
    withdraw(other.brief, by=attorney, because="Wrong.")
    assert f'href="/briefs/{other.slug}/"' not in anyone.get(address).content.decode()


def test_an_opinion_that_is_taken_back_is_gone_at_once(anyone, edition, attorney, staff):
    address = edition.opinion.get_absolute_url()
    assert anyone.get(address).status_code == 200
    withdraw(edition.brief, by=attorney, because="Wrong.")
    edition.opinion.refresh_from_db()
    unrelease(edition.opinion, by=staff)
    assert anyone.get(address).status_code == 404


def test_what_is_kept_for_one_address_is_never_given_at_another(anyone, edition, student, attorney):
    second = published(student, attorney, number=1)
    one, two = (anyone.get(address).content for address in (edition.get_absolute_url(), second.get_absolute_url()))
    assert one != two
    every, court = (anyone.get(edition.get_absolute_url() + query).content for query in ("", "?voices=court"))
    assert b"brief court-only" in court
    assert b"brief court-only" not in every


def test_an_opinion_with_words_marked_is_kept_too_but_apart(anyone, edition, django_assert_num_queries):
    address = edition.opinion.get_absolute_url()
    plain = anyone.get(address).content
    marked = {words: anyone.get(address, {"find": words}).content for words in ("conjecture", "board")}
    assert len({plain, *marked.values()}) == 3
    for words, page in marked.items():
        with django_assert_num_queries(1):
            assert anyone.get(address, {"find": words}).content == page
    caches["finds"].clear()
    with django_assert_num_queries(1):
        assert anyone.get(address).content == plain


def test_an_author_at_the_desk_gets_the_page_everybody_gets(anyone, as_student, edition):
    address = edition.get_absolute_url()
    assert as_student.get(address).content == anyone.get(address).content == Client().get(address).content


def test_a_page_weighs_no_more_than_150_kilobytes(anyone, edition):
    assert all(len(anyone.get(address).content) <= 150_000 for address in pages(edition))


@pytest.mark.parametrize(
    ("template", "page"),
    [
        (b"<p>\n    <b>a</b> <i>b</i>\n\n  <p>", b"<p>\n<b>a</b> <i>b</i>\n<p>"),
        (b"one\n  two \n <b>", b"one\n  two\n<b>"),
        (b"a" + b"\n" * 100_000 + b"b", b"a" + b"\n" * 100_000 + b"b"),
    ],
    ids=["indented", "words", "a long run is looked at once"],
)
def test_a_page_is_kept_without_the_indents_of_its_template(rf, template: bytes, page: bytes):
    assert kept(rf.get("/"), None, lambda: HttpResponse(template)).content == page
