"""Short names of cases, and names out of capitals."""

import pytest

from briefs.text.names import plain_name, short_name


@pytest.mark.parametrize(
    ("caption", "short"),
    [
        (
            "EIGUENIA BALACHOVA and IGOR KRASNOPEROV, Petitioners, -v- MICHAEL B. MUKASEY,* Respondent.",
            "Balachova v. Mukasey",
        ),
        ("Kaptsov v. Ashcroft", "Kaptsov v. Ashcroft"),
        ("ALEXEI PETROV, Petitioner v. COMMISSIONER OF INTERNAL REVENUE, Respondent", "Petrov v. Commissioner"),
        ("THE PEOPLE OF THE STATE OF ILLINOIS, Appellee, v. ALEXEI PETROV, Appellant.", "People v. Petrov"),
        ("ALEXEI PETROV, Plaintiff, -against- CITY OF NEW YORK, et al., Defendants.", "Petrov v. City of New York"),
        ("Alexei Petrov, appellant, v Maria Roe, respondent.", "Petrov v. Roe"),
        ("HOMER F. AND DOROTHY L. MCMURRAY, Petitioners, v. INS, Respondent.", "McMurray v. INS"),
        ("DAVID & ANN MARIE NIEMELA, Plaintiffs, v. UNITED STATES OF AMERICA", "Niemela v. United States"),
        ("UNITED STATES, v. PEDRO ARISMENDY OLIVIER-DIAZ a/k/a ARTY, Appellant.", "United States v. Olivier-Diaz"),
        (
            "UNITED STATES ex rel. JACQUELINE KAY POTEET v. BAHLER MEDICAL, INC.",
            "United States ex rel. Poteet v. Bahler Medical, Inc.",
        ),
        ("JOHN ROE v. REED GROUP, INC. d/b/a TECHNI-CRAFT", "Roe v. Reed Group, Inc."),
        (
            "UNITED STATES OF AMERICA, Appellee, v. OLGIVIE O'BRIEN WILLIAMS, Defendant, Appellant.",
            "United States v. Williams",
        ),
        ("YUBELKYS APONTE, Petitioner, v. ERIC H. HOLDER, JR., ATTORNEY GENERAL, Respondent.", "Aponte v. Holder"),
        (
            "RICARDO DAVILA-BARDALES, Petitioner, v. IMMIGRATION AND NATURALIZATION SERVICE, Respondent.",
            "Davila-Bardales v. INS",
        ),
        (
            "CITY OF WALTHAM, Plaintiff, Appellant, v. UNITED STATES POSTAL SERVICE, Defendant.",
            "City of Waltham v. United States Postal Service",
        ),
        (
            "BENEFIT MANAGEMENT OF MAINE, INC., Plaintiff, v. ALLSTATE LIFE INSURANCE CO., ET AL.,",
            "Benefit Management of Maine, Inc. v. Allstate Life Insurance Co.",
        ),
        ("MUSEUM OF FINE ARTS, BOSTON v. CLAUDIA ROE", "Museum of Fine Arts v. Roe"),
        (
            "UNITED STATES OF AMERICA v. KOY CHINESE & SUSHI RESTAURANT",
            "United States v. Koy Chinese & Sushi Restaurant",
        ),
        ("IMRAN QURESHI v. ATTORNEY GENERAL UNITED STATES OF AMERICA", "Qureshi v. Attorney General"),
        ("In re Sealed Case", "In re Case"),
        ("MATTER OF DE LA CRUZ", "Matter of De la Cruz"),
        ("No sides here", None),
        ("v.", None),
        ("", None),
    ],
)
def test_a_case_is_called_by_its_first_parties_surnames(caption, short):
    assert short_name(caption) == short


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("McLAUGHLIN", "McLaughlin"),
        ("O'BRIEN", "O'Brien"),
        ("BENNER-LEÓN", "Benner-León"),
        ("COTE", "Cote"),
        ("Paez", "Paez"),
        ("DeLUCA", "DeLuca"),
        ("THE STATE OF MAINE", "The State of Maine"),
        ("FDIC", "FDIC"),
    ],
)
def test_capitals_become_ordinary_letters(name, plain):
    assert plain_name(name) == plain
