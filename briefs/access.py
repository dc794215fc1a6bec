"""Every rule about people: who they are to the clinic, and who may do what.

`MAY` is the one table of who may what. Roles are the groups `student`, `staff` and `attorney`, made by a
migration; a superuser counts as an attorney. Functions here take the rows they judge and ask no questions of the
database beyond the groups.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

ANYONE, STUDENT, STAFF, ATTORNEY = "anyone", "student", "staff", "attorney"
AUDIENCES = (ANYONE, STUDENT, STAFF, ATTORNEY)

View = Callable[..., HttpResponseBase]


def role_of(user: Any) -> str:
    """Give the highest role of a user: anyone, student, staff or attorney."""
    if not user.is_authenticated or not user.is_active:
        return ANYONE
    if user.is_superuser:
        return ATTORNEY
    if not hasattr(user, "clinic_groups"):
        user.clinic_groups = set(user.groups.values_list("name", flat=True))
    return next((role for role in (ATTORNEY, STAFF, STUDENT) if role in user.clinic_groups), ANYONE)


def reaches(user: Any, audience: str) -> bool:
    """Say whether a user belongs to an audience; each audience includes those above it."""
    return AUDIENCES.index(role_of(user)) >= AUDIENCES.index(audience)


def open_to(audience: str) -> Callable[[View], View]:
    """Declare who may reach a view, and hold to it; public views never look at the session."""

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if audience != ANYONE:
                if not request.user.is_authenticated:
                    return redirect_to_login(request.get_full_path(), "admin:login")
                if not reaches(request.user, audience):
                    raise PermissionDenied("Your role in the clinic does not open this page.")
            return view(request, *args, **kwargs)

        guarded.audience = audience  # type: ignore[attr-defined]
        return guarded

    return declare


def _yes(user: Any, row: Any) -> bool:
    return True


def _no(user: Any, row: Any) -> bool:
    return False


def _own(user: Any, row: Any) -> bool:
    """The mark one made, the brief one writes, the file one brought."""
    for name in ("owner_id", "author_id", "received_by_id", "asked_by_id"):
        if hasattr(row, name):
            return bool(getattr(row, name) == user.pk)
    return False


def _own_unsent(user: Any, row: Any) -> bool:
    return _own(user, row) and row.state not in ("in_review", "approved")


def _of_others(user: Any, row: Any) -> bool:
    """An author never approves their own, nor does whom the brief was handed to (INV-1)."""
    return user.pk not in (row.author_id, row.owner_id)


def _themself(user: Any, row: Any) -> bool:
    return bool(user.pk == row)


Rule = Callable[[Any, Any], bool]

# What is done: (a student, staff, a supervising attorney). Anyone else may nothing of this.
MAY: dict[str, tuple[Rule, Rule, Rule]] = {
    "import": (_yes, _yes, _yes),
    "discard": (_own, _yes, _yes),
    "correct text": (_no, _yes, _yes),
    "sign findings": (_no, _yes, _yes),
    "download": (_no, _yes, _yes),
    "release": (_no, _yes, _yes),
    "correct citation": (_no, _yes, _yes),
    "annotate": (_yes, _yes, _yes),
    "change annotation": (_own, _yes, _yes),
    "start brief": (_yes, _yes, _yes),
    "edit brief": (_own_unsent, _yes, _yes),
    "submit": (_own, _yes, _yes),
    "take back": (_own, _yes, _yes),
    "comment": (_own, _yes, _yes),
    "resolve comment": (_own, _yes, _yes),
    "return": (_no, _no, _yes),
    "approve": (_no, _no, _of_others),
    "sign quotation": (_no, _no, _of_others),
    "publish": (_no, _no, _of_others),
    "withdraw": (_no, _no, _yes),
    "see job": (_own, _yes, _yes),
    "hand over": (_no, _yes, _yes),
    "compare annotators": (_no, _yes, _yes),
    "see portfolio": (_themself, _yes, _yes),
    "note later law": (_no, _yes, _yes),
    "collect": (_no, _no, _yes),
}


def may(user: Any, act: str, row: Any = None) -> bool:
    """Say whether the table lets a user do this to this row; KeyError for an act that is not in the table."""
    rules = dict(zip((STUDENT, STAFF, ATTORNEY), MAY[act], strict=True))
    rule = rules.get(role_of(user))
    return rule is not None and rule(user, row)


def may_import(user: Any) -> bool:
    """Students and above bring opinions in."""
    return may(user, "import")


def may_discard(user: Any, source: Any) -> bool:
    """A student throws away the files they brought; staff any that waits."""
    return may(user, "discard", source)


def may_correct_text(user: Any) -> bool:
    """Staff and attorneys change what an opinion's clean text says."""
    return may(user, "correct text")


def may_sign_findings(user: Any) -> bool:
    """Staff and attorneys answer for the identifiers a text shows (INV-12)."""
    return may(user, "sign findings")


def may_download(user: Any) -> bool:
    """Staff and attorneys take a file out as it came, identifiers and all; on every page they are masked (INV-12)."""
    return may(user, "download")


def may_release(user: Any) -> bool:
    """Staff and attorneys open an opinion's text to the public."""
    return may(user, "release")


def may_correct_citation(user: Any) -> bool:
    """Staff and attorneys choose what a citation cites."""
    return may(user, "correct citation")


def may_annotate(user: Any) -> bool:
    """Students and above mark passages."""
    return may(user, "annotate")


def may_change_annotation(user: Any, annotation: Any) -> bool:
    """A student changes the marks they made; staff change all."""
    return may(user, "change annotation", annotation)


def may_start_brief(user: Any) -> bool:
    """Students and above begin briefs."""
    return may(user, "start brief")


def may_edit_brief(user: Any, brief: Any) -> bool:
    """A student writes their own brief while it is with them; staff edit all."""
    return may(user, "edit brief", brief)


def may_submit(user: Any, brief: Any) -> bool:
    """Whoever writes it, or staff, sends a brief to review."""
    return may(user, "submit", brief)


def may_take_back(user: Any, brief: Any) -> bool:
    """Whoever writes it, or staff, takes a submission back before it is decided."""
    return may(user, "take back", brief)


def may_comment(user: Any, brief: Any) -> bool:
    """Staff and attorneys comment on every brief; a student answers on their own."""
    return may(user, "comment", brief)


def may_resolve_comment(user: Any, brief: Any) -> bool:
    """Whoever writes the brief, staff and attorneys resolve comments."""
    return may(user, "resolve comment", brief)


def may_return(user: Any) -> bool:
    """A supervising attorney sends a brief back to its author."""
    return may(user, "return")


def may_approve(user: Any, brief: Any) -> bool:
    """A supervising attorney approves, but never a brief of their own (INV-1)."""
    return may(user, "approve", brief)


def may_sign_quotation(user: Any, brief: Any) -> bool:
    """Who may approve the brief may answer for a quotation nobody can check here."""
    return may(user, "sign quotation", brief)


def may_publish(user: Any, brief: Any) -> bool:
    """A supervising attorney publishes, but never a brief of their own (INV-1)."""
    return may(user, "publish", brief)


def may_withdraw(user: Any) -> bool:
    """A supervising attorney takes a published brief down."""
    return may(user, "withdraw")


def may_see_job(user: Any, job: Any) -> bool:
    """Whoever asked for long work sees what came of it, and staff."""
    return may(user, "see job", job)


def may_hand_over(user: Any) -> bool:
    """Staff and attorneys give a brief to another writer."""
    return may(user, "hand over")


def may_compare_annotators(user: Any) -> bool:
    """Staff and attorneys see how far two annotators agree."""
    return may(user, "compare annotators")


def may_see_portfolio(user: Any, person: int) -> bool:
    """A person sees what they did themself (`person`: the key of the account); staff see everybody's."""
    return may(user, "see portfolio", person)


def may_note_later_law(user: Any) -> bool:
    """Staff and attorneys note one change of the law on many briefs at once."""
    return may(user, "note later law")


def may_collect(user: Any) -> bool:
    """A supervising attorney answers for what another clinic's collection brings in."""
    return may(user, "collect")
