"""The clinic's desk: Django's own admin, one file a noun, with the import desk, the annotation desk and the queue."""

from briefs.admin import annotation, authority, brief, case, citation, court, edition, issue, opinion, sign_in, source
