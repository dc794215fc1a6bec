"""Two ways to use a page: a mouse that points and clicks, and a keyboard that reaches everything with Tab."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import FileChooser, Locator, Page, expect

MOST_STEPS = 700  # Tab stops on the longest page, and some
LONG = 30  # stops
# How many things that may take the focus lie between here and there: 0 where it is, less than 0 where it came before.
WAY = """target => {
    const active = document.activeElement;
    if (active === target) return 0;
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
        .filter(one => one === active || one === target || (one.tabIndex >= 0 && one.checkVisibility()));
    return stops.indexOf(target) - stops.indexOf(active) || 1;
}"""


class Mouse:
    """Points at things."""

    name = "mouse"

    def press(self, target: Locator) -> None:
        """Press a button, follow a link, open a fold, tick a box."""
        target.click()

    def write(self, target: Locator, words: str) -> None:
        """Put words into a field in place of those that are there."""
        target.fill(words)

    def choose(self, target: Locator, option: str) -> None:
        """Choose from a list by what it says."""
        target.select_option(label=option)

    def bring(self, target: Locator, file: dict[str, object]) -> None:
        """Choose a file."""
        target.set_input_files(files=[file])  # type: ignore[arg-type]

    def mark(self, page: Page, words: str) -> None:
        """Select a sentence of the opinion and save it as a holding."""
        select_with_the_mouse(page, words)
        expect(page.get_by_role("textbox", name="Passage")).to_have_value(words)
        page.get_by_label("What it is").select_option("holding")
        page.get_by_role("button", name="Save the mark").click()


# Where the words stand in the page, as the browser draws them.
WHERE = """(words) => {
    const walker = document.createTreeWalker(document.getElementById("reading"), NodeFilter.SHOW_TEXT);
    const at = (needle, end) => {
        walker.currentNode = walker.root;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const found = node.data.indexOf(needle);
            if (found < 0) continue;
            node.parentElement.scrollIntoView({block: "center"});
            const range = document.createRange();
            range.setStart(node, end ? found + needle.length - 1 : found);
            range.setEnd(node, end ? found + needle.length : found + 1);
            const box = range.getBoundingClientRect();
            return [end ? box.right - 0.5 : box.left + 0.5, (box.top + box.bottom) / 2];
        }
        throw new Error(`not on the page: ${needle}`);
    };
    at(words, false);
    return [at(words, false), at(words, true)];
}"""
# Puts the focus a few stops before the target, or as many behind it.
NEAR = """(target, back) => {
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
        .filter(one => one === target || (one.tabIndex >= 0 && one.checkVisibility()));
    stops.at(Math.min(Math.max(0, stops.indexOf(target) - 5 * back), stops.length - 1)).focus();
}"""


class Keyboard:
    """Has no mouse: what Tab does not reach cannot be used.

    A long way through a page is gone once; the next time, on the page of the same kind, its end is.
    """

    name = "keyboard"

    def __init__(self) -> None:
        self.gone: set[tuple[str, str]] = set()

    def reach(self, target: Locator) -> None:
        """Go to a thing with Tab, or back to it with Shift and Tab."""
        expect(target).to_be_visible()
        keys, before, is_near = target.page.keyboard, 0, False
        way, where = target.evaluate(WAY), (urlsplit(target.page.url).path, str(target).partition(" selector=")[2])
        if where in self.gone and abs(way) > LONG:
            target.evaluate(NEAR, 1 if way > 0 else -1)
        self.gone.add(where)
        for _ in range(MOST_STEPS):
            way = target.evaluate(WAY)
            if way == 0:
                return
            if way * before < 0:  # some of the stops were one, as the circles of a question are
                assert not is_near, f"Tab goes past it: {target}"
                is_near = True
            before = way
            for _ in range(1 if is_near else max(1, abs(way) // 2)):
                keys.press("Tab" if way > 0 else "Shift+Tab")
        raise AssertionError(f"Tab never reaches it: {target}")

    def press(self, target: Locator) -> None:
        """Press what has the focus, as its kind is pressed."""
        self.reach(target)
        is_box = target.evaluate("it => it.matches('input[type=checkbox]')")
        target.page.keyboard.press("Space" if is_box else "Enter")

    def write(self, target: Locator, words: str) -> None:
        """Type in place of what is there."""
        self.reach(target)
        target.page.keyboard.press("Control+A")
        if len(words) < 20:
            target.page.keyboard.type(words)
        else:
            target.page.keyboard.insert_text(words)  # as one who writes very fast

    def choose(self, target: Locator, option: str) -> None:
        """Type the beginning of an option."""
        self.reach(target)
        target.page.keyboard.type(option)
        assert target.evaluate("it => it.selectedOptions[0].label") == option

    def bring(self, target: Locator, file: dict[str, object]) -> None:
        """Open the choice of files, which a browser does for the window in front alone."""
        page = target.page
        opened: list[FileChooser] = []
        page.once("filechooser", lambda chooser: opened.append(chooser))  # a key may open it before it is waited for
        page.bring_to_front()
        self.reach(target)
        page.keyboard.press("Enter")
        while not opened:
            page.wait_for_timeout(50)
        opened[0].set_files([file])  # type: ignore[list-item]

    def mark(self, page: Page, words: str) -> None:
        """Step to a sentence, by paragraphs and then by sentences, and press the letter of a holding."""
        status = page.locator("#desk-status")
        self.press(page.get_by_role("button", name="Mark with the keyboard"))
        for key in ("ArrowDown", "ArrowRight"):
            for _ in range(200):
                expect(status).not_to_be_empty()
                said = status.text_content() or ""
                if words in said and (key == "ArrowDown" or said.strip() == words):
                    break
                page.keyboard.press(key)
                expect(status).not_to_have_text(said)
            else:
                raise AssertionError(f"The arrow keys do not come to “{words}”; they say “{said}”")
        page.keyboard.press("h")


def select_with_the_mouse(page: Page, words: str) -> None:
    """Press the button at the first sign, move to the last, let go."""
    (left, top), (right, bottom) = page.evaluate(WHERE, words)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=6)
    page.mouse.up()


def as_file(path: Path, *, more: str = "", instead: tuple[str, str] | None = None) -> dict[str, object]:
    """Give a text file to bring, with `more` at its end and, if asked, some words put in the place of others."""
    text = path.read_text(encoding="utf-8")
    if instead is not None:
        assert instead[0] in text
        text = text.replace(*instead)
    return {"name": path.name, "mimeType": "text/plain", "buffer": (text + more).encode()}
