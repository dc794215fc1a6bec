"""Twenty opinions of the corpus that were read beside their source: nothing torn, nothing glued, nothing missing.

By record: footnotes, then each paragraph's words counted with the first and last of them. The opinions themselves
are not kept here, so the facts are the few words that tell a paragraph's edges.
"""

from pathlib import Path

import pytest

from briefs.importers import read

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="The corpus of opinions is not on this machine.")

REVIEWED = {
    "194524": (0, [(96, "We have carefully", "the district court."), (1, "Affirmed.", "Affirmed.")]),
    "194790": (
        0,
        [
            (23, "We have carefully", "court has jurisdiction."),
            (8, "Consequently, we affirm", "dismissing plaintiff's action."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "195362": (
        0,
        [
            (28, "We have reviewed", "relief from deportation."),
            (113, "1. Petitioner faults", 'the petitioner presented").'),
            (56, "2. Neither the", "(7th Cir. 1992)."),
            (103, "3. We will", "(1st Cir. 1983)."),
            (7, "The petition for", "review is denied."),
        ],
    ),
    "194525": (
        0,
        [
            (18, "We agree with", "reasons stated therein."),
            (103, "We reject claimant's", "(1st Cir. 1987)."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "194601": (
        0,
        [
            (110, "Charles Merrill Mount", "sold to Goodspeed's."),
            (89, "Mount now argues", "be without merit."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "195242": (
        0,
        [
            (27, "We have reviewed", "a few comments."),
            (145, "Plaintiffs are not", "to the arguments."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "195408": (0, [(45, "We affirm the", "on the sentence."), (1, "Affirmed.", "Affirmed.")]),
    "3432": (
        4,
        [
            (35, "UPON CONSIDERATION", "cause is REMANDED."),
            (72, "Plaintiff-appellee Harwinder", "$401.26 in interest."),
            (66, "Defendants-appellants (“defendants”)", "of this action."),
            (44, "With respect", "a new trial."),
            (134, "With respect", "the East River.”"),
            (110, "In Simmons,", "Id. at 175."),
            (88, "Because the", "Id. at 177."),
            (120, "We therefore", "(quotation marks omitted)."),
            (35, "For the", "with this order."),
            (9, "FOR THE", "Clerk of Court"),
        ],
    ),
    "151292": (
        1,
        [
            (197, "The named", "would doubtless eventuate."),
            (120, "As constitutional", "of compulsory education."),
            (163, "In any", "(1st Cir. 1992)."),
            (230, "As for", "themselves or others."),
            (23, "Because the", "for injunctive relief."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "174681": (
        1,
        [
            (60, "Defendant-appellant Jean", "disposition. We affirm."),
            (207, "Colon asks", "drug quantity finding."),
            (148, '"When sentencing', "F.3d at 5."),
            (108, "The transcript", "of the conspiracy."),
            (91, '"The sentencing', "drug quantity determination."),
            (100, "Appellant relies", "only four kilograms."),
            (245, "The discrepancy", "not clearly erroneous."),
            (6, "Affirmed. See", "Cir. R. 27.0(c)."),
        ],
    ),
    "150275": (
        0,
        [
            (136, "Appellant-plaintiff Timothy", 'in its entirety."'),
            (84, "On appeal,", "June 10, 2009."),
            (87, "We need", "(1st Cir. 2008)."),
            (145, "The evidence", 'the agent alone").'),
            (156, "The district", 'question of authorization").'),
            (123, "The district", "been agreed upon."),
            (160, "Finally, in", "his client's behalf."),
            (174, "The legal", "establish apparent authority."),
            (69, "The evidence", "F.3d at 222-223."),
            (48, "The district", "court on remand."),
            (2, "So ordered.", "So ordered."),
        ],
    ),
    "195152": (
        0,
        [
            (29, "The government", "the judgment below."),
            (113, "Defendant pleaded", "level of 24."),
            (166, "Defendant now", "form is required."),
            (15, "Accordingly, we", "the judgment below."),
        ],
    ),
    "195089": (
        1,
        [
            (144, "We affirm", 'have been followed.").'),
            (117, "In No.", "challenging such regulations."),
            (4, "The judgments", "judgments are affirmed."),
        ],
    ),
    "194491": (
        2,
        [
            (23, "Cheryl L.", "appeal as moot."),
            (89, "Appellant filed", "could be granted."),
            (68, "On October", "on her residence."),
            (51, "On April", "present appeal emanates."),
            (50, "Meanwhile, on", "motion was denied."),
            (111, "Upon the", "and claim preclusion."),
            (31, "As the", "from is moot."),
            (2, "Appeal dismissed.", "Appeal dismissed."),
        ],
    ),
    "195411": (
        0,
        [
            (50, "Appellant Southeast", "We summarily affirm."),
            (116, "Fox and", "Civ. P. 55(b)(2)."),
            (51, "Plaintiffs sought", "December 9, 1993."),
            (66, "On appeal,", "to each appellee."),
            (235, "Once the", "N.E.2d 328 (1985)."),
            (134, "Having read", "and sworn testimony)."),
            (122, "Finally, we", 'error") (citations omitted).'),
            (7, "Affirmed. See", "Loc. R. 27.1."),
        ],
    ),
    "152281": (
        3,
        [
            (149, "The appellee", "Ann. § 10-1-703."),
            (178, "Vertex moved", "vacate and remand."),
            (102, "The court’s", "such plenary scope."),
            (155, "Both the", "and sales agent."),
            (174, "This reading", "the parties’ dealings.”"),
            (179, "The choice", "Vertex Surgical, Inc."),
            (2, "So ordered.", "So ordered."),
        ],
    ),
    "239373": (
        2,
        [
            (266, "The bankruptcy", "Morasco was insolvent."),
            (108, "The referee", "December 27, 1954."),
            (69, "The conditional", "in either contention."),
            (69, "The initial", "in the margin."),
            (41, "A conditional", "are complied with."),
            (118, "It is", "not until then."),
            (108, "It is", "L. Ed. 884."),
            (85, "This brings", '* * *"'),
            (182, "The notes", "month of December."),
            (166, "Ordinarily, when", "December 27, 1954."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "237584": (
        0,
        [
            (68, "As to", "the voyage commenced."),
            (74, "Both libelant", "be so characterized."),
            (5, "Affirmed as", "to both appeals."),
        ],
    ),
    "238718": (
        4,
        [
            (56, "These are", "17 F.R.D. 18."),
            (209, "The defendants,", "of New York."),
            (106, "After a", "the defendants appealed."),
            (11, "We affirm", "and opinion below."),
            (243, "As to", "the government appealed."),
            (142, "The sole", "by Rule 41(e)."),
            (151, "Until the", "assumption of authority."),
            (252, "However, in", "on that account."),
            (221, "However, although", "223 F.2d 336."),
            (277, "In the", "in one proceeding."),
            (302, "We come,", "the McNabb rule."),
            (1, "Affirmed.", "Affirmed."),
        ],
    ),
    "195463": (
        0,
        [
            (115, "Appellant Jose", "the INA unconstitutional."),
            (135, "The district", "of this country."),
            (7, "Affirmed. See", "Loc. R. 27.1."),
        ],
    ),
}


@pytest.mark.parametrize("record", REVIEWED)
def test_paragraphs_begin_and_end_where_a_reader_saw_them_do(record: str):
    notes, expected = REVIEWED[record]
    clean = read(f"{record}.json", (CORPUS / f"{record}.json").read_bytes()).clean
    paragraphs = [text for _, text in clean.of_kind("paragraph")]
    assert [len(text.split()) for text in paragraphs] == [count for count, _, _ in expected]
    for text, (_, first, last) in zip(paragraphs, expected, strict=True):
        assert text.startswith(first)
        assert text.endswith(last)
    assert sum(1 for _ in clean.of_kind("footnote")) == notes
