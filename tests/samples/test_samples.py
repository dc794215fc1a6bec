"""The sample briefs are read first and copied from, so their quotations, pins and weights must be right."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from briefs.models.vocabulary import (
    AnnotationKind,
    DispositionOutcome,
    Outcome,
    ProtectedGround,
    PublicationStatus,
    Voice,
    Weight,
)
from briefs.text.identifiers import find_identifiers
from briefs.text.marks import BLOCKS
from briefs.text.normalise import Clean, normalise
from briefs.text.prose import parse
from briefs.text.quotes import find_quotation, quotations

APP = Path(__file__).parents[2] / "briefs"
NAMES = ("kaptsov", "chouchkov", "balachova")
LEADS = ("chouchkov", "balachova")
HOLDINGS = {"kaptsov": 6, "chouchkov": 11, "balachova": 13}
SECTIONS = (
    *("facts", "procedural_history", "standard_of_review", "reasoning"),
    *("disposition", "separate_opinions", "significance"),
)
BRIEF_KEYS = {
    *("opinion", "slug", "title", "summary", "clinic_notes", "issues", "country", "protected_grounds"),
    *(
        "content_note",
        "details",
        "judges",
        "below",
        "ordered",
        "annotations",
        "holdings",
        "flags",
        "corrections",
        "authorities",
    ),
    *SECTIONS,
}
LAW_CHANGES = {"reversed", "vacated", "overruled", "abrogated", "statute", "regulation", "limited", "doubted", "check"}

every_brief = pytest.mark.parametrize("name", NAMES)
every_lead = pytest.mark.parametrize("name", LEADS)


@cache
def brief(name: str) -> dict:
    return tomllib.loads((APP / "samples" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def opinion(name: str) -> Clean:
    return normalise((APP / "samples" / brief(name)["opinion"]).read_bytes().decode("utf-8"))


@cache
def taxonomy() -> dict[str, dict]:
    entries = tomllib.loads((APP / "migrations" / "taxonomy.toml").read_text(encoding="utf-8"))["issue"]
    return {entry["slug"]: entry for entry in entries}


def annotations(name: str) -> dict[str, dict]:
    return {entry["id"]: entry for entry in brief(name)["annotations"]}


def pinned(name: str) -> set[str]:
    return {pin for holding in brief(name)["holdings"] for pin in holding["pins"]}


def prose(name: str) -> dict[str, str]:
    """Every text of a brief that the public reads, by where it stands."""
    fields = ("question", "answer", "rule", "application")
    holdings = enumerate(brief(name)["holdings"], 1)
    return {
        "summary": brief(name)["summary"],
        **{field: brief(name)[field] for field in SECTIONS},
        **{f"holding {n} {field}": holding[field] for n, holding in holdings for field in fields if field in holding},
        **{f"flag {n}": flag["note"] for n, flag in enumerate(brief(name)["flags"], 1)},
    }


def plain(words: str) -> str:
    """One space between words and one style of quotation mark: all that may differ from the opinion's characters."""
    return " ".join(words.translate(str.maketrans("“”‘’", "\"\"''")).split())


@every_brief
def test_a_brief_says_only_what_the_loader_reads(name):
    assert set(brief(name)) <= BRIEF_KEYS
    assert all(brief(name)[field].strip() for field in (*SECTIONS, "summary", "title", "slug", "clinic_notes"))
    assert brief(name)["country"] == "Russia"
    assert set(brief(name)["protected_grounds"]) <= set(ProtectedGround.values)


@every_brief
def test_every_annotation_quotes_words_that_stand_in_the_opinion_exactly_once(name):
    text = opinion(name).text
    for entry in brief(name)["annotations"]:
        places = find_quotation(entry["quote"], text)
        assert len(places) == 1, f"{entry['id']}: found {len(places)} times"
        assert plain(text).count(plain(entry["quote"])) == 1, f"{entry['id']}: not character for character"


@every_brief
def test_no_annotation_runs_from_one_paragraph_or_footnote_into_another(name):
    clean = opinion(name)
    blocks = [(mark.start, mark.end) for mark in clean.marks if mark.kind in BLOCKS]
    for entry in brief(name)["annotations"]:
        ((start, end),) = find_quotation(entry["quote"], clean.text)
        assert any(first <= start and end <= last for first, last in blocks), entry["id"]


@every_brief
def test_every_quotation_in_the_prose_stands_in_the_opinion(name):
    text = opinion(name).text
    seen = 0
    for where, markdown in prose(name).items():
        words, marks = parse(markdown)
        for start, end in quotations(words, marks):
            seen += 1
            assert find_quotation(words[start:end], text), f"{where}: {words[start:end]}"
    assert seen >= 30


@every_brief
def test_quotation_marks_are_closed_and_headings_left_out(name):
    for where, markdown in prose(name).items():
        for paragraph in re.split(r"\n\n|\n(?=- )", markdown):
            assert paragraph.count("“") == paragraph.count("”"), where
            assert '"' not in paragraph, where
        assert not re.search(r"^#|<[a-z/]", markdown, re.MULTILINE), where


@every_brief
def test_facts_history_and_reasoning_rest_on_words_or_authority_in_every_paragraph(name):
    for field in ("facts", "procedural_history", "reasoning"):
        # A list belongs to the sentence that announces it.
        for paragraph in re.split(r"\n\n(?!- )", brief(name)[field]):
            assert re.search(r"“|\d (?:U\.S|F\.[23]d|I\. & N)|§", paragraph), paragraph


@every_brief
def test_annotations_speak_the_closed_lists(name):
    entries = brief(name)["annotations"]
    assert 15 <= len(entries) <= 35
    assert len(annotations(name)) == len(entries), "an id stands twice"
    for entry in entries:
        assert set(entry) <= {"id", "quote", "kind", "voice", "issues", "note"}, entry["id"]
        assert entry["kind"] in AnnotationKind.values, entry["id"]
        assert entry["kind"] != AnnotationKind.PROBLEM, "an open problem stops a publication"
        assert entry["voice"] in Voice.values, entry["id"]


@every_brief
def test_every_tag_is_in_the_taxonomy_and_none_is_an_area(name):
    rows = [brief(name), *brief(name)["annotations"], *brief(name)["holdings"]]
    for row in rows:
        tags = row["issues"]
        assert tags, row
        assert len(set(tags)) == len(tags), row
        assert all(tag in taxonomy() for tag in tags), [tag for tag in tags if tag not in taxonomy()]
        assert all(taxonomy()[tag]["level"] > 1 for tag in tags)


@every_brief
def test_holdings_are_complete_and_pinned(name):
    holdings = brief(name)["holdings"]
    assert len(holdings) == HOLDINGS[name]
    for holding in holdings:
        assert holding["question"].endswith("?")
        assert holding["answer"].strip()
        assert holding["weight"] in Weight.values
        assert holding["outcome"] in Outcome.values
        assert 1 <= len(holding["pins"]) <= 4
        assert set(holding["pins"]) <= set(annotations(name))
        assert holding["weight"] != Weight.NOT_REACHED or holding["outcome"] == Outcome.NONE


def test_a_dissent_holds_nothing_and_orders_nothing():
    kaptsov = brief("kaptsov")
    assert {holding["weight"] for holding in kaptsov["holdings"]} == {Weight.DISSENT}
    assert {holding["outcome"] for holding in kaptsov["holdings"]} == {Outcome.NONE}
    assert {annotations("kaptsov")[pin]["voice"] for pin in pinned("kaptsov")} == {Voice.DISSENT}
    voices = {entry["voice"] for entry in kaptsov["annotations"]}
    assert Voice.COURT not in voices
    assert Voice.MAJORITY in voices
    assert AnnotationKind.HOLDING not in {entry["kind"] for entry in kaptsov["annotations"]}
    assert not {"details", "ordered"} & set(kaptsov), "what the source does not give stays absent"


def test_a_dissents_brief_never_says_that_the_court_held():
    said = " ".join(prose("kaptsov").values()).replace("“We have held", "")
    assert not re.search(r"\b(?:court|dissent|panel|Paez) (?:held|holds)\b|\bwe hold\b", said, re.IGNORECASE)
    assert prose("kaptsov")["disposition"].startswith("Not given in source.")


@every_lead
def test_only_the_courts_own_words_support_a_holding(name):
    assert {annotations(name)[pin]["voice"] for pin in pinned(name)} == {Voice.COURT}
    assert not {Weight.DISSENT, Weight.CONCURRENCE} & {holding["weight"] for holding in brief(name)["holdings"]}
    for entry in brief(name)["annotations"]:
        assert entry["kind"] != AnnotationKind.HOLDING or entry["voice"] == Voice.COURT, entry["id"]


@every_lead
def test_agency_and_witness_words_are_marked_and_support_nothing(name):
    others = {entry["id"] for entry in brief(name)["annotations"] if entry["voice"] in (Voice.AGENCY, Voice.WITNESS)}
    assert others
    assert not others & pinned(name)


@every_lead
def test_what_comes_from_outside_the_text_says_where_it_was_found(name):
    details = dict(brief(name)["details"])
    sources = details.pop("sources")
    assert set(details) == set(sources)
    assert all(sentence.endswith(".") for sentence in sources.values())
    assert details["publication_status"] in PublicationStatus.values


@every_lead
def test_orders_are_given_once_for_each_party_and_claim(name):
    orders = brief(name)["ordered"]
    assert len({(order["party"], order["claim"]) for order in orders}) == len(orders)
    assert {order["outcome"] for order in orders} <= set(DispositionOutcome.values)


@every_brief
def test_law_changes_name_a_holding_there_is_and_cite_what_changed_it(name):
    for flag in brief(name)["flags"]:
        assert set(flag) <= {"holding", "kind", "note", "effective_on", "applies_when"}
        assert flag["kind"] in LAW_CHANGES
        assert 1 <= flag.get("holding", 1) <= HOLDINGS[name]
        assert re.search(r"\d+ (?:U\.S\.|U\.S\.C\.|F\.3d|C\.F\.R\.|Fed\. Reg\.)|No\. \d", flag["note"])
        assert flag["kind"] != "check" or re.search(r"[Cc]heck", flag["note"])
    assert not {"law_checked_on", "law_checked_by"} & set(brief(name)), "nobody has run these through a citator"


@every_brief
def test_no_alien_registration_number_is_in_a_brief(name):
    assert find_identifiers((APP / "samples" / f"{name}.toml").read_text(encoding="utf-8")) == []


def test_every_tag_says_in_sentences_what_belongs_under_it():
    for slug, entry in taxonomy().items():
        assert len(entry["scope_note"]) >= 40, slug
        assert entry["scope_note"][0].isupper(), slug
        assert entry["scope_note"].endswith("."), slug
    assert len(taxonomy()) == 76
