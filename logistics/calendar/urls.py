"""Addresses of the calendar."""

from django.urls import path

from logistics.calendar import feed_views, views

app_name = "calendar"

urlpatterns = [
    path("", views.month, name="month"),
    path("week/", views.week, name="week"),
    path("list/", views.agenda_list, name="list"),
    path("month-sheet/", views.month_sheet, name="month_sheet"),
    path("subscribe/", feed_views.subscribe, name="subscribe"),
    path("subscribe/renew/", feed_views.renew, name="feed_renew"),
    path("subscribe/stop/", feed_views.stop, name="feed_stop"),
    path("week-plan/", views.week_plan, name="week_plan"),
]
