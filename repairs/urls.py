"""Addresses of repairs."""

from django.urls import path

from campus.cases.urls import case_paths
from repairs.views import board, figures, tickets, workshop

app_name = "repairs"

urlpatterns = [
    path("", tickets.tickets, name="tickets"),
    path("assign/", tickets.assign, name="assign"),
    path("new/", tickets.new, name="new"),
    path("board/", board.board, name="board"),
    path("day/", board.day, name="day"),
    path("figures/", figures.figures, name="figures"),
    path("orders/", board.orders, name="orders"),
    path("workshop/", workshop.workshop, name="workshop"),
    path("workshop/technicians/<int:pk>/", workshop.trades, name="trades"),
    path("workshop/contractors/new/", workshop.contractor, name="contractor_new"),
    path("workshop/contractors/<int:pk>/", workshop.contractor, name="contractor"),
    path("workshop/categories/new/", workshop.category, name="category_new"),
    path("workshop/categories/<int:pk>/", workshop.category, name="category"),
    *case_paths("ticket"),
]
