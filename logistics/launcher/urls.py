"""Addresses of the launcher."""

from django.urls import path

from logistics.launcher import views

app_name = "launcher"
urlpatterns = [
    path("", views.systems, name="systems"),
    path("<int:pk>/open/", views.open_system, name="open"),
    path("<int:pk>/unread/", views.unread, name="unread"),
    path("list/", views.system_list, name="list"),
    path("list/new/", views.write, name="new"),
    path("list/<int:pk>/", views.write, name="edit"),
    path("list/<int:pk>/secret/", views.secret, name="secret"),
    path("list/<int:pk>/remove/", views.remove, name="remove"),
]
