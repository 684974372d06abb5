"""Address of the search over everything."""

from django.urls import path

from logistics.search import views

app_name = "search"

urlpatterns = [
    path("", views.search, name="search"),
]
