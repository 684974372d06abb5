"""Addresses of places."""

from django.urls import path

from campus.places.views import finding, label, place

app_name = "places"

urlpatterns = [
    path("", finding.tree, name="tree"),
    path("list/", finding.places, name="places"),
    path("suggest/", finding.suggest, name="suggest"),
    path("labels/", label.labels, name="labels"),
    path("new/", place.new, name="new"),
    path("<int:pk>/", place.place, name="place"),
    path("<int:pk>/edit/", place.edit, name="place_edit"),
    path("<int:pk>/move/", place.move, name="place_move"),
    path("<int:pk>/end/", place.end, name="place_end"),
    path("<int:pk>/reopen/", place.reopen, name="place_reopen"),
    path("<int:pk>/renew/", place.renew, name="place_renew"),
]
