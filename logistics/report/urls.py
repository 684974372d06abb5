"""Addresses of semester reports, their sections and photos, and the notes for them."""

from django.urls import path

from logistics.report.views import notes, photos, reports, sections

app_name = "report"

urlpatterns = [
    path("", reports.reports, name="reports"),
    path("make/", reports.make, name="make"),
    path("<int:pk>/", reports.report, name="report"),
    path("<int:pk>/sheet/", reports.sheet, name="report_sheet"),
    path("<int:pk>/head/", reports.head, name="report_head"),
    path("<int:pk>/renew/", reports.renew, name="report_renew"),
    path("<int:pk>/document/", reports.document, name="report_document"),
    path("<int:pk>/registers/", reports.registers, name="report_registers"),
    path("sections/<int:pk>/edit/", sections.edit, name="section_edit"),
    path("sections/<int:pk>/newer/", sections.newer, name="section_newer"),
    path("sections/<int:pk>/merge/", sections.merge, name="section_merge"),
    path("sections/<int:pk>/take-over/", sections.take_over, name="section_take_over"),
    path("sections/<int:pk>/leave/", sections.leave, name="section_leave"),
    path("sections/<int:pk>/versions/", sections.versions, name="section_versions"),
    path("sections/<int:pk>/versions/<int:number>/", sections.version, name="version"),
    path(
        "sections/<int:pk>/versions/<int:number>/restore/", sections.restore,
        name="version_restore",
    ),
    path("sections/<int:pk>/photos/", photos.choose, name="section_photos"),
    path("photos/<int:pk>/", photos.small, name="photo"),
    path("photos/<int:pk>/drop/", photos.drop, name="photo_drop"),
    path("notes/", notes.notes, name="notes"),
    path("notes/new/", notes.write, name="note_new"),
    path("notes/<int:pk>/", notes.note, name="note"),
    path("notes/<int:pk>/edit/", notes.edit, name="note_edit"),
    path("notes/<int:pk>/take-back/", notes.take_back, name="note_take_back"),
]  # fmt: skip
