"""What a file may be here as already: told before anything is kept, and nothing told of what only quotes it."""

import pytest

from briefs.workflow.alike import alike
from briefs.workflow.ingest import proposed
from briefs.workflow.receive import receive
from tests.rows import TEXT, make_opinion

pytestmark = pytest.mark.django_db
OTHER = """Nobody v. Anybody

OPINION

The county built a bridge across the river in a single dry summer and never paid the mason for his stone.

He sued in the spring. The jury found for him and set the price of stone by the cartload.
"""
SAID = {"short_name": "Petitioner v. Respondent", "decided_on": "2001-05-04"}


def told(by, text: str, **details) -> list[str]:
    source = receive("other.txt", text.encode(), by=by)
    return [one.why for one in alike(source.imported, details or proposed(source))]


@pytest.fixture(autouse=True)
def opinion(student):
    long = TEXT.replace("The burden", f"{'It bears saying once more and at length. ' * 5} The burden")
    return make_opinion(student, text=long)


def test_the_same_docket_is_told(staff):
    assert told(staff, OTHER, docket_numbers=["01-12345"]) == ["it has the same docket number"]


@pytest.mark.parametrize("dockets", [[], ["99-777"]], ids=["no docket", "another docket"])
@pytest.mark.parametrize("name", ["Petitioner v. Respondent", "PETITIONER v. Respondent, Attorney General"])
def test_the_same_name_and_day_are_told_whatever_the_docket(staff, dockets: list[str], name: str):
    said = SAID | {"short_name": name, "docket_numbers": dockets}
    assert told(staff, OTHER, **said) == ["it has the same name and date of decision"]


@pytest.mark.parametrize(
    "details",
    [SAID | {"decided_on": "2001-05-05"}, SAID | {"short_name": "Nobody v. Anybody"}, {"decided_on": "2001-05-04"}],
    ids=["another day", "another name", "no name"],
)
def test_another_day_or_another_name_is_another_case(staff, details):
    assert told(staff, OTHER, **details) == []


def test_the_same_words_are_told_without_docket_or_date(staff, opinion):
    again = opinion.raw.replace("Petitioner v. Respondent, No. 01-12345", "Doe v. Roe").replace("timely", "late")
    (why,) = told(staff, again)
    assert "stand there word for word" in why
