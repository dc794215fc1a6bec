"""The forms of cases, courts, issues, authorities, citations and opinions: what is kept, and what is refused."""

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Authority, Case, Citation, Issue
from briefs.workflow.publish import publish
from briefs.workflow.release import release
from briefs.workflow.sign_finding import sign_all
from briefs.workflow.start_brief import start_brief
from tests.admin.forms import filled, said
from tests.rows import make_brief, make_opinion

pytestmark = pytest.mark.django_db


def change(client: Client, row, **changes):
    where = reverse(f"admin:briefs_{row._meta.model_name}_change", args=[row.pk])
    return client.post(where, filled(client.get(where), **changes))


def wrong(answer) -> str:
    context = answer.context
    errors = [str(error) for error in context["adminform"].form.errors.values()]
    for inline in context["inline_admin_formsets"]:
        errors += [str(inline.formset.non_form_errors()), str(inline.formset.errors)]
    return "\n".join(errors)


def judge(n: int, name: str, role: str = "panel") -> dict[str, str]:
    return {f"judges-{n}-name": name, f"judges-{n}-role": role, f"judges-{n}-position": str(n)}


@pytest.fixture
def case(staff) -> Case:
    return make_opinion(staff).case


CASES = [
    ({"argued_on": "2002-01-01"}, "The case was argued after it was decided"),
    ({"decided_precision": "unknown"}, "Give the decision date with how exactly it is known"),
    ({"decided_on": None}, "Give the decision date with how exactly it is known"),
    ({"docket_numbers": "x" * 70}, "longer than 60 characters"),
    ({"short_name": None}, "This field is required"),
    ({"judges-TOTAL_FORMS": 2} | judge(0, "Same") | judge(1, "Same"), "duplicate"),
    ({"slug": "taken"}, "already exists"),
]


@pytest.mark.parametrize(("changes", "sentence"), CASES, ids=[sentence for _, sentence in CASES])
def test_a_case_that_cannot_be_is_refused_in_sentences(as_staff: Client, case: Case, changes, sentence: str):
    Case.objects.create(slug="taken", short_name="Other", caption="Other")
    answer = change(as_staff, case, **changes)
    assert answer.status_code == 200
    assert sentence in wrong(answer)


def test_a_case_keeps_its_numbers_one_a_line_and_where_things_were_found(as_staff: Client, case: Case):
    case.sources |= {"docket_sheet": "kept"}
    case.save()
    changes = {"docket_numbers": "01-1 (L)\n\n 01-2 (Con) ", "source_counsel": "The docket"}
    assert change(as_staff, case, **changes, **{"judges-TOTAL_FORMS": 1} | judge(0, "Pooler")).status_code == 302
    case.refresh_from_db()
    assert case.docket_numbers == ["01-1 (L)", "01-2 (Con)"]
    assert case.sources["counsel"] == "The docket"
    assert case.sources["docket_sheet"] == "kept"
    assert case.sources["citation"] == "not given in source"
    assert case.judges.get().name == "Pooler"
    assert case.history.count() == 3


def test_an_issue_stands_below_its_parent(as_staff: Client):
    nexus = Issue.objects.get(slug="nexus")
    assert "the level is 2" in wrong(change(as_staff, nexus, level=3))
    assert "needs the issue above it" in wrong(change(as_staff, nexus, parent=None))
    assert change(as_staff, nexus, synonyms="on account of,protected ground").status_code == 302
    found = as_staff.get(reverse("admin:briefs_issue_changelist"), {"q": "on account of"})
    assert nexus in found.context["cl"].result_list


def test_an_authority_keeps_its_key_and_takes_a_link_and_a_second_citation(as_staff: Client, case: Case):
    authority = Authority.objects.get(key="case:883:F.2d:788")
    alias = {"aliases-TOTAL_FORMS": 1, "aliases-0-key": "case:1:X:2", "aliases-0-cite": "1 X 2"}
    assert change(as_staff, authority, external_url="example.org/883", note="overruled", **alias).status_code == 302
    authority.refresh_from_db()
    assert (authority.key, authority.external_url) == ("case:883:F.2d:788", "https://example.org/883")
    assert authority.aliases.get().cite == "1 X 2"
    assert "The year of an authority lies between" in wrong(change(as_staff, authority, year=900))
    assert "cannot stand above itself" in wrong(change(as_staff, authority, parent=authority.pk))


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/x", "//", "not a link"])
def test_a_link_that_is_no_web_address_is_not_kept(as_staff: Client, case: Case, link: str):
    authority = Authority.objects.get(key="case:883:F.2d:788")
    assert "Enter a valid URL" in wrong(change(as_staff, authority, external_url=link))
    authority.refresh_from_db()
    assert authority.external_url == ""


def test_a_citation_s_authority_is_chosen_by_a_person_and_stays(as_staff: Client, staff, case: Case):
    citation = Citation.objects.filter(authority__key="case:883:F.2d:788").first()
    other = Authority.objects.exclude(pk=citation.authority_id).first()
    assert change(as_staff, citation, authority=other.pk).status_code == 302
    citation.refresh_from_db()
    assert (citation.authority, citation.corrected_by) == (other, staff)
    listed = as_staff.get(reverse("admin:briefs_citation_changelist"), {"resolved": "person"})
    assert list(listed.context["cl"].result_list) == [citation]


def test_saving_a_citation_unchanged_is_no_correction(as_staff: Client, case: Case):
    citation = Citation.objects.first()
    assert change(as_staff, citation).status_code == 302
    citation.refresh_from_db()
    assert citation.corrected_by is None


@pytest.mark.parametrize("choice", ["waiting", "no", "engine", "person", "flagged", "nonsense"])
def test_citations_are_listed_by_how_they_were_resolved(as_student: Client, case: Case, choice: str):
    listed = as_student.get(reverse("admin:briefs_citation_changelist"), {"resolved": choice})
    assert listed.status_code == 200


def test_an_opinion_is_released_and_taken_back_unless_a_brief_is_live(as_staff: Client, as_attorney, student, attorney):
    opinion = make_opinion(student)
    release, back = (reverse(f"admin:briefs_opinion_{verb}", args=[opinion.pk]) for verb in ("release", "take_back"))
    assert "anyone can read" in said(as_staff.post(release, follow=True))
    assert "no longer on the public pages" in said(as_staff.post(back, follow=True))
    publish(make_brief(opinion, student), by=attorney)
    assert "withdraw the brief first" in said(as_staff.post(back, follow=True))
    opinion.refresh_from_db()
    assert opinion.released_at


def test_an_opinion_with_pinned_holdings_does_not_become_a_dissent(as_staff: Client, student):
    opinion = make_opinion(student)
    make_brief(opinion, student)
    answer = change(as_staff, opinion, kind="dissent")
    assert answer.status_code == 200
    assert "Holding 1 weighs “holding”" in wrong(answer)
    opinion.refresh_from_db()
    assert opinion.kind == "lead"


def test_the_opinion_s_page_shows_its_text_masked_and_offers_no_way_to_type_over_it(as_staff: Client, student):
    opinion = make_opinion(student)
    answer = as_staff.get(reverse("admin:briefs_opinion_change", args=[opinion.pk]))
    page = answer.content.decode()
    assert "███ ███ ███" in page
    assert "A75 836 651" not in page
    assert not {"text", "raw", "marks", "pieces"} & set(answer.context["adminform"].form.fields)


def test_a_brief_is_started_from_an_opinion(as_student: Client, student):
    opinion = make_opinion(student)
    where = reverse("admin:briefs_opinion_start_brief", args=[opinion.pk])
    for _ in range(2):  # pressed twice, the same draft
        answer = as_student.post(where, follow=True)
        assert "is begun" in said(answer)
        assert opinion.briefs.get().slug == "petitioner-v-respondent"
    opinion.briefs.update(facts="Written.")
    assert start_brief(opinion, by=student).slug == "petitioner-v-respondent-2"


@pytest.mark.parametrize("noun", ["annotation", "authority", "brief", "case", "citation", "court", "issue", "opinion"])
def test_a_list_is_searched_without_a_fault(as_staff: Client, student, noun: str):
    make_brief(make_opinion(student), student)
    where = reverse(f"admin:briefs_{noun}_changelist")
    for words in ("petitioner", "§ 1158(b)", "'; drop table --", "\u202e"):
        assert as_staff.get(where, {"q": words}).status_code == 200


def test_what_is_typed_of_a_case_keeps_no_registration_number(as_staff: Client, anyone: Client, staff):
    """An agency's docket number often is one, and the public page prints what is known of the case (INV-12)."""
    opinion = make_opinion(staff)
    number = "A075-836-651"
    changes = {"short_name": f"Matter of {number}", "docket_numbers": f"01-1\n{number}", "counsel": number}
    changes |= {"judges-TOTAL_FORMS": 1} | judge(0, f"Smith {number}")
    assert change(as_staff, opinion.case, **changes).status_code == 302
    assert change(as_staff, opinion, author=number).status_code == 302
    sign_all(opinion, "a-number", by=staff)
    release(opinion, by=staff)
    page = anyone.get(opinion.get_absolute_url()).content.decode()
    assert "Matter of ████-███-███" in page
    assert "836" not in page
    assert "836" not in anyone.get(reverse("api-opinion", args=[opinion.slug])).content.decode()
