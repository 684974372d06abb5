"""Addresses of coming in with an identity."""

from django.urls import path

from campus.identity import views

app_name = "identity"

urlpatterns = [
    path("sign-in/with/<slug:way>/", views.start, name="start"),
    path("sign-in/with/<slug:way>/back/", views.back, name="back"),
]
