"""The script of the annotation desk, in a real Chromium on the real page: what is selected is what is marked."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from briefs.models import Annotation, Opinion
from tests.admin.in_browser import BROWSER, in_browser
from tests.rows import make_opinion, mark

pytestmark = [pytest.mark.django_db, *BROWSER]
TEXT = "A v. B\n\nOPINION\n\nThe 😀😀 witness was 👩\u200d⚖️ afraid.\n\nA second 😀 paragraph stands here.\n"
SELECT = """([from, fromWord, to, toWord]) => {
    const at = (id, word) => {
        const walker = document.createTreeWalker(document.querySelector(`#${id} .row-text`), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) if (walker.currentNode.data.includes(word)) return walker.currentNode;
        throw new Error(`not on the page: ${word}`);
    };
    const [first, last] = [at(from, fromWord), at(to, toWord)];
    const range = document.createRange();
    range.setStart(first, first.data.indexOf(fromWord));
    range.setEnd(last, last.data.indexOf(toWord) + toWord.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    last.parentElement.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
}"""


@contextmanager
def shown(html: bytes, policy: str) -> Iterator[tuple[Page, list[dict[str, list[str]]]]]:
    """Show a page, with the site's own files and policy; gives the browser's page, and what its forms send."""
    panel = re.search(r'<section class="mark-panel[^>]*>(.*?)</section>', html.decode(), re.DOTALL)[1]  # type: ignore[index]
    with in_browser(html, policy, answers={"said": "Saved.", "rows": {}, "panel": panel}) as told:
        yield told


def select(page: Page, *ends: str) -> tuple[str, int, int]:
    """Select from a word of one block to a word of another; gives what the form then holds."""
    page.evaluate(SELECT, list(ends))
    page.wait_for_selector(".mark-panel.is-open")
    quote, start, end = (page.input_value(f"[name={name}]") for name in ("quote", "start", "end"))
    return quote, int(start), int(end)


@pytest.fixture
def opinion(student) -> Opinion:
    return make_opinion(student, text=TEXT)


def test_a_selection_is_counted_in_characters_and_saved_as_it_stands(as_student: Client, opinion: Opinion):
    desk = reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
    served = as_student.get(desk)
    with shown(served.content, served["Content-Security-Policy"]) as (page, sent):
        across, first, last = select(page, "para-1", "afraid", "para-2", "second")
        quote, start, end = select(page, "para-1", "itness", "para-1", "afra")  # what is cut of a word was meant
        page.get_by_text("Selected 4 words in paragraph 1.").wait_for(state="attached")
        field = page.get_by_role("combobox", name="Issues: add one")
        field.fill("1252(d)")  # a synonym
        assert page.locator(".issue-list [role=option]").all_inner_texts() == ["Exhaustion"]
        field.press("Enter")
        assert page.locator(".issue-chosen button").all_inner_texts() == ["Exhaustion ×"]
        page.select_option("#id_kind", "fact")
        page.get_by_role("button", name="Save the mark").click()
        page.get_by_text("Saved.").wait_for()
        assert not page.locator(".mark-panel").is_visible()
    assert across == opinion.text[first:last] == "afraid.\n\nA second"
    assert quote == opinion.text[start:end] == "witness was 👩\u200d⚖️ afraid"
    assert as_student.post(desk, sent[0]).status_code == 302
    saved = Annotation.objects.get()
    assert (saved.quote, saved.kind) == (quote, "fact")
    assert [issue.slug for issue in saved.issues.all()] == ["exhaustion"]


def test_words_typed_over_a_selection_are_looked_up_and_the_panel_closes_by_key(as_student: Client, opinion: Opinion):
    served = as_student.get(reverse("admin:briefs_opinion_annotate", args=[opinion.pk]))
    with shown(served.content, served["Content-Security-Policy"]) as (page, _):
        panel = page.locator(".mark-panel")
        assert not panel.is_visible()
        select(page, "para-1", "witness", "para-1", "afraid")
        page.fill("[name=quote]", "paragraph stands")
        assert page.input_value("[name=start]") == page.input_value("[name=end]") == ""
        page.keyboard.press("Escape")
        assert not panel.is_visible()
        opener = page.get_by_role("button", name="Mark a passage")
        assert opener.evaluate("button => button === document.activeElement")
        page.keyboard.press("Enter")
        assert panel.is_visible()
        assert page.locator("[name=quote]").evaluate("field => field === document.activeElement")


def test_the_panel_covers_neither_the_chosen_words_nor_the_cards(as_student: Client, student):
    body = "\n\n".join(f"Paragraph number {n} says {'many words ' * 40}here." for n in range(1, 15))
    opinion = make_opinion(student, text=f"A v. B\n\nOPINION\n\n{body}\n")
    mark(opinion, student, "Paragraph number 7 says many words", note="A note of some length. " * 12)
    served = as_student.get(reverse("admin:briefs_opinion_annotate", args=[opinion.pk]))
    with shown(served.content, served["Content-Security-Policy"]) as (page, _):
        for width in (1280, 1600, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate("document.querySelector('#para-7').scrollIntoView({ block: 'end' })")
            select(page, "para-7", "number", "para-7", "words")
            page.wait_for_timeout(500)
            panel = page.locator(".mark-panel").bounding_box()
            for what in ("#para-7 .row-text", "#para-7 .card")[
                : 2 if width > 390 else 1
            ]:  # there cards follow the text
                box = page.locator(what).bounding_box()
                assert panel is not None
                assert box is not None
                beside = box["x"] + box["width"] <= panel["x"]
                assert beside or box["y"] < panel["y"], (width, what)
            card = page.locator("#para-7 .card")
            assert card.evaluate("card => card.scrollHeight <= card.clientHeight + 1")
            page.locator(".mark-close").click()


def test_a_card_stands_at_the_line_of_its_words_and_no_row_grows_by_it(as_student: Client, student):
    text = f"A v. B\n\nOPINION\n\n{'Many words stand here. ' * 40}The end of it all.\n\nAfter it.\n"
    opinion = make_opinion(student, text=text)
    mark(opinion, student, "The end of it all.")
    served = as_student.get(reverse("admin:briefs_opinion_annotate", args=[opinion.pk]))
    with shown(served.content, served["Content-Security-Policy"]) as (page, _):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.locator(".card[style*='margin-top']").wait_for()
        row, card, tag = (page.locator(f"#para-1{what}").bounding_box() for what in ("", " .card", " [id^='mark-']"))
        assert abs(card["y"] - tag["y"]) < 2 * tag["height"]
        assert card["y"] > row["y"] + row["height"] / 2
        page.locator(".card").evaluate("card => { card.style.marginTop = ''; }")
        assert page.locator("#para-1").bounding_box()["height"] == row["height"]
        page.set_viewport_size({"width": 1200, "height": 900})
        page.locator(".card[style*='margin-top']").wait_for()
        page.set_viewport_size({"width": 390, "height": 900})
        page.locator(".card:not([style*='margin-top'])").wait_for()


def heard(page: Page, words: str) -> None:
    page.locator("#desk-status").filter(has_text=words).wait_for(state="attached")


def test_arrow_keys_choose_paragraphs_sentences_and_words_in_characters(as_student: Client, student):
    words = "The 😀😀 witness was 👩\u200d⚖️ afraid. She cited Smith v. INS, 3 F.3d 9 (9th Cir. 2001). It 😀 ended."
    opinion = make_opinion(student, text=f"A v. B\n\nOPINION\n\n{words}\n\nAnother paragraph stands here.\n")
    served = as_student.get(reverse("admin:briefs_opinion_annotate", args=[opinion.pk]))
    with shown(served.content, served["Content-Security-Policy"]) as (page, sent):

        def chosen() -> str:
            start, end = (int(page.input_value(f"[name={name}]")) for name in ("start", "end"))
            assert page.input_value("[name=quote]") == opinion.text[start:end]
            return opinion.text[start:end]

        page.get_by_role("button", name="Mark with the keyboard").click()
        heard(page, "paragraph 1: The 😀😀 witness")
        for keys, passage in (
            ("ArrowRight", "The 😀😀 witness was 👩\u200d⚖️ afraid."),
            ("ArrowRight", "She cited Smith v. INS, 3 F.3d 9 (9th Cir. 2001)."),
            ("Shift+ArrowRight", "She cited Smith v. INS, 3 F.3d 9 (9th Cir. 2001). It 😀 ended."),
            ("Shift+ArrowLeft", "She cited Smith v. INS, 3 F.3d 9 (9th Cir. 2001)."),
            ("Control+ArrowRight", "She"),
            ("Control+Shift+ArrowRight", "She cited"),
            ("Alt+Shift+ArrowRight", "She cited Smith"),
            ("ArrowDown", "Another paragraph stands here."),
            ("ArrowDown", "Another paragraph stands here."),
            ("ArrowUp", words),
            ("ArrowDown", "Another paragraph stands here."),
            ("Control+ArrowLeft", "here"),
        ):
            page.keyboard.press(keys)
            assert chosen() == passage, keys
        page.keyboard.press("s")
        heard(page, "Shift moves the beginning now.")
        page.keyboard.press("Control+Shift+ArrowLeft")
        heard(page, "2 words in paragraph 2: stands here")
        assert chosen() == "stands here"
        page.keyboard.press("r")
        page.get_by_text("Saved.").wait_for()
        assert page.locator("#reading").evaluate("column => column === document.activeElement")
        page.keyboard.press("Enter")
        assert page.locator("#id_kind").evaluate("field => field === document.activeElement")
        page.keyboard.press("Escape")
        assert page.locator("#reading").evaluate("column => column === document.activeElement")
        page.keyboard.press("Escape")
        starter = page.get_by_role("button", name="Mark with the keyboard")
        assert starter.evaluate("button => button === document.activeElement")
    [fields] = sent
    start = opinion.text.index("stands here")
    assert (fields["start"], fields["end"], fields["kind"], fields["voice"]) == (
        [str(start)], [str(start + len("stands here"))], ["rule"], ["court"],
    )  # fmt: skip


def test_the_list_of_issues_is_worked_with_the_keyboard(as_student: Client, opinion: Opinion):
    served = as_student.get(reverse("admin:briefs_opinion_annotate", args=[opinion.pk]))
    with shown(served.content, served["Content-Security-Policy"]) as (page, _):
        page.get_by_role("button", name="Mark a passage").click()
        field = page.get_by_role("combobox", name="Issues: add one")
        field.fill("persec")
        options = page.locator(".issue-list [role=option]")
        names = options.all_inner_texts()
        assert len(names) > 2
        assert options.nth(0).get_attribute("aria-selected") == "true"
        field.press("ArrowDown")
        assert field.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
        field.press("ArrowUp")
        field.press("ArrowUp")
        field.press("Enter")
        assert page.locator(".issue-chosen button").all_inner_texts() == [f"{names[-1]} ×"]
        field.fill("nobody has such an issue")
        field.press("Enter")
        assert page.locator(".mark-panel").is_visible()
        field.fill("")
        field.press("Backspace")
        assert page.locator("[name=issues]:checked").count() == 0
        field.press("ArrowDown")
        field.press("Escape")
        assert not options.first.is_visible()
        assert page.locator(".mark-panel").is_visible()


def test_rows_that_others_changed_are_put_in_and_every_mark_is_numbered_anew(
    as_student: Client, opinion: Opinion, student
):
    desk = reverse("admin:briefs_opinion_annotate", args=[opinion.pk])
    second = mark(opinion, student, "A second 😀 paragraph")
    served = as_student.get(desk)
    first = mark(opinion, student, "was 👩\u200d⚖️ afraid", kind="fact", note="new")
    marked = as_student.get(desk).content.decode()
    row = re.search(r'<div class="row row-paragraph" id="para-1">.*?(?=<div class="row )', marked, re.DOTALL)[0]  # type: ignore[index]
    with shown(served.content, served["Content-Security-Policy"]) as (page, _):
        select(page, "para-2", "stands", "para-2", "here")
        page.fill("[name=note]", "half a note")
        page.evaluate(
            "async (html) => (await import('/static/js/annotate_rows.js')).putRows({ 'para-1': html })", row.strip()
        )
        assert page.locator(f"#annotation-{first.pk} h3").text_content() == "1 Fact"
        assert page.locator(f"#annotation-{second.pk} h3").text_content() == "2 Reasoning"
        assert page.locator(f"#mark-{second.pk}").text_content() == "2 A Reasoning"
        assert page.inner_text("#filter-said") == "2 marks."
        boxes = page.locator(".filter-kind .filter-chip:visible").all_inner_texts()  # the first fact brings its own
        assert [" ".join(box.split()) for box in boxes] == ["F Fact 1", "A Reasoning 1"]
        assert (page.input_value("[name=note]"), page.input_value("[name=quote]")) == ("half a note", "stands here")
        page.locator("#reading").focus()
        quote, start, end = select(page, "para-1", "witness", "para-1", "witness")
        assert opinion.text[start:end] == quote == "witness"
