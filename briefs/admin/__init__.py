"""The clinic's desk: Django's own admin, one file a noun, with the import desk, the annotation desk and the queue."""

from django.contrib import admin

from briefs.admin import annotation, authority, brief, case, citation, court, edition, issue, opinion, source

__all__ = ["annotation", "authority", "brief", "case", "citation", "court", "edition", "issue", "opinion", "source"]

admin.site.site_header = "Pincite"
admin.site.site_title = "Pincite"
admin.site.index_title = "The clinic's desk"
admin.site.enable_nav_sidebar = False  # the few places people go to stand in the head of every page
