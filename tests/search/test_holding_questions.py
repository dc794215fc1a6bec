"""Questions in other words than the holdings', and the holding that must come first."""

import pytest
from django.http import QueryDict

from briefs.search import Found

B, C, K = "balachova", "chouchkov", "kaptsov"

# (what is typed, the brief, the holdings of which one must come first); those of the dissent stand apart
QUESTIONS = [
    ("standing by while others harm", B, (10,)),
    ("turning a blind eye to rape as assistance", B, (9, 10)),
    ("does inaction make one a persecutor", B, (10,)),
    ("police break in and ransack home", B, (8,)),
    ("denial of torture claim not appealed to the Board", B, (11,)),
    ("unauthenticated hospital records", B, (4,)),
    ("embassy investigation report anonymous unreliable", B, (5,)),
    ("adverse credibility finding unclear remand", B, (2,)),
    ("equivocal testimony about a word", B, (13,)),
    ("argument to the Board was vague, is it still preserved", B, (3,)),
    ("CA2 exhaustion of the spouse's claims", B, (1, 12)),
    ("who has to show conditions at home got better", C, (6,)),
    ("guessing about how officers in Moscow behave", C, (7,)),
    ("wait for the torture motion to be decided", C, (11,)),
    ("refusing to go along with nuclear deal as political view", C, (3,)),
    ("state owned company government agent", C, (2,)),
    ("benefit of past harm presumption", C, (5,)),
    ("wife's case depends on husband's", C, (9,)),
    ("deportation case under old law jurisdiction", C, (10,)),
    ("chance to explain inconsistencies before adverse credibility", C, (8,)),
    ("must a deserter object to all wars", K, (2,)),
    ("lived in hiding five years is that proof there is no danger", K, (5,)),
    ("is neutrality a political opinion", K, (1,)),
    ("withholding more likely than not deserter", K, (6,)),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("typed", "brief", "numbers"), QUESTIONS)
def test_a_holding_is_found_by_its_question_in_other_words(samples, typed: str, brief: str, numbers: tuple[int, ...]):
    parameters = QueryDict(mutable=True)
    parameters.update({"q": typed, "tab": "apart" if brief == K else "holdings"})
    page, _, number = Found(parameters).hits[0].address.partition("#holding-")
    assert brief in page
    assert int(number) in numbers
