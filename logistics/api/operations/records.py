"""What is no case: trips, walks, the work plan, places, people."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from campus.models import Person, Place
from campus.people import rights as people
from campus.people.lists import PEOPLE, duty_words
from campus.places.lists import PLACES
from campus.places.models import Use
from inspections.lists import INSPECTIONS
from inspections.models import Inspection
from logistics.api.bearer import ApiRequest
from logistics.api.listing import Listing, serve, served_row
from logistics.api.service import answered, operation
from logistics.api.shapes import (
    Amount,
    Shape,
    code,
    linked,
    named,
    person,
    place,
    plain,
    school_class,
)
from planning.lists import PLAN_ITEMS
from planning.models import PlanItem
from planning.models.plan import Kind as PlanKind
from vehicles.lists import TRIPS
from vehicles.models import Trip
from vehicles.models.trip_request import Direction


@dataclass(frozen=True, kw_only=True)
class Records:
    """Records that are only read: a list, and one of it."""

    listing: Listing
    title: str
    model: type[Model]


TRIP = Shape(
    "Trip",
    plain("id", int),
    plain("number", str),
    plain("route", str),
    code("direction", Direction),
    code("status", Trip.Status),
    named("vehicle", by="plate"),
    person("driver"),
    plain("passengers", int),
    plain("starts_at", datetime),
    plain("ends_at", datetime),
    plain("started_at", datetime, empty=True),
    plain("ended_at", datetime, empty=True),
    plain("km", int, empty=True, about="Kilometres driven."),
)
WALK = Shape(
    "Inspection",
    plain("id", int),
    named("checklist"),
    place(),
    code("status", Inspection.Status),
    person("walker"),
    person("planned_for"),
    plain("due_at", datetime, empty=True),
    plain("started_at", datetime, empty=True),
    plain("finished_at", datetime, empty=True),
    plain("faults", int),
    plain("score", Amount, empty=True),
    plain("full_marks", Amount, empty=True),
)
ITEM = Shape(
    "PlanItem",
    plain("id", int),
    plain("title", str),
    code("kind", PlanKind),
    plain("starts_on", date),
    plain("ends_on", date),
    named("lead_unit"),
    person("owner"),
    code("status", PlanItem.Status),
    linked("aim", "Aim", "aim", title="title"),
)
PLACE = Shape(
    "Place",
    plain("id", int),
    plain("code", str, about="As the sign says it."),
    plain("name", str),
    plain("full_name", str),
    code("kind", Place.Kind),
    code("use", Use, empty=True),
    plain("capacity", int, empty=True, about="People it holds."),
    linked("parent", "PlaceRef", "parent", code="code", name="full_name"),
    person("manager"),
    plain("starts_on", date, empty=True),
    plain("ends_on", date, empty=True),
)
PERSON = Shape(
    "Person",
    plain("id", int),
    plain("number", str),
    plain("name", str),
    code("kind", Person.Kind),
    named("department"),
    school_class("school_class"),
    plain("is_active", bool),
)
RECORDS = (
    Records(
        title="Trip", model=Trip,
        listing=Listing(name="trips", page=TRIPS, shape=TRIP, summary="Trips, the newest first."),
    ),
    Records(
        title="Inspection", model=Inspection,
        listing=Listing(
            name="inspections", page=INSPECTIONS, shape=WALK,
            summary="Walks of checklists, planned, done and missed.",
        ),
    ),
    Records(
        title="PlanItem", model=PlanItem,
        listing=Listing(
            name="plan-items", page=PLAN_ITEMS, shape=ITEM,
            summary="Items of the work plan; of one semester with `semester`.",
        ),
    ),
    Records(
        title="Place", model=Place,
        listing=Listing(name="places", page=PLACES, shape=PLACE, summary="Places by their codes."),
    ),
)  # fmt: skip
PEOPLE_LISTING = Listing(
    name="people", page=PEOPLE, shape=PERSON,
    summary="The staff whom the token's person sees; of pupils nothing leaves without an approval.",
    only=lambda people: people.filter(kind=Person.Kind.STAFF),
)  # fmt: skip


def declare() -> None:
    """A list and one of each; people with how to reach them."""
    for each in RECORDS:
        serve(each.listing, each.title)
        serve_one(each)
    serve(PEOPLE_LISTING, "Person")
    operation(
        "GET", "/people/{int:pk}", scope="people:read", answer=PERSON_WHOLE.model,
        name="people_one",
    )(somebody)  # fmt: skip


def serve_one(records: Records) -> None:
    listing = records.listing

    def one(request: ApiRequest, pk: int) -> HttpResponse:
        return answered(served_row(records.model, listing.shape, request.auth.person, pk))

    one.__doc__ = f"{records.title}: one."
    operation(
        "GET", f"/{listing.name}/{{int:pk}}", scope=listing.scope, answer=listing.shape.model,
        name=f"{listing.name}_one",
    )(one)  # fmt: skip


PERSON_WHOLE = PERSON.with_parts(
    "PersonWhole",
    plain("phone", str, empty=True),
    plain("email", str, empty=True),
    plain("duties", list[str], "number", about="What they are on duty as today, in words."),
)


def somebody(request: ApiRequest, pk: int) -> HttpResponse:
    """Somebody of the staff: one, with what they are on duty as."""
    reader = request.auth.person
    staff = Person.objects.filter(kind=Person.Kind.STAFF)
    related = staff.select_related("department", "school_class")
    shown = get_object_or_404(related.visible_to(reader).defer("sought"), pk=pk)
    row = [getattr_path(shown, column) for column in PERSON.columns]
    reached = people.can_see_contact(reader, shown)
    told: dict[str, Any] = {
        **next(PERSON.objects([row])),
        "phone": shown.phone if reached else None,
        "email": shown.email if reached else None,
        "duties": [duty_words(duty) for duty in shown.duties_today],
    }
    return answered(told)


def getattr_path(record: Any, path: str) -> Any:
    """The value at the end of "department__name"; None where it breaks off."""
    for part in path.split("__"):
        record = getattr(record, part, None)
    return record
