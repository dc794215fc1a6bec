"""The field's closed lists: kinds of opinion, voices, weights, outcomes and states."""

from django.db.models import TextChoices


class OpinionKind(TextChoices):
    """What one writing in a case is; the codes map to CourtListener's opinion types."""

    LEAD = "lead", "Opinion of the court"
    PER_CURIAM = "per_curiam", "Per curiam opinion"
    MEMORANDUM = "memorandum", "Memorandum disposition"
    PLURALITY = "plurality", "Plurality opinion"
    CONCURRENCE = "concurrence", "Concurrence"
    CONCURRENCE_IN_PART = "concurrence_in_part", "Concurrence in part, dissent in part"
    DISSENT = "dissent", "Dissent"


SEPARATE_KINDS = (OpinionKind.CONCURRENCE, OpinionKind.CONCURRENCE_IN_PART, OpinionKind.DISSENT)


class Completeness(TextChoices):
    """How much of the writing the source holds."""

    COMPLETE = "complete", "Complete"
    BEGINNING_MISSING = "beginning_missing", "Beginning missing"
    SEPARATE_ONLY = "separate_only", "Separate opinion only"
    EXCERPT = "excerpt", "Excerpt"


class PublicationStatus(TextChoices):
    """Whether the court published the decision."""

    PUBLISHED = "published", "Published"
    UNPUBLISHED = "unpublished", "Unpublished"
    SLIP = "slip", "Slip opinion"
    UNKNOWN = "unknown", "Not given in source"


class DatePrecision(TextChoices):
    """How exactly a date is known."""

    DAY = "day", "Day"
    MONTH = "month", "Month"
    YEAR = "year", "Year"
    UNKNOWN = "unknown", "Not given in source"


class Voice(TextChoices):
    """Whose words a passage carries (INV-6): only the court's own can be a holding."""

    COURT = "court", "The court"
    DISSENT = "dissent", "The dissent"
    CONCURRENCE = "concurrence", "The concurrence"
    AGENCY = "agency", "The agency, as quoted"
    MAJORITY = "majority", "The majority, as the dissent characterizes it"
    PARTY = "party", "A party"
    WITNESS = "witness", "A witness"
    AUTHORITY = "authority", "Another authority, as quoted"


class AnnotationKind(TextChoices):
    """What a marked passage does in the opinion."""

    FACT = "fact", "Fact"
    HISTORY = "history", "Procedural history"
    ISSUE = "issue", "Issue"
    RULE = "rule", "Rule"
    HOLDING = "holding", "Holding"
    REASONING = "reasoning", "Reasoning"
    DICTA = "dicta", "Dicta"
    DISPOSITION = "disposition", "Disposition"
    QUOTATION = "quotation", "Quotation"
    PROBLEM = "problem", "Problem"


class AnchorState(TextChoices):
    """Where an anchor stands in the present text."""

    PLACED = "placed", "Placed"
    MOVED = "moved", "Moved"
    SUSPECT = "suspect", "Suspect"
    ORPHAN = "orphan", "Orphan"


class Weight(TextChoices):
    """What a proposition is worth as law."""

    HOLDING = "holding", "Holding"
    ALTERNATIVE = "alternative", "Alternative holding"
    REMAND = "remand", "Direction on remand"
    RULE = "rule", "Rule stated"
    ARGUENDO = "arguendo", "Assumed arguendo"
    DICTA = "dicta", "Dicta"
    NOT_REACHED = "not_reached", "Not reached"
    CONCURRENCE = "concurrence", "Concurrence"
    DISSENT = "dissent", "Dissent"


SEPARATE_WEIGHTS = (Weight.CONCURRENCE, Weight.DISSENT)


class Outcome(TextChoices):
    """Whom the ruling on this issue favours (INV-10: never one word for the whole case)."""

    NONCITIZEN = "noncitizen", "For the noncitizen"
    GOVERNMENT = "government", "For the government"
    SPLIT = "split", "Split"
    NONE = "none", "No outcome"


class BriefState(TextChoices):
    """Where a working brief stands on its way to an edition."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    RETURNED = "returned", "Returned"
    APPROVED = "approved", "Approved"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


class AuthorityKind(TextChoices):
    """What can be cited."""

    CASE = "case", "Case"
    AGENCY_DECISION = "agency_decision", "Administrative decision"
    STATUTE = "statute", "Statute"
    REGULATION = "regulation", "Regulation"
    COURT_RULE = "court_rule", "Court rule"
    CONSTITUTION = "constitution", "Constitution"
    TREATY = "treaty", "Treaty"
    PUBLIC_LAW = "public_law", "Public law"
    FEDERAL_REGISTER = "federal_register", "Federal Register"
    REPORT = "report", "Report or handbook"
    BOOK = "book", "Book, article or dictionary"
    OTHER = "other", "Other"


class CitationForm(TextChoices):
    """How an authority is cited at one place."""

    FULL = "full", "Full citation"
    SHORT = "short", "Short form"
    ID = "id", "Id."
    SUPRA = "supra", "Supra"
    SECTION = "section", "Section"
    REFERENCE = "reference", "Name alone"


class CitationDecision(TextChoices):
    """What a person said of a citation; no later run of the engine changes it."""

    ACCEPTED = "accepted", "Accepted as found"
    CHOSEN = "chosen", "Authority chosen"
    DISMISSED = "dismissed", "Not a citation"


class DispositionOutcome(TextChoices):
    """What was ordered for one party on one claim."""

    GRANTED = "granted", "Granted"
    DENIED = "denied", "Denied"
    DISMISSED = "dismissed", "Dismissed"
    VACATED = "vacated", "Vacated"
    REMANDED = "remanded", "Remanded"
    GRANTED_REMANDED = "granted_remanded", "Granted and remanded"
    VACATED_REMANDED = "vacated_remanded", "Vacated and remanded"
    AFFIRMED = "affirmed", "Affirmed"
    REVERSED = "reversed", "Reversed"
    STAY_DENIED = "stay_denied", "Stay denied"
    NOT_REACHED = "not_reached", "Not reached"


class ProtectedGround(TextChoices):
    """The five grounds of 8 U.S.C. § 1101(a)(42)(A)."""

    RACE = "race", "Race"
    RELIGION = "religion", "Religion"
    NATIONALITY = "nationality", "Nationality"
    SOCIAL_GROUP = "social_group", "Particular social group"
    POLITICAL_OPINION = "political_opinion", "Political opinion"
