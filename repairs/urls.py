"""Addresses of repairs."""

from django.urls import path

from campus.cases.urls import case_paths
from repairs import views

app_name = "repairs"

urlpatterns = [
    path("", views.tickets, name="tickets"),
    path("assign/", views.assign, name="assign"),
    path("new/", views.new, name="new"),
    *case_paths("ticket"),
]
