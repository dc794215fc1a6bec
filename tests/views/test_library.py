"""The library over HTTP: what anyone sees."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.utils.http import urlencode

from briefs.models import Issue
from briefs.search import library
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db
BUDGET = 11
SEARCHES = (
    "",
    "q=board+conjecture",
    "q=883+F.2d+788&court=ca9&court=ca2&year=2001&issue=nexus&authority=883-f2d-788&authority=8-usc-1158-b-1&kind=lead",
    "q=board+xyzzy",
    "q=999+F.2d+1",
    "court=ca2",
)


@pytest.fixture
def shelf(student, attorney) -> Shelf:
    return Shelf(student, attorney)


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> int:
    """A page ends sooner, so that fewer briefs have to be published; gives how many stand on one."""
    monkeypatch.setattr(library, "PER_PAGE", 4)
    return library.PER_PAGE


def page(anyone: Client, **parameters: object) -> str:
    answer = anyone.get("/briefs/", parameters)
    assert answer.status_code == 200
    return answer.content.decode()


def hits(content: str) -> list[str]:
    return re.findall(r'<h3><a href="/briefs/[^"]+">([^<]+)</a></h3>', content)


class Links(HTMLParser):
    """The addresses that a page of the library links to within itself."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href") or ""
        if tag == "a" and (address == "/briefs/" or address.startswith("/briefs/?")):
            self.found.add(address)


def test_anyone_searches_and_no_cookie_is_set(shelf, anyone):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    answer = anyone.get("/briefs/", {"q": "walrus"})
    assert answer.status_code == 200
    assert not answer.cookies
    assert not answer.has_header("Vary") or "Cookie" not in answer["Vary"]
    assert hits(answer.content.decode()) == ["Alpha v. INS"]


def test_the_title_says_what_was_asked_and_how_many_answer(shelf, anyone):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    assert "<title>walrus: 1 brief ·" in page(anyone, q="walrus")
    assert "<title>xyzzy: 0 briefs ·" in page(anyone, q="xyzzy")
    assert "<title>Library: 1 brief ·" in page(anyone)


def test_a_hit_shows_the_case_and_links_to_the_place_that_matched(shelf, anyone):
    edition = shelf.put("Alpha v. INS", says="A walrus slept.", issues=("nexus",), summary="The Board guessed.")
    content = page(anyone, q="walrus")
    passage = edition.opinion.passages.get(text__contains="walrus")
    for shown in (
        "No. 01-12345",
        "Court of Appeals for the Ninth Circuit",
        "Decided May 4, 2001",
        "Opinion of the court",
        "The Board guessed.",
        "<mark>walrus</mark>",
        f'href="/opinions/{edition.opinion.slug}/?find=walrus#{passage.anchor}"',
        'href="/issues/nexus/"',
        f'href="/briefs/{edition.slug}/"',
    ):
        assert shown in content


def test_filters_are_offered_where_they_can_narrow_or_be_taken_off(shelf, anyone):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    shelf.put("Beta v. INS", says="Another slept.")
    assert 'class="facet-value"' in page(anyone, q="slept")
    assert 'class="facet-value"' not in page(anyone, q="walrus")
    assert 'class="facet-value"' in page(anyone, q="walrus", court="ca9")


def test_a_proposition_is_listed_with_what_it_asks_and_answers(shelf, anyone):
    shelf.put("Alpha v. INS", kind="dissent", answer="Yes. The walrus decides it.", author="Paez")
    found = page(anyone, q="walrus", tab="apart")
    assert "Dissent 1: not the court’s (Paez)" in found
    assert 'class="digest-question"' in found
    assert "Yes. The walrus decides it." in found


def test_a_place_in_the_brief_is_linked_on_the_brief(shelf, anyone):
    edition = shelf.put("Alpha v. INS", answer="No. The walrus decides it.")
    assert f'href="/briefs/{edition.slug}/#holding-1"' in page(anyone, q="walrus")


def test_a_dissent_wears_its_label_and_is_called_a_holding_nowhere(shelf, anyone):
    shelf.put("Alpha v. INS", kind="dissent", answer="The walrus decides it.", author="Paez")
    content = page(anyone, q="walrus")
    assert "Dissent: not the court’s (Paez)" in content
    assert "dissent 1" in content
    assert "holding 1" not in content.lower()


def test_what_the_source_does_not_give_is_said_so(shelf, anyone):
    shelf.put("Alpha v. INS", court=None)
    content = page(anyone)
    assert "Court not given in source" in content
    assert "Date not given in source" in content
    assert hits(page(anyone, court="unknown", year="unknown")) == ["Alpha v. INS"]
    assert hits(page(anyone, court="ca9")) == []


def test_text_is_never_html(shelf, anyone):
    attack = "<script>alert(1)</script> & <b>walrus</b>"
    shelf.put("Alpha <i>v.</i> INS", says=f"A walrus {attack} slept.", facts=f"A walrus {attack}.", summary=attack)
    for content in (page(anyone, q="walrus"), page(anyone, q=f"walrus or {attack}"), page(anyone, court=attack)):
        assert "<script>" not in content
        assert "<b>" not in content
        assert "<i>" not in content


def test_chosen_facets_are_chips_that_come_off_one_by_one(shelf, anyone):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    content = page(anyone, q="walrus", court="ca9", kind="lead", issue="nexus")
    chips = re.findall(
        r'class="chip chip-chosen" href="([^"]+)"[^>]*><span class="visually-hidden">Remove the filter', content
    )
    assert [chip.replace("&amp;", "&") for chip in chips] == [
        "/briefs/?q=walrus&issue=nexus&kind=lead",
        "/briefs/?q=walrus&court=ca9&kind=lead",
        "/briefs/?q=walrus&court=ca9&issue=nexus",
    ]
    assert '<a class="chip" href="/briefs/?q=walrus">Clear all filters</a>' in content


def test_the_search_box_carries_the_filters_along(shelf, anyone):
    shelf.put("Alpha v. INS")
    content = page(anyone, q="nexus", court="ca9", sort="name", page="3", kind="zzz")
    carried = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', content.split("</form>")[0])
    assert carried == [("court", "ca9"), ("sort", "name")]


def test_a_parent_issue_finds_what_its_children_tag(shelf, anyone):
    child = Issue.objects.filter(level=3).select_related("parent__parent").first()
    assert child
    assert child.parent
    assert child.parent.parent
    shelf.put("Alpha v. INS", issues=(child.slug,))
    shelf.put("Beta v. INS", issues=(Issue.objects.filter(level=2).exclude(parent=child.parent.parent)[0].slug,))
    for slug in (child.slug, child.parent.slug, child.parent.parent.slug):
        assert hits(page(anyone, issue=slug)) == ["Alpha v. INS"]


def test_every_link_of_the_library_leads_to_the_number_it_shows(shelf, anyone):
    shelf.put("Alpha v. INS", says="A walrus slept.", issues=("nexus",))
    shelf.put("Beta v. INS", says="A walrus slept.", issues=("desertion", "nexus"), court="ca2")
    shelf.put("Gamma v. INS", kind="dissent", court=None, issues=("desertion",))
    content = page(anyone, q="walrus or board", kind="lead")
    lines = re.findall(r'class="facet-value" href="([^"]+)"[^>]*>.*?class="count">(\d+)<', content)
    others = [
        (address.replace("&amp;", "&"), int(count)) for address, count in lines if address.endswith("&amp;kind=lead")
    ]
    assert len(others) >= 8
    for address, count in others:
        assert (len(hits(anyone.get(address).content.decode())), address) == (count, address)


def test_every_link_of_the_library_is_a_clean_address(shelf, anyone):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    answer = anyone.get("/briefs/?q=walrus&court=zzz&kind=lead&page=99&sort=upwards&nonsense=1&authority=883-f2d-788")
    for address in Links(answer.content.decode()).found:
        for nonsense in ("zzz", "upwards", "page=99", "nonsense"):
            assert nonsense not in address
        assert anyone.get(address).status_code == 200


NONSENSE = (
    "q=%00&court=%00&year=%00&issue=%00&authority=%00&kind=%00&sort=%00&page=%00",
    "q=%ED%A0%80%FF&court=%FF",
    "q=" + "x" * 5000,
    "q=" + "%28" * 300,
    "q=%22%22%22&q=second",
    "q=%E2%80%AE%F0%9F%99%82",
    "court=ca99&year=2o08&issue=-1&authority=x%27%3B--&kind=zzz",
    "year=99999999999999999999",
    "sort=__proto__",
    "page=0",
    "page=-1",
    "page=1e9",
    "page=" + "9" * 5000,
    "page=nonsense",
    "page[]=1&q[]=2",
    "&".join(f"court=c{n}" for n in range(500)),
    urlencode({"q": "-nothing"}),
    urlencode({"q": "A75 836 651"}),
)


def test_nonsense_gives_a_page(shelf, anyone):
    shelf.put("Alpha v. INS")
    for query in NONSENSE:
        answer = anyone.get(f"/briefs/?{query}")
        assert answer.status_code == 200, query
        assert "836 651" not in answer.content.decode(), query


def test_a_value_that_means_nothing_is_left_out_with_a_sentence(shelf, anyone):
    shelf.put("Alpha v. INS")
    content = page(anyone, kind="zzz", sort="upwards")
    assert "“zzz” is not a type of opinion in this library, so it was left out." in content
    assert "There is no order “upwards”, so the usual one is used." in content
    assert hits(content) == ["Alpha v. INS"]


def test_pages_follow_each_other_and_one_beyond_the_end_is_the_last(shelf, anyone, short_pages):
    names = [f"Case {n} v. INS" for n in range(short_pages + 2)]
    for name in names:
        shelf.put(name)
    first, last = page(anyone, sort="name"), page(anyone, sort="name", page=2)
    assert (hits(first), hits(last)) == (names[:short_pages], names[short_pages:])
    assert hits(page(anyone, sort="name", page=99)) == hits(last)
    assert 'href="/briefs/?sort=name&amp;page=2"' in first
    assert 'href="/briefs/?sort=name" rel="prev"' in last


def test_the_library_asks_few_questions_and_no_more_with_more_rows(
    shelf, anyone, short_pages, django_assert_max_num_queries
):
    def asked() -> dict[str, int]:
        counts = {}
        for query in SEARCHES:
            anyone.get("/briefs/")  # what is kept of the rows is read
            with django_assert_max_num_queries(BUDGET) as questions:
                anyone.get(f"/briefs/?{query}")
            counts[query] = len(questions)
        return counts

    shelf.put("Alpha v. INS")
    shelf.put("Beta v. INS", kind="dissent")
    few = asked()
    for n in range(short_pages + 3):
        shelf.put(f"Case {n} v. INS", court="ca2" if n % 2 else "ca9", issues=("nexus", "desertion"))
    more = {query: number for query, number in asked().items() if number > few[query]}
    more.pop("court=ca2", None)  # nothing is found among two
    assert more == {}


def test_a_citation_is_shown_on_top_and_said_when_nothing_cites_it(shelf, anyone):
    shelf.put("Alpha v. INS")
    content = page(anyone, q="883 F.2d 788 conjecture")
    assert '<a href="/authorities/883-f2d-788/">' in content
    assert content.index("/authorities/883-f2d-788/") < content.index('class="hits"')
    content = page(anyone, q="999 F.2d 1")
    assert "Nothing published in this library cites 999\xa0F.2d\xa01." in content
    assert 'href="https://www.courtlistener.com/c/F.2d/999/1/"' in content


def test_nothing_found_is_said_with_what_to_try(shelf, anyone):
    shelf.put("Alpha v. INS", says="A walrus slept.")
    content = page(anyone, q="walrus desertion unicorn")
    assert "has all these words" in content
    assert '<a href="/briefs/?q=walrus">walrus</a>' in content
    assert 'href="/issues/desertion/"' in content
    assert "Without the filters: 1 brief" in page(anyone, q="walrus", court="ca2")
    assert "Nothing has been published yet." not in content


def test_an_empty_library_says_so(anyone):
    assert "Nothing has been published yet." in page(anyone)


def test_the_library_is_only_read(anyone):
    assert anyone.post("/briefs/").status_code == 405
    assert anyone.head("/briefs/").status_code == 200
