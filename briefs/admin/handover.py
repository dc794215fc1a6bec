"""Semester handover: briefs nobody writes any more, and those of a person who leaves, given to other members."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from briefs.access import must
from briefs.admin.pages import page, says_no_in_sentences
from briefs.admin.refusals import listed
from briefs.models import Brief, texts_of
from briefs.models.vocabulary import BriefState
from briefs.workflow.hand_over import hand_over_all, members
from briefs.workflow.refusal import Refused
from briefs.workflow.waiting import unowned


@says_no_in_sentences
def handover(request: HttpRequest) -> HttpResponse:
    """Show the briefs without owner, or those of one person (`of`); a POST hands the ticked ones to `to`."""
    must(request.user, "hand over")
    of = request.POST.get("of", "") or request.GET.get("of", "")
    of = of if of.isascii() and of.isdigit() and len(of) < 19 else ""
    back = reverse("admin:briefs_brief_handover") + (f"?of={of}" if of else "")
    ticked, to = request.POST.getlist("brief"), request.POST.get("to", "")
    if request.method == "POST":
        try:
            count = hand_over_all(ticked, by=request.user, to="" if to == "nobody" else to or "-")
        except Refused as problem:
            messages.error(request, listed("Nothing was handed over:", problem.reasons))
        else:
            messages.success(request, f"Handed over: {count} brief{'' if count == 1 else 's'}.")
            return HttpResponseRedirect(back)
    briefs = Brief.objects.exclude(state=BriefState.WITHDRAWN).select_related("author", "owner", "opinion__case")
    briefs = briefs.defer(*texts_of("opinion"))
    owned = Count("owned_briefs", filter=~Q(owned_briefs__state=BriefState.WITHDRAWN))
    owners = get_user_model().objects.filter(owned_briefs__isnull=False).annotate(owned=owned).order_by("username")
    context = {
        "briefs": briefs.filter(owner=of) if of else briefs.filter(unowned()),
        "of": of,
        "owner": get_user_model().objects.filter(pk=of).first() if of else None,
        "owners": owners,
        "members": members(),
        "ticked": ticked,
        "to": to,
    }
    context["briefs"] = context["briefs"].order_by("title", "pk")
    return page(request, "admin/briefs/handover.html", "Semester handover", context)
