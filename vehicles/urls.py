"""Addresses of the vehicles."""

from django.urls import include, path

from campus.cases.urls import case_paths
from vehicles.views import (
    caps,
    cards,
    dispatch,
    incidents,
    months,
    overview,
    refuels,
    requests,
    running,
    service,
    trips,
    vehicles,
)

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

fuel_paths = [
    path("fuel/", running.overview, name="running"),
    path("fuel/figures/", running.figures, name="running_figures"),
    path("fuel/account/", running.account, name="account"),
    path("fuel/account/sheet/", running.account_sheet, name="account_sheet"),
    path("fuel/account/export/", running.account_export, name="account_export"),
    path("fuel/refuels/", refuels.refuels, name="refuels"),
    path("fuel/refuels/new/", refuels.new, name="refuel_new"),
    path("fuel/refuels/<int:pk>/", refuels.show, name="refuel"),
    path("fuel/refuels/<int:pk>/cancel/", refuels.cancel, name="refuel_cancel"),
    path("fuel/tanks/", refuels.tanks, name="tanks"),
    path("fuel/tanks/<int:pk>/explain/", refuels.explain, name="tank_explain"),
    path("fuel/cards/", cards.cards, name="cards"),
    path("fuel/cards/new/", cards.create, name="card_new"),
    path("fuel/cards/moves/", cards.moves, name="card_moves"),
    path("fuel/cards/months/", months.card_months, name="card_months"),
    path("fuel/cards/<int:pk>/", cards.show, name="card"),
    path("fuel/cards/<int:pk>/edit/", cards.edit, name="card_edit"),
    path("fuel/cards/<int:pk>/give/", cards.give, name="card_give"),
    path("fuel/cards/<int:pk>/top-up/", cards.top_up, name="card_top_up"),
    path("fuel/cards/<int:pk>/correct/", cards.correct, name="card_correct"),
    path("fuel/cards/<int:pk>/stop/", cards.stop, name="card_stop"),
    path("fuel/cards/<int:pk>/<str:month>/", months.card_month, name="card_month"),
    path("fuel/cards/<int:pk>/<str:month>/check/", months.check, name="card_month_check"),
    path("fuel/cards/<int:pk>/<str:month>/sheet/", months.card_month_sheet,
         name="card_month_sheet"),
    path("fuel/month/", months.month, name="fuel_month"),
    path("fuel/month/sheet/", months.month_sheet, name="fuel_month_sheet"),
    path("fuel/month/export/", months.month_export, name="fuel_month_export"),
    path("<int:pk>/fuel/", running.of_vehicle, name="vehicle_account"),
]  # fmt: skip

# A namespace of their own: every kind of case has the same names.
service_request_paths = [
    path("", service.requests, name="requests"),
    path("new/", service.new, name="new"),
    *case_paths("service_request"),
]

service_paths = [
    path("service/bills/", service.bills, name="bills"),
    path("service/plans/", service.plans, name="plans"),
    path("service/plans/new/", service.plan, name="plan_new"),
    path("service/plans/<int:pk>/", service.plan, name="plan"),
    path("service/workshops/", service.workshop_list, name="workshops"),
    path("service/workshops/new/", service.workshop, name="workshop_new"),
    path("service/workshops/<int:pk>/", service.workshop, name="workshop"),
    path("service/", include((service_request_paths, "service"))),
]

incident_paths = [
    path("incidents/", incidents.incidents, name="incidents"),
    path("incidents/new/", incidents.new, name="incident_new"),
    path("incidents/<int:pk>/", incidents.show, name="incident"),
    path("incidents/<int:pk>/edit/", incidents.edit, name="incident_edit"),
    path("incidents/<int:pk>/close/", incidents.close, name="incident_close"),
    path("incidents/<int:pk>/again/", incidents.again, name="incident_again"),
]

urlpatterns = [
    path("", overview.overview, name="overview"),
    *file_paths,
    *trip_paths,
    *use_paths,
    *fuel_paths,
    *service_paths,
    *incident_paths,
    path("requests/", include((request_paths, "requests"))),
]
