"""What the library's page says of an answer and links to: title, tabs, chips, orders, pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from briefs.models import Court
from briefs.search.asked import BRIEFS, FACET_NAMES, TABS, Asked
from briefs.search.facets import Choice, Facet
from briefs.search.loose import Loose, taken_apart
from briefs.search.rank import ORDERS
from briefs.search.words import Words, pieces

NOUNS = {
    "briefs": ("brief", "briefs"),
    "holdings": ("holding", "holdings"),
    "opinions": ("opinion", "opinions"),
    "authorities": ("authority", "authorities"),
    "apart": ("proposition of a dissent or concurrence", "propositions of dissents and concurrences"),
}


@dataclass(frozen=True)
class Link:
    """A tab or an order: its words, its address, whether it is the one shown."""

    label: str
    address: str
    current: bool
    count: int = 0


class Told:
    """The sentences and addresses of an answer; `Found` fills in what it tells of."""

    asked: Asked
    total: int
    counts: dict[str, int]
    page: Page[Any]
    facets: tuple[Facet, ...]
    respelt: str
    loose: Loose | None
    court_rows: Mapping[str, Court]  # that are here, or chosen

    @property
    def words(self) -> Words:
        """The words asked for."""
        return self.asked.words

    @property
    def noun(self) -> str:
        """Name what the tab lists, in the number it lists."""
        return NOUNS[self.asked.tab][self.total != 1]

    @property
    def nouns(self) -> tuple[str, str]:
        """Name what the tab lists: one, and several."""
        return NOUNS[self.asked.tab]

    @property
    def title(self) -> str:
        """Name the page: what was asked and how many answer it."""
        count = f"{self.total} {self.noun}"
        return f"{self.words.typed}: {count}" if self.words else f"Library: {count}"

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Give the parameters that the search form carries along beside the words."""
        return [(name, value) for name, value in self.asked.parameters if name in ("tab", *FACET_NAMES, "sort")]

    def carried(self, besides: str) -> list[tuple[str, str]]:
        """Give the parameters that a facet's own form carries along: all but the facet's."""
        return [(name, value) for name, value in self.asked.parameters if name not in (besides, "page")]

    @property
    def carried_without_year(self) -> list[tuple[str, str]]:
        """Give what the form of years carries along."""
        return self.carried("year")

    @property
    def carried_all(self) -> list[tuple[str, str]]:
        """Give what the form of authorities carries along: it adds one."""
        return self.carried("")

    @property
    def tabs(self) -> list[Link]:
        """Give the tabs; that of separate opinions only where there is something in it."""
        return [
            Link(label, self.asked.in_tab(name).address, name == self.asked.tab, self.counts[name])
            for name, label, _ in TABS
            if name != "apart" or self.counts[name] or self.asked.tab == name
        ]

    @property
    def elsewhere(self) -> list[Link]:
        """Give the tabs that have hits where the one shown has none."""
        return [tab for tab in self.tabs if tab.count and not tab.current and self.words]

    @property
    def loose_note(self) -> str:
        """Say what was made of the words, where it was more than to look for all of them; "" where nothing was.

        Of a court that they name, that its decisions come first; of a question of which hardly anything has all the
        words, that others have most of them, and which were not looked for.
        """
        told = [self._of_courts, self._of_most] if self.total else []
        return " ".join(one for one in told if one)

    @property
    def _of_courts(self) -> str:
        if not self.words.courts or self.asked.order != "relevance":
            return ""
        here = [self.court_rows[one].name for one in self.words.courts if one in self.court_rows]
        if not here:
            return "Nothing here was decided by the court you name, so only the other words were looked for."
        return f"Decisions of the {' and the '.join(here)} rank higher; the name was not looked for in the texts."

    @property
    def _of_most(self) -> str:
        if self.loose is None:
            return ""
        whole = self.loose.whole
        told = "Nothing here has all these words."
        if whole:
            told = f"Of all that is here, {whole} {'has' if whole == 1 else 'have'} all these words."
        told += " What follows has most of them; those that few texts have count most."
        asked = {piece for term in self.loose.terms for piece in (term, *pieces(term))}
        asking = [term for term in taken_apart(self.words.terms) if term not in asked]
        if asking:
            told += f" Not looked for: {', '.join(asking)}."
        typed = {one.strip('"').casefold() for one in self.loose.terms}
        too = [one for one in self.loose.too if one not in typed]
        if too:
            told += f" Looked for too: {', '.join(too)}."
        if self.loose.nowhere:
            told += f" Nowhere to be found: {', '.join(self.loose.nowhere)}."
        return told

    @property
    def is_briefs(self) -> bool:
        """Say whether briefs are shown."""
        return self.asked.tab == BRIEFS

    @property
    def orders(self) -> list[Link]:
        """Give the orders to choose from; relevance only where there are words to be relevant to."""
        return [
            Link(label, self.asked.sorted_by(name).address, name == self.asked.order)
            for name, label in ORDERS
            if self.words or name != "relevance"
        ]

    @property
    def word_chips(self) -> list[tuple[str, str]]:
        """Give the words asked for, each with the address of the question without it."""
        chips = self.words.chips
        return [(term.rstrip(",;:?!"), self.asked.with_words(self.words.without(term)).address) for term in chips]

    @property
    def respelt_address(self) -> str:
        """Give the address of the question as it may have been meant."""
        return self.asked.with_words(Words.read(self.respelt)).address if self.respelt else ""

    @property
    def without_facets(self) -> str:
        """Give the address with the words alone."""
        return self.asked.without_facets().address

    @property
    def pages(self) -> list[tuple[str | int, str]]:
        """Give the pages to list, each with its address; a gap has none."""
        numbers = self.page.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1)
        return [(number, self.page_address(number) if isinstance(number, int) else "") for number in numbers]

    @property
    def before(self) -> str:
        """Give the address of the page before, or an empty string."""
        return self.page_address(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def after(self) -> str:
        """Give the address of the page after, or an empty string."""
        return self.page_address(self.page.number + 1) if self.page.has_next() else ""

    def page_address(self, number: int) -> str:
        """Give the address of a page of these hits."""
        return self.asked.on_page(number).address

    def _addressed(self, facet: Facet, choices: list[Choice]) -> list[Choice]:
        address = self.asked.addresses_with(facet.name)
        below = list(choices)
        while below:
            choice = below.pop()
            choice.address = address(choice.toggled)
            below += choice.children
        return choices
