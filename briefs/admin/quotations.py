"""The quotations of a brief: where each stands, what is wrong with it, and the attorney's signature under it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from briefs.access import STUDENT, may, reaches
from briefs.admin.gaps import linked
from briefs.admin.pages import View, page, press, says_no_in_sentences
from briefs.models import Brief, SignedQuotation
from briefs.text.identifiers import mask
from briefs.workflow.gap import Gap
from briefs.workflow.grounds import grounds_of
from briefs.workflow.prose import Grounds, place_named
from briefs.workflow.quote_lock import Checked, Nearest, Verdict, check_quotations, nearest_words, told
from briefs.workflow.sign_quotation import sign_quotation, take_back_signature


@dataclass(frozen=True)
class Row:
    """A quotation as the page shows it: `href` leads to the field it is written in, `source` to where it stands."""

    checked: Checked
    href: str
    words: str
    told: str
    place: str = ""
    source: str = ""
    nearest: Nearest | None = None
    reason: str = ""


def urls(view: Callable[[View], View]) -> list[URLPattern]:
    """Give the addresses of a brief's quotations; `view` lets only members in."""
    return [
        path("<int:pk>/quotations/", view(require_safe(quotations)), name="briefs_brief_quotations"),
        path("<int:pk>/quotations/sign/", view(require_POST(sign)), name="briefs_brief_sign_quotation"),
        path(
            "<int:pk>/quotations/<int:signed>/take-back/",
            view(require_POST(take_back)),
            name="briefs_brief_take_back_signature",
        ),
    ]


@never_cache
@says_no_in_sentences
def quotations(request: HttpRequest, pk: int) -> HttpResponse:
    """Show every quotation: first those that keep the brief from being published, then the signed, then the rest."""
    if not reaches(request.user, STUDENT):
        raise PermissionDenied("The quotations of a brief are for members of the clinic.")
    brief = get_object_or_404(Brief.objects.for_freezing(), pk=pk)
    rows = _rows(brief, grounds_of(brief))
    context = {
        "brief": brief,
        "refused": [row for row in rows if row.checked.is_refused],
        "signed": [row for row in rows if row.checked.verdict == Verdict.SIGNED],
        "true": [row for row in rows if row.checked.verdict == Verdict.TRUE],
        "count": len(rows),
        "may_sign": may(request.user, "sign quotation", brief),
        "may_edit": may(request.user, "edit brief", brief),
    }
    return page(request, "admin/briefs/brief/quotations.html", f"Quotations of {brief}", context)


@says_no_in_sentences
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign the quotation whose words are sent, with a reason."""
    brief = get_object_or_404(Brief, pk=pk)
    quote, because = (request.POST.get(name, "").replace("\x00", "") for name in ("quote", "because"))
    return press(
        request,
        lambda: sign_quotation(brief, quote, by=request.user, because=because),
        done=f"Signed: “{mask(quote)[:80]}”. Your reason goes into the edition's record.",
        refused="The quotation was not signed:",
        back=_address(pk),
    )


@says_no_in_sentences
def take_back(request: HttpRequest, pk: int, signed: int) -> HttpResponse:
    """Take a signature away."""
    signature = get_object_or_404(SignedQuotation.objects.select_related("brief"), pk=signed, brief=pk)
    return press(
        request,
        lambda: take_back_signature(signature, by=request.user),
        done=f"Taken back: “{signature}” is signed no longer.",
        refused="The signature was not taken back:",
        back=_address(pk),
    )


def _rows(brief: Brief, grounds: Grounds) -> Sequence[Row]:
    checked = check_quotations(brief, grounds)
    form = reverse("admin:briefs_brief_change", args=[brief.pk])
    places = {holding.number: at for at, holding in enumerate(sorted(brief.holdings.all(), key=lambda one: one.number))}
    fields = linked(brief, [Gap("", one.piece.field, one.piece.number) for one in checked], places)
    return [_row(one, form + field.href, grounds) for one, field in zip(checked, fields, strict=True)]


def _row(one: Checked, href: str, grounds: Grounds) -> Row:
    shown: dict[str, Any] = {"href": href, "words": mask(one.quoted.quote), "told": told(one, grounds)}
    if one.signed is not None:
        shown["reason"] = mask(one.signed.reason)
    if one.quoted.stand is not None:
        stand = one.quoted.stand
        desk = reverse("admin:briefs_opinion_annotate", args=[stand.opinion.pk])
        place = place_named(one.quoted, stand, grounds)
        return Row(one, place=place, source=f"{desk}#{stand.passage.anchor}", **shown)
    is_false = one.verdict == Verdict.FALSE
    return Row(one, nearest=nearest_words(one.quoted.quote, grounds) if is_false else None, **shown)


def _address(pk: int) -> str:
    return reverse("admin:briefs_brief_quotations", args=[pk])
