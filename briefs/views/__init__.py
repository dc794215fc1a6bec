"""One public page per file: fetch rows, render. Every view declares its audience and sets no cookie."""

from briefs.views.authority import authorities, authority
from briefs.views.beside import side_by_side
from briefs.views.brief import brief, edition
from briefs.views.compare import compare
from briefs.views.errors import bad_request, forbidden, not_found, server_error
from briefs.views.export import export, export_edition, export_list
from briefs.views.feeds import feed
from briefs.views.health import healthz
from briefs.views.home import home
from briefs.views.issue import courts, issue, issues
from briefs.views.job import job, job_file, job_stop
from briefs.views.library import library, suggest
from briefs.views.opinion import opinion, opinions
from briefs.views.packet import jobs, packet
from briefs.views.reading_list import reading_list
from briefs.views.sitemap import robots, sitemap, sitemap_part
from briefs.views.unapi import unapi
