"""Addresses of comments and row history."""

from django.urls import path

from campus.records import views

app_name = "records"

urlpatterns = [
    path("<str:kind>/<int:pk>/comment/", views.comment, name="comment"),
    path("<str:kind>/<int:pk>/history/", views.history, name="history"),
]
