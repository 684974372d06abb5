"""Addresses of safety."""

from django.urls import include, path

from campus.cases.urls import case_paths
from safety.views import criteria, hazards, overview

app_name = "safety"

# A namespace of their own: every kind of case has the same names.
hazard_paths = [
    path("", hazards.hazards, name="hazards"),
    path("new/", hazards.new, name="new"),
    path("register/", hazards.register, name="register"),
    *case_paths("hazard"),
]

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("hazards/", include((hazard_paths, "hazards"))),
    path("criteria/", criteria.criteria, name="criteria"),
    path("criteria/new/", criteria.criterion, name="criterion_new"),
    path("criteria/<int:pk>/", criteria.criterion, name="criterion"),
]
