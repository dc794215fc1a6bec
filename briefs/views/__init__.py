"""One public page per file: fetch rows, render. Every view declares its audience and sets no cookie."""

from briefs.views.authority import authorities, authority
from briefs.views.brief import brief, edition
from briefs.views.errors import bad_request, forbidden, not_found, server_error
from briefs.views.export import export
from briefs.views.health import healthz
from briefs.views.home import home
from briefs.views.issue import issue, issues
from briefs.views.library import library
from briefs.views.opinion import opinion, opinions

__all__ = [
    "authorities",
    "authority",
    "bad_request",
    "brief",
    "edition",
    "export",
    "forbidden",
    "healthz",
    "home",
    "issue",
    "issues",
    "library",
    "not_found",
    "opinion",
    "opinions",
    "server_error",
]
