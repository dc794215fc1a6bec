"""Which briefs a packet takes in its style, and the sentences about those it leaves out (INV-2)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefs.citations.styles import Authority, Written, bluebook, eoir
from briefs.exporters.page import Page

STUDY, BLUEBOOK, EOIR = "study", "bluebook", "eoir"
STYLES: tuple[tuple[str, str, Callable[..., Written]], ...] = (
    (STUDY, "For study: every brief as it stands, cited Bluebook-style", bluebook),
    (BLUEBOOK, "For filing, Bluebook-style citations", bluebook),
    (EOIR, "For filing, EOIR-style citations", eoir),
)
MOST = 300  # briefs in one packet


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person ticked: a style of STYLES, and what a paper that is filed takes in only when it is asked for."""

    title: str
    style: str = STUDY
    separate: bool = False  # dissents and concurrences
    unpublished: bool = False

    @property
    def is_filed(self) -> bool:
        """Say whether the packet is to go before a tribunal."""
        return self.style != STUDY

    def cite(self, authority: Authority, pin: str = "") -> Written:
        """Cite in the style of the packet."""
        return next(cite for name, _, cite in STYLES if name == self.style)(authority, pin)


def choose(pages: Iterable[Page], choice: Choice) -> tuple[list[Page], list[str]]:
    """Give the pages the packet takes, in their order, and a sentence for each that it leaves out."""
    taken, told = [], []
    for page in pages:
        why = _left_out(page, choice) if choice.is_filed else ""
        if why:
            told.append(f"{page['title']} is left out: {why}")
        else:
            taken.append(page)
    return taken, told


def _left_out(page: Page, choice: Choice) -> str:
    opinion, published = page["opinion"], page["case"]["publication"].lower()
    if opinion["is_separate"]:
        kind = opinion["kind_label"].lower()
        if not choice.separate:
            return f"it briefs a {kind}, which is not the law. Tick “Dissents and concurrences” to take it in."
        if not opinion["author"]:
            return f"its source does not say who wrote the {kind}, and it may not be cited without the writer’s name."
    if published != "published" and not choice.unpublished:
        how = "its opinion is unpublished" if published == "unpublished" else "its source does not say it was published"
        return f"{how}. Tick “Unpublished decisions” to take it in."
    if not page["case"]["citation"] and not page["case"]["dockets"]:
        return "its source gives neither a reporter nor a docket number, so it cannot be cited."
    return ""
