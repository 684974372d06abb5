"""Addresses of the close of a semester."""

from django.urls import path

from logistics.closing.views import archives, closing

app_name = "closing"

urlpatterns = [
    path("", closing.semesters, name="semesters"),
    path("<int:pk>/", closing.semester, name="semester"),
    path("<int:pk>/close/", closing.close, name="semester_close"),
    path("<int:pk>/reopen/", closing.reopen, name="semester_reopen"),
    path("<int:pk>/archive/", archives.make, name="semester_archive"),
    path("<int:pk>/archive/file/", archives.fetch, name="semester_archive_file"),
    path("<int:pk>/<slug:key>/", closing.things, name="things"),
    path("<int:pk>/<slug:key>/all/", closing.carry_all, name="things_all"),
]
