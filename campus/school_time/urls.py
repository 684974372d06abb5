"""Addresses of the school time."""

from django.urls import path

from campus.school_time import views

app_name = "school_time"

urlpatterns = [
    path("", views.semesters, name="semesters"),
    path("semesters/new/", views.new_semester, name="semester_new"),
    path("semesters/<int:pk>/edit/", views.edit_semester, name="semester_edit"),
    path("days/", views.days, name="days"),
    path("days/take-over/", views.take_over_days, name="days_take_over"),
    path("days/new/", views.new_day, name="day_new"),
    path("days/<int:pk>/edit/", views.edit_day, name="day_edit"),
    path("days/<int:pk>/delete/", views.delete_day, name="day_delete"),
    path("hours/", views.hours, name="hours"),
    path("hours/<str:kind>/edit/", views.edit_hours, name="hours_edit"),
]
