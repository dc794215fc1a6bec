"""The site with what its first pages would load: their addresses, their templates' tags, the patterns of citations."""

from django.urls import get_resolver

from briefs import citations
from clinic.wsgi import application

assert application
assert get_resolver().reverse_dict
citations.find("See Maldonado-Cruz v. INS, 883 F.2d 788, 791 (9th Cir. 1989).", [])
