"""Addresses of repairs."""

from django.urls import path

from campus.cases.urls import case_paths
from repairs.views import tickets

app_name = "repairs"

urlpatterns = [
    path("", tickets.tickets, name="tickets"),
    path("assign/", tickets.assign, name="assign"),
    path("new/", tickets.new, name="new"),
    *case_paths("ticket"),
]
