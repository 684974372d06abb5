"""Addresses of what the law asks of whoever keeps personal data."""

from django.urls import path

from campus.cases.urls import case_paths
from campus.privacy.views import keeping, requests, taking, yearly

app_name = "privacy"

urlpatterns = [
    path("taken/", taking.take_aways, name="take_aways"),
    path("taken/<int:pk>/", taking.take_away, name="take_away"),
    path("taken/<int:pk>/approve/", taking.approve, name="take_away_approve"),
    path("taken/<int:pk>/decline/", taking.decline, name="take_away_decline"),
    path("taken/<int:pk>/use/", taking.use, name="take_away_use"),
    path("keeping/", keeping.kept, name="keeping"),
    path("keeping/trial/", keeping.trial, name="trial"),
    path("keeping/<slug:kind>/", keeping.rule, name="rule"),
    path("map/", keeping.data_map, name="map"),
    path("map/file/", keeping.data_map_file, name="map_file"),
    path("children/", keeping.children, name="children"),
    path("years/", yearly.years, name="years"),
    path("years/begin/", yearly.begin, name="begin"),
    path("years/<int:year>/", yearly.year, name="year"),
    path("years/<int:year>/file/", yearly.year_file, name="year_file"),
    path("years/<int:year>/sign/", yearly.sign, name="year_sign"),
    path("years/<int:year>/<slug:key>/", yearly.point, name="year_point"),
    path("", requests.requests, name="requests"),
    path("new/", requests.ask, name="ask"),
    path("new/<int:pk>/", requests.ask_for, name="ask_for"),
    path("<int:pk>/letter/", requests.letter, name="letter"),
    *case_paths("data_request"),
]
