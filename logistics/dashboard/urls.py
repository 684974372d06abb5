"""Addresses of the dashboard; `<key>` is a measure's, such as repairs.in_time."""

from django.urls import path

from logistics.dashboard import arranging_views, views, wall_views

app_name = "dashboard"

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("table/", views.table, name="table"),
    path("letter/", views.letter, name="letter"),
    path("tiles/", arranging_views.tiles, name="tiles"),
    path("tiles/reset/", arranging_views.reset, name="tiles_reset"),
    path("tiles/<str:key>/add/", arranging_views.add, name="tile_add"),
    path("tiles/<str:key>/remove/", arranging_views.remove, name="tile_remove"),
    path("tiles/<str:key>/up/", arranging_views.up, name="tile_up"),
    path("tiles/<str:key>/down/", arranging_views.down, name="tile_down"),
    path("screens/", wall_views.screens, name="screens"),
    path("screens/<int:pk>/take-down/", wall_views.take_down, name="screen_take_down"),
]
