"""Addresses of the inbox and of the robots."""

from django.urls import path

from campus.notices import views

app_name = "notices"

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read-all/", views.read_all, name="read_all"),
    path("<int:pk>/open/", views.open_entry, name="open"),
    path("<int:pk>/read/", views.read, name="read"),
    path("robots/", views.robots, name="robots"),
    path("robots/new/", views.robot_new, name="robot_new"),
    path("robots/<int:pk>/", views.robot_edit, name="robot_edit"),
    path("robots/<int:pk>/try/", views.robot_try, name="robot_try"),
    path("robots/<int:pk>/switch/", views.robot_switch, name="robot_switch"),
    path("robots/deliveries/", views.deliveries, name="deliveries"),
    path(
        "robots/deliveries/<int:pk>/try-again/",
        views.delivery_try_again,
        name="delivery_try_again",
    ),
]
