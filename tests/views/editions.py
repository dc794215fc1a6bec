"""Published editions to look at: one of a court's opinion and one of a dissent, each with all a reader may meet."""

from typing import Any

from briefs.models import Edition, Opinion
from briefs.workflow.publish import publish
from tests.rows import TEXT, make_brief, make_opinion

DISSENT = """
Petitioner v. Other, No. 02-55555

Judge, Circuit Judge, dissenting:

I dissent because the record compels another conclusion. Desertion is conduct, and conduct shows an opinion. See
Maldonado-Cruz v. INS, 883 F.2d 788, 791 (9th Cir. 1989). The Board's reasoning amounts to little more than conjecture.
"""


def published(student: Any, attorney: Any, *, number: int = 0, **words: Any) -> Edition:
    """Publish a brief on an opinion of the court; `number` makes another one of it."""
    text = TEXT if not number else f"{TEXT}\nCopy {number}.\n"
    names = {} if not number else {"short_name": f"Petitioner {number} v. Respondent", "name": f"{number}.txt"}
    return publish(make_brief(make_opinion(student, text=text, **names), student, **words), by=attorney)


def published_dissent(student: Any, attorney: Any) -> Edition:
    """Publish a brief on a dissent that stands alone."""
    details = {"short_name": "Petitioner v. Other", "caption": "Petitioner v. Other", "docket_numbers": ["02-55555"]}
    about = {"opinion_kind": "dissent", "author": "Judge", "court": None, "decided_on": None}
    opinion = make_opinion(student, text=DISSENT, name="dissent.txt", **details, **about)
    words = {"facts": "He “deserted.”", "procedural_history": "None given.", "disposition": "Not given in source."}
    words |= {"reasoning": "See *Maldonado-Cruz v. INS*, 883 F.2d 788 (9th Cir. 1989).", "title": "Petitioner v. Other"}
    return publish(make_brief(opinion, student, weight="dissent", **words), by=attorney)


def unreleased(student: Any) -> Opinion:
    """Import an opinion that nobody released."""
    return make_opinion(student, text=f"{TEXT}\nHidden words.\n", name="hidden.txt", short_name="Hidden v. Respondent")
