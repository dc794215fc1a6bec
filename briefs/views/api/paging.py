"""Pages of the API's lists: the number asked for, and the addresses of the pages around it."""

from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.core.paginator import Page as Paged
from django.http import Http404, HttpRequest, HttpResponse

from briefs.views.answers import BadRequest, as_json, full

PER_PAGE = 50


def page_of(request: HttpRequest, rows: Any) -> Paged[Any]:
    """Cut the page asked for out of rows; BadRequest for what is no number, Http404 for a page that is not there."""
    return _asked(request, Paginator(rows, PER_PAGE))


def checked(request: HttpRequest, page: Paged[Any]) -> Paged[Any]:
    """Give a page that the search cut already, if it is the one asked for."""
    _asked(request, page.paginator)
    return page


def one_of(request: HttpRequest, name: str, allowed: list[str]) -> str:
    """Give a parameter that takes one of a few values, or ""; BadRequest for any other."""
    value = request.GET.get(name, "")
    if value and value not in allowed:
        raise BadRequest(f"“{name}” is one of: {', '.join(allowed)}.")
    return value


def listed(
    request: HttpRequest, page: Paged[Any], results: list[Any], notices: list[str] | None = None
) -> HttpResponse:
    """Answer with one page of a list."""
    links = {"first": _address(request, 1)}
    if page.has_previous():
        links["prev"] = _address(request, page.previous_page_number())
    if page.has_next():
        links["next"] = _address(request, page.next_page_number())
    links["last"] = _address(request, page.paginator.num_pages)
    told = {
        "total": page.paginator.count,
        "page": page.number,
        "pages": page.paginator.num_pages,
        "next": links.get("next"),
        "previous": links.get("prev"),
        "notices": notices or [],
        "results": results,
    }
    return as_json(request, told, links=links)


def _asked(request: HttpRequest, paginator: Paginator) -> Paged[Any]:
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdigit()) or len(number) > 9:
        raise BadRequest("“page” is a number, from 1.")
    try:
        return paginator.page(int(number))
    except PageNotAnInteger as wrong:
        raise BadRequest("“page” is a number, from 1.") from wrong
    except EmptyPage as wrong:
        raise Http404(f"There is no page {number}; the last is {paginator.num_pages}.") from wrong


def _address(request: HttpRequest, number: int) -> str:
    asked = request.GET.copy()
    asked["page"] = str(number)
    return full(f"{request.path}?{asked.urlencode()}")
