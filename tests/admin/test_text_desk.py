"""The text desk: source beside text, findings signed and fixed, paragraphs mended and mended back."""

import pytest
from django.test import Client
from django.utils.html import escape

from briefs.models import Finding, Opinion
from briefs.workflow.release import release
from tests.rows import TEXT, make_opinion, mark

pytestmark = pytest.mark.django_db
MORE = TEXT + "\nOsorio v. INS, 99 F.2d 928 (9th Cir. 1996). Call (415) 555-2671 for more.\n"


@pytest.fixture
def opinion(student) -> Opinion:
    return make_opinion(student, text=MORE)


def address(opinion: Opinion, rest: str = "") -> str:
    return f"/admin/briefs/opinion/{opinion.pk}/text/{rest}"


def ordinal(opinion: Opinion, words: str) -> int:
    return opinion.passages.get(text__contains=words).ordinal


def do(client: Client, opinion: Opinion, words: str, act: str, typed: str = "") -> str:
    opinion.refresh_from_db()
    field = "at" if act in ("split", "blockquote", "call") else "words"
    sent = {"act": act, "passage": ordinal(opinion, words), f"{field}-{act}": typed, "seen": opinion.text_version}
    return client.post(address(opinion, "change/"), sent, follow=True).content.decode()


def test_source_and_text_stand_side_by_side_with_no_identifier_in_either(as_student: Client, opinion):
    page = as_student.get(address(opinion)).content.decode()
    assert page.count('class="block block-') == page.count('class="source-words"') == opinion.passages.count()
    assert "A75 836 651" not in page
    assert "555-2671" not in page
    assert "99 F.2d 928" in page
    assert "Apply the fix" not in page  # students look; staff decide


def test_staff_join_split_and_take_back(as_staff: Client, opinion):
    page = as_staff.get(address(opinion) + f"?passage={ordinal(opinion, 'We have held')}").content.decode()
    assert 'value="join"' in page
    assert "front matter: Petitioner v. Respondent, No. 01-12345</span></a>" in page  # no number, so its words
    before = opinion.text
    assert "Done" in do(as_staff, opinion, "We have held", "join")
    assert "petition for review. We have held" in Opinion.objects.get().text
    assert "Done" in do(as_staff, opinion, "We have held", "split", "We have held")
    assert Opinion.objects.get().text == before
    assert "exactly once" in do(as_staff, opinion, "We have held", "split", "Xylophone")
    assert "Done" in do(as_staff, opinion, "Osorio", "page", "378")
    for row in opinion.text_changes.order_by("-pk"):
        as_staff.post(address(opinion, f"take-back/{row.pk}/"))
    opinion = Opinion.objects.get()
    assert opinion.text == before
    assert not opinion.text_changes.standing().exists()


def test_words_are_retyped_and_the_desk_comes_back(as_staff: Client, opinion):
    number = ordinal(opinion, "We have held")
    page = f"/admin/briefs/opinion/{opinion.pk}/correct/?passage={number}&back=desk"
    shown = as_staff.get(page)
    assert f'href="{address(opinion)}#at-{number}"' in shown.content.decode()
    words = shown.context["passage"].text.replace("We have", "We had")
    answer = as_staff.post(page, {"words": words, "because": "So printed.", "seen": 1})
    assert answer["Location"] == address(opinion) + f"#at-{number}"
    assert "We had held" in Opinion.objects.get().text


def test_a_stale_page_changes_nothing(as_staff: Client, opinion):
    do(as_staff, opinion, "Osorio", "page", "378")
    sent = {"act": "heading", "passage": ordinal(opinion, "Osorio"), "seen": 1}
    assert "replaced meanwhile" in as_staff.post(address(opinion, "change/"), sent, follow=True).content.decode()
    assert opinion.text_changes.count() == 1


def test_findings_are_signed_and_fixed_by_buttons(as_staff: Client, as_student: Client, opinion):
    year = opinion.findings.get(kind="reporter-year")
    assert as_student.post(address(opinion, f"finding/{year.pk}/"), {"decision": "fixed"}).status_code == 403
    as_staff.post(address(opinion, f"finding/{year.pk}/"), {"decision": "fixed"})
    assert "99 F.3d 928" in Opinion.objects.get().text
    phone = opinion.findings.get(kind="phone")
    as_staff.post(address(opinion, f"finding/{phone.pk}/"), {"decision": "none"})
    assert Finding.objects.get(pk=phone.pk).decision == "none"
    assert "555-2671" in as_staff.get(address(opinion)).content.decode()


def test_an_act_is_done_to_the_words_chosen_on_the_page(as_staff: Client, opinion):
    passage = opinion.passages.get(text__contains="We have held")
    start = passage.start + passage.text.index("The burden")
    sent = {"act": "split", "passage": passage.ordinal, "start": start, "end": start + 3, "seen": 1}
    answer = as_staff.post(address(opinion, "change/"), sent)
    assert answer["Location"] == address(opinion) + f"#at-{passage.ordinal + 1}"
    assert "\n\nThe burden" in Opinion.objects.get().text
    for wrong in ({"start": 0, "end": 3}, {"start": start, "end": start}, {"start": "9" * 20, "end": "-1"}):
        said_no = as_staff.post(address(opinion, "change/"), sent | wrong | {"seen": 2}, follow=True).content.decode()
        assert "in one paragraph; choose them again" in said_no or "Choose or type the words" in said_no


def test_figures_become_a_note_s_call_and_a_line_is_set_in_the_middle(as_staff: Client, staff, student):
    opinion = make_opinion(student, text=TEXT.replace("remand.", "remand.\n\nSo she testified.3 It was believed."))
    assert "Done" in do(as_staff, opinion, "So she testified", "call", "testified.3")
    opinion = Opinion.objects.get()
    assert "So she testified. It was" in opinion.text
    assert [mark.data for mark in opinion.text_marks if mark.kind == "call"] == [{"number": "3"}]
    assert "Done" in do(as_staff, opinion, "We have held", "centred")
    assert as_staff.get(address(opinion)).content.decode().count("row-centred") == 1
    release(opinion, by=staff)
    assert '<div class="centred"><p>We have held' in as_staff.get(f"/opinions/{opinion.slug}/").content.decode()


def test_undo_takes_back_the_newest_change_and_says_when_there_is_none(as_staff: Client, as_student: Client, opinion):
    undo = address(opinion, "undo/")
    assert "There is no change to undo" in as_staff.post(undo, follow=True).content.decode()
    do(as_staff, opinion, "We have held", "join")
    do(as_staff, opinion, "Osorio", "page", "378")
    assert as_student.post(undo).status_code == 403
    as_staff.post(undo)
    assert [row.act for row in opinion.text_changes.standing()] == ["join"]


def test_an_identifier_is_signed_one_by_one_and_the_next_one_waits(as_staff: Client, student):
    text = TEXT + "\nCall (415) 555-2671 or (415) 555-2672 or (415) 555-2673.\n"
    opinion = make_opinion(student, text=text)
    opinion.findings.filter(kind="phone").update(decision="", decided_at=None, decided_by=None)
    first, second, third = opinion.findings.filter(kind="phone").order_by("start")
    assert "1 of 4 identifiers signed" in as_staff.get(address(opinion)).content.decode()
    answer = as_staff.post(address(opinion, f"finding/{first.pk}/"), {"decision": "real"})
    assert answer["Location"].endswith(f"#finding-{second.pk}")
    answer = as_staff.post(address(opinion, f"finding/{third.pk}/"), {"decision": "none"})
    assert answer["Location"].endswith(f"#finding-{second.pk}")
    page = as_staff.get(address(opinion)).content.decode()
    assert "3 of 4 identifiers signed" in page
    assert page.count('class="finding finding-identifier"') == 1


def test_a_fix_shows_before_and_after_is_taken_back_and_dismissed_with_a_reason(as_staff: Client, opinion):
    page = as_staff.get(address(opinion)).content.decode()
    assert "v. INS, 99 <del>F.2d</del> 928" in page
    assert "v. INS, 99 <ins>F.3d</ins> 928" in page
    year = opinion.findings.get(kind="reporter-year")
    as_staff.post(address(opinion, f"finding/{year.pk}/"), {"decision": "fixed"})
    change = opinion.text_changes.standing().get()
    assert f"take-back/{change.pk}/" in as_staff.get(address(opinion)).content.decode()
    as_staff.post(address(opinion, f"take-back/{change.pk}/"))
    decide = address(opinion, f"finding/{opinion.findings.get(kind='reporter-year').pk}/")
    assert "Say why" in as_staff.post(decide, {"decision": "dismissed"}, follow=True).content.decode()
    as_staff.post(decide, {"decision": "dismissed", "because": "So in the slip, checked."})
    assert "(So in the slip, checked.)" in as_staff.get(address(opinion)).content.decode()


def test_the_desk_costs_ten_questions_however_long_the_text(as_staff: Client, student, django_assert_max_num_queries):
    opinion = make_opinion(student, text=MORE + "\n\n".join(f"Paragraph {n} is here." for n in range(200)))
    as_staff.get(address(opinion))
    with django_assert_max_num_queries(10):
        as_staff.get(address(opinion))


def test_what_is_typed_into_an_act_is_no_fault_and_no_number(as_staff: Client, opinion):
    assert "Done." in do(as_staff, opinion, "We have held", "heading", "\x002")
    do(as_staff, opinion, "We have held", "page", "A75836651")
    assert not opinion.text_changes.filter(words__contains="836").exists()


def test_an_earlier_text_covers_what_is_signed(as_staff: Client, as_student: Client, opinion, staff):
    mark(opinion, by=staff)
    do(as_staff, opinion, "We have held", "heading", "2")
    page = as_student.get(f"/admin/briefs/opinion/{opinion.pk}/texts/1/").content.decode()
    assert "for more." in page
    assert "555-2671" not in page


def test_a_short_finding_is_listed_with_the_words_before_it(as_staff: Client, opinion):
    start = opinion.text.index("nexus")
    Finding.objects.create(opinion=opinion, kind="subsection", start=start, end=start + 5, words="nexus", why="Look.")
    page = as_staff.get(address(opinion)).content.decode()
    assert f"<q>…{escape(opinion.text[start - 24 : start])}nexus</q>" in page
