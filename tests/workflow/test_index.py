"""What the search reads follows what is public."""

import pytest

from briefs.models import Authority, Case, SearchName, SearchRow, SearchState, SearchWord, Shelf
from briefs.workflow.index import index, reindex
from briefs.workflow.merge import merge
from briefs.workflow.publish import publish
from briefs.workflow.release import release, unrelease
from briefs.workflow.submit import submit
from briefs.workflow.withdraw import withdraw
from tests.rows import make_brief, make_opinion, republish

pytestmark = pytest.mark.django_db


def shelves() -> list[int]:
    return sorted(SearchRow.objects.values_list("shelf", flat=True))


def mark():
    return SearchState.objects.get().mark


def test_publishing_and_withdrawing_and_taking_back_move_the_rows(student, attorney):
    brief = make_brief(make_opinion(student), student)
    before = mark()
    assert shelves() == []
    edition = publish(brief, by=attorney)
    assert shelves() == [Shelf.BRIEF, Shelf.HOLDING, Shelf.OPINION]
    assert mark() != before
    withdraw(edition.brief, by=attorney, because="Mistaken.")
    assert shelves() == [Shelf.OPINION]
    unrelease(brief.opinion, by=attorney)
    assert shelves() == []
    assert not SearchName.objects.exists()
    assert not SearchWord.objects.exists()


def test_the_next_edition_takes_the_place_of_the_last(student, attorney):
    brief = make_brief(make_opinion(student), student)
    publish(brief, by=attorney)
    second = republish(brief, by=attorney)
    assert shelves() == [Shelf.BRIEF, Shelf.HOLDING, Shelf.OPINION]
    assert SearchRow.objects.get(shelf=Shelf.BRIEF).edition == second


def test_a_person_s_number_in_the_name_of_a_case_is_covered(student, staff):
    opinion = make_opinion(student)
    Case.objects.update(short_name="Matter of A75 836 651")
    release(opinion, by=staff)
    assert SearchRow.objects.get().name == "Matter of ███ ███ ███"
    assert SearchName.objects.get(opinion=opinion).label == "Matter of ███ ███ ███"


def test_a_person_s_number_in_a_caption_or_an_authority_s_name_is_not_searched(student, staff):
    opinion = make_opinion(student)
    Case.objects.update(caption="In the Matter of A75 836 651")
    Authority.objects.filter(slug="883-f2d-788").update(name="Matter of A75 836 651")
    release(opinion, by=staff)
    assert "836" not in SearchRow.objects.get().words
    assert SearchName.objects.get(authority__slug="883-f2d-788").label == "Matter of ███ ███ ███, 883 F.2d 788"


def test_an_opinion_released_alone_has_a_row_of_its_own(student, staff):
    opinion = make_opinion(student)
    release(opinion, by=staff)
    row = SearchRow.objects.get()
    assert (row.shelf, row.name, row.court_id, row.edition) == (
        Shelf.OPINION,
        "Petitioner v. Respondent",
        "ca9",
        None,
    )
    cited = set(Authority.objects.filter(pk__in=row.authority_ids).values_list("key", flat=True))
    assert cited == {"case:883:F.2d:788", "usc:8:1158:b.1"}


def test_a_dissent_s_proposition_stands_apart(student, attorney):
    brief = make_brief(make_opinion(student, opinion_kind="dissent"), student, submitted=False, weight="dissent")
    submit(brief, by=student)
    publish(brief, by=attorney)
    assert shelves() == [Shelf.BRIEF, Shelf.APART, Shelf.OPINION]


def test_nothing_unmasked_is_indexed(student, attorney):
    publish(make_brief(make_opinion(student), student), by=attorney)
    for row in SearchRow.objects.all():
        assert "836" not in row.words


def test_merged_authorities_are_found_by_the_one_that_stays(student, staff):
    release(make_opinion(student), by=staff)
    gone = Authority.objects.get(key="case:883:F.2d:788")
    kept = Authority.objects.create(kind="case", key="case:999:F.2d:1", slug="kept", cite="999 F.2d 1")
    merge(gone, kept, by=staff)
    assert kept.pk in SearchRow.objects.get().authority_ids
    assert gone.pk not in SearchRow.objects.get().authority_ids
    assert list(SearchName.objects.filter(authority__in=[gone, kept]).values_list("authority", flat=True)) == [kept.pk]


def test_made_anew_the_rows_are_the_same_and_strays_are_gone(student, attorney):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    columns = ("shelf", "words", "pairs", "key", "length", "issue_ids", "authority_ids", "weights", "outcomes")
    before = list(SearchRow.objects.order_by("shelf").values_list(*columns))
    SearchName.objects.filter(authority__isnull=False).delete()
    SearchRow.objects.filter(shelf=Shelf.HOLDING).update(name="Stray")
    assert list(reindex()) == [edition.opinion_id]
    assert list(SearchRow.objects.order_by("shelf").values_list(*columns)) == before
    assert SearchName.objects.filter(authority__key="case:883:F.2d:788").exists()
    assert not SearchRow.objects.filter(name="Stray").exists()


def test_only_what_is_missing_is_made_on_request(student, attorney):
    edition = publish(make_brief(make_opinion(student), student), by=attorney)
    assert list(reindex(missing=True)) == []
    SearchRow.objects.all().delete()
    assert list(reindex(missing=True)) == [edition.opinion_id]
    assert shelves() == [Shelf.BRIEF, Shelf.HOLDING, Shelf.OPINION]


def test_a_text_of_more_words_than_postgresql_takes_is_indexed_from_its_beginning(student, staff):
    paragraphs = ("The " + " ".join(f"w{n:02}{at:04}x" for at in range(4500)) + "." for n in range(20))
    opinion = make_opinion(student, text="Beginning.\n\n" + "\n\n".join(paragraphs) + "\n\nEnd.\n")
    release(opinion, by=staff)
    words = SearchRow.objects.get().words
    assert "'begin'" in words
    assert "'w190000x'" not in words


def test_a_single_paragraph_of_more_than_a_megabyte_is_kept_and_found_by_its_beginning(student, staff):
    long = "Beginning " + " ".join(f"w{n:06}x" for n in range(130_000)) + " ending."
    opinion = make_opinion(student, text=f"Opinion.\n\n{long}\n\nSo ordered.\n")
    release(opinion, by=staff)
    words = SearchRow.objects.get().words
    assert "'begin'" in words
    assert "'w129999x'" not in words


def test_making_rows_asks_the_same_whatever_is_there(student, attorney, django_assert_max_num_queries):
    brief = make_brief(make_opinion(student), student)
    publish(brief, by=attorney)
    with django_assert_max_num_queries(45):
        index(brief.opinion)
