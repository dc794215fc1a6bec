"""Opinions that came by e-mail."""

import pytest

from briefs.text.normalise import normalise

LINE = "The court looked at the whole of the record and found"
HEAD = "From: Jane Roe <jane@example.org>\nTo: Clinic\nSubject: an opinion\n\n"


def test_the_signs_of_a_quoted_message_and_the_message_around_it_are_none_of_its_words():
    quoted = f"> {LINE}\n> no error in it.\n>\n> {LINE}\n> none.\n>\n"
    clean = normalise(f"{HEAD}Here it is.\n\n{quoted * 3}\nJane\n")
    assert [text for _, text in clean.of_kind("paragraph")] == [f"{LINE} no error in it.", f"{LINE} none."] * 3
    assert {piece.name for piece in clean.pieces} >= {"mail", "quotation-sign"}


def test_a_message_quoted_twice_is_read_once():
    clean = normalise(f">> {LINE}\n>> no error in it.\n> >\n>> {LINE}\n> > none.\n")
    assert [text for _, text in clean.of_kind("paragraph")] == [f"{LINE} no error in it.", f"{LINE} none."]


def test_the_head_of_a_message_that_is_not_quoted_is_left_out():
    assert "example.org" not in normalise(f"{HEAD}{LINE} no error.\n").text


@pytest.mark.parametrize("line", ["From: the Chief Judge", "Subject: asylum", f"> 5 years: {LINE} none."])
def test_a_memorandum_and_a_single_sign_are_words(line: str):
    assert line.lstrip("> ") in normalise(f"To: All Judges\n{line}\n\n{LINE} no error.\n\n{LINE} none.\n").text


def test_lines_with_a_sign_among_others_are_a_block_quotation():
    clean = normalise(f"{LINE}\nno error. The Board said:\n\n> {LINE}\n> none in it at all.\n\n{LINE}\nno more.\n" * 2)
    assert [text for _, text in clean.of_kind("blockquote")] == [f"{LINE} none in it at all."] * 2
