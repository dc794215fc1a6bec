"""The read-only API: published briefs, propositions, released opinions, authorities, issues, as JSON."""

from briefs.views.api.authorities import authorities, authority
from briefs.views.api.description import description, edition_schema, openapi
from briefs.views.api.editions import edition, edition_number, editions, holdings
from briefs.views.api.issues import issue, issues
from briefs.views.api.opinions import annotations, opinion, opinions
from briefs.views.api.start import nothing, start
