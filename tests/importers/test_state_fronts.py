"""The first pages of state courts, and of judges who write letters and minutes: what they say is read off them."""

import pytest

from briefs.importers.details import from_text
from briefs.text.normalise import normalise

BODY = (
    "\n\nThe question here is whether the record, read as a whole, would compel any reasonable judge to find for him,"
    " and it would not: he has shown neither the harm that he says he feared nor why he feared it.\n\n"
    "He stayed for two years. Nothing came of it.\n"
)
FRONTS = {
    "oregon": (
        "IN THE COURT OF APPEALS OF THE\nSTATE OF OREGON\n\nIVAN J. PETROV,\nPlaintiff-Appellant,\nv.\n"
        "CITY OF MEDFORD,\nan Oregon municipal corporation,\nDefendant-Respondent.\nJackson County Circuit Court\n"
        "19CV12345; A173456\n\nLaura A. Cromwell, Judge.\n\nArgued and submitted September 28, 2021.\n\n"
        "Before James, Presiding Judge, and Lagesen, Chief Judge, and\nKamins, Judge.\n\nKAMINS, J.\n\nAffirmed.\n\n"
        "KAMINS, J.",
        {
            "court": "orctapp", "docket_numbers": ("A173456",), "author": "Kamins", "argued_on": "2021-09-28",
            "panel": ("James", "Lagesen", "Kamins"), "disposition": "Affirmed.",
            "short_name": "Petrov v. City of Medford",
        },
    ),
    "alaska": (
        "THE SUPREME COURT OF THE STATE OF ALASKA\n\nIVAN S. PETROV,\nAppellant,\nv.\nSTATE OF ALASKA,\nAppellee.\n\n"
        "Supreme Court No. S-17654\nSuperior Court No. 3AN-18-04567 CR\n\nO P I N I O N\n\nNo. 7588 – March 4, 2022\n\n"
        "Appeal from the Superior Court of the State of Alaska, Third Judicial\nDistrict, Anchorage, Ann B. Court,"
        " Judge.\n\nAppearances: Jane Q. Law, Anchorage, for Appellant. John Q. Poe,\nAssistant Attorney General, for"
        " Appellee.\n\nBefore: Winfree, Chief Justice, Maassen and Carney, Justices.\n\nMAASSEN, Justice.",
        {
            "court": "alaska", "docket_numbers": ("S-17654",), "decided_on": "2022-03-04", "author": "Maassen",
            "panel": ("Winfree", "Maassen", "Carney"), "short_name": "Petrov v. State",
        },
    ),
    "kansas": (
        "IN THE SUPREME COURT OF THE STATE OF KANSAS\n\nNo. 121,447\n\nSTATE OF KANSAS,\nAppellee,\n\nv.\n\n"
        "IVAN PETROV,\nAppellant.\n\nSYLLABUS BY THE COURT\n\n1.\nCredibility is for the trier of fact.\n\n"
        "Appeal from Sedgwick District Court; BRUCE C. BROWN, judge. Opinion filed February 25, 2022. Affirmed.\n\n"
        "The opinion of the court was delivered by\n\nSTANDRIDGE, J.:",
        {
            "court": "kan", "docket_numbers": ("121,447",), "decided_on": "2022-02-25", "author": "Standridge",
            "short_name": "State v. Petrov",
        },
    ),
    "vermont": (
        "2022 VT 14\n\nNo. 2021-118\n\nIvan Petrov\n\nv.\n\nState of Vermont\n\nHelen M. Toor, J.\n\n"
        "PRESENT:  Reiber, C.J., Robinson, Eaton, Carroll and Cohen, JJ.",
        {
            "court": "vt", "docket_numbers": ("2021-118",), "author": None, "short_name": "Petrov v. State",
            "panel": ("Reiber", "Robinson", "Eaton", "Carroll", "Cohen"),
        },
    ),
    "second department": (
        "Supreme Court of the State of New York\nAppellate Division: Second Judicial Department\n\n"
        "Argued - December 6, 2021\n\nCOLLEEN D. DUFFY, J.P.\nBETSY BARROS\nREINALDO E. RIVERA, JJ.\n\n2019-04417\n\n"
        "Jane Petrov, respondent, v Ann Roe, appellant.\n\n(Index No. 612417/17)\n\nDECISION & ORDER",
        {
            "court": "nyappdiv", "docket_numbers": ("2019-04417",), "argued_on": "2021-12-06",
            "panel": ("Colleen D. Duffy", "Betsy Barros", "Reinaldo E. Rivera"), "short_name": "Petrov v. Roe",
        },
    ),
    "hawaii": (
        "IN THE SUPREME COURT OF THE STATE OF HAWAIʻI\n\nSTATE OF HAWAIʻI,\nRespondent,\n\nvs.\n\nIVAN PETROV,\n"
        "Petitioner.\n\nSCWC-18-0000417\n\nMARCH 2, 2022\n\nRECKTENWALD, C.J., NAKAYAMA AND EDDINS, JJ.\n\n"
        "OPINION OF THE COURT BY McKENNA, J.",
        {
            "court": "haw", "docket_numbers": ("SCWC-18-0000417",), "author": "McKenna",
            "panel": ("Recktenwald", "Nakayama", "Eddins"), "short_name": "State v. Petrov",
        },
    ),
    "minnesota": (
        "STATE OF MINNESOTA\nIN SUPREME COURT\nA20-1417\n\nCourt of Appeals\n\nChutich, J.\n"
        "Dissenting, Anderson, J.\nTook no part, Gildea, C.J.\n\nState of Minnesota,\n\nRespondent,\n\nvs.\n\n"
        "Ivan Petrov,\n\nAppellant.\n\nFiled: March 2, 2022\n\nO P I N I O N\n\nCHUTICH, Justice.",
        {
            "court": "minn", "docket_numbers": ("A20-1417",), "decided_on": "2022-03-02", "author": "Chutich",
            "short_name": "State v. Petrov",
        },
    ),
    "arizona": (
        "IN THE\nSUPREME COURT OF THE STATE OF ARIZONA\n\nSTATE OF ARIZONA,\nAppellee,\n\nv.\n\n"
        "JOHN DOE,\nAppellant.\n\n"
        "No. CR-20-0417-PR\nFiled March 2, 2022\n\nAppeal from the Superior Court in Maricopa County\n"
        "The Honorable Jay R. Adleman, Judge\nNo. CR2018-000417\nAFFIRMED\n\n"
        "JUSTICE BOLICK authored the opinion of the Court.",
        {
            "court": "ariz", "docket_numbers": ("CR-20-0417-PR",), "author": "Bolick", "disposition": "AFFIRMED",
            "short_name": "State v. Doe",
        },
    ),
    "second circuit": (
        "20-2417-cv\nCity of Yonkers v. United States Postal Serv.\n\nUnited States Court of Appeals\n"
        "For the Second Circuit\n\nDecided: March 2, 2022\n\nCITY OF YONKERS,\nPlaintiff-Appellant,\n\nv.\n\n"
        "UNITED STATES POSTAL SERVICE,\nDefendant-Appellee.\n\nAppeal from the United States District Court\n"
        "for the Southern District of New York.\nNo. 19 Civ. 4417 – Cathy Seibel, Judge.\n\n"
        "Before: JACOBS, LOHIER, and NARDINI, Circuit Judges.\n\nNARDINI, Circuit Judge:",
        {
            "court": "ca2", "docket_numbers": ("20-2417-cv",), "author": "Nardini",
            "short_name": "City of Yonkers v. United States Postal Service",
        },
    ),
    "new york's east": (
        "UNITED STATES DISTRICT COURT\nEASTERN DISTRICT OF NEW YORK\n\nJEFFREY VEALE,\nPlaintiff,\n\n-against-\n\n"
        "TOWN OF MARLBOROUGH,\nDefendant.\n\nMEMORANDUM AND ORDER\n20-CV-4417 (RRM) (LB)\n\n"
        "ROSLYNN R. MAUSKOPF, Chief United States District Judge.",
        {
            "court": "nyed", "docket_numbers": ("20-CV-4417",), "author": "Roslynn R. Mauskopf",
            "short_name": "Veale v. Town of Marlborough",
        },
    ),
    "a letter": (
        "COURT OF CHANCERY\nOF THE\nSTATE OF DELAWARE\n\nMarch 10, 2022\n\nRE: Martel v. Stafford Holdings, LLC,\n"
        "C.A. No. 2021-0462-KSJM\n\nDear Counsel:",
        {
            "court": "delch", "docket_numbers": ("2021-0462-KSJM",), "decided_on": "2022-03-10",
            "short_name": "Martel v. Stafford Holdings, LLC",
        },
    ),
    "minutes": (
        "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\n\nCase No. CV 20-04412-MWF (JEMx)\n"
        "Title: Lorna Delgado v. Western Title Insurance Co., et al.\n\n"
        "Present: The Honorable MICHAEL W. FITZGERALD, U.S. District Judge\n\n"
        "Proceedings (In Chambers): ORDER RE: MOTION TO DISMISS [23]",
        {
            "court": "cacd", "docket_numbers": ("CV 20-04412-MWF (JEMx)",), "panel": ("Michael W. Fitzgerald",),
            "short_name": "Delgado v. Western Title Insurance Co.",
        },
    ),
    "a recommendation": (
        "IN THE UNITED STATES DISTRICT COURT\nFOR THE DISTRICT OF COLORADO\n\nCivil Action No. 21-cv-00417-PAB-KLM\n"
        "EVELYN J. WINNE,\nPlaintiff,\nv.\nGORDON TRUST,\nDefendant.\n\n"
        "RECOMMENDATION OF UNITED STATES MAGISTRATE JUDGE\n\nENTERED BY MAGISTRATE JUDGE KRISTEN L. MIX",
        {
            "court": "cod", "docket_numbers": ("21-cv-00417-PAB-KLM",), "author": "Kristen L. Mix",
            "short_name": "Winne v. Gordon Trust", "below_adjudicator": None,
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FRONTS)
def test_what_a_first_page_says_is_read_off_it(name: str):
    front, details = FRONTS[name]
    clean = normalise(front + BODY)
    found = {detail.field: detail.value for detail in from_text(clean)}
    assert {field: found[field] for field in details} == details
    first = next(text for _, text in clean.of_kind("paragraph"))
    assert first.startswith("The question here")


HEADS = ("- 31 -", "Nebraska Supreme Court Advance Sheets", "IN RE ESTATE OF BRANDT", "Cite as 311 Neb. 31")


def test_running_heads_say_what_the_first_page_does_not():
    front = "CARLA BRANDT, APPELLANT, v. FIRST STATE BANK, APPELLEE.\n\nFiled February 18, 2022.  No. S-21-248."
    front += "\n\nCASSEL, J."
    found = {detail.field: detail.value for detail in from_text(normalise(front + BODY), HEADS)}
    assert (found["court"], found["citations"]) == ("neb", ("311 Neb. 31",))
    assert (found["docket_numbers"], found["decided_on"]) == (("S-21-248",), "2022-02-18")
    published = from_text(normalise(front + BODY), ("*** FOR PUBLICATION IN WEST’S HAWAIʻI REPORTS ***",))
    assert {detail.field: detail.value for detail in published}["publication_status"] == "published"


def test_what_a_caption_does_not_say_is_not_guessed_from_the_court_below():
    front = (
        "UNITED STATES COURT OF APPEALS\nFOR THE NINTH CIRCUIT\n\nA. DOE, Appellant,\nv.\nE. ROE, Appellee.\n\n"
        "No. 20-55123\n\nD.C. No.\n2:17-cv-04567-DSF-AS\n\nAppeal from the United States District Court\nfor the"
        " Central District of California\nDale S. Fischer, District Judge, Presiding\n\nOpinion by Judge Ikuta\n\n"
        "IKUTA, Circuit Judge:"
    )
    found = {detail.field: detail.value for detail in from_text(normalise(front + BODY))}
    assert found["docket_numbers"] == ("20-55123",)
    assert found["below_tribunal"] == "United States District Court for the Central District of California"
    assert found["below_adjudicator"] == "Dale S. Fischer"
