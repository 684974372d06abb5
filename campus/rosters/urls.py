"""Addresses of imports of rosters and of first passwords."""

from django.urls import path

from campus.rosters.views import imports, slips

app_name = "rosters"

urlpatterns = [
    path("", imports.imports, name="imports"),
    path("upload/", imports.upload, name="upload"),
    path("template/", imports.template, name="template"),
    path("export/", imports.export, name="export"),
    path("first-passwords/", slips.overview, name="slips"),
    path("first-passwords/print/", slips.make, name="slips_print"),
    path("<int:pk>/", imports.show, name="import"),
    path("<int:pk>/apply/", imports.apply, name="import_apply"),
    path("<int:pk>/read-again/", imports.read_again, name="import_read_again"),
    path("<int:pk>/take-back/", imports.take_back, name="import_take_back"),
    path("<int:pk>/throw-away/", imports.throw_away, name="import_throw_away"),
]
