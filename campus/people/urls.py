"""Addresses of people: one's own password, everybody, one person, duties, rights."""

from django.urls import path

from campus.people.views import acts, duties, optional, own, person

app_name = "people"

urlpatterns = [
    path("account/password/", own.password, name="password"),
    path("people/", person.people, name="people"),
    path("people/looks/", person.looks, name="looks"),
    path("people/suggest/", person.suggest, name="suggest"),
    path("people/who-may/", acts.who_may, name="who_may"),
    path("people/fields/", optional.fields, name="fields"),
    path("people/fields/<str:key>/switch/", optional.field_switch, name="field_switch"),
    path("people/fields/<str:key>/erase/", optional.field_erase, name="field_erase"),
    path("people/extra/<int:pk>/", optional.extra, name="extra"),
    path("people/<int:pk>/", person.person, name="person"),
    path("people/<int:pk>/edit/", person.person_edit, name="person_edit"),
    path("people/<int:pk>/end/", person.person_end, name="person_end"),
    path("people/<int:pk>/back/", person.person_back, name="person_back"),
    path("people/<int:pk>/acts/", acts.acts_of, name="acts_of"),
    path("people/<int:pk>/duties/new/", duties.duty_give, name="duty_give"),
    path("people/duties/<int:pk>/last-day/", duties.duty_last_day, name="duty_last_day"),
    path("people/duties/<int:pk>/stand-in/", duties.duty_stand_in, name="duty_stand_in"),
]
