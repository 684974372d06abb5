"""Addresses of the API, and of what describes it."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, include, path, re_path

from logistics.api import views
from logistics.api.operations import declared

app_name = "api"


def of_programs(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    """The operations, answered in the program's language and without the portal's sign-in."""
    return [
        URLPattern(
            each.pattern, login_not_required(views.for_programs(each.callback)), name=each.name
        )
        for each in patterns
        if each.name != "api-root"
    ]  # fmt: skip


programs = [
    *of_programs(declared().urls[0]),  # type: ignore[arg-type]  # all of them are patterns
    re_path("^", login_not_required(views.for_programs(views.nothing)), name="nothing"),
]
urlpatterns = [
    path("docs", views.docs, name="docs"),
    path("openapi.json", views.description, name="openapi"),
    path("", include((programs, "programs"))),
]
