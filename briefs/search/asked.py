"""What a visitor asks of the library: the parameters of its address, declared, validated and written back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from typing import Any
from urllib.parse import quote_plus, urlencode

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse

from briefs.models import SearchRow, Shelf
from briefs.search.rank import ORDERS
from briefs.search.words import Words

# What is searched, each with its tab: value in the address, label, the shelf its rows stand on.
BRIEFS, AUTHORITIES = "briefs", "authorities"
TABS = (
    (BRIEFS, "Briefs", Shelf.BRIEF),
    ("holdings", "Holdings", Shelf.HOLDING),
    ("opinions", "Opinions", Shelf.OPINION),
    (AUTHORITIES, "Authorities", None),
    ("apart", "Dissents and concurrences", Shelf.APART),
)

MOST_VALUES = 20  # of one facet
LONGEST_VALUE = 120
Chosen = Mapping[str, tuple[str, ...]]


class WordsField(forms.Field):
    """The search box; nothing that can be typed is an error."""

    def to_python(self, value: Any) -> Words:
        """Read what was typed."""
        return Words.read(value or "")


class ValuesField(forms.Field):
    """The values chosen of one facet. Which of them name something, the facet knows."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> tuple[str, ...]:
        """Give each value once, of printable ASCII only, as all our identifiers are."""
        told = ["".join(sign for sign in one if " " <= sign <= "~").strip()[:LONGEST_VALUE] for one in value or ()]
        return tuple(dict.fromkeys(one for one in told if one))[:MOST_VALUES]


class _Declared(django_filters.Filter):
    """Declares and validates a parameter; the search itself narrows (`matches`, `facets.tally`), in fewer queries."""

    def filter(self, qs: Any, value: Any) -> Any:
        """Keep everything."""
        return qs


class WordsFilter(_Declared):
    """Words to search for."""

    field_class = WordsField


class FacetFilter(_Declared):
    """A facet."""

    field_class = ValuesField


class ChoiceFilter(_Declared):
    """One of a few: the tab, the order of the hits."""

    field_class = forms.ChoiceField


class TextFilter(_Declared):
    """A number, of which whoever reads it makes something whatever stands here."""

    field_class = forms.Field


class LibraryFilter(django_filters.FilterSet):
    """The parameters of /briefs/.

    `first`, `last` and `cites` are what the small forms of two facets send; they are read into `year` and `authority`.
    """

    q = WordsFilter()
    tab = ChoiceFilter(
        choices=[(name, label) for name, label, _ in TABS],
        error_messages={"invalid_choice": "There is no tab “%(value)s”, so briefs are shown."},
    )
    court = FacetFilter()
    circuit = FacetFilter()
    year = FacetFilter()
    issue = FacetFilter()
    kind = FacetFilter()
    outcome = FacetFilter()
    weight = FacetFilter()
    ground = FacetFilter()
    country = FacetFilter()
    authority = FacetFilter()
    first = TextFilter()
    last = TextFilter()
    cites = WordsFilter()
    sort = ChoiceFilter(
        choices=ORDERS,
        error_messages={"invalid_choice": "There is no order “%(value)s”, so the usual one is used."},
    )
    page = TextFilter()


FACET_NAMES = tuple(name for name, one in LibraryFilter.base_filters.items() if type(one) is FacetFilter)


@lru_cache(maxsize=4096)
def _written(name: str, value: str) -> str:
    return f"{name}={quote_plus(value)}"


@dataclass(frozen=True)
class Asked:
    """The question, understood; `address` writes it, or a changed one, as the library's address."""

    words: Words = field(default_factory=Words)
    chosen: Chosen = field(default_factory=dict)
    tab: str = BRIEFS
    sort: str = ""
    page: str = ""
    notices: tuple[str, ...] = ()
    cites: Words = field(default_factory=Words)

    @property
    def order(self) -> str:
        """Give the order to use: the one asked for, else relevance if there are words and date if there are none."""
        if self.sort == "relevance" and not self.words:
            return "date"
        return self.sort or ("relevance" if self.words else "date")

    def with_chosen(self, name: str, values: Sequence[str]) -> "Asked":
        """Give the question with other values of one facet, from its first page."""
        return replace(self, chosen={**self.chosen, name: tuple(values)}, page="")

    def addresses_with(self, name: str) -> Callable[[Sequence[str]], str]:
        """Give what writes the address of the question with other values of one facet: quick, for a page has many."""
        library, told = self._told
        at = told.index((name, ""))
        before = "".join(f"{_written(*one)}&" for one in told[:at] if one[1])
        after = "".join(f"&{_written(*one)}" for one in told[at:] if one[1] and one[0] != name)
        without = f"{library}?{before[:-1]}{after if before else after[1:]}".rstrip("?")

        def address(values: Sequence[str]) -> str:
            if not values:
                return without
            return f"{library}?{before}{'&'.join([_written(name, one) for one in values])}{after}"

        return address

    @cached_property
    def _told(self) -> tuple[str, list[tuple[str, str]]]:
        """Give the library's address, and the parameters of the first page with an empty one before each facet's."""
        told = replace(self, page="").parameters
        begin = [one for one in told if one[0] in ("q", "tab")]
        for name in FACET_NAMES:
            begin += [(name, ""), *(one for one in told if one[0] == name)]
        return reverse("library"), begin + [one for one in told if one[0] == "sort"]

    def without_facets(self) -> "Asked":
        """Give the question with the words alone."""
        return replace(self, chosen={}, page="")

    def in_tab(self, tab: str) -> "Asked":
        """Give the question asked of another tab, from its first page."""
        return replace(self, tab=tab, page="")

    def with_words(self, words: Words) -> "Asked":
        """Give the question with other words, from its first page."""
        return replace(self, words=words, page="")

    def sorted_by(self, order: str) -> "Asked":
        """Give the question in another order, from its first page."""
        return replace(self, sort=order, page="")

    def on_page(self, number: int) -> "Asked":
        """Give the question on another page."""
        return replace(self, page=str(number) if number > 1 else "")

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The parameters that say all this, always in the same order, without what goes without saying."""
        told = [("q", self.words.typed), ("tab", self.tab if self.tab != BRIEFS else "")]
        told += [(name, value) for name in FACET_NAMES for value in self.chosen.get(name, ())]
        usual = "relevance" if self.words else "date"
        told += [("sort", self.order if self.order != usual else ""), ("page", self.page)]
        return [(name, value) for name, value in told if value]

    @property
    def address(self) -> str:
        """The library's address for this question."""
        query = urlencode(self.parameters)
        return reverse("library") + (f"?{query}" if query else "")


@cache
def _fields() -> dict[str, forms.Field]:
    """Give the fields of the parameters, made once: a filter set makes a new form and copies them for each address."""
    return dict(LibraryFilter(QueryDict(), SearchRow.objects.none()).get_form_class().base_fields)


def _cleaned(parameters: QueryDict) -> tuple[dict[str, Any], list[str]]:
    """Give what each parameter means, by name, and a sentence for each that means nothing."""
    told, notices = {}, []
    for name, one in _fields().items():
        try:
            told[name] = one.clean(one.widget.value_from_datadict(parameters, {}, name))
        except ValidationError as error:
            notices += error.messages
    return told, notices


def read(parameters: QueryDict) -> Asked:
    """Read an address's parameters: what is asked.

    Nonsense is left out, with a sentence in `notices`; nothing is an error.
    """
    told, notices = _cleaned(parameters)
    words: Words = told.get("q") or Words()
    if words.was_cut:
        notices.append(f"Only the first {len(words.typed)} characters of what you typed were searched for.")
    if words.was_masked:
        notices.append("Alien registration numbers are masked everywhere in the library and cannot be searched for.")
    chosen = {name: told[name] for name in FACET_NAMES if told.get(name)}
    years = _years(told.get("first") or "", told.get("last") or "")
    if years:
        chosen["year"] = (years,)
    asked = Asked(
        words, chosen, told.get("tab") or BRIEFS, told.get("sort", ""), told.get("page") or "", tuple(notices)
    )
    return replace(asked, cites=told.get("cites") or Words())


def _years(first: str, last: str) -> str:
    """Write what stands in the two fields of years as one value; of years the wrong way round, the stretch between."""
    first, last = (value.strip()[:LONGEST_VALUE] for value in (first, last))
    if first.isdecimal() and last.isdecimal() and int(first) > int(last):  # "²" is a digit, and no number
        first, last = last, first
    return first if first == last else f"{first}-{last}"
