"""The database's own rules, said in sentences, and checked once at the end of a change of many rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, connection, transaction

# One sentence for each constraint of the models that Django itself has no sentence for.
SENTENCES = {
    "annotation_has_words": "A mark needs at least one character.",
    "annotation_quotes_something": "A mark needs the words it marks.",
    "only_the_court_can_hold": "Only the court's own words can be a holding; choose another kind or voice.",
    "authority_not_its_own_parent": "An authority cannot stand above itself.",
    "authority_not_merged_into_itself": "An authority cannot be merged into itself.",
    "authority_year_possible": "The year of an authority lies between 1200 and 2200.",
    "brief_in_review_was_submitted": "A brief in review needs the moment it was submitted.",
    "law_flag_cleared_with_initials": "Give the initials of the person who cleared the flag.",
    "law_flag_cleared_with_a_source": "Name the primary source that clears the flag.",
    "annotation_proposal_has_words": "A proposed place needs at least one character.",
    "brief_approved_by_somebody": "An approved brief needs the attorney who approved it.",
    "comment_says_something": "Write the comment.",
    "quotation_signed_once": "This quotation is signed already.",
    "signed_quotation_has_a_reason": "Say why the quotation may stand.",
    "text_version_number_once": "This text is kept already; open the page again.",
    "unsaved_words_once_per_person": "What you typed is being kept from another window; save one of them.",
    "case_argued_before_decided": "The case was argued after it was decided; check the two dates.",
    "case_date_and_precision_agree": "Give the decision date with how exactly it is known: day, month or year; "
    "without a date, choose “Not given in source”.",
    "judge_once_per_role": "The same judge stands twice in the same role.",
    "one_outcome_per_party_and_claim": "The same party and claim stand twice; each has one outcome.",
    "citation_has_words": "A citation needs at least one character.",
    "dismissed_citation_cites_nothing": "A dismissed citation cites nothing; choose an authority or dismiss it.",
    "citations_never_overlap": "Another citation stands on these words already.",
    "court_rank_known": "The rank of a court is one of the five in the list.",
    "edition_number_once": "This edition has been published already; open the brief again.",
    "one_current_edition": "Another edition is live already; open the brief again.",
    "editions_count_from_one": "Editions count from 1.",
    "edition_is_frozen": "A published edition cannot be changed; publish the next one.",
    "edition_holding_number_once": "Two holdings have the same number.",
    "a_separate_writing_never_holds": "A dissent's or concurrence's proposition cannot weigh as a holding.",
    "edition_passage_in_order": "Two passages of an edition have the same place.",
    "holding_number_once": "Two holdings have the same number; number them 1, 2, 3 ...",
    "holding_numbers_from_one": "Holdings count from 1.",
    "not_reached_has_no_outcome": "A question that was not reached has no outcome.",
    "pin_once_per_holding": "A holding is pinned to the same passage twice.",
    "issue_at_most_three_levels": "Issues have three levels: area, topic and subtopic.",
    "issue_only_areas_stand_alone": "An area stands alone; a topic or subtopic needs the issue above it.",
    "issue_not_its_own_parent": "An issue cannot stand above itself.",
    "issue_not_merged_into_itself": "An issue cannot be merged into itself.",
    "job_not_more_than_all": "A job cannot have done more than all of it.",
    "ended_job_has_its_end": "A job that is over needs the moment it ended.",
    "finding_has_words": "A finding needs the words it is about.",
    "finding_decided_at_some_time": "A decided finding needs the moment it was decided.",
    "text_change_has_a_place": "A change of the text needs a place in it.",
    "text_change_quotes_something": "A change of the text needs the words it changes.",
    "a_name_names_one_thing": "A name of the search belongs to one case or one authority.",
    "one_search_row_per_edition": "This edition stands in the search already.",
    "one_search_row_per_opinion": "This opinion stands in the search already.",
    "opinion_has_its_place_in_the_case": "Another opinion of the case has this position; choose the next number.",
    "opinion_has_text": "An opinion needs text.",
    "passage_in_order": "Two passages of an opinion have the same place.",
    "passage_has_words": "A passage needs at least one character.",
    "passages_never_overlap": "Two passages of an opinion overlap.",
    "source_not_empty": "The file is empty.",
    "source_refused_says_why": "A file that cannot be read keeps the sentence that says why.",
    "source_sha256_is_a_hash": "The hash of the file is malformed.",
}


def sentence(error: IntegrityError) -> str:
    """Say what rule of the database was broken, for the person whose change broke it."""
    diagnosis: Any = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None) or ""
    if name == "pinned_weight_fits":  # the trigger writes a sentence that names the holding and its pin
        return str(diagnosis.message_primary)
    if name == "briefs_case_authority_id_key":
        return "The citation given for this case is that of another case here; choose that case, or leave it out."
    if name in SENTENCES:
        return SENTENCES[name]
    if "fk" in name:
        return "Something that this refers to has been removed meanwhile; open the page again."
    return "This cannot be kept beside what is here already; look for the same name, number or address twice."


@contextmanager
def checked_at_the_end() -> Iterator[None]:
    """Let rows that only fit together be saved one after the other: rules that span rows are checked on leaving.

    Everything inside is one transaction; raises IntegrityError when the rows do not fit after all.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
