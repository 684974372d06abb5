"""The rules of promises, and the addresses of one kind of case for its area's own."""

from django.urls import URLPattern, path

from campus.cases import rule_views, views

app_name = "cases"

# What each kind promises, below /rules/promises/.
urlpatterns = [
    path("", rule_views.promises, name="promises"),
    *(
        address
        for rule in (
            "<slug:kind>/<slug:promise>/<slug:priority>/",
            "<slug:kind>/<slug:promise>/<slug:priority>/for/<slug:variant>/",
        )
        for address in (
            path(rule, rule_views.promise, name="promise"),
            path(f"{rule}shipped/", rule_views.shipped, name="promise_shipped"),
        )
    ),
]


def case_paths(kind: str) -> list[URLPattern]:
    """Page, moves and following of cases of `kind`, and what of it was reported at a place already;
    names: case, case_move, case_follow, case_already, …"""
    which = {"kind": kind}
    return [
        path("already/", views.already, which, name="case_already"),
        path("<int:pk>/", views.case, which, name="case"),
        path("<int:pk>/follow/", views.follow, which, name="case_follow"),
        path("<int:pk>/unfollow/", views.unfollow, which, name="case_unfollow"),
        path("<int:pk>/me-too/", views.me_too, which, name="case_me_too"),
        path("<int:pk>/<slug:move>/", views.move, which, name="case_move"),
    ]
