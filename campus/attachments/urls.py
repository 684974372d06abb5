"""Addresses of attached files."""

from django.urls import path

from campus.attachments import views

app_name = "attachments"

urlpatterns = [
    path("", views.upload, name="upload"),
    path("<int:pk>/small", views.small, name="small"),
    path("<int:pk>/remove/", views.remove, name="remove"),
    path("<int:pk>/<str:name>", views.show, name="file"),
]
