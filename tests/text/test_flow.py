"""Lines become paragraphs and block quotations, however the text was set."""

import textwrap

import pytest

from briefs.text.normalise import normalise

SENTENCES = (
    "The applicant testified that he had left the country by train after the second arrest, and no one asked him why.",
    "The immigration judge found the testimony credible in every respect but one, which she called of little weight.",
    "On appeal the Board adopted the decision and added that he could have moved to another part of the land.",
)
QUOTE = (
    "An alien who establishes past persecution shall be presumed to have a fear of more of it in days that will come."
)
BEFORE, AFTER = (
    f"{SENTENCES[0]} The rule says:",
    "See 8 C.F.R. § 208.13(b)(1). That rule governs here, as the parties agree.",
)
FORM = "{before}|{quote}|{after}|{second}|{third}"


def set_flush(width: int, between: str) -> str:
    """Lines as wide as they come, paragraphs parted by a blank line."""

    def fill(text, size=width):
        return between.join(textwrap.wrap(text, size))

    gap = "\n" * (between.count("\n") + 2)
    quote = "\n".join(textwrap.wrap(QUOTE, width - 14))
    return gap.join([fill(BEFORE), quote, fill(AFTER), fill(SENTENCES[1] * 3), fill(SENTENCES[2] * 3)])


def set_indented(between: str) -> str:
    """First lines indented, quotations set in and tight."""

    def fill(text, first="          "):
        return between.join(textwrap.wrap(text, 66, initial_indent=first))

    quote = "\n".join(textwrap.wrap(QUOTE, 50, initial_indent=" " * 10, subsequent_indent=" " * 10))
    gap = "\n\n" if "\n\n" in between else "\n"
    parts = [fill(BEFORE), "\n" + quote + "\n" if gap == "\n" else quote, fill(AFTER, "")]
    return gap.join([*parts, fill(SENTENCES[1] * 3), fill(SENTENCES[2] * 3)]) + "\n"


def paragraphs(raw: str) -> list[str]:
    return [words for _, words in normalise(raw).of_kind("paragraph")]


@pytest.mark.parametrize(
    "raw",
    [
        f"{BEFORE}\n\n{QUOTE}\n\n{AFTER}\n\n{SENTENCES[1] * 3}\n\n{SENTENCES[2] * 3}\n",
        set_flush(60, "\n"),
        set_indented("\n\n"),
        set_indented("\n"),
    ],
    ids=["one line each", "flush", "indented, double spaced", "indented"],
)
def test_the_same_text_gives_the_same_paragraphs_however_it_was_set(raw):
    assert paragraphs(raw) == [f"{BEFORE}\n{QUOTE}\n{AFTER}", SENTENCES[1] * 3, SENTENCES[2] * 3]


def test_a_quotation_is_marked_and_what_follows_it_is_not():
    clean = normalise(set_indented("\n\n"))
    assert [words for _, words in clean.of_kind("blockquote")] == [QUOTE]


def test_runs_of_spaces_are_one_space_and_remembered():
    clean = normalise("The   court  held\tso.\n")
    assert clean.text == "The court held so."
    assert [piece.name for piece in clean.pieces if piece.name == "spaces"] == ["spaces"] * 3


@pytest.mark.parametrize(("before", "after"), [("those", "who did so."), ("was not", "authenticated at all.")])
def test_a_sentence_cut_by_a_blank_line_goes_on_when_it_goes_on_in_small_letters(before, after):
    text = f"{SENTENCES[0]} {before}\n\n{after} {SENTENCES[1]}\n\n{SENTENCES[2]}\n"
    assert paragraphs(text) == [f"{SENTENCES[0]} {before} {after} {SENTENCES[1]}", SENTENCES[2]]


def test_where_blank_lines_part_the_paragraphs_a_line_without_one_goes_on():
    text = (
        "The Board denied asylum because it found no nexus. The petitioner filed a timely petition for review.\n\n"
        "We have held that past persecution raises a presumption of future fear. Jones v. INS, 883 F.2d 788, 791\n"
        "(9th Cir. 1989). The burden of rebutting it lies with the government.\n\n"
        "We therefore grant the petition and remand.\n"
    )
    paragraphs = [words for mark, words in normalise(text).of_kind("paragraph")]
    assert len(paragraphs) == 3
    assert "791 (9th Cir. 1989)" in paragraphs[1]


@pytest.mark.parametrize("verb", ["is", "are therefore", "be", "is hereby"])
def test_the_outcome_on_a_line_of_its_own_ends_its_sentence(verb: str):
    """So some courts end their opinions; a sentence that is whole stays apart from the outcome."""
    lines = [f"          {SENTENCES[0]}", *textwrap.wrap(f"{'x' * 9} {SENTENCES[1]} {SENTENCES[2]}", 60)]
    lines += ["          For all these reasons, and for no others, the judgment", f"of the district court {verb}"]
    paragraphs = [text for _, text in normalise("\n\n".join([*lines, "          Affirmed.\n"])).of_kind("paragraph")]
    assert paragraphs[-1].endswith(f"the judgment of the district court {verb} Affirmed.")
    whole = normalise("\n\n".join([*lines[:-1], "of the district court was right.", "          Affirmed.\n"]))
    assert [text for _, text in whole.of_kind("paragraph")][-1] == "Affirmed."
