"""Making a file into an opinion: its case, its passages, its citations; what nobody gives is recorded as not given."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied

from briefs.models import NOT_GIVEN, Case, Citation, Opinion, Passage
from briefs.workflow.ingest import ingest
from briefs.workflow.receive import receive
from tests.rows import TEXT, make_opinion

pytestmark = pytest.mark.django_db
SAMPLES = Path(settings.BASE_DIR, "briefs", "samples")


def kept(name: str, by) -> Opinion:
    return ingest(receive(name, (SAMPLES / name).read_bytes(), by=by), by=by)


def test_a_dissent_alone_invents_no_court_no_date_and_no_order(staff):
    opinion = kept("kaptsov.txt", staff)
    case = opinion.case
    assert (opinion.kind, opinion.author, opinion.completeness) == ("dissent", "Paez", "separate_only")
    assert (case.court, case.decided_on, case.disposition, case.authority) == (None, None, "", None)
    assert case.decided == NOT_GIVEN
    assert {case.sources[field] for field in ("court", "decided_on", "disposition", "citation")} == {NOT_GIVEN}
    assert case.docket_numbers == ["02-70755"]
    assert opinion.passages.filter(kind="paragraph").count() == 10
    assert opinion.passages.filter(kind="footnote").count() == 2


def test_what_the_text_gives_is_taken(staff):
    case = kept("balachova.txt", staff).case
    assert (case.short_name, case.slug, case.court_id) == ("Balachova v. Mukasey", "balachova-v-mukasey", "ca2")
    assert (str(case.argued_on), str(case.decided_on), case.decided_precision) == ("2008-04-25", "2008-11-12", "day")
    assert [judge.name for judge in case.judges.order_by("position")][:2] == ["McLaughlin", "Pooler"]


def test_passages_are_masked_and_cover_their_place_in_the_text(staff):
    opinion = make_opinion(staff)
    for passage in opinion.passages.all():
        assert len(passage.text) == passage.end - passage.start
    assert not Passage.objects.filter(text__contains="836 651").exists()
    assert "A75 836 651" in opinion.text
    assert opinion.raw == TEXT


def test_citations_stand_in_their_passages_with_their_authorities(staff):
    opinion = make_opinion(staff)
    found = {citation.authority.key: citation for citation in Citation.objects.select_related("authority", "passage")}
    cited = found["case:883:F.2d:788"]
    assert opinion.text[cited.start : cited.end].startswith("Maldonado-Cruz v. INS, 883 F.2d 788")
    assert cited.passage.label == "2"
    assert cited.pin == "791"


def test_a_source_already_kept_gives_its_opinion(staff, student):
    opinion = make_opinion(staff)
    assert ingest(opinion.source, by=student, details={"short_name": "Other"}) == opinion
    assert Case.objects.count() == 1


def test_what_a_person_settles_wins_over_the_text_and_says_where_it_was_found(staff):
    source = receive("opinion.txt", TEXT.encode(), by=staff)
    told = {"short_name": "A v. B", "decided_on": "1999-01-01", "decided_precision": "year", "citation": "1 F.3d 2"}
    case = ingest(source, by=staff, details=told, sources={"citation": "The reporter"}).case
    assert (case.short_name, case.decided, case.authority.cite) == ("A v. B", "1999", "1 F.3d 2")
    assert case.sources["citation"] == "The reporter"
    assert case.sources["court"] == NOT_GIVEN
    assert case.docket_numbers == []


def test_two_cases_of_one_name_have_addresses_of_their_own(staff):
    slugs = [make_opinion(staff, text=TEXT + str(n), name=f"{n}.txt").case.slug for n in range(3)]
    assert slugs == [f"petitioner-v-respondent{end}" for end in ("", "-2", "-3")]


def test_only_members_of_the_clinic_ingest(staff, django_user_model):
    source = receive("opinion.txt", TEXT.encode(), by=staff)
    with pytest.raises(PermissionDenied):
        ingest(source, by=django_user_model.objects.create_user("guest"))
    assert not Opinion.objects.exists()


def test_no_detail_keeps_a_number_however_many_there_are_of_it(staff):
    source = receive("one.txt", TEXT.encode(), by=staff)
    told = {"short_name": "Doe A75 836 651", "panel": ["Smith A75 836 651"], "docket_numbers": ["A075-836-651"]}
    case = ingest(source, by=staff, details=told).case
    kept = [case.short_name, *case.docket_numbers, *case.judges.values_list("name", flat=True)]
    assert not [one for one in kept if "836" in one]
