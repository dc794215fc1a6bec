"""The words by which the parts of a caption are known: courts, parties, dates, judges, counsel, titles."""

import re

from briefs.text.lines import Line

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTH = rf"(?:{_MONTHS})"
_REVIEW = r"(?:appeals?\s+from|(?:on\s+)?(?:cross-)?petitions?\s+for\s+(?:review|rehearing|enforcement)|on\s+appeal)"
_CERTIORARI = r"(?:on\s+(?:petitions?\s+for\s+)?(?:a\s+)?writs?\s+of\s+)?certiorari\b"
_FOR_WHOM = "(?:petitioner|respondent|appell|plaintiff|defendant|amic|intervenor)"
_PARTY = "(?:petitioner|respondent|appellant|appellee|plaintiff|defendant|debtor|intervenor)"
# How courts mark whether an opinion is for the reporter.
_MARKED = (
    r"\[?\(?(?:do not publish|(?:not |un|non-?)?(?:publish(?:ed)?|precedential)"
    r"|(?:not )?(?:recommended |certified )?for (?:full-text |partial )?publication|not to be published)\b"
)
# Numbers of a case elsewhere than in this court: an agency's file, the court below.
_ELSEWHERE = r"\(?(?:agency|bia|a-?\s?file|ins|dhs|board|d\.\s?c\.)\s+(?:file\s+|case\s+|docket\s+)?nos?\b"
_SIDE = (
    r"for (?:the )?(?:respondents?|applicants?|petitioners?|beneficiar(?:y|ies)|department of homeland security"
    r"|dhs|ins|service|government|amic\w+|appell(?:ants?|ees?)|plaintiffs?|defendants?)\b"
)

_DISTRICT = r"(?:for\s+the\s+)?(?:(?:northern|southern|eastern|western|middle|central)\s+)?district of\s+\w+"
ROLE = re.compile(rf"(?is)(?:^|.*[\s,-]){_PARTY}s?[-,]?[.,]?$|.*\bet al\.,?$")
PANEL = re.compile(
    r"(?:(?:JUDGES:\s+|Judges:\s+)?(?:BEFORE|Before|PRESENT|Present|B e f o r e)\b(?!\s+(?!the\b|and\b)[a-z])"
    r"|(?:JUDGES|Judges):\s)"
)
TITLE = re.compile(
    r"(?:(?:[A-Z&] +){5,40}[A-Z]|OPINION(?: OF THE COURT| (?:AND|&) ORDER)?|O P I N I O N|ORDER(?: (?:AND|&) OPINION)?"
    r"|(?:SUMMARY|AMENDED) (?:ORDER|OPINION)|ORDER [A-Z][A-Z’', -]{6,100}|MEMORANDUM(?: OPINION| DISPOSITION"
    r"| DECISION)?(?: (?:AND|&) ORDER)?"
    r"|(?:ORAL |WRITTEN )?DECISION(?: (?:AND|&) ORDERS?)?(?: OF THE IMMIGRATION JUDGE)?"
    r"|(?:DECISION|JUDGMENT) AND REASONS|REASONS FOR (?:JUDGMENT|DECISION)"
    r"|FINDINGS OF FACT(?: AND|,) CONCLUSIONS OF LAW.{0,40}"
    r"|(?:REPORT AND )?RECOMMENDATION.{0,40}|O R D E R)[*\d†]{0,3}"
)
DATE = re.compile(
    rf"(?i)\(?(?:dated:? )?(?:{_MONTH}\s+\d{{1,2}},|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?)\s+\d{{4}}\b.{{0,40}}"
)
SUMMARY = re.compile(r"(?:SUMMARY|S U M M A R Y)[*†\d]{0,3}")
COUNSEL = re.compile(r"COUNSEL[*†\d]{0,3}")
# The stamp of a clerk on the first page.
STAMP = re.compile(r"(?:F\s?I\s?L\s?E\s?D|ENTERED|LODGED|RECEIVED|FILED (?:AND|&) ENTERED)(?: ON DOCKET)?")

# The parts of a caption, told by how their words begin (counsel: by whom they are for), asked in this order.
PARTS = (
    ("note", re.compile(r"(?:\*+|†|‡)\s*\S")),
    ("note", re.compile(r"(?:NOTE|NOTICE):\s")),
    ("summary", re.compile(r"\(\d{1,2}\)\s+[A-Z]")),  # a headnote
    ("counsel", re.compile(r"(?i)on behalf of (?:the )?(?:respondent|applicant|petitioner|beneficiar|dhs|service)")),
    ("docket", re.compile(r"File(?: No\.)?:?\s+A|(?:Supreme Court|Court of Appeals)(?: Case| Docket)? Nos?\.")),
    ("dates", re.compile(rf"Dated?:|{STAMP.pattern}$|.*\n{STAMP.pattern}\n", re.S)),
    (
        "other",
        re.compile(rf"(?i)(?:{_REVIEW}|{_CERTIORARI}|\[hon\.|errata|non-argument calendar|{_MARKED}|{_ELSEWHERE})"),
    ),
    ("docket", re.compile(r"(?:Docket\s+)?(?:Nos?|NOS?|#)\.?\s*[:#]?\s*\d|Docket\b")),
    ("docket", re.compile(r"(?i)(?:civil|criminal|case|court)\s+(?:action\s+|case\s+)?(?:nos?\b|#|file no)")),
    ("docket", re.compile(r"\((?:SC|AC) \d{4,5}\)$|[1-6]D\d\d(?:\d\d)?-\d{1,5}$|SJC-\d{5}$|A\d\d-\d{4}$")),
    ("docket", re.compile(r"20\d\d-\d{4}(?:,\s*20\d\d-\d{4})*$")),
    ("docket", re.compile(r"(?:\d:)?\d\d-(?:\d{2,5}|[a-z]{2}-\d{1,6})(?:-[A-Za-z]{2,3})*\s*(?:\(|,|$)")),
    (
        "court",
        re.compile(
            r"(?i)(?:in\s+the\s+)?(?:united states|u\.\s?s\.)\s+"
            r"(?:court|supreme|district court|tax court|department of justice)"
        ),
    ),
    (
        "court",
        re.compile(
            r"(?i)supreme court of|for the \w+ circuit|(?:decision of the )?board of immigration|(?:before"
            r"|office of) the attorney general|united states bankruptcy appellate panel"
            r"|(?:in (?:the )?)?(?:court of (?:(?:special |criminal |civil )?appeals?|chancery)\b|superior court\b"
            r"|supreme (?:judicial )?court\b|appellate (?:division|court)\b|district court of appeal\b)"
            r"|[a-z]+(?: [a-z]+)? (?:court of (?:criminal )?appeals|supreme court)\b(?! for)"
        ),
    ),
    ("court", re.compile(rf"(?i){_DISTRICT}")),
    (
        "counsel",
        re.compile(
            rf"(?:COUNSEL|Counsel|APPEARANCES|Appearances):\s|(?:ARGUED|ON (?:THE )?BRIEFS?):\s+(?i:(?!{_MONTHS}))"
            rf"|(?i:{_SIDE}[^.:]{{0,60}}:\s)"
        ),
    ),
    (
        "dates",
        re.compile(
            rf"(?i)\(?(?:(?:opinion )?(?:argued|decided|submitted|filed|heard|amended|issued)|(?:{_MONTHS}) term)\b"
            rf"|\[?\(?(?:{_MONTH}\s+\d|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\s)"
            r"|(?:hearing dates?|date of \w+|(?:date )?promulgated|judgment(?: rendered| delivered)?):"
        ),
    ),
    ("disposition", re.compile(r"(?:Affirmed|Reversed|Vacated|Dismissed)\b[^.]{0,60}\.$")),
    ("panel", PANEL),
    ("panel", re.compile(r"(?:[A-ZÀ-Þ][\w.’' -]+,\s)+[^:;]{3,200}\b(?:Js|JJ)\.$")),
    ("panel", re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]+, (?:A\. ?)?(?:P\. ?J|J\. ?P|C\. ?J)\.,?\s[^:;]{3,200}\bJJ\.$")),
    ("disposition", re.compile(r".*\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|GRANTED|DENIED)\b", re.S)),
    ("counsel", re.compile(rf"(?i).{{2,300}}?\b(?:for|pro se|on (?:the )?briefs?)\b.{{0,60}}?(?:{_FOR_WHOM}|$)", re.S)),
    ("title", re.compile(rf"(?:{TITLE.pattern}|(?i:syllabus))$")),
)

# Beginnings of a new part in the midst of lines that are set together.
FRESH = re.compile(
    rf"(?i)(?:notice:|\[?(?:not )?for publication|united\s+states\s+(?:court\s+of|(?:tax|district|bankruptcy)\s+court)"
    rf"|nos?\.\s*\d|{_REVIEW}|(?:before|present)[.:]?$|in the(?: matter of\b.*)?$"
    r"|court of (?:criminal |civil )?appeals? of [a-z]|(?:criminal|civil) appeal from|judgment: "
    r"|(?:released and )?journalized)"
    rf"|{_MARKED}[^\w\s]{{0,3}}$|{_ELSEWHERE}|u\.s\. department of justice$|(?:civil|criminal) action no"
    rf"|\(?(?:(?:opinion|decided|argued|submitted) (?:and )?)?(?:argued|submitted|decided|filed|issued"
    rf"|heard):?\s+(?:on\s+)?{_MONTH}\s+\d"
    rf"|{_MONTH} term,?\s+\d{{4}}|(?:docket|case|court) nos?\.|{_SIDE}[^.:]{{0,60}}:"
    r"|(?-i:(?:ARGUED|ON (?:THE )?BRIEFS?):)"
    r"|(?-i:(?:Before|BEFORE|PRESENT|Present):?\s+[A-ZÀ-Þ][\w.’'-]+)"
    r"|(?-i:SYLLABUS BY THE COURT$|(?:AFFIRMED|REVERSED|VACATED|DISMISSED)\b[A-Z ,;]{0,60}\.?$|\d{1,2}\.$"
    r"|(?:Affirmed|Reversed|Vacated|Dismissed)\b[^.]{0,60}\.$"
    r"|(?:Appearances|APPEARANCES):\s|\d{1,2}\. [A-Z][^.:]{3,80}[.:] "
    r"|[A-ZÀ-Þ][A-ZÀ-Þ’'. -]+, (?:C\.\s?J|J\.\s?P)\.(?:,|$))"
    r"|(?-i:OPINION(?: OF THE COURT)? ?BY\b|Opinion by:|(?:COUNSEL|JUDGES|PRIOR HISTORY|DISPOSITION):\s)"
    r"|(?-i:(?:Counsel|Judges|Prior History|Disposition):\s)"
    r"|(?-i:(?:Opinion|Dissent|Concurrence|Order|Partial (?:Dissent|Concurrence)) by (?:[A-Z][a-z]+ ){0,4}"
    r"(?:Judge|Justice)s? [A-Z])"
    r"|(?-i:(?:Per Curiam Opinion|Dissent|Concurrence)(?:;|$))"
    r"|(?-i:Matter of [A-Z]|File:\s|Date:\s|In re:\s|APPLICATIONS?:|CHARGES?:|ON BEHALF OF )"
    r"|(?-i:IN [A-Z ]{4,30} PROCEEDINGS)"
    rf"|decided by (?:the )?(?:attorney general|board)|(?-i:\(\d{{1,2}}\) [A-Z])|before the attorney general$"
    rf"|{_CERTIORARI}|certified for (?:partial )?publication"
    r"|in the (?:court of|supreme court|superior court|district court)"
    r"|(?-i:IN (?:COURT OF APPEALS|SUPREME COURT)$|(?:SUPERIOR|SUPREME|APPELLATE) COURT OF [A-Z ]{4,30}$)"
)
# Lines that are a part by themselves: what follows is another.
CLOSED = re.compile(
    r"(?i)(?:in the )?supreme court of the united states|(?-i:IN (?:COURT OF APPEALS|SUPREME COURT)|A\d\d-\d{4}"
    r"|(?:IN )?THE SUPREME COURT OF THE STATE OF [A-Z ]{4,20})|"
    r"(?:docket |case |appeal |(?:civil|criminal) (?:action|case) )?nos?\.?:?\s*\d[\w:.()/-]{1,30}(?:(?:\s*[,;&]\s*"
    r"|\s+(?:and\s+)?)\(?\d?[\w:.()/-]{1,30}){0,12}"
    rf"|decided\s+{_MONTH}\s+\d{{1,2}},\s+\d{{4}}\W?|{_MARKED}\W{{0,3}}|(?:counsel|summary)[*†\d]{{0,3}}"
    r"|\[cite as:? [^\]]{4,160}\]|t\. ?c\. memo\. \d{4}-\d+|\d+ t\. ?c\. no\. \d+|20\d\d-\d{4}(?:, 20\d\d-\d{4})*"
    r"|(?-i:20\d\d [A-Z][\w.]*(?: [\w.()]+){0,3} \d{1,7}(?:-U)?)"
    rf"|for (?:the )?[\w. ]{{4,40}}circuit|united states court of appeals,? (?:for (?:the )?)?[\w. ]{{4,30}}circuit\.?"
    r"|(?-i:SYLLABUS BY THE COURT|(?:AFFIRMED|REVERSED|VACATED|DISMISSED)\b[A-Z ,;]{0,60}\.?"
    r"|(?:Affirmed|Reversed|Vacated|Dismissed)\b[^.]{0,60}\.)"
    r"|(?:argued|heard|submitted) at [a-z][a-z ,.]{3,40}"
    r"|united states court of (?:international trade|(?:federal )?claims|appeals for veterans claims)"
    rf"|board of immigration appeals|{_ELSEWHERE}.{{0,60}}|non-argument calendar"
    rf"|{_DISTRICT}(?:\s\w+){{0,2}}|(?-i:[A-Z ]{{4,30}}DIVISION)"
    rf"|\(?(?:(?:opinion|argued|submitted|decided) (?:and )?)?(?:argued|submitted|decided"
    rf"|issued|filed):?\s+(?:on\s+)?{_MONTH}\s+\d{{1,2}},\s+\d{{4}}\W?"
)
# Lines only a caption has.
SIGNS = re.compile(
    r"(?i)-?\s?v(?:s?\.|-)|-?\s?against\s?-|versus"
    r"|(?:in the )?(?:united states|u\.s\.) (?:district|bankruptcy) court.{0,60}"
    r"|(?:docket|in\s+re|(?:in\s+the\s+)?matter\s+of|nos?\.\s*\d).{0,80}|.{0,20}united\s+states\s+court\s+of\s.{0,60}"
    r"|\d\d-\d{2,6}-[a-z]{2}\b.{0,60}|[^.]{2,60}\sv\.\s[^.]{2,60}(?:,\s+nos?\..*)?"
    r"|(?:u\.\s?s\.|united states) department of justice.{0,60}|u\.\s?s\. citizenship and immigration services"
    r"|(?:non-precedent decision of the )?administrative appeals office"
    r"|(?:in the )?(?:supreme|superior|district) court (?:of|for) .{4,60}"
    r"|(?:in the )?court of (?:criminal |civil )?appeals?,? .{4,60}|state of [a-z ]{4,20}"
    r"|the immigration acts|(?:upper|first-tier) tribunal.{0,60}|\(immigration and asylum chamber\).{0,60}"
)
# Lines of forms that say what follows: File: ..., ON BEHALF OF RESPONDENT: ..., APPLICATION: ...
LABELLED = re.compile(
    r"(?:File|In re|IN RE|Title|P(?:roceedings|ROCEEDINGS)(?: \([^)]*\))?|APPLICATIONS?|CHARGES?|APPEALS?|MOTIONS?|Date"
    r"|LODGED|NOTICE"
    r"|(?:ON|FOR) (?:BEHALF OF |THE )?[A-Z. ]{3,40})(?: Nos?\.)?:|IN [A-Z ]{4,30} PROCEEDINGS|ON BEHALF OF\b"
    r"|Form [A-Z]{1,4}-\d"
)


def fronty(line: Line) -> bool:
    """Tell a line that by its words is of a caption."""
    text = line.text
    return bool(
        CLOSED.fullmatch(text)
        or TITLE.fullmatch(text)
        or DATE.fullmatch(text)
        or STAMP.fullmatch(text)
        or SIGNS.fullmatch(text)
        or LABELLED.match(text)
        or FRESH.match(text)
        or (len(text) < 60 and ROLE.match(text))
    )
