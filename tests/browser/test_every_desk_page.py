"""Every page of the desk that the permission table knows: nothing for axe-core, in light, in dark and on a phone."""

import json

import pytest
from playwright.sync_api import Page

from tests.browser.axe import LOOKS
from tests.browser.conftest import axe_finds, managed, sign_in

pytestmark = pytest.mark.browser
# Pages of one template each: what they look like in the dark and on a phone is seen on one of every kind.
ALIKE = ("_changelist", "_history", "_simple_history")


def test_every_page_of_the_desk_is_clean(page: Page, site: str, environment: dict[str, str]):
    told = managed(environment, "shell", "-v0", "-c", "from tests.browser.desk_addresses import tell; tell()")
    addresses: dict[str, str] = json.loads(told.splitlines()[-1])
    assert len(addresses) > 60
    sign_in(page, "attorney")
    found, known = {}, set()
    for name, address in addresses.items():
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200 or name == "briefs_opinion_text", name
        faults = axe_finds(page)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        page.set_viewport_size({"width": 390, "height": 800})
        kind = next((end for end in reversed(ALIKE) if name.endswith(end)), name)
        if kind not in known:
            faults += [f"dark and narrow: {one}" for one in axe_finds(page, LOOKS)]
        known.add(kind)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append("narrow: it has to be scrolled sideways")
        if faults:
            found[name] = faults
    assert found == {}


def test_a_fault_put_on_a_page_is_found_even_among_many_that_look_alike(page: Page, site: str):
    page.goto("/admin/login/")
    assert axe_finds(page) == []
    page.evaluate("""() => {
      const main = document.querySelector("main"), picture = document.createElement("img");
      for (const which of Array(40).keys()) {
        const words = document.createElement("p");
        words.textContent = `Words that nobody can read ${which}.`;
        if (which === 30) words.style = "background: #fff; color: #ddd";
        main.append(words);
      }
      main.append(picture);
    }""")
    assert {one.partition(":")[0] for one in axe_finds(page)} == {"color-contrast", "image-alt"}
    page.locator("main p", has_text="nobody can read 30").evaluate("it => it.remove()")
    page.locator("main").evaluate("it => it.style.opacity = 0.2")  # what all stand in is pale
    assert any(one.startswith("color-contrast") for one in axe_finds(page, ["color-contrast"]))
