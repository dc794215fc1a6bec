"""Who may have which address, cell by cell: one row for every address of the site, each with two small tables.

The visitors are, in order: anyone, the student on what is theirs, the student on what is another's, staff, an
attorney. A letter says what each is answered:

    K  200, the page or file            S  302 to the sign-in page
    R  302 or 301 to another page       N  403, not allowed
    M  404, nothing there for them      X  405, not by this method
    B  400, nothing was asked that can be answered

What a verb refuses with a sentence and what it does both lead back to a page (R): only N and S say who may not.
"""

from dataclasses import dataclass, field
from typing import Any

VISITORS = ("anyone", "own", "other", "staff", "attorney")


@dataclass(frozen=True)
class Row:
    """An address by its name, the rows its path names, what GET and POST are answered, and what is sent."""

    name: str
    path: tuple[str, ...]
    get: str
    post: str
    sent: dict[str, Any] = field(default_factory=dict)
    query: str = ""


def public(name: str, *path: str, query: str = "", get: str = "KKKKK") -> Row:
    """For everybody, and only to read."""
    return Row(name, path, get, "XXXXX", query=query)


def desk(name: str, *path: str, get: str, post: str, query: str = "", **sent: Any) -> Row:
    """An address of the desk."""
    return Row(f"admin:{name}", path, get, post, sent, query)


# What the form of an opinion's details cannot do without.
DETAILS = {
    "short_name": "Petitioner v. Respondent",
    "decided_precision": "unknown",
    "opinion_kind": "lead",
    "completeness": "complete",
    "publication_status": "unknown",
}

PUBLIC = [
    public("home"),
    public("library"),
    public("feed"),
    public("suggest"),
    public("export-list", "=ris"),
    public("side-by-side"),
    public("reading-list"),
    public("brief", "edition.slug"),
    public("edition", "edition.slug", "=1"),
    public("compare", "edition.slug", "=1", "=2"),
    public("export-edition", "edition.slug", "=1", "=ris"),
    public("export", "edition.slug", "=pdf"),
    public("opinions"),
    public("opinion", "opinion.slug"),
    public("annotations", "opinion.slug"),
    public("authorities"),
    public("authority", "authority.slug"),
    public("issues"),
    public("issue", "issue.slug"),
    public("issue-courts", "issue.slug"),
    public("issue-feed", "issue.slug"),
    public("api"),
    public("api-start"),
    public("api-openapi"),
    public("api-edition-schema"),
    public("api-editions"),
    public("api-edition", "edition.slug"),
    public("api-edition-number", "edition.slug", "=1"),
    public("api-holdings"),
    public("api-opinions"),
    public("api-opinion", "opinion.slug"),
    public("api-authorities"),
    public("api-authority", "authority.slug"),
    public("api-issues"),
    public("api-issue", "issue.slug"),
    public("api-nothing", "=nothing", get="MMMMM"),
    public("unapi"),
    public("sitemap"),
    public("sitemap-part", "=briefs"),
    public("robots"),
    public("healthz"),
    Row("packet", (), "SKKKK", "SBBBB"),
    Row("jobs", (), "SKKKK", "SXXXX"),
    Row("job", ("job",), "SKMKK", "SXXXX"),
    Row("job_file", ("job",), "SMMMM", "SXXXX"),  # it has made no file yet
    Row("job_stop", ("job",), "SXXXX", "SRMRR"),
]
FRAME = [
    desk("index", get="SKKKK", post="SKKKK"),
    desk("login", get="KRRRR", post="KKKKK"),
    desk("password_change", get="SKKKK", post="SKKKK"),
    desk("password_change_done", get="SKKKK", post="SXXXX"),
    desk(
        "autocomplete", get="SKKKK", post="SXXXX", query="app_label=briefs&model_name=brief&field_name=opinion&term=x"
    ),
    desk("jsi18n", get="SKKKK", post="SXXXX"),
    desk("view_on_site", "content_type", "edition", get="SRRRR", post="SRRRR"),
    desk("app_list", "=briefs", get="SKKKK", post="SKKKK"),
    desk("logout", get="RXXXX", post="RKKKK"),  # last: who is signed out stays so
]
WAY = [
    desk("briefs_brief_queue", get="SKKKK", post="SXXXX"),
    desk("briefs_brief_handover", get="SNNKK", post="SNNKK"),
    desk("briefs_brief_later_law", get="SNNKK", post="SNNKK", query="issue=1"),
    desk("briefs_brief_agreement", get="SNNKK", post="SXXXX"),
    desk("briefs_brief_portfolio", "person", get="SKNKK", post="SXXXX"),
    desk("briefs_brief_hold_marked", "brief", get="SXXXX", post="SRNRR"),
    desk("briefs_brief_submit", "brief", get="SXXXX", post="SRNRR"),
    desk("briefs_brief_take_back", "brief", get="SXXXX", post="SRNRR"),
    desk("briefs_brief_return", "brief", get="SXXXX", post="SNNNR", because="Mend it."),
    desk("briefs_brief_approve", "brief", get="SXXXX", post="SNNNR"),
    desk("briefs_brief_publish", "brief", get="SXXXX", post="SNNNR"),
    desk("briefs_brief_withdraw", "brief", get="SXXXX", post="SNNNR", because="Amended."),
    desk("briefs_brief_comment", "brief", get="SXXXX", post="SRNRR", **{"place": "facts", "text-facts": "Why?"}),
    desk("briefs_brief_resolve_comment", "brief", "comment", get="SXXXX", post="SRNRR"),
    desk("briefs_brief_reopen_comment", "brief", "comment", get="SXXXX", post="SRNRR"),
    desk("briefs_brief_restore", "brief", get="SXXXX", post="SRNRR", what="brief:1:facts"),
    desk("briefs_brief_quotations", "brief", get="SKKKK", post="SXXXX"),
    desk("briefs_brief_sign_quotation", "brief", get="SXXXX", post="SNNNR", quote="found no nexus", because="Read it."),
    desk("briefs_brief_take_back_signature", "brief", "signed", get="SXXXX", post="SNNNR"),
    desk("briefs_brief_preview", "brief", get="SKKKK", post="SKNKK"),
    desk("briefs_brief_preview_pdf", "brief", get="SKKKK", post="SKNKK"),
    desk("briefs_brief_live", "brief", get="SXXXX", post="SKNKK"),
    desk("briefs_brief_unsaved", "brief", get="SKKKK", post="SKNKK"),
    desk("briefs_brief_throw_away", "brief", get="SXXXX", post="SRRRR"),
    desk("briefs_edition_compare", "brief", get="SKKKK", post="SXXXX"),
]
DESKS = [
    desk("briefs_annotation_remove", "annotation", get="SXXXX", post="SRNRR"),
    desk("briefs_annotation_into_brief", "annotation", get="SXXXX", post="SRNRR", brief="@brief"),
    desk("briefs_annotation_keep", "annotation", get="SXXXX", post="SNNRR", other="@double"),
    desk("briefs_authority_merge", "authority", get="SNNRR", post="SNNRR", into="@authority"),
    desk("briefs_citation_desk", get="SNNKK", post="SXXXX"),
    desk("briefs_citation_decide", "citation", get="SXXXX", post="SNNRR", decision="dismiss"),
    desk("briefs_opinion_annotate", "opinion", get="SKKKK", post="SBBBB"),
    desk("briefs_opinion_marks", "opinion", get="SKKKK", post="SXXXX"),
    desk("briefs_opinion_undo_removal", "opinion", "=1", get="SXXXX", post="SRRRR"),
    desk("briefs_opinion_unplaced", get="SKKKK", post="SXXXX"),
    desk("briefs_opinion_anchors", "opinion", get="SKKKK", post="SXXXX"),
    desk("briefs_opinion_place", "opinion", "annotation", get="SXXXX", post="SRNRR", act="retire"),
    desk("briefs_opinion_texts", "opinion", get="SKKKK", post="SXXXX"),
    desk("briefs_opinion_text", "opinion", "=9", get="SMMMM", post="SXXXX"),
    desk("briefs_opinion_new_text", "opinion", get="SNNKK", post="SNNBB"),
    desk("briefs_opinion_new_text_preview", "opinion", "file", get="SNNKK", post="SNNRR", because="A better scan."),
    desk("briefs_opinion_correct", "opinion", get="SNNKK", post="SNNBB", query="passage=1"),
    desk("briefs_opinion_text_desk", "opinion", get="SKKKK", post="SXXXX"),
    desk("briefs_opinion_page_picture", "opinion", "=1", get="SNNMM", post="SXXXX"),  # it is a text, no PDF
    desk("briefs_opinion_details", "opinion", get="SXXXX", post="SNNRR", **DETAILS),
    desk("briefs_opinion_undo_change", "opinion", get="SXXXX", post="SNNRR"),
    desk("briefs_opinion_change_text", "opinion", get="SXXXX", post="SNNRR", act="page", passage="1"),
    desk("briefs_opinion_sign_all", "opinion", get="SXXXX", post="SNNRR", kind="phone"),
    desk("briefs_opinion_finding", "opinion", "=999999", get="SXXXX", post="SMMMM"),
    desk("briefs_opinion_take_back_change", "opinion", "=999999", get="SXXXX", post="SMMMM"),
    desk("briefs_opinion_release", "opinion", get="SXXXX", post="SNNRR"),
    desk("briefs_opinion_take_back", "opinion", get="SXXXX", post="SNNRR"),
    desk("briefs_opinion_start_brief", "opinion", get="SXXXX", post="SRRRR"),
    desk("briefs_source_import", get="SKKKK", post="SBBBB"),
    desk("briefs_source_queue", get="SKKKK", post="SXXXX"),
    desk("briefs_source_read", "file", get="SXXXX", post="SRRRR"),
    desk("briefs_source_keep_all", get="SXXXX", post="SRRRR"),
    desk("briefs_source_preview", "file", get="SKKKK", post="SBBBB"),
    desk("briefs_source_discard", "file", get="SXXXX", post="SRNRR"),
    desk("briefs_source_download", "file", get="SNNKK", post="SXXXX"),
]
NOUNS = ("annotation", "authority", "brief", "case", "citation", "court", "edition", "issue", "opinion", "source")
READERS = {"get": "SKKKK", "post": "SNNNN"}
NOBODY = {"get": "SNNNN", "post": "SNNNN"}
STAFF = {"get": "SNNKK", "post": "SNNKK"}
MEMBERS = {"get": "SKKKK", "post": "SKKKK"}  # a form that was sent empty comes back
THEIR_OWN = {"get": "SKKKK", "post": "SKNKK"}
READ_BY_ALL = {"get": "SKKKK", "post": "SNNKK"}
LISTS = [
    *(desk(f"briefs_{noun}_changelist", **MEMBERS) for noun in NOUNS),
    desk("briefs_brief_add", **MEMBERS),
    *(desk(f"briefs_{noun}_add", **STAFF) for noun in ("authority", "case", "issue")),
    *(desk(f"briefs_{noun}_add", **NOBODY) for noun in ("annotation", "citation", "court", "edition")),
    *(desk(f"briefs_{noun}_add", **NOBODY) for noun in ("opinion", "source")),
    *(desk(f"briefs_{noun}_history", noun, **MEMBERS) for noun in NOUNS),
    *(desk(f"briefs_{noun}_change", noun, **THEIR_OWN) for noun in ("annotation", "brief")),
    *(desk(f"briefs_{noun}_change", noun, **READ_BY_ALL) for noun in ("authority", "case", "court", "issue")),
    desk("briefs_opinion_change", "opinion", **READ_BY_ALL),
    desk("briefs_citation_change", "citation", get="SKKKK", post="SNNRR"),
    *(desk(f"briefs_{noun}_change", noun, **READERS) for noun in ("edition", "source")),
    desk("briefs_annotation_delete", "annotation", get="SKNKK", post="SKNKK"),
    *(desk(f"briefs_{noun}_delete", noun, **NOBODY) for noun in NOUNS if noun != "annotation"),
    *(
        desk(f"briefs_{noun}_simple_history", noun, f"{noun}.version", **READERS)
        for noun in ("annotation", "authority", "brief", "case", "issue", "opinion")
    ),
]
# Accounts, and what the guard of the sign-in and the queue of long work keep: for a superuser, not for the clinic.
NOT_THE_CLINICS = ("auth_", "axes_", "procrastinate_")
ROWS = [*PUBLIC, *FRAME, *WAY, *DESKS, *LISTS]
