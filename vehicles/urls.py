"""Addresses of vehicles."""

from django.urls import include, path

from campus.cases.urls import case_paths
from vehicles.views import cards, incidents, months, refuels, running, service, vehicles

app_name = "vehicles"

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
request_paths = [
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
    path("service/", include((request_paths, "service"))),
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
    path("<int:pk>/", vehicles.show, name="vehicle"),
    *fuel_paths,
    *service_paths,
    *incident_paths,
]
