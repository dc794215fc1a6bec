"""The quote lock: what of a brief's quotations may be published, and whose words they are."""

from pathlib import Path

import pytest

from briefs.models import Brief, Holding, Opinion, SignedQuotation
from briefs.workflow.grounds import grounds_of
from briefs.workflow.publish import publish
from briefs.workflow.quote_lock import check_quotations, nearest_words
from briefs.workflow.readiness import missing
from briefs.workflow.refusal import Refused
from briefs.workflow.release import release
from briefs.workflow.sign_quotation import sign_quotation, take_back_signature
from briefs.workflow.start_brief import start_brief
from briefs.workflow.submit import submit
from tests.rows import make_brief, make_opinion, mark

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).parents[2] / "briefs" / "samples"

DIALLO = """Diallo v. INS, 232 F.3d 279 (2d Cir. 2000)

OPINION

An applicant need not bring documents that nobody could reasonably be expected to have. The agency spoke otherwise.

What the immigration judge called “a suspicious lack of paper” was no lack at all.
"""
DIALLOS_WORDS = "documents that nobody could reasonably be expected to have"
DISSENT = """Petitioner v. Respondent, No. 01-12345

Paez, Circuit Judge, dissenting:

I would hold a novel thing entirely.
"""


def make_other(by, *, text=DIALLO, name="diallo.txt", short_name="Diallo v. INS", released=True, **details):
    """Import the opinion of another case."""
    numbers = {"docket_numbers": [f"99-{len(name)}{len(text)}"], "caption": short_name}
    opinion = make_opinion(by, text=text, name=name, short_name=short_name, **(numbers | details))
    if released:
        Opinion.objects.filter(pk=opinion.pk).update(released_at="2026-01-01T00:00:00Z")
    return opinion


def pins(page, field="reasoning"):
    """The quotations of a section of a page: what each leads to."""
    (prose,) = (section["prose"] for section in page["sections"] if section["field"] == field)
    return [row[3] for row in prose["marks"] if row[2] == "pin"]


def test_words_of_another_released_case_lead_there_and_name_it(student, attorney):
    brief = make_brief(make_opinion(student), student, reasoning=f"An applicant need not bring “{DIALLOS_WORDS}.”")
    other = make_other(student)
    assert missing(brief) == []
    (pin,) = pins(publish(brief, by=attorney).page)
    assert pin == {"opinion": other.slug, "anchor": "para-1", "place": "Diallo v. INS, para. 1"}


def test_words_of_an_unreleased_case_are_true_and_leak_neither_link_nor_name(student, attorney):
    brief = make_brief(make_opinion(student), student, reasoning=f"An applicant need not bring “{DIALLOS_WORDS}.”")
    make_other(student, released=False)
    assert missing(brief) == []
    page = publish(brief, by=attorney).page
    assert pins(page) == []
    assert "Diallo" not in str(page)


def test_words_of_several_other_cases_need_the_one_they_are_from_cited_beside_them(student):
    brief = make_brief(make_opinion(student), student, reasoning=f"He need not bring “{DIALLOS_WORDS}.”")
    first = make_other(student, citation="232 F.3d 279")
    make_other(
        student, text=DIALLO + "\nAnd more.\n", name="gill.txt", short_name="Gill v. INS", citation="420 F.3d 82"
    )
    assert missing(brief) == [
        f"Reasoning: the quotation “{DIALLOS_WORDS}.” does not stand in the opinion. Several other cases have it "
        "(Diallo v. INS; Gill v. INS); none of them is cited beside it. Cite the one it is from."
    ]
    brief.reasoning += " *Diallo v. INS*, 232 F.3d 279 (2d Cir. 2000)."
    assert missing(brief) == []
    (checked,) = (one for one in check_quotations(brief, grounds_of(brief)) if one.quoted.is_elsewhere)
    assert checked.quoted.stand.opinion == first


def test_what_the_case_itself_says_is_never_looked_for_elsewhere(student, django_assert_num_queries):
    make_brief(make_opinion(student), student, reasoning="It “found no nexus” there.")
    make_other(student, text=DIALLO + "\nIt found no nexus.\n")
    brief = Brief.objects.for_freezing().get()
    grounds = grounds_of(brief)
    with django_assert_num_queries(1):  # the signatures
        places = [one.quoted.is_elsewhere for one in check_quotations(brief, grounds)]
    assert not any(places)


def test_a_false_quotation_comes_with_the_nearest_words_and_the_difference(student):
    brief = make_brief(make_opinion(student), student)
    near = nearest_words("amounts to hardly more than conjecture", grounds_of(brief))
    assert (near.words, near.place) == ("amounts to little more than conjecture", "para. 3")
    assert list(near.stretches) == [
        ("same", "amounts to "),
        ("taken", "hardly "),
        ("added", "little "),
        ("same", "more than conjecture"),
    ]


def test_an_attorneys_signature_lets_a_quotation_stand_until_its_words_change(student, attorney):
    brief = make_brief(make_opinion(student), student, reasoning="He had “a most peculiar day” then.")
    assert "a most peculiar day" in missing(brief)[0]
    sign_quotation(brief, "a most peculiar day", by=attorney, because="From the hearing's transcript, page 12.")
    assert missing(brief) == []
    brief.reasoning = "He had “a most peculiar night” then."
    assert "a most peculiar night" in missing(brief)[0]


def test_the_edition_keeps_the_signatures_it_rests_on_and_the_page_does_not(student, attorney):
    words = {"reasoning": "He had “a most peculiar day” then.", "significance": "It was “a quokka at large” too."}
    brief = make_brief(make_opinion(student), student, **words)
    for quote in ("a most peculiar day", "a quokka at large"):
        sign_quotation(brief, quote, by=attorney, because="Transcript, page 12; the file of A75 836 651.")
    brief.significance = ""
    brief.save()
    edition = publish(brief, by=attorney)
    ((quote, reason, who, _),) = edition.signed_quotations
    assert (quote, who) == ("a most peculiar day", "attorney")
    assert reason.startswith("Transcript, page 12")
    assert "836" not in reason
    assert "Transcript" not in str(edition.page)


def test_a_signature_taken_back_lets_it_be_refused_again(student, attorney):
    brief = make_brief(make_opinion(student), student, reasoning="He had “a most peculiar day” then.")
    take_back_signature(sign_quotation(brief, "a most peculiar day", by=attorney, because="Seen."), by=attorney)
    with pytest.raises(Refused, match="a most peculiar day"):
        publish(brief, by=attorney)


def test_only_what_the_brief_quotes_can_be_signed(student, attorney):
    brief = make_brief(make_opinion(student), student)
    with pytest.raises(Refused, match="does not quote these words"):
        sign_quotation(brief, "a most peculiar day", by=attorney, because="Seen.")
    with pytest.raises(Refused, match="Say why"):
        sign_quotation(brief, "found no nexus", by=attorney, because=" ")
    assert not SignedQuotation.objects.exists()


# -- who speaks (INV-2, INV-6)


@pytest.mark.parametrize("voice", ["agency", "party", "witness", "majority"])
@pytest.mark.parametrize("field", ["answer", "rule"])
def test_words_the_opinion_only_repeats_are_not_stated_as_its_own(student, attorney, voice, field):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student)
    mark(opinion, student, "denied asylum because it found no nexus", kind="quotation", voice=voice)
    brief.holdings.update(**{field: "Yes: it “found no nexus.”"})
    whose = {"agency": "the agency", "party": "a party", "witness": "a witness", "majority": "the majority"}[voice]
    assert missing(brief) == [
        f"Holding 1, {field}: “found no nexus.” are words of {whose} (para. 1), quoted as if the opinion said them. "
        "Quote them in the application, or have a supervising attorney sign them."
    ]
    sign_quotation(brief, "found no nexus.", by=attorney, because="The answer names the Board.")
    assert missing(brief) == []


@pytest.mark.parametrize(
    ("weight", "field", "voice"),
    [
        ("holding", "application", "agency"),
        ("holding", "question", "agency"),
        ("arguendo", "answer", "agency"),
        ("not_reached", "answer", "party"),
        ("holding", "answer", "authority"),
        ("holding", "answer", "court"),
    ],
)
def test_where_others_are_told_of_they_may_be_quoted(student, weight, field, voice):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student)
    mark(opinion, student, "denied asylum because it found no nexus", kind="quotation", voice=voice)
    brief.holdings.update(weight=weight, outcome="none", **{field: "It “found no nexus.”"})
    assert missing(brief) == []


def test_the_court_s_sentence_around_the_agency_s_words_is_the_court_s(student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student)
    mark(opinion, student, "no nexus", kind="quotation", voice="agency")
    brief.holdings.update(answer="“The Board denied asylum because it found no nexus.”")
    assert missing(brief) == []
    brief.holdings.update(answer="There was “no nexus.”")
    assert "words of the agency" in missing(brief)[0]


def test_of_a_mark_within_a_mark_the_inner_one_says_who_speaks(student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student)
    mark(opinion, student, "The Board denied asylum because it found no nexus.", kind="history", voice="agency")
    mark(opinion, student, "it found no nexus", kind="reasoning", voice="court")
    brief.holdings.update(answer="It “found no nexus.”")
    assert missing(brief) == []


def test_a_mark_that_lost_its_place_says_nothing(student):
    opinion = make_opinion(student)
    brief = make_brief(opinion, student)
    lost = mark(opinion, student, "it found no nexus", kind="quotation", voice="agency")
    type(lost).objects.filter(pk=lost.pk).update(anchor_state="suspect")
    brief.holdings.update(answer="It “found no nexus.”")
    assert missing(brief) == []


def test_no_signature_makes_a_dissents_words_the_courts(student, attorney):
    lead = make_opinion(student)
    dissent = make_opinion(
        student, name="dissent.txt", text=DISSENT, opinion_kind="dissent", completeness="separate_only"
    )
    Opinion.objects.filter(pk=dissent.pk).update(case=lead.case, position=1)
    brief = make_brief(lead, student)
    for field in ("question", "answer", "rule", "application"):
        brief.holdings.update(**{"question": "", "answer": "Yes.", "rule": "", "application": ""})
        brief.holdings.update(**{field: "Yes: “a novel thing entirely.”"})
        sign_quotation(brief, "a novel thing entirely.", by=attorney, because="I like it.")
        assert missing(brief) == [f"Holding 1, {field}: words of the dissent are quoted as the court's."]


def test_a_dissents_words_in_another_case_are_not_the_courts_either(student):
    brief = make_brief(make_opinion(student), student)
    text = DISSENT.replace("No. 01-12345", "No. 02-70755")
    make_other(student, text=text, name="k.txt", short_name="Kaptsov v. Ashcroft", opinion_kind="dissent")
    brief.holdings.update(answer="Yes: “a novel thing entirely.”")
    assert missing(brief) == [
        "Holding 1, answer: words of the dissent in Kaptsov v. Ashcroft are quoted as the court's."
    ]
    brief.holdings.update(answer="Yes.")
    brief.reasoning = "The dissent would hold “a novel thing entirely.”"
    assert missing(brief) == []


TRAPS = [
    # Sample, whose words, the words: lines 166 and 284-289, and lines 8-12 of the dissent.
    ("balachova", "agency", "pillaging and plundering and raping individuals and stealing from them"),
    ("chouchkov", "agency", "did not meet their burden of proving that either the government of Russia"),
    (
        "kaptsov",
        "majority",
        "the record lacks evidence that persecution on account of political opinion, or imputed political opinion, is "
        "a reasonable possibility",
    ),
]


@pytest.mark.parametrize(("name", "voice", "words"), TRAPS)
def test_the_traps_of_the_samples_hold(student, name, voice, words):
    apart = {"opinion_kind": "dissent", "completeness": "separate_only"} if name == "kaptsov" else {}
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    opinion = make_opinion(student, text=text, name=f"{name}.txt", **apart)
    mark(opinion, student, words, kind="quotation", voice=voice)
    brief = start_brief(opinion, by=student)
    short = " ".join(words.split()[2:9])
    weight = "dissent" if apart else "holding"
    Holding.objects.create(brief=brief, number=1, answer=f"No, for “{short}.”", weight=weight)
    gaps = [gap for gap in missing(brief) if f"“{short}.”" in gap]
    assert [(gap.field, gap.holding) for gap in gaps] == [("answer", 1)]
    assert "quoted as if the opinion said them" in gaps[0]


def test_a_signature_is_the_attorneys_who_did_not_write_the_brief(student, staff, attorney):
    brief = make_brief(make_opinion(student), attorney, reasoning="He had “a most peculiar day” then.", submitted=False)
    for person in (student, staff, attorney):
        with pytest.raises(Exception, match="Only a supervising attorney"):
            sign_quotation(brief, "a most peculiar day", by=person, because="Seen.")


def test_an_opinion_released_after_all_is_linked_in_the_next_edition(student, attorney, staff):
    brief = make_brief(make_opinion(student), student, reasoning=f"He need not bring “{DIALLOS_WORDS}.”")
    other = make_other(student, released=False)
    publish(brief, by=attorney)
    release(other, by=staff)
    brief.refresh_from_db()
    brief.significance = "Now."
    brief.save()
    submit(brief, by=student)
    (pin,) = pins(publish(brief, by=attorney).page)
    assert pin["place"] == "Diallo v. INS, para. 1"
