"""Addresses of the front desk."""

from django.urls import path

from campus.cases.urls import case_paths
from campus.desk import views

app_name = "desk"

urlpatterns = [
    path("", views.enquiries, name="enquiries"),
    path("give/", views.give, name="give"),
    path("new/", views.new, name="new"),
    *case_paths("enquiry"),
]
