"""Packets of briefs, read back: what is taken in, how it is cited, and that the joined files hold together."""

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
import pytest

from briefs.exporters.packets.choosing import BLUEBOOK, EOIR, STUDY, Choice, choose
from briefs.exporters.packets.filing import strings
from briefs.exporters.packets.paper import paper
from tests.exporters import pages, samples
from tests.exporters.packets.made import FILED, both, document, quietly
from tests.exporters.reading import Read, read, words


@cache
def pdf(style: str = STUDY, processes: int = 1) -> bytes:
    choice = Choice("Neutrality", style, separate=True, unpublished=True)
    return paper(both(), choice, [], site_url=pages.SITE, progress=quietly, processes=processes)


@cache
def packet(style: str = STUDY) -> Read:
    return read(pdf(style))


@pytest.mark.parametrize(
    ("choice", "taken", "said"),
    [
        (Choice("x"), 2, ""),
        (Choice("x", BLUEBOOK), 1, "a dissent, which is not the law. Tick “Dissents and concurrences”"),
        (Choice("x", EOIR, separate=True), 1, "Tick “Unpublished decisions”"),
        (Choice("x", BLUEBOOK, separate=True, unpublished=True), 2, ""),
    ],
)
def test_what_is_filed_takes_in_a_dissent_only_when_it_is_ticked(choice: Choice, taken: int, said: str):
    kept, told = choose(both(), choice)
    assert len(kept) == taken
    assert said in " ".join(told)
    assert bool(told) == bool(said)


def test_a_dissent_whose_writer_nobody_knows_is_never_filed():
    page = samples.kaptsov()
    page["opinion"]["author"] = ""
    kept, told = choose([page], FILED)
    assert not kept
    assert "may not be cited without the writer’s name" in told[0]


@pytest.mark.parametrize(
    ("publication", "aside"), [("unpublished", "(unpublished)"), ("published", ""), ("not given in source", "")]
)
def test_every_citation_of_a_dissent_says_so(publication: str, aside: str):
    page = samples.kaptsov()
    page["case"]["publication"] = publication
    cites = [row["cite"]["rest"] for group in strings([page], FILED) for row in group["rows"]]
    assert cites
    assert all("(Paez, J., dissenting)" in cite for cite in cites)
    assert all((aside or "(unpublished)") in cite for cite in cites) == bool(aside)


def test_the_courts_own_words_come_before_a_dissents_and_each_case_once_in_a_string():
    one = samples.balachova()
    for page in (one, two := samples.kaptsov()):
        for holding in page["holdings"]:
            holding["issues"] = [{"slug": "nexus", "name": "Nexus", "area": ""}]
            holding["pins"] = []
            holding["weight"] = "holding" if page is one else "dissent"
    (group,) = strings([two, one], FILED)
    assert [words(cite["name"]) for cite in group["string"]] == ["Balachova v. Mukasey", "Kaptsov v. Ashcroft"]


def test_what_no_court_reached_is_no_proposition():
    page = samples.balachova()
    for holding in page["holdings"]:
        holding["weight"] = "not_reached"
    assert strings([page], FILED) == []


def test_the_contents_give_the_page_on_which_each_tab_begins():
    told = packet().pages[1]
    assert told.startswith("Neutrality") or "Contents" in told
    for tab, name in ((1, "Balachova v. Mukasey"), (2, "Kaptsov v. Ashcroft")):
        line = re.search(rf"Tab {tab}\. {name}.*?(\d+)(?= Tab| Joint| Legal| Riverside|$)", told)
        assert line, told
        page = packet().pages[int(line[1]) - 1]
        assert f"Tab {tab} · {name}" in page


def test_pages_are_numbered_through_and_carry_one_number():
    count = len(packet().pages)
    for number, page in enumerate(packet().pages, 1):
        assert re.findall(r"Page (\d+) of (\d+)", page) == [(str(number), str(count))]


@pytest.mark.parametrize("style", [STUDY, EOIR])
def test_every_jump_leads_to_a_page_of_the_packet(style: str):
    with pikepdf.open(io.BytesIO(pdf(style))) as file:
        known = dict(pikepdf.NameTree(file.Root.Names.Dests).items())
        own = {page.obj.objgen for page in file.pages}
        links = [link for page in file.pages for link in page.get("/Annots", [])]
        jumps = [link.Dest for link in links if "/Dest" in link]
        assert len(jumps) > 50
        named = {str(jump) for jump in jumps if isinstance(jump, pikepdf.String)}
        assert named <= set(known)
        assert {name.partition("/")[0] for name in named} >= {"t1", "t2"}
        placed = [jump for jump in jumps if isinstance(jump, pikepdf.Array)]
        assert {target[0].objgen for target in [*known.values(), *placed]} <= own
        told = [f"{link.get('/A', {}).get('/URI', '')}{link.Contents}" for link in links]
        assert not [words for words in told if "packet:" in words or "cited:" in words]


def test_tags_and_pages_find_each_other():
    with pikepdf.open(io.BytesIO(pdf())) as file:
        keys = list(pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree).keys())
        assert keys == sorted(set(keys))
        assert {int(page.obj.StructParents) for page in file.pages} <= set(keys)
        assert int(file.Root.StructTreeRoot.ParentTreeNextKey) > max(keys)
        assert str(file.Root.StructTreeRoot.K.S) == "/Document"
        annotations = {int(link.StructParent) for page in file.pages for link in page.get("/Annots", [])}
        assert annotations <= set(keys)
        own = {page.obj.objgen for page in file.pages}
        waiting, seen = [file.Root.StructTreeRoot.K], 0
        while waiting:
            node = waiting.pop()
            if "/Pg" in node:
                seen += 1
                assert node.Pg.objgen in own
            kids = node.get("/K", [])
            kids = kids if isinstance(kids, pikepdf.Array) else [kids]
            waiting += [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
        assert seen > 500
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet().metadata


def test_what_only_numbers_a_page_has_no_tags():
    """What stands inside an artifact may not be tagged content (ISO 14289-1, 7.1)."""
    with pikepdf.open(io.BytesIO(pdf())) as file:
        feet = [page.obj.Resources.XObject.Foot for page in file.pages]
        assert len({foot.objgen for foot in feet}) == len(file.pages)
        assert not [foot for foot in feet if b"MCID" in foot.read_bytes()]


def test_every_element_of_a_part_is_found_by_its_own_name():
    with pikepdf.open(io.BytesIO(pdf())) as file:
        for name, element in pikepdf.NameTree(file.Root.StructTreeRoot.IDTree).items():
            assert str(element.ID) == str(name)
            assert str(name).partition("/")[0] in {"t1", "t2", "front", "table"}


def test_a_jump_from_part_to_part_is_told_in_words():
    with pikepdf.open(io.BytesIO(pdf())) as file:
        links = [link for page in list(file.pages)[:2] for link in page.obj.get("/Annots", [])]
        assert links
        assert {str(link.Contents) for link in links} == {"In this packet"}


def test_what_is_looked_up_by_name_is_in_order():
    """A reader looks a name up by halves: leaves out of order would hide half of the places (ISO 32000-1, 7.9.6)."""
    with pikepdf.open(io.BytesIO(pdf())) as file:
        for tree in (file.Root.Names.Dests, file.Root.StructTreeRoot.ParentTree):
            told = [key for kid in tree.Kids for key in list(kid.get("/Names", kid.get("/Nums")))[::2]]
            told = [str(key) if isinstance(key, pikepdf.String) else int(key) for key in told]
            assert told == sorted(told)
            for kid in tree.Kids:
                keys = list(kid.get("/Names", kid.get("/Nums")))[::2]
                assert list(kid.Limits) == [keys[0], keys[-1]]


def test_the_file_is_whole():
    with pikepdf.open(io.BytesIO(pdf())) as file:
        assert file.check_pdf_syntax() == []
        marks = file.Root.Outlines
        folded = [int(mark.Count) for mark in siblings(marks.First) if "/Count" in mark]
        assert int(marks.Count) == len(list(siblings(marks.First)))
        assert folded == [-len(list(siblings(mark.First))) for mark in siblings(marks.First) if "/First" in mark]


def siblings(mark: Any) -> Iterator[Any]:
    """Give bookmarks beside each other; each knows the one before it and what it is below."""
    before, above = None, mark.Parent
    while mark is not None:
        assert mark.Parent.objgen == above.objgen
        assert before is None or mark.Prev.objgen == before.objgen
        yield mark
        before, mark = mark, mark.get("/Next")


def test_words_that_look_like_the_files_own_signs_stay_words():
    page = pages.bare()
    page["title"] = page["case"]["short_name"] = "Case 12 0 R (/packet-pages) \\ v. 3 0 R"
    content = paper([page], Choice("Of 7 0 R"), [], site_url=pages.SITE, progress=quietly)
    told = read(content)
    assert "Case 12 0 R (/packet-pages) \\ v. 3 0 R" in told.text
    assert "Tab 1. Case 12 0 R (/packet-pages) \\\u00a0v.\u00a03 0 R" in [title for _, title in told.bookmarks]
    assert told.info["/Title"] == "Of 7 0 R"


def test_the_joint_table_names_an_authority_once_with_its_pages():
    table = words(" ".join(packet().pages[-4:]).partition("Joint table of authorities")[2])
    assert table.count("8 U.S.C. § 1101(a)(42)(A)") == 1
    found = re.search(r"Barraza Rivera v\. INS, 913 F\.2d 1443 \(9th Cir\. 1990\)[ .]+(\d+)", table)
    assert found
    assert "913 F.2d 1443" in packet().pages[int(found[1]) - 1]


def test_the_joint_table_is_written_in_the_style_of_the_packet():
    for style, board, statute in (
        (BLUEBOOK, "23 I. & N. Dec. 737 (B.I.A. 2005)", "8 U.S.C. § 1252(d)(1)"),
        (EOIR, "23 I&N Dec. 737 (BIA 2005)", "INA § 242(d)(1)"),
    ):
        table = words(packet(style).text.rpartition("Joint table of authorities")[2]).replace("\u00a0", " ")
        assert board in table
        assert statute in table
        body = "\n".join(one.text for one in document(style).paragraphs).rpartition("Table of authorities")[2]
        assert board in body.replace("\u00a0", " ")


def test_a_packet_is_the_same_each_time_and_in_several_processes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("briefs.exporters.packets.paper.WORTH_IT", 2)
    assert pdf.__wrapped__() == pdf()
    assert pdf(processes=2) == pdf()


def test_whoever_stops_it_is_heard():
    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        paper(both(), Choice("x"), [], site_url="", progress=stop)
