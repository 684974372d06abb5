"""Addresses of the class assessment; `<monday>` is a week's, such as 2025-11-03."""

from django.urls import path

from logistics.assessment.views import schemes, weeks

app_name = "assessment"

urlpatterns = [
    path("", weeks.latest, name="latest"),
    path("schemes/", schemes.schemes, name="schemes"),
    path("schemes/draft/", schemes.new_draft, name="draft"),
    path("schemes/<int:pk>/", schemes.scheme, name="scheme"),
    path("schemes/<int:pk>/edit/", schemes.edit, name="scheme_edit"),
    path("schemes/<int:pk>/use/", schemes.use, name="scheme_use"),
    path("<str:monday>/", weeks.week, name="week"),
    path("<str:monday>/sheet/", weeks.sheet, name="week_sheet"),
    path("<str:monday>/table/", weeks.table, name="week_table"),
    path("<str:monday>/publish/", weeks.publish, name="week_publish"),
    path("<str:monday>/classes/<int:pk>/", weeks.class_week, name="class_week"),
]
