"""Addresses of the calendar."""

from django.urls import path

from logistics.calendar import views

app_name = "calendar"

urlpatterns = [
    path("", views.month, name="month"),
    path("week/", views.week, name="week"),
    path("list/", views.agenda_list, name="list"),
    path("month-sheet/", views.month_sheet, name="month_sheet"),
    path("week-plan/", views.week_plan, name="week_plan"),
]
