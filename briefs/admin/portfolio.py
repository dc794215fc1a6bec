"""A person's portfolio, to read and to print: for themself, and for staff."""

from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from briefs.access import must
from briefs.admin.pages import page, says_no_in_sentences
from briefs.reading.portfolio import portfolio_of


@says_no_in_sentences
def portfolio(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a person wrote, marked and resolved."""
    must(request.user, "see portfolio", pk)
    person = get_object_or_404(get_user_model(), pk=pk)
    name = person.get_full_name() or person.get_username()
    context = {"person": person, "name": name, "portfolio": portfolio_of(person)}
    return page(request, "admin/briefs/portfolio.html", f"Portfolio: {name}", context)
