"""Addresses of one's own account."""

from django.urls import path

from campus.people import views

app_name = "people"

urlpatterns = [
    path("password/", views.password, name="password"),
]
