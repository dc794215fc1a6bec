"""Whole briefs on two of the sample opinions, as they might be published."""

from briefs.exporters.page import Page
from tests.exporters import pages

KAPTSOV = "kaptsov-v-ashcroft"
BALACHOVA = "balachova-v-mukasey"


def kaptsov() -> Page:
    """A dissent of which nothing else is held: no court, no dates, no disposition."""
    texts = pages.passages_of(
        "kaptsov.txt",
        {"para. 1": (6, 32), "para. 3": (50, 100), "para. 4": (102, 149), "para. 5": (150, 182), "para. 6": (184, 203),
         "para. 8": (223, 260), "para. 9": (270, 288)},
    )  # fmt: skip
    holdings = [
        {
            "question": "Can political neutrality be a political opinion for asylum?",
            "answer": "Yes. The dissent reads circuit precedent to treat a conscious choice of neutrality as a "
            "political opinion: {maldonado-cruz|*Maldonado-Cruz v. INS*, 883 F.2d 788, 791 (9th Cir. 1989)}.",
            "weight": "dissent", "outcome": "noncitizen",
            "issues": ["Political neutrality", "Imputed political opinion"],
            "pins": [("We have held that political neutrality can be a “political opinion” for the purposes of "
                      "evaluating a request for asylum.", "para. 3")],
        },
        {
            "question": "Does desertion to avoid inhuman acts establish neutrality?",
            "answer": "Yes. Desertion as a conscientious objector, to keep out of acts condemned by the international "
            "community, shows neutrality.",
            "rule": "{barraza|*Barraza Rivera v. INS*, 913 F.2d 1443, 1451–52 (9th Cir. 1990)}; {a-g|*Matter of A-G-*, "
            "19 I. & N. Dec. 502, 506 (B.I.A. 1987)}; {usc-1101|8 U.S.C. § 1101(a)(42)(A)}.",
            "weight": "dissent", "outcome": "noncitizen", "issues": ["Desertion", "Conscientious objection"],
            "pins": [("We also have recognized that military desertion as a conscientious objector, in order to avoid "
                      "participating in acts condemned by the international community as contrary to the basic rules "
                      "of human conduct, establishes an applicant’s political neutrality.", "para. 3")],
        },
        {
            "question": "Must the applicant have put his opinion into words?",
            "answer": "No. Refusing to serve in Chechnya showed the opinion by conduct.",
            "weight": "dissent", "outcome": "noncitizen", "issues": ["Opinion shown by conduct"],
            "pins": [("His refusal to serve in Chechnya was a manifestation of his neutrality.", "para. 4"),
                     ("nor do I agree that Kaptsov was required to verbalize his political opinion to those he "
                      "believed would persecute him", "para. 1")],
        },
        {
            "question": "Do five years unharmed in hiding defeat a well-founded fear?",
            "answer": "No. Successful hiding has little weight: {ramirez-rivas|*Ramirez-Rivas v. INS*, 899 F.2d 864, "
            "870–71 (9th Cir. 1990)}.",
            "weight": "dissent", "outcome": "noncitizen", "issues": ["Staying before flight", "Well-founded fear"],
            "pins": [("is of only “marginal probative value” in determining whether he has a well-founded fear of "
                      "persecution.", "para. 8")],
        },
        {
            "question": "Is withholding of removal shown as well?",
            "answer": "Yes. The record shows a clear probability of persecution under "
            "{usc-1231|8 U.S.C. § 1231(b)(3)(A)}.",
            "weight": "dissent", "outcome": "noncitizen", "issues": ["Withholding of removal"],
            "pins": [("Thus, I would also conclude that Kaptsov is entitled to withholding of removal.", "para. 9")],
        },
        {
            "question": "Is relief due under {cat|the Convention Against Torture}?",
            "answer": "The dissent does not reach the claim.", "weight": "dissent",
            "issues": ["Convention Against Torture"],
        },
    ]  # fmt: skip
    flags = [
        {"label": "Needs checking", "effective": "", "applies_when": "", "holding": 1,
         "note": pages.rich("The nexus cases the dissent relies on were decided before {elias|*INS v. Elias-Zacarias*, "
                            "502 U.S. 478 (1992)}.")},
    ]  # fmt: skip
    return pages.page(
        KAPTSOV, "Kaptsov v. Ashcroft", holdings, texts,
        banner="Dissent (Paez, J.). Majority not in library. Not the court's holding.",
        case={"caption": "Kaptsov v. Ashcroft", "dockets": ["02-70755"], "full_citation":
              "Kaptsov v. Ashcroft, No. 02-70755 (Paez, J., dissenting)", "precedential_note":
              "Treat as unpublished until the reporter is known; see 9th Cir. R. 36-3 and Fed. R. App. P. 32.1.",
              "judges": [{"name": "Paez", "title": "Circuit Judge", "role": "Dissenting", "home_court": ""}]},
        opinion={"kind": "dissent", "kind_label": "Dissent", "author": "Paez, Circuit Judge", "is_separate": True,
                 "completeness": "separate_only", "completeness_label": "Separate opinion only"},
        summary=pages.rich("Judge Paez would have granted the petition of a Russian contract soldier who deserted "
                           "rather than fight in Chechnya."),
        country="Russia", grounds=["Political opinion"], flags=flags,
        issues=[{"slug": n.lower(), "name": n, "area": a} for n, a in
                (("Political neutrality", "Protected grounds and nexus"), ("Desertion", "Protected grounds and nexus"),
                 ("Staying before flight", "Harm, past and feared"))],
        sections=pages.sections(
            KAPTSOV,
            facts="Kaptsov served about two years in the Russian military under contract. Told that his unit would go "
            "to Chechnya, he refused and deserted; his application called it an [[“unfair war”|para. 4]] in which "
            "[[“a lot of innocent people were being killed by Russian soldiers.”|para. 4]]\n\nHe stayed in Russia five "
            "more years, hidden by friends. The military authorities came to his parents’ home [[“so many times I "
            "can’t even count”|para. 6]]; they tapped the telephone and interfered with the mail. He left by bribing "
            "an official.",
            procedural_history="The Board denied relief over the dissent of one member. The majority of the panel, as "
            "the dissent reports it, saw no evidence that [[“persecution on account of political opinion, or imputed "
            "political opinion, is a reasonable possibility”|para. 1]] (para. 1).",
            reasoning="The dissent reads {maldonado-cruz|*Maldonado-Cruz*, 883 F.2d at 791}, "
            "{bolanos|*Bolanos-Hernandez v. INS*, 767 F.2d 1277, 1286 (9th Cir. 1984)}, and "
            "{ramos-vasquez|*Ramos-Vasquez v. INS*, 57 F.3d 857, 864 (9th Cir. 1995)} together:\n\n- Neutrality may be "
            "shown by acts, not words.\n- A soldier may come to object in the middle of his service.\n- The Board "
            "itself takes in those ordered to inhuman acts, see {handbook|UNHCR Handbook ¶¶ 170–71}.\n\nThe majority "
            "looked only at opinions imputed through the family. Hiding is not safety:\n> [[He also testified that he "
            "did not have to be registered to work|para. 7]]\nso that the five years prove skill in "
            "hiding and nothing else.",
            significance="Persuasive only. Cite "
            "{maldonado-cruz|*Maldonado-Cruz*} for the proposition, not this dissent.",
        ),
    )  # fmt: skip


def balachova() -> Page:
    """A long brief on an opinion of the court with mixed results, many pins and later law."""
    lines = {"para. 14": 80, "para. 17": 94, "para. 24": 120, "para. 27": 130, "para. 28": 132, "para. 32": 146,
             "para. 33": 148, "para. 35": 156, "para. 39": 168, "para. 41": 172, "para. 43": 178, "para. 44": 182,
             "fn. 3": 92}  # fmt: skip
    texts = pages.passages_of("balachova.txt", {place: (line, line) for place, line in lines.items()})
    texts |= pages.passages_of("balachova.txt", {"para. 42": (174, 176)})
    gao = "{gao|*Xu Sheng Gao v. U.S. Att’y Gen.*, 500 F.3d 93, 99 (2d Cir. 2007)}"
    told = (
        ("May the court hear claims the wife did not raise before the Board?", "No. Issue exhaustion is mandatory, "
         "though not jurisdictional: {lin-zhong|*Lin Zhong v. U.S. Dep’t of Justice*, 480 F.3d 104, 121–24 (2d "
         "Cir. 2007)}.",
         "holding", "government", [("Although issue exhaustion is not jurisdictional, it is mandatory.", "para. 14"),
         ("Thus, we grant the government’s request to dismiss Balachova’s claims for failure to exhaust administrative "
          "remedies.", "para. 14")]),
        ("Can an adverse credibility finding stand whose basis is unclear?", "No. The agency must say what "
         "it relied on.",
         "holding", "noncitizen", [("Because we are unsure of the basis for the adverse credibility finding, we cannot "
         "sustain it and will remand to allow the agency to specify the bases on which it relied.", "para. 17")]),
        ("Did a general attack on credibility preserve the particular points?", "Yes.", "holding", "noncitizen",
         [("we hold that Krasnoperov sufficiently exhausted his attack on the IJ's credibility analysis.", "fn. 3")]),
        ("May a foreign record be discounted for want of authentication without asking why?", "No.", "holding",
         "noncitizen", [("Thus, the IJ erred in relying on Krasnoperov’s failure to authenticate the abstract.",
         "para. 24"), ("it was not permissible for the IJ to rely on Krasnoperov's failure to authenticate his birth "
         "certificate without considering his explanation", "para. 28")]),
        ("Is a consular report evidence when it names neither investigator nor method?", "No: {zhen-nan-lin|*Zhen Nan "
         "Lin v. U.S. Dep’t of Justice*, 459 F.3d 255, 268 (2d Cir. 2006)}.", "holding", "noncitizen",
         [("Under these circumstances, the consular report is unreliable and cannot contribute to a finding of "
           "substantial evidence.", "para. 27")]),
        ("What must be shown before the persecutor bar applies?", "Persecution, a nexus to a protected ground, "
         f"assistance, and knowledge enough to be culpable. {gao}.", "rule", "none",
         [("First, the alien must have been involved in acts of persecution.", "para. 32"), ("Therefore, a nexus must "
         "be shown between the persecution and the victim’s race, religion, nationality, membership in a particular "
         "social group, or political opinion.", "para. 33"), ("the alien must have sufficient knowledge that his or "
         "her actions may assist in persecution to make those actions culpable.", "para. 35")]),
        ("Can the bar stand without a finding that the victims were chosen on a protected ground?", "No.", "holding",
         "noncitizen", [("More important, the IJ never found that the Armenian family was persecuted because it was "
         "Armenian.", "para. 39")]),
        ("Are a forced search, looting and a brief detention persecution?", "No: {a-m|*Matter of A-M-*, 23 I. & N. "
         "Dec. 737, 740 (B.I.A. 2005)}. They may be unlawful without being persecution.", "alternative", "noncitizen",
         [("The IJ appears to have confused illegality with persecution", "para. 41")]),
        ("Does reaching for the victims and stopping amount to assistance?", f"No, even assuming knowledge. {gao}.",
         "alternative", "noncitizen", [("Krasnoperov’s act of reaching out for the girls was tangential to the "
         "oppression and had no direct consequences for the victims.", "para. 42")]),
        ("Is failing to intervene assistance?", "Left to the Board, which must explain itself if it says so.", "remand",
         "none", [("If, on remand, the BIA takes the position that failure to intervene constitutes assistance, it "
         "should fully explain its holding.", "para. 43")]),
        ("May the husband’s torture claim be heard?", "No; unexhausted under {usc-1252|8 U.S.C. § 1252(d)(1)}.",
         "holding", "government", [("Therefore we dismiss this claim as unexhausted.", "para. 44")]),
    )  # fmt: skip
    holdings = [
        {"question": q, "answer": a, "weight": w, "outcome": o, "pins": p, "issues": ["Persecutor bar", "Exhaustion"]}
        for q, a, w, o, p in told
    ]
    sitting = "S.D.N.Y."
    source = "From the reported decision, 547 F.3d 374."
    facts = (
        "The wife, a Baptist, says that she was arrested for handing out literature. The husband, who is Jewish, says "
        "that he was beaten twice in 1991.\n\nAs a military student he was sent in August 1989 to calm tension between "
        "Armenians and Azerbaijanis. His squad broke into a house. Ordered to put two girls into the car, he reached "
        "for one and stopped when she drew back; disarmed, he refused to join in what followed and was beaten."
    )
    reasoning = (
        "**Credibility.** The immigration judge did not say what she disbelieved.\n\n**Corroboration.** A consular "
        "report must show who looked and how; {zhen-nan-lin|*Zhen Nan Lin*, 459 F.3d at 268}.\n\n**Persecutor "
        f"bar.** {gao} asks whether conduct was active and had direct consequences. The court put the elements in "
        "order:\n\n1. persecution;\n2. nexus;\n3. assistance;\n4. knowledge."
    )
    return pages.page(
        BALACHOVA, "Balachova v. Mukasey", holdings, texts,
        edition=2,
        case={"caption": "EIGUENIA BALACHOVA and IGOR KRASNOPEROV, Petitioners, v. MICHAEL B. MUKASEY, Respondent.",
              "court": "United States Court of Appeals for the Second Circuit", "argued": "April 25, 2008",
              "dockets": ["07-2278-ag (L)", "07-2279-ag (Con)"], "decided": "November 12, 2008",
              "decided_on": "2008-11-12", "citation": "547 F.3d 374 (2d Cir. 2008)", "full_citation":
              "Balachova v. Mukasey, 547 F.3d 374 (2d Cir. 2008)", "publication": "Published", "disposition":
              "Petition for review DISMISSED in part and GRANTED in part; order of removal VACATED and this matter "
              "REMANDED for further proceedings.",
              "dispositions": [{"party": p, "claim": c, "outcome": o} for p, c, o in (
                  ("Balachova", "Her own claims", "Dismissed"),
                  ("Balachova", "Derivative relief", "Vacated and remanded"),
                  ("Krasnoperov", "Asylum and withholding", "Granted and remanded"),
                  ("Krasnoperov", "Convention Against Torture", "Dismissed"))],
              "judges": [{"name": n, "title": t, "role": r, "home_court": h} for n, t, r, h in (
                  ("McLaughlin", "Circuit Judge", "Panel", ""), ("Pooler", "Circuit Judge", "Author", ""),
                  ("Cote", "District Judge", "Panel", sitting))],
              "below": [{"tribunal": "Board of Immigration Appeals", "decided": "April 30, 2007", "adjudicator": "",
                         "outcome": "Affirmed", "review": "Affirmance without opinion, 8 C.F.R. § 1003.1(e)(4)"},
                        {"tribunal": "Immigration Court, New York", "decided": "November 3, 2005", "adjudicator":
                         "Theresa Holmes-Simmons", "outcome": "Relief denied", "review": ""}],
              "counsel": "H. Raymond Fasano, Madeo & Fasano, New York, for Petitioner; Surell Brady, Office of "
              "Immigration Litigation, for Respondent.",
              "sources": [{"field": "citation", "source": source}, {"field": "publication_status", "source": source}]},
        opinion={"author": "Pooler, Circuit Judge"},
        content_note="This brief recounts sexual violence against minors.",
        country="Russia", grounds=["Religion", "Nationality"], law_checked={"on": "2026-03-31", "by": "RM"},
        flags=[{"label": "Called into doubt", "effective": "March 3, 2009", "applies_when": "duress is claimed",
                "holding": 6, "note": pages.rich("{negusie|*Negusie v. Holder*, 555 U.S. 511 (2009)}, left to the "
                                                 "Board whether coercion excuses.")},
               {"label": "Superseded by statute", "effective": "May 11, 2005", "applies_when":
                "the application was filed on or after May 11, 2005", "holding": None,
                "note": pages.rich("The REAL ID Act changed credibility and corroboration.")}],
        sections=pages.sections(
            BALACHOVA, facts=facts, procedural_history="The Board affirmed the result under {cfr-1003|8 C.F.R. "
            "§ 1003.1(e)(4)}, so the court reviews the immigration judge’s decision.", reasoning=reasoning,
            disposition="The wife’s derivative claim goes with the husband’s.",
        ),
    )  # fmt: skip
