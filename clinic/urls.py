"""Every address of the site. Each view declares its audience with briefs.access.open_to."""

from django.contrib import admin
from django.urls import path

from briefs import views
from briefs.views import api

urlpatterns = [
    path("", views.home, name="home"),
    path("briefs/", views.library, name="library"),
    path("suggest/", views.suggest, name="suggest"),
    path("briefs/feed.atom", views.feed, name="feed"),
    path("briefs/export/<slug:format>", views.export_list, name="export-list"),
    path("briefs/compare/", views.side_by_side, name="side-by-side"),
    path("briefs/<slug:slug>/", views.brief, name="brief"),
    path("briefs/<slug:slug>/editions/<int:number>/", views.edition, name="edition"),
    path("briefs/<slug:slug>/editions/<int:a>/compare/<int:b>/", views.compare, name="compare"),
    path("briefs/<slug:slug>/editions/<int:number>/export/<slug:format>", views.export_edition, name="export-edition"),
    path("briefs/<slug:slug>/export/<slug:format>", views.export, name="export"),
    path("reading-list/", views.reading_list, name="reading-list"),
    path("opinions/", views.opinions, name="opinions"),
    path("opinions/<slug:slug>/", views.opinion, name="opinion"),
    path("opinions/<slug:slug>/annotations.jsonld", api.annotations, name="annotations"),
    path("authorities/", views.authorities, name="authorities"),
    path("authorities/<slug:slug>/", views.authority, name="authority"),
    path("issues/", views.issues, name="issues"),
    path("issues/<slug:slug>/", views.issue, name="issue"),
    path("issues/<slug:slug>/courts/", views.courts, name="issue-courts"),
    path("issues/<slug:slug>/feed.atom", views.feed, name="issue-feed"),
    path("api/", api.description, name="api"),
    path("api/v1/", api.start, name="api-start"),
    path("api/v1/openapi.json", api.openapi, name="api-openapi"),
    path("api/v1/edition.schema.json", api.edition_schema, name="api-edition-schema"),
    path("api/v1/editions", api.editions, name="api-editions"),
    path("api/v1/editions/<slug:slug>", api.edition, name="api-edition"),
    path("api/v1/editions/<slug:slug>/<int:number>", api.edition_number, name="api-edition-number"),
    path("api/v1/holdings", api.holdings, name="api-holdings"),
    path("api/v1/opinions", api.opinions, name="api-opinions"),
    path("api/v1/opinions/<slug:slug>", api.opinion, name="api-opinion"),
    path("api/v1/authorities", api.authorities, name="api-authorities"),
    path("api/v1/authorities/<slug:slug>", api.authority, name="api-authority"),
    path("api/v1/issues", api.issues, name="api-issues"),
    path("api/v1/issues/<slug:slug>", api.issue, name="api-issue"),
    path("api/v1/<path:rest>", api.nothing, name="api-nothing"),
    path("unapi", views.unapi, name="unapi"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", views.sitemap_part, name="sitemap-part"),
    path("robots.txt", views.robots, name="robots"),
    path("packet/", views.packet, name="packet"),
    path("work/", views.jobs, name="jobs"),
    path("work/<uuid:pk>/", views.job, name="job"),
    path("work/<uuid:pk>/file", views.job_file, name="job_file"),
    path("work/<uuid:pk>/stop", views.job_stop, name="job_stop"),
    path("healthz", views.healthz, name="healthz"),
    path("admin/", admin.site.urls),
]
handler404 = "briefs.views.not_found"
handler500 = "briefs.views.server_error"
handler403 = "briefs.views.forbidden"
handler400 = "briefs.views.bad_request"
