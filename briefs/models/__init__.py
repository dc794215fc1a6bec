"""The nouns. One file each; a noun's questions are the clauses of the QuerySet above it."""

from briefs.models.annotation import Annotation
from briefs.models.authority import Authority, AuthorityAlias
from briefs.models.brief import SECTIONS, Brief, LawFlag, SignedQuotation
from briefs.models.case import NOT_GIVEN, Case, CaseJudge, DecisionBelow, Disposition, as_far_as_known
from briefs.models.citation import Citation
from briefs.models.comment import Comment
from briefs.models.court import Court
from briefs.models.edition import Edition, EditionCitation, EditionHolding, EditionPassage
from briefs.models.finding import Finding
from briefs.models.holding import Holding, Pin
from briefs.models.issue import Issue
from briefs.models.job import Job
from briefs.models.opinion import Opinion, Passage, anchor_of, place_of, texts_of
from briefs.models.search_name import SearchName, SearchWord
from briefs.models.search_row import MARK, SearchRow, SearchState, Shelf
from briefs.models.source import Source
from briefs.models.text_change import TextChange
from briefs.models.text_version import TextVersion
from briefs.models.unsaved import UnsavedWords
