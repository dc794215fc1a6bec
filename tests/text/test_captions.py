"""Front matter: where it ends, and what its parts are."""

import pytest

from briefs.text.captions import caption_part
from briefs.text.normalise import normalise


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("UNITED STATES COURT OF APPEALS\nFOR THE SECOND CIRCUIT", "court"),
        ("Docket Nos. 07-2278-ag (L); 07-2279-ag (Con)", "docket"),
        ("No. 92-1858", "docket"),
        ("(Argued: April 25, 2008)", "dates"),
        ("February 12, 1993", "dates"),
        ("August Term, 2007", "dates"),
        ("EIGUENIA BALACHOVA and IGOR KRASNOPEROV,", "parties"),
        ("Petitioners,", "parties"),
        ("STATE OF NEW HAMPSHIRE, ET AL.,\nDefendants, Appellees.", "parties"),
        ("-v-", "parties"),
        ("v.", "parties"),
        ("Before: McLAUGHLIN and POOLER, Circuit Judges", "panel"),
        ("H. RAYMOND FASANO, Madeo & Fasano, New York, NY, for Petitioner.", "counsel"),
        ("James L. Sultan for appellant.", "counsel"),
        ("* The Honorable Denise Cote, sitting by designation.", "note"),
        ("Petition for review DISMISSED in part and GRANTED in part.", "disposition"),
        ("ON PETITION FOR REVIEW OF AN ORDER\nOF THE BOARD OF IMMIGRATION APPEALS", "other"),
        ("APPEAL FROM THE UNITED STATES DISTRICT COURT", "other"),
        ("OPINION", "title"),
        (
            "Petitioners seek review of an order of the Board of Immigration Appeals that directs their removal.",
            "summary",
        ),
    ],
)
def test_a_caption_s_part_is_told_by_its_words(text, part):
    assert caption_part(text) == part


def blocks(raw: str) -> list[tuple[str, str]]:
    clean = normalise(raw)
    return [(m.kind, clean.text[m.start : m.end]) for m in clean.marks if m.kind in ("caption", "byline", "paragraph")]


PANEL = """          United States Court of Appeals
               For the First Circuit

No. 09-1

                     A. DOE,

                   Petitioner,

                       v.

                     B. ROE,

                   Respondent.

                       Before
               Lynch, Circuit Judge,
             Coffin, Senior Circuit Judge,
              and Cyr, Circuit Judge.

          LYNCH, Circuit Judge.   This is the first sentence of the
opinion, which goes on for two lines.
"""


def test_the_opinion_begins_at_the_byline_not_at_the_list_of_judges():
    found = blocks(PANEL)
    assert [words for kind, words in found if kind == "byline"] == ["LYNCH, Circuit Judge."]
    assert [words for kind, words in found if kind == "paragraph"] == [
        "This is the first sentence of the opinion, which goes on for two lines."
    ]
    assert ("caption", "v.") in found


def test_a_text_without_a_caption_is_all_paragraphs():
    assert blocks("One sentence here.\n\nAnother one there.\n") == [
        ("paragraph", "One sentence here."),
        ("paragraph", "Another one there."),
    ]


def test_an_unsigned_opinion_before_a_dissent_is_not_front_matter():
    prose = "The petition for review is denied because the record does not compel another result in this case."
    found = blocks(f"{prose}\n\n" * 40 + f"SMITH, Circuit Judge, dissenting:\n\n{prose}\n")
    assert [kind for kind, _ in found] == ["paragraph"] * 40 + ["byline", "paragraph"]


def test_the_front_matter_of_an_errata_sheet_ends_with_its_title():
    text = (
        "United States Court of Appeals\nFor the First Circuit\n\nNo. 09-2173\n\nRECTRIX CENTERS, INC.,\n\nPlaintiff,"
        " Appellant,\n\nv.\n\nBARNSTABLE COMMISSION,\n\nDefendant, Appellee.\n\nERRATA SHEET\n\nThe opinion of"
        " this Court, issued on June 23, 2010, should be amended as follows.\n"
    )
    clean = normalise(text)
    assert [words[:11] for _, words in clean.of_kind("paragraph")] == ["The opinion"]
    assert "ERRATA SHEET" in [words for _, words in clean.of_kind("caption")]


def test_who_appears_is_not_of_the_bench_named_over_it():
    text = (
        "United States Court of Appeals\nFor the First Circuit\n\nNo. 09-2173\n\nPETROV,\n\nPetitioner,\n\nv.\n\n"
        "HOLDER,\n\nRespondent.\n\nBefore\nRoe, Chief Judge,\nDoe and Poe, Circuit Judges.\nJane Q. Law for"
        " petitioner.\n\nROE, Chief Judge. The petition is denied.\n"
    )
    found = [(mark.data["part"], words) for mark, words in normalise(text).of_kind("caption")]
    assert ("panel", "Before\nRoe, Chief Judge,\nDoe and Poe, Circuit Judges.") in found
