"""Every address of the site, asked by every kind of visitor, answers what the table says; GET changes nothing."""

from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client
from django.urls import reverse

from briefs.models import Authority, Brief, Citation, Court, Edition, Issue, Job, SignedQuotation
from briefs.workflow.comment import comment
from briefs.workflow.publish import publish
from briefs.workflow.receive import receive
from tests.addresses import DESKS, FRAME, LISTS, NOT_THE_CLINICS, PUBLIC, ROWS, WAY, Row
from tests.conftest import SIGN_IN
from tests.house.test_addresses import ALL
from tests.rows import TEXT, make_brief, make_opinion, mark, republish

pytestmark = pytest.mark.django_db
LETTERS = {200: "K", 301: "R", 302: "R", 400: "B", 403: "N", 404: "M", 405: "X"}


class Library:
    """Rows of every kind, the student's own and another's; names as the table's paths give them."""

    def __init__(self, student: Any, staff: Any, attorney: Any) -> None:
        self.people = {"own": student, "other": staff}
        opinion = make_opinion(staff)
        published = make_brief(opinion, staff)
        publish(published, by=attorney)
        republish(published, by=attorney)
        self.shared = {
            "opinion": opinion,
            "case": opinion.case,
            "court": Court.objects.get(pk="ca9"),
            "issue": Issue.objects.get(slug="nexus"),
            "authority": Authority.objects.get(key="case:883:F.2d:788"),
            "citation": Citation.objects.filter(opinion=opinion).first(),
            "edition": Edition.objects.get(brief=published, is_current=True),
            "source": opinion.source,
            "content_type": ContentType.objects.get_for_model(Edition),
        }
        for noun in ("authority", "issue"):
            self.shared[noun].save()  # what was found, or came with a migration, has no history yet
        self.whose = {whose: self._of(person, opinion, attorney) for whose, person in self.people.items()}

    def _of(self, person: Any, opinion: Any, attorney: Any) -> dict[str, Any]:
        name = person.username
        brief = make_brief(opinion, person, submitted=False)
        text = TEXT.replace("grant", f"deny {name}").encode()
        return {
            "brief": brief,
            "comment": comment(brief, by=attorney, text="Why?", field="facts"),
            "signed": SignedQuotation.objects.create(brief=brief, quote="x y", reason="Read.", signed_by=attorney),
            "annotation": mark(opinion, person, "timely petition for review"),
            "double": mark(opinion, person, "timely petition for review", note="The same words again."),
            "file": receive(f"{name}.txt", text, by=person),
            "job": Job.objects.create(kind="nothing", title="Nothing", asked_by=person),
            "person": person,
        }

    def address(self, row: Row, whose: str) -> str:
        """Give the address of a table's row; `whose` is own or other."""
        query = row.query.replace("issue=1", f"issue={self.shared['issue'].pk}")
        return reverse(row.name, args=[self._part(part, whose) for part in row.path]) + (f"?{query}" if query else "")

    def sent(self, row: Row, whose: str) -> dict[str, Any]:
        """Give what is sent: “@brief” stands for the key of that row."""
        return {
            name: self._part(value[1:], whose) if value.startswith("@") else value for name, value in row.sent.items()
        }

    def _part(self, part: str, whose: str) -> Any:
        if part.startswith("="):
            return part[1:]
        noun, _, name = part.partition(".")
        found = self.whose[whose].get(noun) or self.shared[noun]
        if name == "version":
            return found.history.first().pk
        return getattr(found, name) if name else found.pk


@pytest.fixture(scope="module")
def library(people) -> Library:
    """Stands for all the tests of this module: what each of them does is taken back."""
    return Library(people["student"], people["staff"], people["attorney"])


@pytest.fixture
def visitors(anyone, library: Library, as_staff, as_attorney) -> list[tuple[str, Client, str]]:
    """Each visitor: its name, its client, and whose rows it is shown."""
    own, again = Client(), Client()
    for client in (own, again):
        client.force_login(library.people["own"], backend=SIGN_IN)
    return [
        *(("anyone", anyone, "own"), ("own", own, "own"), ("other", again, "other")),
        *(("staff", as_staff, "own"), ("attorney", as_attorney, "own")),
    ]


def answered(client: Client, method: str, where: str, sent: dict[str, Any]) -> str:
    """Give the letter of the answer, and take back what was done."""
    before = transaction.savepoint()
    answer = getattr(client, method)(where, sent) if method == "post" else client.get(where)
    if answer.streaming:
        b"".join(answer.streaming_content)
    transaction.savepoint_rollback(before)
    if answer.status_code == 302 and answer["Location"].startswith("/admin/login/"):
        return "S"
    return LETTERS.get(answer.status_code, str(answer.status_code))


def found(row: Row, method: str, library: Library, visitors: list[tuple[str, Client, str]]) -> str:
    letters = []
    for _, client, whose in visitors:
        letters.append(answered(client, method, library.address(row, whose), library.sent(row, whose)))
    return "".join(letters)


@pytest.mark.parametrize("rows", [PUBLIC, FRAME, WAY, DESKS, LISTS], ids=["public", "frame", "way", "desks", "lists"])
def test_every_cell_is_what_the_table_says(rows: list[Row], library: Library, visitors):
    seen = {row.name: tuple(found(row, method, library, visitors) for method in ("get", "post")) for row in rows}
    assert seen == {row.name: (row.get, row.post) for row in rows}


def test_every_address_has_a_row():
    names = {f"{space}:{pattern.name}" if space else pattern.name for _, pattern, space in ALL if pattern.name}
    ours = {name for name in names if not name.removeprefix("admin:").startswith(NOT_THE_CLINICS)}
    assert ours - {row.name for row in ROWS} == set(), "Add a row to tests/addresses.py for each new address."
    assert {row.name for row in ROWS} - ours == set()
    assert [name for name, count in Counter(row.name for row in ROWS).items() if count > 1] == []


def test_what_is_not_the_clinic_s_opens_to_a_superuser_alone(library: Library, visitors):
    rows = {"auth_user": library.people["own"], "auth_group": library.people["own"].groups.get()}
    known = {f"admin:{name}_{act}": row.pk for name, row in rows.items() for act in ("change", "delete", "history")}
    known |= {"admin:auth_user_password_change": library.people["own"].pk}
    for _, pattern, space in ALL:
        name = f"{space}:{pattern.name}"
        if not (pattern.name or "").startswith(NOT_THE_CLINICS):
            continue
        takes_one = not name.endswith(("_changelist", "_add"))
        where = reverse(name, args=[known.get(name, 1)] if takes_one else [])
        for visitor, client, _ in visitors:
            for method in ("get", "post"):
                answer = answered(client, method, where, {})
                # Of a row that is not there Django says so before it looks who asks.
                wanted = {"S"} if visitor == "anyone" else {"N"} if name in known or not takes_one else {"N", "R"}
                assert answer in wanted, (name, visitor, method, answer)


def fingerprint() -> list[Any]:
    """Give what is kept: how many rows of every kind, their histories with them, and where each brief stands."""
    models = list(apps.get_app_config("briefs").get_models())
    counts = [(model.__name__, model._base_manager.count()) for model in models]
    return [counts, list(Brief.objects.order_by("pk").values_list("pk", "state", "owner", "changed_at"))]


def test_asking_for_a_page_changes_nothing(library: Library, as_attorney: Client):
    before = fingerprint()
    for row in ROWS:
        assert as_attorney.get(library.address(row, "own")).status_code < 500, row.name
    assert fingerprint() == before


@pytest.mark.parametrize("method", ["put", "delete"])
def test_other_methods_do_nothing_either(library: Library, as_attorney: Client, method: str):
    before = fingerprint()
    for row in (one for one in ROWS if one.name != "admin:logout"):
        answer = getattr(as_attorney, method)(
            library.address(row, "own"), b"because=x&what=y", content_type="text/plain"
        )
        assert answer.status_code < 500, row.name
    assert fingerprint() == before


def test_no_header_turns_a_reading_into_a_deed(library: Library, as_attorney: Client):
    before = fingerprint()
    for row in (one for one in ROWS if "X" in one.get and one.name != "admin:logout"):
        where = library.address(row, "own")
        for name in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
            assert as_attorney.get(f"{where}?_method=POST", headers={name: "POST"}).status_code == 405, row.name
    assert fingerprint() == before


def test_a_form_from_another_site_is_turned_away(library: Library):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(library.people["own"], backend=SIGN_IN)
    before = fingerprint()
    for row in (one for one in [*WAY, *DESKS] if one.post[1] not in "SX"):
        assert careful.post(library.address(row, "own"), library.sent(row, "own")).status_code == 403, row.name
    assert fingerprint() == before
