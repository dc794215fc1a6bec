"""A person's portfolio, to read and to print: for themself, and for staff."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from briefs.access import may_see_portfolio
from briefs.admin.pages import page, says_no_in_sentences
from briefs.reading.portfolio import portfolio_of


@says_no_in_sentences
def portfolio(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a person wrote, marked and resolved."""
    if not may_see_portfolio(request.user, pk):
        raise PermissionDenied("A portfolio is shown to the person whose it is, and to staff.")
    person = get_object_or_404(get_user_model(), pk=pk)
    name = person.get_full_name() or person.get_username()
    context = {"person": person, "name": name, "portfolio": portfolio_of(person)}
    return page(request, "admin/briefs/portfolio.html", f"Portfolio: {name}", context)
