"""Addresses of the cleaning area."""

from django.urls import path

from cleaning.views import areas, duty_weeks, results, rotations

app_name = "cleaning"
urlpatterns = [
    path("", areas.overview, name="overview"),
    path("areas/", areas.areas, name="areas"),
    path("areas/new/", areas.create, name="areas_new"),
    path("areas/sheet/", areas.who_sheet, name="who_sheet"),
    path("areas/template/", areas.template, name="areas_template"),
    path("areas/bring-in/", areas.bring_in, name="areas_bring_in"),
    path("areas/classrooms/", areas.classrooms, name="areas_classrooms"),
    path("areas/<int:pk>/", areas.area, name="area"),
    path("areas/<int:pk>/edit/", areas.edit, name="area_edit"),
    path("areas/<int:pk>/give/", areas.give, name="area_give"),
    path("areas/<int:pk>/give-up/", areas.give_up, name="area_give_up"),
    path("care/<int:pk>/end/", areas.care_end, name="care_end"),
    path("rotations/", rotations.rotations, name="rotations"),
    path("rotations/new/", rotations.create, name="rotations_new"),
    path("rotations/<int:pk>/", rotations.rotation, name="rotation"),
    path("rotations/<int:pk>/edit/", rotations.edit, name="rotation_edit"),
    path("rotations/<int:pk>/lay/", rotations.lay, name="rotation_lay"),
    path("duty-class/", duty_weeks.weeks, name="duty_weeks"),
    path("duty-class/lay/", duty_weeks.lay, name="duty_weeks_lay"),
    path("duty-class/points/", duty_weeks.steps, name="duty_steps"),
    path("duty-class/<int:pk>/", duty_weeks.week, name="duty_week"),
    path("duty-class/<int:pk>/group/", duty_weeks.group, name="duty_week_group"),
    path("duty-class/<int:pk>/score/", duty_weeks.score, name="duty_week_score"),
    path("duty-class/<int:pk>/swap/", duty_weeks.swap, name="duty_week_swap"),
    path("results/", results.results, name="results"),
    path("figures/", results.figures, name="figures"),
]
