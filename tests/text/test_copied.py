"""Texts that programs took off printed pages: notes, feet, headings and quotations without what set them apart."""

import pytest

from briefs.text.normalise import normalise

WORDS = (
    "apple bread cedar dough earth frost grain honey ivory jewel kite lemon maple night olive pearl quill river".split()
)


def lines(start: int, count: int = 9) -> list[str]:
    """Lines of running words, none like another."""
    words = WORDS[start:] + WORDS[:start]
    return [
        f"the {words[place]} of the {words[-place - 1]} was found and kept, as the court had said of it, and of"
        for place in range(count)
    ]


def page(start: int, *closing: str) -> str:
    return "\n".join([*lines(start), "it all.1 So the order of the Board stands, and it is to be carried", *closing])


def blocks(raw: str, kind: str) -> list[str]:
    return [text for _, text in normalise(raw).of_kind(kind)]


@pytest.mark.parametrize("sign", ["\n1 The", "\n\n1 The", "\n1The", "\n\n1\n\nThe", "\n\n   1 The"])
def test_a_note_that_a_page_calls_is_one_without_a_rule_over_it(sign: str):
    raw = f"{page(0)}{sign} note says so.\n\n-1-\n\n\fout in the way that the law tells.\n{page(3)}\n\n-2-\n"
    assert blocks(raw, "footnote") == ["The note says so."]
    assert "to be carried out in the way" in normalise(raw).text


@pytest.mark.parametrize(
    "line",
    ["1 The note that nothing calls says so.", "1. A point of a list follows.", "1 U.S.C. is the code.", "2 The next."],
)
def test_a_line_with_a_number_is_no_note_otherwise(line: str):
    body = page(0).replace("all.1", "all.") if "nothing" in line else page(0)
    raw = f"{body}\n{line}\n\n-1-\n\n\fout in the way that the law tells.\n\n-2-\n"
    assert blocks(raw, "footnote") == []


def test_a_foot_of_several_lines_is_lifted_line_by_line():
    sheets = [f"{page(number)}\n\nA075-836-651\n\n{number}\n\nMarch 2, 2022\n" for number in range(1, 6)]
    clean = normalise("\f".join(sheets))
    assert "A075" not in clean.text
    assert "March" not in clean.text
    assert [mark.data["label"] for mark in clean.marks if mark.kind == "page"] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("heading", ["II. DISCUSSION", "A. The Government’s Protection", "CONCLUSION"])
def test_a_heading_in_the_middle_needs_no_white(heading: str):
    indented = "\n".join(
        f"     {text}.\n" + "\n".join(lines(place)) + " done." for place, text in enumerate(["So"] * 4)
    )
    raw = f"{indented}\n{heading.center(90).rstrip()}\n{indented}\n"
    assert blocks(raw, "heading") == [heading]


def test_the_numbers_a_court_gives_its_paragraphs_part_them():
    raw = "\n".join(f"[¶{number}] " + "\n".join(lines(number)) + " done." for number in range(1, 7))
    assert [text[:5] for text in blocks(raw, "paragraph")] == [f"[¶{number}] "[:5] for number in range(1, 7)]


def test_a_quotation_in_a_text_set_solid_ends_with_its_short_last_line():
    quoted = [line[:60].rstrip() for line in lines(4, 6)]
    text = [
        *lines(0),
        "kept. The Board said as much:",
        *quoted,
        "and no more.",
        *[f"So {line}" for line in lines(7)],
        "it.",
        *lines(2),
    ]
    raw = "\n".join(text) + " done.\n"
    assert blocks(raw, "blockquote") == [" ".join([*quoted, "and no more."])]
    assert len(blocks(raw, "paragraph")) >= 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("as it held in D'Oench, Duhme & Co. v.", "FDIC, 315 U.S. 447 (1942)."),
        ("the penalties of 21 U.S.C.", "  841(b)(1)(B)(v) would have fallen on him."),
        ("as that court said (9th Cir.", "1998)). It is so."),
    ],
)
def test_words_that_end_nothing_go_on(before: str, after: str):
    body = "\n\n".join(
        "\n".join(["     So " + line[3:] for line in lines(place, 1)] + lines(place + 1, 3) + ["it."])
        for place in range(5)
    )
    raw = f"{body}\n\n     So {before}\n{after}\n"
    assert f"{before} {after.strip()}" in normalise(raw).text


@pytest.mark.parametrize("sign", ["*", "•", "-"])
def test_each_point_of_a_list_with_signs_is_a_paragraph(sign: str):
    points = [f"{sign} that {line};" for line in lines(0, 2)] + [f"{sign} that it was so; and", f"{sign} that it is."]
    raw = "\n".join([*lines(3), "all. There are these points:", "", *points, "", *lines(5), "it."])
    found = blocks(raw, "paragraph")
    assert sum(text.startswith(f"{sign} that") for text in found) == 4
