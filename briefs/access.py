"""Every rule about people: who they are to the clinic, and who may do what.

Roles are the groups `student`, `staff` and `attorney`, made by a migration; a superuser counts as an
attorney. Functions here take the rows they judge and ask no questions of the database beyond the groups.
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


def may_import(user: Any) -> bool:
    """Students and above bring opinions in."""
    return reaches(user, STUDENT)


def may_discard(user: Any, source: Any) -> bool:
    """A student throws away the files they brought; staff any that waits."""
    return reaches(user, STAFF) or (reaches(user, STUDENT) and source.received_by_id == user.pk)


def may_download(user: Any) -> bool:
    """Staff and attorneys take a file out as it came, identifiers and all; on every page they are masked (INV-12)."""
    return reaches(user, STAFF)


def may_correct_citation(user: Any) -> bool:
    """Staff and attorneys choose what a citation cites."""
    return reaches(user, STAFF)


def may_annotate(user: Any) -> bool:
    """Students and above mark passages."""
    return reaches(user, STUDENT)


def may_change_annotation(user: Any, annotation: Any) -> bool:
    """A student changes the marks they made; staff change all."""
    return reaches(user, STAFF) or (reaches(user, STUDENT) and annotation.author_id == user.pk)


def may_edit_brief(user: Any, brief: Any) -> bool:
    """A student writes their own brief while it is not under review; staff edit all."""
    if reaches(user, STAFF):
        return True
    return reaches(user, STUDENT) and brief.author_id == user.pk and brief.state != "in_review"


def may_submit(user: Any, brief: Any) -> bool:
    """The author, or staff, sends a brief to review."""
    return reaches(user, STAFF) or (reaches(user, STUDENT) and brief.author_id == user.pk)


def may_publish(user: Any, brief: Any) -> bool:
    """A supervising attorney publishes, but never a brief of their own (INV-1)."""
    return reaches(user, ATTORNEY) and brief.author_id != user.pk


def may_return(user: Any) -> bool:
    """A supervising attorney sends a brief back to its author."""
    return reaches(user, ATTORNEY)


def may_withdraw(user: Any) -> bool:
    """A supervising attorney takes a published brief down."""
    return reaches(user, ATTORNEY)


def may_release(user: Any) -> bool:
    """Staff and attorneys open an opinion's text to the public."""
    return reaches(user, STAFF)
