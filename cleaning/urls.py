"""Addresses of the cleaning area."""

app_name = "cleaning"
urlpatterns: list[object] = []
