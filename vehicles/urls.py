"""Addresses of the vehicles."""

from django.urls import include, path

from campus.cases.urls import case_paths
from vehicles.views import caps, dispatch, overview, requests, trips, vehicles

app_name = "vehicles"

file_paths = [
    path("files/", vehicles.vehicles, name="vehicles"),
    path("files/new/", vehicles.create, name="vehicle_new"),
    path("files/<int:pk>/", vehicles.show, name="vehicle"),
    path("files/<int:pk>/edit/", vehicles.edit, name="vehicle_edit"),
    path("files/<int:pk>/sheet/", vehicles.sheet, name="vehicle_sheet"),
    path("files/<int:pk>/lay-up/", vehicles.lay_up, name="vehicle_lay_up"),
    path("files/<int:pk>/take-back/", vehicles.take_back, name="vehicle_take_back"),
    path("files/<int:pk>/dispose/", vehicles.dispose, name="vehicle_dispose"),
    path("files/<int:pk>/read/", vehicles.read, name="vehicle_read"),
    path("readings/<int:pk>/", vehicles.correct, name="reading"),
    path("drivers/", vehicles.drivers, name="drivers"),
]

trip_paths = [
    path("board/", dispatch.board, name="board"),
    path("dispatch/<int:pk>/", dispatch.dispatch, name="dispatch"),
    path("dispatch/<int:pk>/share/<int:trip>/", dispatch.share, name="share"),
    path("trips/", trips.trips, name="trips"),
    path("trips/mine/", trips.mine, name="my_trips"),
    path("trips/<int:pk>/", trips.show, name="trip"),
    path("trips/<int:pk>/slip/", trips.slip, name="trip_slip"),
    path("trips/<int:pk>/change/", trips.change, name="trip_change"),
    path("trips/<int:pk>/call-off/", trips.call_off, name="trip_call_off"),
    path("trips/<int:pk>/start/", trips.start, name="trip_start"),
    path("trips/<int:pk>/end/", trips.end, name="trip_end"),
]

use_paths = [
    path("rules/", requests.rules, name="rules"),
    path("rules/<int:pk>/", requests.rule, name="rule"),
    path("caps/", caps.caps, name="caps"),
    path("caps/new/", caps.cap, name="cap_new"),
    path("caps/<int:pk>/", caps.cap, name="cap"),
    path("caps/<int:pk>/remove/", caps.remove, name="cap_remove"),
    path("month/", caps.month, name="month"),
    path("month/sheet/", caps.month_sheet, name="month_sheet"),
    path("month/export/", caps.month_export, name="month_export"),
    path("month/publish/", caps.publish, name="month_publish"),
    path("figures/", overview.figures, name="figures"),
]

# A namespace of their own: every kind of case has the same names.
request_paths = [
    path("", requests.requests, name="requests"),
    path("new/", requests.new, name="new"),
    *case_paths("trip_request"),
]

urlpatterns = [
    path("", overview.overview, name="overview"),
    *file_paths,
    *trip_paths,
    *use_paths,
    path("requests/", include((request_paths, "requests"))),
]
