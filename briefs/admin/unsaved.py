"""Words that were typed and not saved: kept while one types, offered when the form is opened again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import formats, timezone
from django.views.decorators.cache import never_cache

from briefs.access import may
from briefs.models import Brief, Issue, UnsavedWords
from briefs.text.differing import Stretch, differing
from briefs.text.identifiers import mask
from briefs.text.merging import Fields, Value, plain
from briefs.workflow.keep_unsaved import keep_unsaved, throw_away, unsaved_of
from briefs.workflow.refusal import Refused
from briefs.workflow.typed import ROWS, Typed, read
from briefs.workflow.written import Written, written_now

_NAMES = {"holdings": "Holding", "law_flags": "Later law"}
_NO_WORDS = ("also",)

Names = Mapping[str, Mapping[str, str]]  # field -> key that is sent -> what people call it


@dataclass(frozen=True)
class Difference:
    """A field that was typed otherwise than it is saved, with the words added and taken."""

    where: str
    stretches: Sequence[Stretch]
    typed: str = ""


@dataclass(frozen=True)
class Offer:
    """Words kept for a person who opens the form again."""

    kept: UnsavedWords
    differences: Sequence[Difference]


def offer_of(brief: Brief, user: Any) -> Offer | None:
    """Give what this person typed and did not save, if it differs from what is saved."""
    kept = unsaved_of(brief, user)
    found = differences(brief, kept.fields) if kept else []
    return Offer(kept, found) if kept and found else None


def differences(brief: Brief, sent: Mapping[str, Sequence[str]]) -> list[Difference]:
    """Tell a form that was typed from what is saved now, field by field."""
    typed, now = read(sent), written_now(brief)
    names = {
        "issues": {str(key): name for key, name in Issue.objects.values_list("pk", "name")},
        "bears_on": {key: f"number {fields['number']}" for key, fields in now.rows["holdings"].items()},
    }
    found = list(_told("", typed.fields, now.fields, names))
    for prefix in ROWS:
        found += _of_rows(prefix, typed, now, names)
    return found


def _of_rows(prefix: str, typed: Typed, now: Written, names: Names) -> list[Difference]:
    found = []
    for one in typed.rows[prefix]:
        saved = now.rows[prefix].get(one.row.key, {})
        number = one.row.fields.get("number") or saved.get("number") or ""
        name = f"{_NAMES[prefix]} {number}".strip()
        if one.row.is_deleted:
            found.append(Difference(name, [("taken", " ".join(str(value) for value in saved.values() if value))]))
        elif not one.is_blank:
            found += _told(f"{name if saved else f'New {name.lower()}'}, ", one.row.fields, saved, names)
    return found


def _told(before: str, typed: Fields, saved: Fields, names: Names) -> list[Difference]:
    found = []
    for name, value in typed.items():
        was = saved.get(name, frozenset() if isinstance(value, frozenset) else "")
        if plain(value) != plain(was) and (saved or value) and name not in _NO_WORDS:
            where = f"{before}{name.replace('_', ' ')}"
            typed_words = _words(name, value, names)
            stretches = differing(_words(name, was, names), typed_words)
            found.append(Difference(where[:1].upper() + where[1:], stretches, typed_words))
    return found


def _words(name: str, value: Value, names: Names) -> str:
    told = names.get(name, {})
    if not isinstance(value, frozenset):
        return mask(str(plain(told.get(value, value))))
    if name == "passages":
        return f"{len(value)} passage{'' if len(value) == 1 else 's'} ({', '.join(sorted(value))})" if value else ""
    return "; ".join(sorted(told.get(one, one) for one in value))


@never_cache
def unsaved_words(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the form as it is being typed (POST), or say that one is signed in and how to go on sending (GET)."""
    brief = get_object_or_404(Brief, pk=pk)
    if request.method != "POST":
        told = {"token": get_token(request), "who": request.user.get_username()}
        return JsonResponse(told | {"may_save": may(request.user, "edit brief", brief)})
    sent = {name: list(values) for name, values in request.POST.lists()}
    try:
        mark = keep_unsaved(brief, sent, by=request.user, following=request.POST.get("kept", ""))
    except Refused as problem:
        return JsonResponse({"said": str(problem)}, status=409)
    except PermissionDenied as problem:
        return JsonResponse({"said": str(problem)}, status=403)
    at = formats.date_format(timezone.localtime(), "TIME_FORMAT")
    return JsonResponse({"said": f"Kept at {at}, not saved yet.", "kept": mark})


def throw_away_words(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw one's own unsaved words away, and go back to the form."""
    brief = get_object_or_404(Brief, pk=pk)
    throw_away(brief, by=request.user)
    messages.success(request, "Thrown away. This is the brief as it is saved.")
    return HttpResponseRedirect(reverse("admin:briefs_brief_change", args=[pk]))
