"""Addresses that every list has besides its own."""

from django.urls import path

from campus.lists import views

app_name = "lists"

urlpatterns = [
    path("<slug:name>/sheet/", views.list_sheet, name="list_sheet"),
    path("<slug:name>/export/", views.list_export, name="list_export"),
    path("<slug:name>/save/", views.list_save, name="list_save"),
    path("searches/<int:pk>/", views.view_edit, name="view_edit"),
    path("searches/<int:pk>/delete/", views.view_delete, name="view_delete"),
]
