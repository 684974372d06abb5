"""Addresses of safety."""

from django.urls import include, path

from campus.cases.urls import case_paths
from safety.views import criteria, drills, hazards, incidents, norms, overview, stopwatch

app_name = "safety"

# A namespace of their own: every kind of case has the same names.
hazard_paths = [
    path("", hazards.hazards, name="hazards"),
    path("new/", hazards.new, name="new"),
    path("register/", hazards.register, name="register"),
    *case_paths("hazard"),
]

incident_paths = [
    path("", incidents.incidents, name="incidents"),
    path("new/", incidents.new, name="new"),
    *case_paths("incident"),
]

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("hazards/", include((hazard_paths, "hazards"))),
    path("incidents/", include((incident_paths, "incidents"))),
    path("norms/", norms.norms, name="norms"),
    path("norms/sheet/", norms.sheet, name="norms_sheet"),
    path("norms/export/", norms.export, name="norms_export"),
    path("norms/new/", norms.edit, name="norm_new"),
    path("norms/<int:pk>/", norms.norm, name="norm"),
    path("norms/<int:pk>/edit/", norms.edit, name="norm_edit"),
    path("norms/<int:pk>/requirements/new/", norms.requirement_new, name="requirement_new"),
    path("requirements/<int:pk>/", norms.requirement, name="requirement"),
    path("requirements/<int:pk>/prove/", norms.prove, name="requirement_prove"),
    path("evidence/<int:pk>/take-back/", norms.take_back, name="evidence_take_back"),
    path("drills/", drills.drills, name="drills"),
    path("drills/year/", drills.year, name="drill_year"),
    path("drills/new/", drills.new, name="drill_new"),
    path("drills/<int:pk>/", drills.show, name="drill"),
    path("drills/<int:pk>/edit/", drills.edit, name="drill_edit"),
    path("drills/<int:pk>/sheet/", drills.sheet, name="drill_sheet"),
    path("drills/<int:pk>/call-off/", drills.call_off, name="drill_call_off"),
    path("drills/<int:pk>/sum-up/", drills.sum_up, name="drill_sum_up"),
    path("drills/<int:pk>/problem/", drills.problem, name="drill_problem"),
    path("problems/<int:pk>/hazard/", drills.make_hazard, name="problem_hazard"),
    path("drills/<int:pk>/stopwatch/", stopwatch.stopwatch, name="drill_stopwatch"),
    path("drills/<int:pk>/stopwatch/board/", stopwatch.board, name="drill_board"),
    path("drills/<int:pk>/start/", stopwatch.start, name="drill_start"),
    path("drills/<int:pk>/take-back/", stopwatch.take_back, name="drill_take_back"),
    path("drills/<int:pk>/report/<int:group>/", stopwatch.report, name="drill_report"),
    path("drills/<int:pk>/all-out/", stopwatch.all_out, name="drill_all_out"),
    path("criteria/", criteria.criteria, name="criteria"),
    path("criteria/new/", criteria.criterion, name="criterion_new"),
    path("criteria/<int:pk>/", criteria.criterion, name="criterion"),
]
