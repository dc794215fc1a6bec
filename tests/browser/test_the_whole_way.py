"""The whole way of a brief, by a student, staff and an attorney, in their own windows, by keyboard alone.

By mouse it goes to its first edition: a new text and marks that lost their place are clicked through elsewhere. Two who
save at once are in test_two_writers.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PASSWORD, axe_finds
from tests.browser.hands import Keyboard, Mouse, as_file

pytestmark = pytest.mark.browser
BALACHOVA = Path(settings.BASE_DIR, "briefs", "samples", "balachova.txt")
KEPT = "Although issue exhaustion is not jurisdictional, it is mandatory."
LOST = "These errors alone would require vacatur and remand."
REWORDED = "What the judge got wrong so far is enough to send this matter back."
FALSE, TRUE = "did not point out any mistakes", "did not point out any errors"
SECTIONS = {
    "summary": "Exhaustion is mandatory.",
    "facts": f"The wife “{FALSE}” in the finding on credibility.",
    "procedural_history": "Both petitioners appealed to the Board.",
    "reasoning": "The court follows Lin Zhong, 480 F.3d 104.",
    "disposition": "Dismissed in part.",
    "clinic_notes": "Only for the clinic: zanzibar.",
}
Hand = Mouse | Keyboard
A_LONG_WALK = 60_000  # milliseconds: the way to a button by Tab is a part of it


class Person:
    """A member of the clinic at their own window, using it by hand."""

    def __init__(self, hand: Hand, page: Page) -> None:
        self.hand, self.page = hand, page

    def sign_in(self, who: str) -> None:
        self.page.goto("/admin/login/")
        self.hand.write(self.page.get_by_label("Username"), who)
        self.hand.write(self.page.get_by_label("Password"), PASSWORD)
        self.presses("Log in")

    def presses(self, name: str, *, within: str = "body", stays: bool = False) -> None:
        """Press a button; another page comes, unless the work is done in place."""
        button = self.page.locator(within).get_by_role("button", name=name, exact=True)
        if stays:
            self.hand.press(button)
        else:
            with self.page.expect_navigation(timeout=A_LONG_WALK):
                self.hand.press(button)

    def follows(self, name: str | re.Pattern[str]) -> None:
        link = self.page.get_by_role("link", name=name, exact=isinstance(name, str)).first
        with self.page.expect_navigation(timeout=A_LONG_WALK):
            self.hand.press(link)

    def writes(self, **words: str) -> None:
        for name, said in words.items():
            self.hand.write(self.page.locator(f"#id_{name}"), said)

    def saves(self) -> None:
        self.presses("Save and continue editing", within="#writing-bar")

    def opens(self, brief: str) -> None:
        self.page.goto(brief)

    def is_told(self, words: str) -> None:
        expect(self.page.locator(".messagelist")).to_contain_text(words)


@pytest.fixture
def windows(chromium: Browser, site: str) -> Iterator[list[Page]]:
    """Four windows that share nothing; none may complain in its console."""
    contexts = [chromium.new_context(base_url=site, viewport={"width": 1280, "height": 900}) for _ in range(4)]
    pages, said = [], []
    for context in contexts:
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.said = []  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda line: said.append(line.text) if "Content Security" in line.text else None)
        pages.append(page)
    yield pages
    for context in contexts:
        context.close()
    assert said == []


def signed_in(windows: list[Page], hand: Hand) -> list[Person]:
    people = [Person(hand, page) for page in windows[:3]]
    for person, name in zip(people, ("student", "staff", "attorney"), strict=True):
        person.sign_in(name)
    return people


def go_to_review_and_back(student: Person, staff: Person, attorney: Person, hand: Hand) -> tuple[str, str]:
    opinion = import_and_mark(student, hand)
    sign_the_registration_numbers(staff, opinion)
    brief = write_and_submit(student)
    return_with_comments(attorney, brief)
    mend(student, brief)
    return opinion, brief


def test_a_brief_goes_to_its_first_edition_by_mouse(windows: list[Page]):
    hand = Mouse()
    student, staff, attorney = signed_in(windows, hand)
    _, brief = go_to_review_and_back(student, staff, attorney, hand)
    approve_and_publish(student, attorney, windows[3], brief)


def test_a_brief_goes_the_whole_way_by_keyboard(windows: list[Page]):
    hand = Keyboard()
    student, staff, attorney = signed_in(windows, hand)
    opinion, brief = go_to_review_and_back(student, staff, attorney, hand)
    public = approve_and_publish(student, attorney, windows[3], brief)
    give_a_new_text(staff, opinion, hand)
    be_blocked_and_repair(student, staff, attorney, opinion, brief)
    windows[3].goto(public)
    windows[3].reload()  # a reader's browser may keep the page for a while
    expect(windows[3].get_by_role("main")).to_contain_text("What the court did, said better.")
    expect(windows[3].get_by_role("main")).to_contain_text(REWORDED)
    windows[3].goto(f"{public}editions/1/")
    expect(windows[3].get_by_role("main")).to_contain_text(LOST)
    assert_nothing_of_the_clinic(windows[3])


def import_and_mark(student: Person, hand: Hand) -> str:
    student.follows("Import opinions")
    # Each walk brings a file of its own: the same bytes twice would be the same opinion.
    hand.bring(student.page.locator("#id_files"), as_file(BALACHOVA, more="\n\n" if hand.name == "mouse" else "\n\n\n"))
    student.presses("Continue")
    expect(student.page.locator("#id_short_name")).to_have_value("Balachova v. Mukasey")
    expect(student.page.locator("#id_citation")).to_have_value("")  # none is printed on it, and none is guessed
    assert hand.name == "keyboard" or axe_finds(student.page) == []
    student.presses("Keep it as an opinion")
    expect(student.page).to_have_url(re.compile("/annotate/"))
    opinion = student.page.url
    hand.mark(student.page, KEPT)
    expect(student.page.locator(".card")).to_have_count(1)
    page = student.page
    student.presses("Mark a passage", stays=True)
    hand.write(page.get_by_role("textbox", name="Passage"), LOST)
    hand.choose(page.get_by_label("What it is"), "Holding")
    student.presses("Save the mark", stays=True)
    expect(page.locator(".card")).to_have_count(2)
    return opinion


def sign_the_registration_numbers(staff: Person, opinion: str) -> None:
    staff.page.goto(opinion.replace("/annotate/", "/text/"))
    staff.presses("Sign every “alien registration number” as real and covered")
    staff.is_told("Signed.")


def write_and_submit(student: Person) -> str:
    page, hand = student.page, student.hand
    student.presses("Start a brief")
    student.saves()
    hand.press(page.get_by_role("button", name="Add another Holding").or_(page.get_by_text("Add another Holding")))
    holding = page.locator("#holdings-0")
    hand.write(holding.locator("[name=holdings-0-answer]"), "A claim not raised before the Board is dismissed.")
    hand.choose(holding.locator("[name=holdings-0-outcome]"), "For the government")
    for place in range(2):
        hand.press(holding.locator("[name=holdings-0-passages]").nth(place))
    hand.write(holding.get_by_role("searchbox", name="Find issues"), "exhaustion")
    hand.press(holding.get_by_label("Exhaustion", exact=True))
    student.writes(**SECTIONS)
    student.saves()
    gap = page.locator("#way .checklist li")
    expect(gap).to_have_count(1)
    expect(gap).to_contain_text(f"“{FALSE}” does not stand in the opinion word for word")
    assert hand.name == "keyboard" or axe_finds(page) == []
    brief = page.url
    student.presses("Submit for review")
    student.is_told("Submitted.")
    return brief


def return_with_comments(attorney: Person, brief: str) -> None:
    page, hand = attorney.page, attorney.hand
    attorney.follows("Queue")
    waiting = page.get_by_role("region", name=re.compile("Waiting for your approval"))
    hand.press(waiting.get_by_role("link", name="Balachova v. Mukasey").last)
    expect(page).to_have_url(brief)
    attorney.presses("Approve and publish")
    attorney.is_told(f"“{FALSE}” does not stand in the opinion word for word; the opinion has “{TRUE}”")
    said = page.locator("#comments-facts")
    hand.press(said.locator("summary"))
    hand.write(said.get_by_role("textbox"), "Quote the court: heliotrope.")
    attorney.presses("Add the comment", within="#comments-facts", stays=True)
    expect(said.locator(".comment-text")).to_have_text("Quote the court: heliotrope.")
    hand.write(page.get_by_label("What is to be mended"), "Mend the quotation.")
    attorney.presses("Return to the author")
    attorney.is_told("Returned.")


def mend(student: Person, brief: str) -> None:
    page = student.page
    student.opens(brief)
    expect(page.locator("#way")).to_contain_text("Mend the quotation.")
    expect(page.locator("#open-comments a")).to_have_text(["Facts"])
    student.follows("Its quotations")
    refused = page.get_by_role("listitem").filter(has_text=FALSE)
    expect(refused.locator(".nearest")).to_contain_text(
        re.compile("did not point out any.*mistakes.*errors", re.DOTALL)
    )
    assert axe_finds(page) == []
    student.follows("Facts")
    student.writes(facts=SECTIONS["facts"].replace(FALSE, TRUE))
    student.presses("Resolve the comment by attorney", within="#comments-facts", stays=True)
    expect(page.locator("#comments-said")).to_have_text("The comment is resolved.")
    expect(page.locator("#id_facts")).to_have_value(re.compile(TRUE))
    student.saves()
    expect(page.locator("#way .checklist")).to_have_count(0)
    expect(page.locator("#way")).to_contain_text("No part of the brief is missing")


def approve_and_publish(student: Person, attorney: Person, anyone: Page, brief: str) -> str:
    student.presses("Submit for review")
    attorney.opens(brief)
    attorney.presses("Approve")
    attorney.is_told("Approved as it stands now.")
    attorney.presses("Publish")
    attorney.is_told("Published.")
    public = attorney.page.get_by_role("link", name="Public page").get_attribute("href")
    assert public
    anyone.goto(public)
    expect(anyone.get_by_role("heading", level=1)).to_contain_text("Balachova v. Mukasey")
    expect(anyone.get_by_role("main")).to_contain_text(TRUE)
    expect(anyone.get_by_role("main")).to_contain_text(LOST)
    assert_nothing_of_the_clinic(anyone)
    return public


def assert_nothing_of_the_clinic(anyone: Page) -> None:
    html = anyone.content()
    assert [word for word in ("zanzibar", "heliotrope", "Mend the quotation", "75 836 651") if word in html] == []
    assert anyone.context.cookies() == []


def give_a_new_text(staff: Person, opinion: str, hand: Hand) -> None:
    page = staff.page
    page.goto(opinion)
    staff.follows("Opinion’s details")
    staff.follows("Give it a new text")
    hand.bring(page.locator("#id_files"), as_file(BALACHOVA, more=f"\n{hand.name}\n", instead=(LOST, REWORDED)))
    staff.presses("Show what would change")
    expect(page.locator(".counts")).to_contain_text(re.compile(r"mark orphan\s*1"))
    hand.write(page.get_by_label(re.compile("Why")), "The court amended its opinion.")
    staff.presses("Replace the text")
    expect(page.locator(".messagelist")).to_be_visible()


def be_blocked_and_repair(student: Person, staff: Person, attorney: Person, opinion: str, brief: str) -> None:
    student.opens(brief)
    student.writes(disposition="What the court did, said better.")
    student.saves()
    student.presses("Submit for review")
    attorney.opens(brief)
    attorney.presses("Approve and publish edition 2")
    attorney.is_told(f"the pin “{LOST}” has lost its place in the text.")
    expect(attorney.page.locator("#way .checklist li")).to_have_count(1)

    page, hand = staff.page, staff.hand
    staff.follows(re.compile("^Anchors"))
    staff.follows(re.compile("Balachova"))
    assert axe_finds(page) == []
    lost = page.locator("article.anchor").filter(has_text=LOST)
    expect(lost).to_contain_text("the next edition waits until this mark is settled")
    hand.press(lost.locator("summary").first)
    hand.write(lost.get_by_role("textbox"), REWORDED)
    staff.presses("Use these words", within="article.anchor")
    expect(page.locator("#waiting")).to_contain_text("Every mark of this opinion stands on its words.")

    attorney.opens(brief)
    attorney.presses("Approve and publish edition 2")
    attorney.is_told("Published.")
