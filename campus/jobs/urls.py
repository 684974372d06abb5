"""Addresses of long work."""

from django.urls import path

from campus.jobs import views

app_name = "jobs"

urlpatterns = [
    path("<int:pk>/", views.job, name="job"),
    path("<int:pk>/file/", views.job_file, name="file"),
]
