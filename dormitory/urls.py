"""Addresses of the dormitory area."""

app_name = "dormitory"
urlpatterns: list[object] = []
