"""Who is given a form to change what, and the ways round the forms; the table of addresses is tests/addresses.py."""

import pytest
from django.test import Client
from django.urls import reverse

from briefs.models import Annotation, Authority, Brief, Case, Citation, Court, Edition, Holding, Issue, Opinion, Source
from briefs.workflow.publish import publish
from briefs.workflow.receive import receive
from tests.conftest import SIGN_IN
from tests.rows import HELD, TEXT, make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db
PEOPLE = ("anyone", "student", "staff", "attorney")


@pytest.fixture
def clients(anyone, as_student, as_staff, as_attorney) -> dict[str, Client]:
    return dict(zip(PEOPLE, (anyone, as_student, as_staff, as_attorney), strict=True))


@pytest.fixture
def library(student, staff, attorney) -> dict[str, object]:
    """Rows of every kind: the student's own (`own_`), the staff's (`other_`), and what belongs to nobody."""
    opinion = make_opinion(staff)
    other = make_opinion(staff, text=TEXT.replace("conjecture", "speculation"), name="other.txt")
    own_brief = make_brief(opinion, student, submitted=False)
    other_brief = make_brief(opinion, staff)
    publish(other_brief, by=attorney)
    in_review = make_brief(opinion, student)
    return {
        "opinion": opinion,
        "case": opinion.case,
        "court": Court.objects.get(pk="ca9"),
        "issue": Issue.objects.get(slug="nexus"),
        "authority": Authority.objects.get(key="case:883:F.2d:788"),
        "citation": Citation.objects.filter(opinion=opinion).first(),
        "edition": Edition.objects.get(),
        "source": opinion.source,
        "own_brief": own_brief,
        "other_brief": other_brief,
        "in_review": in_review,
        "own_mark": mark(opinion, student, "timely petition for review"),
        "other_mark": mark(opinion, staff, "little more than conjecture"),
        "own_file": receive("own.txt", TEXT.replace("grant", "deny").encode(), by=student),
        "other_file": receive("theirs.txt", TEXT.replace("grant", "dismiss").encode(), by=staff),
        "unwritten": other,
    }


def address(name: str, row: object) -> str:
    model = row._meta.model_name
    known = {"change", "delete", "history"}
    return reverse(f"admin:briefs_{model}_{name}" if name in known else f"admin:{name}", args=[row.pk])


EDITABLE = [
    # row, and whether student, staff and attorney are given a form to change it
    ("case", (False, True, True)),
    ("opinion", (False, True, True)),
    ("court", (False, True, True)),
    ("issue", (False, True, True)),
    ("authority", (False, True, True)),
    ("citation", (False, True, True)),
    ("edition", (False, False, False)),
    ("source", (False, False, False)),
    ("own_brief", (True, True, True)),
    ("other_brief", (False, True, True)),
    ("in_review", (False, True, True)),
    ("own_mark", (True, True, True)),
    ("other_mark", (False, True, True)),
]


def test_a_row_is_changed_only_by_whom_the_table_says(clients, library):
    found = []
    for row, table in EDITABLE:
        where = address("change", library[row])
        given = tuple(clients[person].get(where).context["has_change_permission"] for person in PEOPLE[1:])
        found.append((row, given))
        for person, may in zip(PEOPLE[1:], table, strict=True):
            if not may:
                # 409: what a writer typed after submitting comes back to them unsaved
                wanted = 409 if (row, person) == ("in_review", "student") else 403
                assert clients[person].post(where, {"_save": "Save"}).status_code == wanted, (row, person)
    assert found == EDITABLE


def test_an_attorney_does_not_publish_their_own_brief(as_attorney, attorney):
    brief = make_brief(make_opinion(attorney), attorney)
    page = as_attorney.get(address("change", brief)).content.decode()
    assert "another attorney has to approve it" in page
    answer = as_attorney.post(address("briefs_brief_publish", brief))
    assert answer.status_code == 403
    assert "Only a supervising attorney publishes briefs, and never their own." in answer.content.decode()
    assert not Edition.objects.exists()


@pytest.mark.parametrize(("person", "published"), [("student", 0), ("staff", 0), ("attorney", 1)])
def test_the_publish_action_is_the_attorney_s(person, published, clients, student):
    brief = make_brief(make_opinion(student), student)
    sent = {"action": "publish_selected", "_selected_action": [brief.pk]}
    clients[person].post(reverse("admin:briefs_brief_changelist"), sent)
    assert Edition.objects.count() == published


def test_nobody_deletes_many_at_once(as_attorney, student):
    brief = make_brief(make_opinion(student), student)
    for noun, row in (("brief", brief), ("annotation", Annotation.objects.first()), ("source", Source.objects.get())):
        where = reverse(f"admin:briefs_{noun}_changelist")
        as_attorney.post(where, {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
    assert Brief.objects.count() == Annotation.objects.count() == Source.objects.count() == 1


def test_an_old_version_is_not_a_way_round_the_form(as_student, as_staff, student):
    case = make_opinion(student).case
    version = reverse("admin:briefs_case_simple_history", args=[case.pk, case.history.first().pk])
    for client in (as_student, as_staff):
        assert client.get(version).status_code == 200
        assert client.post(version, {"short_name": "Changed", "slug": "changed", "caption": "x"}).status_code == 403
    case.refresh_from_db()
    assert case.short_name == "Petitioner v. Respondent"


def test_a_student_cannot_slip_a_holding_into_another_s_brief(as_student, staff, library):
    brief = library["other_brief"]
    sent = {"title": "Mine now", "holdings-TOTAL_FORMS": 1, "holdings-INITIAL_FORMS": 0, "holdings-0-answer": HELD}
    assert as_student.post(address("change", brief), sent).status_code == 403
    assert Holding.objects.filter(brief=brief).count() == 1
    assert Opinion.objects.count() == 2
    assert Case.objects.count() == 2


def test_an_account_in_no_group_opens_nothing(django_user_model, student):
    brief = make_brief(make_opinion(student), student)
    client = Client()
    client.force_login(
        django_user_model.objects.create_user("visitor", is_staff=True),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    for address in (
        "/admin/",
        f"/admin/briefs/brief/{brief.pk}/preview/",
        "/admin/briefs/brief/queue/",
        "/admin/briefs/opinion/",
    ):
        assert client.get(address).status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        "/admin/briefs/opinion/?raw__contains=A75+836+651",
        "/admin/briefs/opinion/?text__regex=836",
        "/admin/briefs/annotation/?quote__startswith=A75",
        "/admin/briefs/source/?content__contains=836",
    ],
)
def test_masked_words_cannot_be_guessed_through_a_list_s_address(as_student, student, address):
    make_opinion(student)
    assert as_student.get(address).status_code == 400


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/admin/briefs/brief/?title=%00", 400),
        ("/admin/autocomplete/?app_label=briefs&model_name=citation&field_name=authority&term=%00", 400),
        ("/admin/briefs/brief/1/history/abc/", 404),
        ("/admin/briefs/brief/abc/history/", 404),
    ],
)
def test_nonsense_in_an_address_is_an_answer_not_an_error(as_staff, address, status):
    assert as_staff.get(address).status_code == status


def test_not_even_a_superuser_deletes_what_others_stand_on(client: Client, student, django_user_model):
    brief = make_brief(make_opinion(student), student)
    client.force_login(django_user_model.objects.create_superuser("root"), backend=SIGN_IN)
    for noun, row in (("brief", brief), ("opinion", brief.opinion)):
        assert client.post(f"/admin/briefs/{noun}/{row.pk}/delete/", {"post": "yes"}).status_code == 403
    for noun in ("brief", "annotation", "authority"):
        assert "delete_selected" not in client.get(f"/admin/briefs/{noun}/").content.decode()
    assert Brief.objects.filter(pk=brief.pk).exists()


def test_no_covered_words_are_found_by_guessing_them(as_student: Client, student):
    mark(make_opinion(student), student, "The petitioner, No. A75 836 651, filed a timely petition", kind="fact")
    assert len(listed(as_student, "timely petition")) == 1
    assert listed(as_student, "A75 836 651") == listed(as_student, "836") == []


def listed(client: Client, words: str) -> list:
    return list(client.get("/admin/briefs/annotation/", {"q": words}).context["cl"].result_list)
