"""Every rule about people: who they are to the clinic, and who may do what.

`MAY` is the one table of who may what: a verb asks it with `must`, a page that offers something with `may`. Roles are
the groups `student`, `staff` and `attorney`, made by a migration; a superuser counts as an attorney. Functions here
take the rows they judge and ask no questions of the database beyond the groups.
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

# What is done: whether a student, staff, a supervising attorney may (nobody else may), and what is told who may not.
MAY: dict[str, tuple[Rule, Rule, Rule, str]] = {
    "import": (_yes, _yes, _yes, "Only members of the clinic import opinions."),
    "discard": (_own, _yes, _yes, "A student discards only the files they brought."),
    "correct text": (_no, _yes, _yes, "Only staff and attorneys change what is known of an opinion."),
    "sign findings": (_no, _yes, _yes, "Only staff and attorneys sign findings."),
    # Identifiers and all: every page masks them (INV-12).
    "download": (_no, _yes, _yes, "Only staff and attorneys see a file as it came."),
    "release": (_no, _yes, _yes, "Only staff and attorneys release opinions, and take them back."),
    "correct citation": (_no, _yes, _yes, "Only staff and attorneys correct citations and merge authorities."),
    "annotate": (_yes, _yes, _yes, "Only members of the clinic annotate opinions."),
    "change annotation": (_own, _yes, _yes, "A student changes only the marks they made."),
    "start brief": (_yes, _yes, _yes, "Only members of the clinic write briefs."),
    "edit brief": (_own_unsent, _yes, _yes, "A student writes only their own brief, while it is not in review."),
    "submit": (_own, _yes, _yes, "Only whoever writes the brief, or staff, submit it."),
    "take back": (_own, _yes, _yes, "Only whoever writes the brief, or staff, take it back."),
    "comment": (_own, _yes, _yes, "A student comments only on their own brief."),
    "resolve comment": (_own, _yes, _yes, "Only whoever writes the brief, staff and attorneys resolve its comments."),
    "return": (_no, _no, _yes, "Only a supervising attorney returns briefs."),
    "approve": (_no, _no, _of_others, "Only a supervising attorney approves briefs, and never their own."),
    "sign quotation": (_no, _no, _of_others, "Only a supervising attorney signs quotations, and never their own."),
    "publish": (_no, _no, _of_others, "Only a supervising attorney publishes briefs, and never their own."),
    "withdraw": (_no, _no, _yes, "Only a supervising attorney withdraws briefs."),
    "see job": (_own, _yes, _yes, "Only whoever asked for the work, and staff, see it and stop it."),
    "hand over": (_no, _yes, _yes, "Only staff and attorneys hand briefs over."),
    "compare annotators": (_no, _yes, _yes, "Only staff and attorneys compare annotators."),
    # The row is the key of the account.
    "see portfolio": (_themself, _yes, _yes, "A portfolio is shown to the person whose it is, and to staff."),
    "note later law": (_no, _yes, _yes, "Only staff and attorneys note later law on many briefs at once."),
    "collect": (_no, _no, _yes, "Only a supervising attorney takes in another clinic’s collection."),
}


def may(user: Any, act: str, row: Any = None) -> bool:
    """Say whether the table lets a user do this (to this row); KeyError for an act that is not in the table."""
    *rules, _ = MAY[act]
    rule = dict(zip((STUDENT, STAFF, ATTORNEY), rules, strict=True)).get(role_of(user))
    return rule is not None and rule(user, row)


def must(user: Any, act: str, row: Any = None) -> None:
    """Raise PermissionDenied, with the table's sentence, for who may not do this (to this row)."""
    if not may(user, act, row):
        raise PermissionDenied(MAY[act][-1])
