"""Every address of the site. Each view declares its audience with briefs.access.open_to."""

from django.contrib import admin
from django.urls import path

from briefs import views

urlpatterns = [
    path("", views.home, name="home"),
    path("briefs/", views.library, name="library"),
    path("briefs/<slug:slug>/", views.brief, name="brief"),
    path("briefs/<slug:slug>/editions/<int:number>/", views.edition, name="edition"),
    path("briefs/<slug:slug>/export/<slug:format>", views.export, name="export"),
    path("opinions/", views.opinions, name="opinions"),
    path("opinions/<slug:slug>/", views.opinion, name="opinion"),
    path("authorities/", views.authorities, name="authorities"),
    path("authorities/<slug:slug>/", views.authority, name="authority"),
    path("issues/", views.issues, name="issues"),
    path("issues/<slug:slug>/", views.issue, name="issue"),
    path("healthz", views.healthz, name="healthz"),
    path("admin/", admin.site.urls),
]
handler404 = "briefs.views.not_found"
handler500 = "briefs.views.server_error"
handler403 = "briefs.views.forbidden"
handler400 = "briefs.views.bad_request"
