"""Addresses of kept forms."""

from django.urls import path

from campus.submissions import views

app_name = "submissions"

urlpatterns = [
    path("<str:key>/", views.kept, name="kept"),
    path("<str:key>/throw-away/", views.throw_away, name="kept_throw_away"),
]
