"""The page of a brief's quotations: what stands, what does not, and the signature under it."""

import pytest
from django.urls import reverse

from briefs.models import Opinion, SignedQuotation
from briefs.workflow.readiness import missing
from briefs.workflow.sign_quotation import sign_quotation
from tests.admin.forms import said
from tests.rows import TEXT, make_brief, make_opinion

pytestmark = pytest.mark.django_db
FALSE = "found no nexus whatever"
WORDS = {"facts": f"The Board “{FALSE}” and “found no nexus” at all.", "submitted": True}


@pytest.fixture
def brief(student):
    return make_brief(make_opinion(student), student, **WORDS)


def address(brief):
    return reverse("admin:briefs_brief_quotations", args=[brief.pk])


def sign(client, brief, quote=FALSE, because="From the transcript."):
    where = reverse("admin:briefs_brief_sign_quotation", args=[brief.pk])
    return client.post(where, {"quote": quote, "because": because}, follow=True)


def rows(answer, part):
    return [(row.checked.piece.where, row.words, row.place) for row in answer.context[part]]


def test_every_quotation_is_on_the_page_with_its_state(as_student, brief):
    answer = as_student.get(address(brief))
    assert rows(answer, "refused") == [("Facts", FALSE, "")]
    assert rows(answer, "true") == [
        ("Facts", "found no nexus", "para. 1"),
        ("Procedural history", "timely petition for review", "para. 1"),
        ("Holding 1, answer", "little more than conjecture.", "para. 3"),
    ]
    page = answer.content.decode()
    assert '<del><span class="visually-hidden">taken: </span>whatever</del>' in page
    assert f"{reverse('admin:briefs_brief_change', args=[brief.pk])}#id_facts" in page
    assert "#id_holdings-0-answer" in page
    assert f"{reverse('admin:briefs_opinion_annotate', args=[brief.opinion_id])}#para-1" in page


def test_an_attorney_signs_and_takes_the_signature_back(as_attorney, brief):
    assert "Signed: “found no nexus whatever”" in said(sign(as_attorney, brief))
    assert missing(brief) == []
    answer = as_attorney.get(address(brief))
    assert rows(answer, "signed") == [("Facts", FALSE, "")]
    assert "From the transcript." in answer.content.decode()
    signed = SignedQuotation.objects.get()
    where = reverse("admin:briefs_brief_take_back_signature", args=[brief.pk, signed.pk])
    assert "signed no longer" in said(as_attorney.post(where, follow=True))
    assert len(missing(brief)) == 1


def test_a_signature_without_a_reason_is_refused_with_a_sentence(as_attorney, brief):
    assert said(sign(as_attorney, brief, because=" ")).startswith("Say why the quotation may stand")
    assert said(sign(as_attorney, brief, quote="other words")).startswith("The brief does not quote these words")
    assert said(sign(as_attorney, brief, quote="", because="\x00")).startswith("The brief does not quote")
    assert not SignedQuotation.objects.exists()


def test_students_and_staff_are_offered_no_signature_and_given_none(as_student, as_staff, anyone, brief, attorney):
    for client in (as_student, as_staff):
        assert "Sign this quotation" not in client.get(address(brief)).content.decode()
        assert sign(client, brief).status_code == 403
    assert anyone.get(address(brief)).status_code == 302
    assert sign(anyone, brief).redirect_chain
    assert not SignedQuotation.objects.exists()
    signed = sign_quotation(brief, FALSE, by=attorney, because="Seen.")
    where = reverse("admin:briefs_brief_take_back_signature", args=[brief.pk, signed.pk])
    assert as_staff.post(where).status_code == 403
    assert SignedQuotation.objects.exists()


def test_an_attorney_signs_nothing_of_their_own(as_attorney, attorney):
    own = make_brief(make_opinion(attorney), attorney, **WORDS)
    assert "Sign this quotation" not in as_attorney.get(address(own)).content.decode()
    assert sign(as_attorney, own).status_code == 403


def test_signing_goes_by_post_alone(as_attorney, brief):
    for name in ("sign_quotation", "quotations"):
        client = {"sign_quotation": as_attorney.get, "quotations": as_attorney.post}[name]
        assert client(reverse(f"admin:briefs_brief_{name}", args=[brief.pk])).status_code == 405


def test_a_signature_of_another_brief_is_not_found(as_attorney, brief, student, attorney):
    other = make_brief(Opinion.objects.get(), student, **WORDS)
    signed = sign_quotation(other, FALSE, by=attorney, because="Seen.")
    where = reverse("admin:briefs_brief_take_back_signature", args=[brief.pk, signed.pk])
    assert as_attorney.post(where).status_code == 404


def test_words_of_an_unreleased_case_say_that_they_go_out_without_a_link(as_student, brief, student):
    text = TEXT.replace("The Board denied asylum", "No fear of snakes was shown, so the Board denied asylum")
    make_opinion(student, text=text, name="other.txt", short_name="Other v. Other", docket_numbers=["97-1"])
    brief.facts = "There was “No fear of snakes” there."
    brief.save()
    page = as_student.get(address(brief)).content.decode()
    assert "Other v. Other, para. 1" in page
    assert "published without a link or a name" in page


def test_what_the_brief_and_the_opinion_say_is_shown_as_text(as_attorney, brief):
    brief.facts = "The Board “found <script>alert(1)</script> no nexus.”"
    brief.save()
    page = as_attorney.get(address(brief)).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


def test_a_brief_that_quotes_nothing_says_so(as_student, student, brief):
    brief.holdings.all().delete()
    type(brief).objects.filter(pk=brief.pk).update(facts="", procedural_history="")
    assert "quotes nothing yet" in as_student.get(address(brief)).content.decode()


def test_the_page_costs_the_same_however_much_is_quoted(as_student, brief, django_assert_max_num_queries):
    brief.facts = " ".join(f"It “said peculiar thing {n}” and “found no nexus” there." for n in range(40))
    brief.save()
    with django_assert_max_num_queries(26):
        assert as_student.get(address(brief)).status_code == 200
