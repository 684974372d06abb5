"""Addresses of the canteen area."""

app_name = "canteen"
urlpatterns: list[object] = []
