"""Addresses of the roster sync."""

from django.urls import path

from campus.directory import views

app_name = "directory"

urlpatterns = [
    path("", views.overview, name="overview"),
    path("edit/", views.edit, name="edit"),
    path("run/", views.run, name="run"),
]
