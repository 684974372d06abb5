"""Addresses of devices and what they send."""

from django.urls import path

from campus.readings import views

app_name = "readings"
urlpatterns = [
    path("", views.devices, name="devices"),
    path("new/", views.write, name="device_new"),
    path("all/", views.readings, name="readings"),
    path("<int:pk>/", views.device, name="device"),
    path("<int:pk>/edit/", views.write, name="device_edit"),
    path("<int:pk>/token/", views.token, name="device_token"),
    path("<int:pk>/token/revoke/", views.token_revoke, name="device_token_revoke"),
]
